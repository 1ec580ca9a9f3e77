import Foundation
import Presentation
import TestSupport
import Testing

/// Every example that a `--help` shows, run as it stands.
@Suite struct HelpExampleTests {
  static let commands =
    [
      "new", "add", "attach", "detach", "check", "convert", "schema", "suggest", "review",
      "extract", "serve", "mcp", "log", "undo",
      "verify", "backup", "analyst", "scenario", "import", "export",
    ] + ViewGroup.allCases.flatMap { ViewCatalogue.views(of: $0) }.map { $0.declaration.command }

  private func examples(in help: String) -> [String] {
    help.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { $0.hasPrefix("dragoman ") && !$0.contains("<") }
  }

  @Test func everyCommandIsCovered() throws {
    let help = try Program.run(["--help"]).output
    let listed = help.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("  "), !line.hasPrefix("   "),
        let first = line.split(separator: " ").first,
        first.allSatisfy(\.isLowercase)
      else { return nil }
      return String(first)
    }
    #expect(Set(listed).subtracting(["dragoman"]) == Set(Self.commands))
  }

  @Test(arguments: commands)
  func example(_ command: String) throws {
    let help = try Program.run([command, "--help"]).output
    let found = examples(in: help)
    #expect(!found.isEmpty, "\(command) --help shows no example")
    // One needs a text that was withheld, one a terminal, one a server (`ModelProgramTests`).
    for line in found
    where !line.hasPrefix("dragoman attach") && !line.hasPrefix("dragoman review")
      && !line.contains("--model-server")
    {
      try Program.inScratch { folder in
        if command != "new" { try makeValley(folder) }
        if command == "add" { try report.write(to: folder.appendingPathComponent("report.txt")) }
        if command == "extract" {
          try Data("{\"id\": \"a\", \"text\": \"Kyiv said that it agreed.\"}\n".utf8)
            .write(to: folder.appendingPathComponent("documents.jsonl"))
        }
        if command == "detach" || command == "suggest" {
          try report.write(to: folder.appendingPathComponent("report.txt"))
          #expect(try Program.run(["add", "valley", "report.txt"], in: folder).code == 0)
        }
        if command == "import" { try makeTable(folder) }
        if line.contains(" valley.dragoman") { try makeStore(folder) }
        let plain = line.replacing("~/private", with: folder.path + "/private").split(
          separator: " > ")[0]
        var arguments = Array(words(String(plain)).dropFirst())
        // A server does not end by itself.
        if command == "serve" { arguments += ["--for", "1"] }
        let result = try Program.run(arguments, in: folder)
        #expect(result.code == 0, "\(line): \(result.error)")
      }
    }
  }

  /// A `.dragoman` file with a change that can be taken back.
  private func makeStore(_ folder: URL) throws {
    let commands = [
      ["new", "valley.dragoman", "--parties", "north,south", "--by", "anna"],
      ["analyst", "valley.dragoman", "boris", "--by", "anna"],
    ]
    for command in commands { #expect(try Program.run(command, in: folder).code == 0) }
  }

  /// A table of statements and a mapping that changes nothing.
  private func makeTable(_ folder: URL) throws {
    try Data("Person,Concept,Agreement\nAnna,Turns,1\n".utf8)
      .write(to: folder.appendingPathComponent("statements.csv"))
    try Data("{\"acts\": {}, \"codes\": {}, \"columns\": {}, \"stances\": {}}".utf8)
      .write(to: folder.appendingPathComponent("mapping.json"))
  }

  private let report = Data("# Day one\n\nThe envoy asked for turns at the sluice.\n".utf8)

  /// A case like the one the examples speak of.
  private func makeValley(_ folder: URL) throws {
    let made = try Program.run(
      ["new", "valley", "--title", "Talks on the valley", "--parties", "north,south"], in: folder)
    #expect(made.code == 0)
    let file = folder.appendingPathComponent("valley/valley.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(
      text.replacing(
        "actors:\n", with: "actors:\n  - {id: gazette, name: The Gazette, kind: outlet}\n"
      ).utf8
    ).write(to: file)
  }
}
