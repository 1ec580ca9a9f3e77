import ArgumentParser
import CaseModel
import Foundation
import Foundations
import Interchange

struct ScenarioImporting: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read a scenario of GENIUS, GeniusWeb or NegMAS.",
    discussion: """
      Prints the scenario in the form that `dragoman settle` reads, alone or under `scenarios` \
      of a case. Give the folder, or the domain and the profiles of the parties: GENIUS XML, \
      GeniusWeb JSON, NegMAS YAML. Utilities come out exactly as those programs define them; what \
      had to be rounded or assumed is stated in the scenario's notes. docs/scenario-formats.md has \
      the rules.

      Example:
        dragoman scenario import domain.xml seller.xml buyer.xml --output sale.yaml
        dragoman settle sale.yaml
      """)

  @Argument(
    help: ArgumentHelp("A folder, or a domain and its profiles.", valueName: "file"),
    completion: .file())
  var paths: [String]

  @Option(name: .customLong("to"), help: "The format: yaml or json.")
  var form: FileLayout.Format = .yaml

  @Option(
    help: ArgumentHelp("The scenario's id (default: made from its title).", valueName: "id"))
  var id: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    if paths.isEmpty { throw ValidationError("name a folder, or a domain and its profiles") }
    if form == .jsonl { throw ValidationError("--to is yaml or json") }
    if let id, !Slug.isSlug(id) {
      throw ValidationError("--id is lower-case letters, digits and hyphens")
    }
  }

  func run() throws {
    let result = try ScenarioImport.read(paths)
    var scenario = result.scenario
    if let id { scenario.id = Case.Scenario.ID(id) }
    for note in scenario.notes { Console.note(note) }
    let bytes = try CaseWriter.proven(scenario, as: form)
    guard let output else { return Console.out(bytes) }
    if FileManager.default.fileExists(atPath: output) {
      throw UsageError("`\(output)` already exists", hint: "choose another name, or remove it")
    }
    try FileBytes.write(bytes, to: output)
    Console.err(
      "\(result.format.title): \(scenario.issues.count.counted("issue")), \(scenario.parties.count.counted("party", "parties")), written to \(output)\n"
    )
  }
}
