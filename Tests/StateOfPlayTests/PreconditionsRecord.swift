import CaseModel
import Foundation
import Interchange
import StateOfPlay
import Testing

/// A small case for preconditions. Statements are the insides of YAML maps; what one does not say it
/// gets: an id by number, source `paper`, a quote, a gist, speaker `north` and act `condition`.
enum Waiting {
  static func record(_ statements: [String], _ sections: String = "") throws -> Case {
    let standard: [(key: String, value: String)] = [
      ("source", "paper"), ("quote", "{start: 0, end: 1}"), ("gist", "words"), ("speaker", "north"),
      ("act", "condition"),
    ]
    let lines = statements.enumerated().map { number, line in
      var parts = line.contains("id:") && line.hasPrefix("id:") ? [] : ["id: s\(number + 1)"]
      parts.append(line)
      for (key, value) in standard where !line.hasPrefix("\(key):") && !line.contains(" \(key):") {
        parts.append("\(key): \(value)")
      }
      return "  - {\(parts.joined(separator: ", "))}"
    }
    let given = sections.split(separator: "\n").filter { $0.first?.isLetter == true }
      .compactMap { $0.split(separator: ":").first }
    let rest = base.filter { part in !given.contains { part.hasPrefix("\($0):") } }
    let list = lines.isEmpty ? "" : "statements:\n\(lines.joined(separator: "\n"))"
    let file = (rest + [sections, list]).joined(separator: "\n") + "\n"
    do {
      return try CaseReader.read(Array(file.utf8), as: .yaml).theCase
    } catch {
      for finding in error.findings {
        Issue.record("line \(finding.place?.line ?? 0): \(finding.message)\n\(file)")
      }
      throw error
    }
  }

  static func view(
    _ statements: [String], _ sections: String = "", asOf: String? = nil
  ) throws -> PreconditionsView {
    var lens = Lens()
    lens.asOf = try asOf.map { try EDTFDate($0) }
    return try preconditions(record(statements, sections), lens)
  }

  private static let base = [
    "dragoman: 1",
    "case: {id: valley, title: Talks on the valley, parties: [north, south]}",
    """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: west, name: West, kind: state}
      - {id: gazette, name: The Gazette, kind: outlet}
      - {id: envoy, name: The envoy, kind: person, speaksFor: [{actor: north, basis: ana}]}
      - {id: consul, name: The consul, kind: person, speaksFor: [{actor: south, basis: ana}]}
      - {id: critic, name: The critic, kind: person}
    """,
    """
    issues:
      - id: water
        title: The water
        kind: negotiable
        options: [{id: shared, title: By turns}, {id: metered, title: By meter}]
      - id: truce
        title: The truce
        kind: negotiable
        options: [{id: signed, title: It is signed, takenBy: [envoy, south]}]
      - id: leaving
        title: What South leaves
        kind: negotiable
        value: set
        members: [{id: hill}, {id: ford}]
    """,
    """
    sources:
      - {id: paper, publisher: gazette, title: The paper, published: 2025-06-01, text: \(text)}
      - {id: leaf, publisher: gazette, title: An undated leaf, text: \(text)}
    """,
    """
    meetings:
      - {id: summit, title: The summit, kind: summit, status: proposed}
      - {id: picnic, title: The picnic, kind: talks, status: held, date: 2025-05-05, basis: ana}
    """,
    """
    milestones:
      - {id: dam, title: The dam is built}
      - {id: calm, title: Calm on the border}
      - {id: trust, title: Trust}
    """,
    "analysts: [{id: ana, name: Ana}]",
  ]

  private static let text =
    "{withheld: true, sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, length: 100}"
}

extension PreconditionsView {
  /// `NORTH: step → awaited` for each edge, for comparison.
  var lines: [String] { edges.map { "\($0.holder): \($0.step) → \($0.awaited)" } }

  var states: [State] { edges.map(\.state) }

  /// Of each opening the parties and the conditions given up.
  func openings(of deadlock: Int = 0) -> [[EdgeID]] {
    deadlocks[deadlock].openings.sets.map(\.waivers)
  }
}
