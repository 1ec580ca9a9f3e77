import Foundation
import TestSupport
import Testing

/// The same case gives the same bytes wherever it is read: in other languages, other time zones,
/// and on one core.
@Suite struct SameBytesTests {
  /// Every view, in the form that shows most, and the brief in each of its faces.
  static let commands: [[String]] =
    [
      "positions", "changes", "convergence", "contradictions", "preconditions", "constraints",
      "commitments", "delegations", "timeline", "sources",
    ].flatMap { view in
      ["text", "json"].map { [view, "Examples/istanbul", "--format", $0] }
    }
    + ["text", "markdown", "json", "html"].map { ["brief", "Examples/istanbul", "--format", $0] }
    + [
      ["brief", "Examples/istanbul", "--as-of", "2022", "--since", "2022-03"],
      ["positions", "Examples/istanbul", "--format", "csv"],
      ["stability", "Examples/istanbul", "--why"],
    ]

  /// What a machine may be set to. A locale that is not installed is asked for all the same:
  /// nothing may depend on it. Hashing is seeded differently in each run unless set otherwise.
  static let settings: [(name: String, environment: [String: String])] = [
    ("Turkish, the far east", ["LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"]),
    ("Ukrainian, half an hour off", ["LC_ALL": "uk_UA.UTF-8", "TZ": "America/St_Johns"]),
    (
      "plain C, fixed hashing",
      ["LC_ALL": "C", "TZ": "UTC", "SWIFT_DETERMINISTIC_HASHING": "1"]
    ),
    ("German, no colour", ["LANG": "de_DE.UTF-8", "TERM": "dumb", "NO_COLOR": "1"]),
  ]

  @Test(arguments: commands) func everywhere(_ arguments: [String]) throws {
    let plain = try Program.run(arguments)
    #expect(plain.code == 0 && !plain.output.isEmpty)
    for (name, environment) in Self.settings {
      let other = try Program.run(arguments, environment: environment)
      #expect(plain.output == other.output, "\(name)")
    }
    if let oneCore = Program.oneCore {
      let bound = try Program.run(arguments, launcher: oneCore)
      #expect(plain.output == bound.output, "on one core")
    }
  }

  /// A letter that other languages order or change otherwise must not come to matter.
  @Test func namesOfManyAlphabets() throws {
    let own = try TemporaryFolder()
    defer { withExtendedLifetime(own) {} }
    let folder = own.url
    let names = ["Iğdır", "ıspanak", "Çağrı", "Österreich", "Zürich", "Україна", "Їжак", "äther"]
    let actors = names.enumerated().map { "  - {id: a-\($0), name: \($1), kind: state}" }
    let statements = names.indices.map { number in
      "  - {id: s-\(number), source: p, quote: {start: 0, end: 1}, gist: \(names[number]), "
        + "speaker: a-\(number), act: \(number % 2 == 0 ? "demand" : "reject"), "
        + "about: {issue: i, option: o-\(number % 3)}, date: 2025-05-0\(1 + number % 4)}"
    }
    let text =
      "{withheld: true, sha256: "
      + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, length: 100}"
    let file = """
      dragoman: 1
      case: {id: many, title: Many alphabets, parties: [\(names.indices.map { "a-\($0)" }.joined(separator: ", "))]}
      actors:
      \(actors.joined(separator: "\n"))
      issues:
        - {id: i, title: İzin, kind: negotiable, options: [{id: o-0, title: Ş}, {id: o-1, title: І}, {id: o-2, title: ß}]}
      sources:
        - {id: p, title: Gazete, published: 2025-06-01, text: \(text)}
      statements:
      \(statements.joined(separator: "\n"))

      """
    let path = folder.appendingPathComponent("many.yaml").path
    try Data(file.utf8).write(to: URL(fileURLWithPath: path))
    for view in ["brief", "positions", "changes", "contradictions"] {
      let plain = try Program.run([view, path])
      #expect(plain.code == 0, "\(plain.error)")
      for (name, environment) in Self.settings {
        let other = try Program.run([view, path], environment: environment)
        #expect(plain.output == other.output, "\(view): \(name)")
      }
    }
  }
}
