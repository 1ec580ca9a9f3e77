import CaseModel
import Foundation
import Interchange
import TestSupport
import Testing

/// Pages made from the code, so that they cannot differ from it.
@Suite struct GeneratedPageTests {
  @Test func checks() throws {
    var page = """
      # Checks and read errors

      Every code that `dragoman` reports: [the rules of `dragoman check`](#rules), for a case that can \
      be read, and [the reasons why a file cannot be read](#files-that-cannot-be-read). The examples \
      are also the tests; they are parts of a small case with two parties, an issue, a source and \
      two statements.

      ## Rules

      Each rule has examples that it reports and examples that it accepts. `--rule NAME` runs a \
      single rule.

      | Rule | Severity |
      | --- | --- |

      """
    for rule in IntegrityCheck.rules {
      page += "| [\(rule.code)](#\(rule.code)) | \(rule.severity.rawValue) |\n"
    }
    for rule in IntegrityCheck.rules {
      let description = try docComment(of: "\(rule)")
      page += "\n### \(rule.code)\n\n*\(rule.severity.rawValue.capitalized)*\n\n\(description)\n"
      page += "\nReports:\n" + rule.triggering.map(block).joined()
      page += "\nAccepts:\n" + rule.passing.map(block).joined()
    }
    page += """

      ## Files that cannot be read

      Reading continues after an error, so that one run reports them all, each with its line. No part \
      of such a file is used.

      """
    let meanings = try readErrorMeanings()
    for code in ReadErrorCode.allCases {
      let meaning = try #require(meanings[code], "\(code) has no doc comment")
      let example = code.example
      let shown =
        example.shown.count > 600 ? "\(example.shown.prefix(300))…" : example.shown
      page += "\n### Unreadable: \(code.rawValue)\n\n\(meaning)\n"
      let beside = example.beside.map { ", beside `\($0.name)`" }.joined()
      page += "\nIn `\(example.name)`\(beside):\n"
      page += "\n```\n\(shown.trimmingCharacters(in: .newlines))\n```\n"
    }
    try Golden.expect(page, matches: "docs/checks.md")
  }

