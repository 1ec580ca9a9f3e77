import Foundation
import TestSupport
import Testing

/// No command sends a terminal what a hostile document or case holds.
@Suite struct HostileTextTests {
  private static let poison =
    "\u{1B}[2K\u{1B}]0;owned\u{7}\u{9B}31m\u{8}\rover\u{202E}turned\u{2067}"

  /// The Sarn case as JSON with the poison behind every text that a person wrote.
  private static func poisoned(_ value: Any, _ key: String = "") -> Any {
    switch value {
    case let map as [String: Any]:
      return Dictionary(uniqueKeysWithValues: map.map { ($0.key, poisoned($0.value, $0.key)) })
    case let list as [Any]: return list.map { poisoned($0, key) }
    case let text as String:
      let written = [
        "title", "name", "aliases", "gist", "what", "description", "doubted", "hedge", "need",
        "text",
      ]
      return written.contains(key) ? text + poison : text
    default: return value
    }
  }

  private static let commands: [[String]] = [
    ["positions"], ["positions", "--detail"], ["changes"], ["convergence"], ["contradictions"],
    ["preconditions"], ["commitments"], ["constraints"], ["delegations"], ["drafts"], ["timeline"],
    ["sources"], ["brief"], ["search", "water"], ["show", "let-13"], ["show", "oruna"], ["settle"],
    ["stability"],
  ]

  @Test func noCommandSendsThem() throws {
    try Program.inScratch { folder in
      let json = try Program.run(["convert", "Examples/sarn", "--to", "json"], in: folder)
      let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
      let data = try JSONSerialization.data(
        withJSONObject: Self.poisoned(value), options: [.sortedKeys])
      try data.write(to: folder.appendingPathComponent("poisoned.json"))
      for command in Self.commands {
        for format in ["text", "markdown", "csv"] {
          let arguments =
            [command[0], "poisoned.json"] + command.dropFirst() + ["--format", format]
          let result = try Program.run(arguments, in: folder)
          let words = (result.output + result.error).replacing("\r\n", with: "\n")
          let sent = words.unicodeScalars.filter { scalar in
            (scalar.value < 0x20 && scalar != "\n" && scalar != "\t")
              || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x202E
              || scalar.value == 0x2067
          }
          #expect(sent.isEmpty, "\(arguments)")
        }
      }
      for arguments in [
        ["check", "poisoned.json"], ["check", "poisoned.json", "--format", "csv"],
        ["positions", "poisoned.json", "--party", "\u{1B}[31m"],
      ] {
        let result = try Program.run(arguments, in: folder)
        #expect(!(result.output + result.error).unicodeScalars.contains("\u{1B}"), "\(arguments)")
      }
    }
  }

  /// Hints do not name what is confidential.
  @Test func hintsDoNotNameWhatIsConfidential() throws {
    try Program.inScratch { folder in
      let path = folder.appendingPathComponent("Examples/sarn")
      let name = try #require(
        try FileManager.default.contentsOfDirectory(atPath: path.path).first {
          $0.hasSuffix(".yaml")
        })
      let file = path.appendingPathComponent(name)
      var text = try String(contentsOf: file, encoding: .utf8)
      let actor = "  - {id: zzmole, name: The mole, kind: person, confidential: true}\n"
      text = text.replacing("actors:\n", with: "actors:\n" + actor, maxReplacements: 1)
      try Data(text.utf8).write(to: file)
      for option in ["--party", "--issue", "--source"] {
        for asked in ["zzmole", "zzmol", "qqqq"] {
          let result = try Program.run(
            ["positions", "Examples/sarn", "--redact", option, asked], in: folder)
          #expect(result.code == 2)
          let words = (result.output + result.error).replacing("`\(asked)`", with: "")
          #expect(!words.contains("zzmole"), "\(words)")
        }
      }
      let shown = try Program.run(["show", "Examples/sarn", "zzmol", "--redact"], in: folder)
      #expect(!shown.error.contains("zzmole"))
    }
  }
}
