import Foundation
import Presentation
import TestSupport
import Testing

/// What the program says of its commands, for programs: `--experimental-dump-help`.
struct HelpDump: Decodable {
  struct Name: Decodable {
    let kind: String
    let name: String
  }

  struct Argument: Decodable {
    let kind: String
    let names: [Name]?
    let preferredName: Name?
    let valueName: String?
    let abstract: String?
    let isOptional: Bool?
    let isRepeating: Bool?
    let defaultValue: String?
    let allValues: [String]?
    let shouldDisplay: Bool?

    /// As it is typed, without hyphens before it.
    var name: String { preferredName?.name ?? valueName ?? "" }
    var isFlag: Bool { kind == "flag" }
    var isPositional: Bool { kind == "positional" }
  }

  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let arguments: [Argument]?
    let subcommands: [Command]?
  }

  let command: Command

  static func read() throws -> HelpDump {
    let printed = try Program.run(["--experimental-dump-help"]).output
    return try JSONDecoder().decode(HelpDump.self, from: Data(printed.utf8))
  }

  func command(_ name: String) throws -> Command {
    try #require(command.subcommands?.first { $0.commandName == name }, "no command \(name)")
  }
}

/// A view as other languages call it.
struct BoundView {
  let declaration: ViewDeclaration
  /// The options that make a difference to a result as data.
  let options: [HelpDump.Argument]
  /// What comes after the case, as the words of a search.
  let words: [HelpDump.Argument]
  let columns: [String]
  let rule: String?

  /// Of how a result is printed, not of what it is.
  static let ofPrinting: Set<String> = [
    "format", "bom", "width", "help", "version", "max-size", "jsonl", "jobs", "max-line",
    "stop-on-error", "detail", "no-detail", "weight", "redact",
  ]

  static func all() throws -> [BoundView] {
    let dump = try HelpDump.read()
    return try ViewCatalogue.all.map { view in
      let declaration = view.declaration
      let arguments = try dump.command(declaration.command).arguments ?? []
      let facts = try ViewFacts.of(view)
      return BoundView(
        declaration: declaration,
        options: arguments.filter {
          !$0.isPositional && !ofPrinting.contains($0.name) && $0.shouldDisplay != false
        },
        words: arguments.filter { $0.isPositional && $0.name != "case" },
        columns: facts.columns, rule: facts.rule)
    }
  }

  /// "as_of", and with a mark behind it where the language keeps the word for itself.
  static func identifier(_ name: String, reserved: Set<String>) -> String {
    let plain = name.replacing("-", with: "_")
    return reserved.contains(plain) ? plain + "_" : plain
  }
}

extension String {
  /// Lines of at most `width` characters; a word longer than that has its own.
  func wrapped(_ width: Int, indent: String = "", first: String? = nil) -> String {
    var lines: [String] = []
    var line = first ?? indent
    var isEmpty = true
    for word in split(whereSeparator: \.isWhitespace) {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        (line, isEmpty) = (indent, true)
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