  /// The doc comment above each reason why a file cannot be read.
  private func readErrorMeanings() throws -> [ReadErrorCode: String] {
    let file = Program.root.appendingPathComponent("Sources/CaseModel/Shape/ReadErrorCode.swift")
    var meanings: [ReadErrorCode: String] = [:]
    var comment: [String] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let words = line.trimmingCharacters(in: .whitespaces)
      if words.hasPrefix("///") {
        comment.append(words.dropFirst(3).trimmingCharacters(in: .whitespaces))
        continue
      }
      if let match = words.wholeMatch(of: /case (\w+)(?: = "(.*)")?/),
        let code = ReadErrorCode(rawValue: String(match.2 ?? match.1)), !comment.isEmpty
      {
        meanings[code] = comment.joined(separator: " ")
      }
      comment = []
    }
    return meanings
  }

  /// The doc comment above the rule is its published description.
  private func docComment(of rule: String) throws -> String {
    let file = Program.root.appendingPathComponent("Sources/CaseModel/Checks/\(rule).swift")
    let lines = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let declaration = try #require(
      lines.firstIndex { $0.contains("\(rule): ") && $0.contains("Rule {") }, "\(rule)")
    let comment = lines[..<declaration].reversed().prefix { $0.hasPrefix("///") }.reversed()
    #expect(!comment.isEmpty, "\(rule) has no doc comment")
    return comment.map { $0.dropFirst(3).trimmingCharacters(in: .whitespaces) }
      .joined(separator: "\n")
  }

  private func block(_ example: RuleExample) -> String {
    var text = "\n```yaml\n\(example.yaml.trimmingCharacters(in: .newlines))\n```\n"
    for (source, words) in example.texts.sorted(by: { $0.key < $1.key }) {
      let shown = words.count > 200 ? "\(words.prefix(200))…" : words
      text += "\nwith this text of `\(source)`:\n\n```\n\(shown)\n```\n"
    }
    return text
  }

  @Test func caseFile() throws {
    var page = """
      # The case file

      Every key of a case file. YAML and JSON have the same structure; `dragoman schema` prints it \
      as JSON Schema. All scalars are read as text: `2022`, `no` and `on` need no quotes. Dates are \
      EDTF, levels 0 and 1. Keys in **bold** are required.

      ```yaml
      dragoman: 1
      case: {id: valley, title: Talks on the valley, parties: [north, south]}
      actors: …
      ```

      """
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(CaseSchema.json())) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    var pending = ["case-header"]
    let sections = Case.Section.allCases.map(\.rawValue)
    let properties = try #require(schema["properties"] as? [String: [String: Any]])
    for section in sections {
      let items = properties[section]?["items"] as? [String: Any]
      pending.append(contentsOf: references(in: items ?? [:]))
    }
    var seen: Set<String> = []
    while !pending.isEmpty {
      let name = pending.removeFirst()
      guard seen.insert(name).inserted, let definition = definitions[name] else { continue }
      page += "\n## \(name.replacing("-", with: " ").capitalizedFirst)\n\n"
      if let words = definition["enum"] as? [Any] {
        page +=
          "One of "
          + words.compactMap { $0 as? String }.map { "`\($0)`" }
          .joined(separator: ", ") + ".\n"
        continue
      }
      guard let fields = definition["properties"] as? [String: [String: Any]] else {
        page +=
          "\(definition["description"] as? String ?? "Text") \(definition["pattern"].map { "matching `\($0)`" } ?? "").\n"
        continue
      }
      let required = Set(definition["required"] as? [String] ?? [])
      page += "| Key | Value | Meaning |\n| --- | --- | --- |\n"
      for key in order(of: name, fields) {
        let field = fields[key] ?? [:]
        let shown = required.contains(key) ? "**`\(key)`**" : "`\(key)`"
        page += "| \(shown) | \(type(of: field)) | \(field["description"] as? String ?? "") |\n"
        pending.append(contentsOf: references(in: field))
      }
    }
    try Golden.expect(page, matches: "docs/case-file.md")
  }

  /// Keys in the file's own order, which a parsed object has lost.
  private func order(of name: String, _ fields: [String: Any]) -> [String] {
    let text = String(decoding: CaseSchema.json(), as: UTF8.self)
    guard let start = text.range(of: "    \"\(name)\": {") else { return fields.keys.sorted() }
    let rest = text[start.upperBound...]
    return fields.keys.sorted { a, b in
      let place = { (key: String) in
        rest.range(of: "\n        \"\(key)\": {")?.lowerBound ?? rest.endIndex
      }
      return (place(a), a) < (place(b), b)
    }
  }

  private func references(in schema: [String: Any]) -> [String] {
    if let reference = schema["$ref"] as? String {
      return [String(reference.dropFirst("#/$defs/".count))]
    }
    var found: [String] = []
    for option in schema["anyOf"] as? [[String: Any]] ?? [] { found += references(in: option) }
    if let items = schema["items"] as? [String: Any] { found += references(in: items) }
    if let values = schema["additionalProperties"] as? [String: Any] {
      found += references(in: values)
    }
    return found
  }

  private func type(of schema: [String: Any]) -> String {
    if let reference = references(in: ["$ref": schema["$ref"] as Any]).first {
      let name = reference.replacing("-", with: " ")
      return "[\(name)](#\(reference))"
    }
    if let options = schema["anyOf"] as? [[String: Any]] {
      return options.map { type(of: $0) }.filter { $0 != "nothing" }.joined(separator: " or ")
    }
    if let items = schema["items"] as? [String: Any] { return "list of \(type(of: items))" }
    if let values = schema["additionalProperties"] as? [String: Any] {
      return "map to \(type(of: values))"
    }
    switch schema["type"] {
    case let name as String: return name == "null" ? "nothing" : name == "object" ? "map" : name
    case is [Any]: return "text"
    default: return "text"
    }
  }

  @Test func commands() throws {
    var page = """
      # Commands

      The output of `--help` for each command. Completions for a shell: `dragoman --generate-completion-script \
      bash` (or `zsh`, `fish`).

      ```
      \(try Program.run(["--help"]).output)```

      """
    for command in HelpExampleTests.commands {
      page += "\n## \(command)\n\n```\n\(try Program.run([command, "--help"]).output)```\n"
    }
    try Golden.expect(page, matches: "docs/commands.md")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completions(_ shell: String) throws {
    let result = try Program.run(["--generate-completion-script", shell])
    #expect(result.code == 0)
    for command in HelpExampleTests.commands { #expect(result.output.contains(command)) }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
