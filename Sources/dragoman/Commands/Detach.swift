import ArgumentParser
import CaseModel
import Foundation
import Interchange

struct Detach: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Withhold a text, so that the case can be shared without it.",
    discussion: """
      The record keeps the text's SHA-256 and length, and each quote its place and SHA-256; the \
      words go. The text's file is moved to where you say, or deleted.

      Example:
        dragoman detach valley report --move-to ~/private/report.txt
      """)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Argument(help: ArgumentHelp("The source's id.", valueName: "source"))
  var source: String

  @Option(
    help: ArgumentHelp("Where to move the text's file.", valueName: "file"), completion: .file())
  var moveTo: String?

  @Flag(help: "Delete the text's file.")
  var delete = false

  @OptionGroup(title: "Writing") var writing: WritingOptions

  func validate() throws {
    guard (moveTo != nil) != delete else {
      throw ValidationError("say what becomes of the text's file: --move-to FILE, or --delete")
    }
  }

  func run() throws {
    let opened = try file.open()
    let id = Case.Source.ID(source)
    let path = opened.textPath(of: id)
    if let moveTo, FileManager.default.fileExists(atPath: moveTo) {
      throw CaseFileFault("there is a file `\(moveTo)` already")
    }
    if let moveTo, let path {
      // Copied first, so that at no instant the words are nowhere.
      try FileBytes.write(try FileBytes.read(path, limit: .max - 1), to: moveTo)
    }
    try opened.detach(id, writing.writing)
    if let path { try FileManager.default.removeItem(atPath: path) }
    Console.out("\(id): withheld\(moveTo.map { ", text moved to \($0)" } ?? ", text deleted")\n")
  }
}
