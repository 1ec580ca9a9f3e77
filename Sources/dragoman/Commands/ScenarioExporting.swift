import ArgumentParser
import CaseModel
import Foundation
import Foundations
import Interchange

struct ScenarioExporting: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a scenario as GENIUS files: a domain, and a profile for each party.",
    discussion: """
      Utilities are the same there, to the last digit. GENIUS has no red lines, links, interactions \
      or uncertain numbers: if the scenario has any, it is not written unless --lossy allows them \
      to be left out.

      Example:
        dragoman scenario export sale.yaml --output sale-genius
      """)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Option(
    help: ArgumentHelp("Which scenario of the case, if it has several.", valueName: "id"))
  var scenario: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "folder"),
    completion: .directory)
  var output: String

  @Flag(help: "Leave out what GENIUS cannot hold.")
  var lossy = false

  func run() throws {
    let found = try chosen()
    let export = try GeniusExport(found)
    if !export.losses.isEmpty, !lossy {
      throw UsageError(
        "GENIUS cannot hold \(export.losses.joined(separator: ", "))",
        hint:
          "--lossy writes the rest; the other program will then accept packages that \(export.losses.count == 1 ? "this rules" : "these rule") out or doubt"
      )
    }
    let folder = output.hasSuffix("/") ? String(output.dropLast()) : output
    let paths = export.files.map { "\(folder)/\($0.name)" }
    if let there = paths.first(where: { FileManager.default.fileExists(atPath: $0) }) {
      throw UsageError("`\(there)` already exists", hint: "choose another folder, or empty it")
    }
    for (file, path) in zip(export.files, paths) { try FileBytes.write(file.bytes, to: path) }
    for remark in export.remarks { Console.note(remark) }
    if !export.losses.isEmpty {
      Console.note("left out: \(export.losses.joined(separator: ", "))")
    }
    Console.err("\(paths.count.counted("file")) written to \(folder)\n")
  }

  private func chosen() throws -> Case.Scenario {
    let scenarios = try file.openModel(\.scenarios).theCase.scenarios
    if let scenario {
      guard let found = scenarios.first(where: { $0.id.raw == scenario }) else {
        throw UsageError(
          "the case has no scenario `\(scenario)`",
          hint: "it has \(scenarios.map(\.id.raw).alternatives)")
      }
      return found
    }
    guard scenarios.count == 1, let found = scenarios.first else {
      throw UsageError(
        scenarios.isEmpty
          ? "the case has no scenario" : "the case has \(scenarios.count) scenarios",
        hint: scenarios.isEmpty
          ? "`dragoman scenario draft` makes one from the positions"
          : "choose with --scenario one of \(scenarios.map(\.id.raw).alternatives)")
    }
    return found
  }
}
