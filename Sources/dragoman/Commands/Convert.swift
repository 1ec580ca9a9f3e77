import ArgumentParser
import CaseModel
import Foundation
import Interchange
import StateOfPlay

struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a case in canonical form, as YAML, JSON or JSON Lines.",
    discussion: """
      The same case always gives the same bytes. To standard output, or with --output to a file. \
      Over a file with comments --rewrite must be given, as they are lost.

      Example:
        dragoman convert Examples/istanbul --to json
      """)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Option(name: .customLong("to"), help: "The form: yaml, json or jsonl.")
  var form: FileLayout.Format = .yaml

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup(title: "Writing") var writing: WritingOptions

  @Flag(help: "Leave out confidential entries and whatever rests on them alone.")
  var redact = false

  func run() throws {
    let opened = try file.open()
    var lens = Lens()
    lens.redact = redact
    let bytes = CaseWriter.write(opened.theCase.cut(by: lens), as: form)
    guard let output else { return Console.out(bytes) }
    if !writing.rewrite, let old = try? CaseFile.open(output), old.layout.hasComments {
      throw UsageFault(
        "`\(output)` has comments, which would be lost", hint: "--rewrite writes it all the same")
    }
    try FileBytes.write(bytes, to: output)
  }
}
