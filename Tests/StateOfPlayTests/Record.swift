import CaseModel
import Interchange
import StateOfPlay
import Testing

/// A small case made of a few statements, each given as the inside of a YAML map. What a statement
/// does not say it gets: source `paper`, a quote, a gist, speaker `north`, and the option `shared`
/// of the issue `water`. `sections` replace those of the base.
func record(_ statements: [String], with sections: String = "") throws -> Case {
  let given: [(key: String, standard: String)] = [
    ("source", "paper"), ("quote", "{start: 0, end: 1}"), ("gist", "words"), ("speaker", "north"),
    ("about", "{issue: water, option: shared}"),
  ]
  let lines = statements.map { line in
    let missing = given.filter { !line.hasPrefix("\($0.key):") && !line.contains(" \($0.key):") }
    return "  - {\(line), \(missing.map { "\($0.key): \($0.standard)" }.joined(separator: ", "))}"
  }
  let list = lines.isEmpty ? "" : "\nstatements:\n" + lines.joined(separator: "\n")
  return try read(sections + list)
}

/// Reads a snippet of a case file; sections it does not give are those of `base`.
func read(_ snippet: String) throws -> Case {
  let given = snippet.split(separator: "\n").filter { $0.first?.isLetter == true }
    .compactMap { $0.split(separator: ":").first }
  let rest = base.filter { part in !given.contains { part.hasPrefix("\($0):") } }
  let file = (rest + [snippet]).joined(separator: "\n") + "\n"
  do {
    return try CaseReader.read(Array(file.utf8), as: .yaml).theCase
  } catch {
    for finding in error.findings {
      Issue.record("line \(finding.place?.line ?? 0): \(finding.message)\n\(file)")
    }
    throw error
  }
}

private let base = [
  "dragoman: 1",
  "case: {id: valley, title: Talks on the valley, parties: [north, south]}",
  """
  actors:
    - {id: north, name: North, kind: state}
    - {id: south, name: South, kind: state}
    - {id: west, name: West, kind: state}
    - {id: gazette, name: The Gazette, kind: outlet}
    - {id: envoy, name: The envoy, kind: person, speaksFor: [{actor: north, basis: ana}]}
    - {id: minister, name: The minister, kind: person, speaksFor: [{actor: north, basis: ana}]}
    - {id: consul, name: The consul, kind: person, speaksFor: [{actor: south, basis: ana}]}
    - {id: deputies, name: Some deputies, kind: group, partOf: north}
  """,
  """
  issues:
    - id: water
      title: Who draws the water
      kind: negotiable
      options: [{id: shared, title: By turns}, {id: metered, title: By meter}, {id: dammed, title: By a dam}]
  """,
  """
  sources:
    - {id: paper, publisher: gazette, title: The paper, published: 2025-06-01, text: \(withheld)}
    - {id: leaf, publisher: gazette, title: An undated leaf, text: \(withheld)}
  """,
  "analysts: [{id: ana, name: Ana}]",
]

/// A text record for snippets.
let withheld =
  "{withheld: true, sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, length: 100}"

extension Lens {
  static func asOf(_ date: String) throws -> Lens {
    var lens = Lens()
    lens.asOf = try EDTFDate(date)
    return lens
  }

  static func reportedBy(_ date: String) throws -> Lens {
    var lens = Lens()
    lens.reportedBy = try EDTFDate(date)
    return lens
  }

  static func knownAt(_ date: String) throws -> Lens {
    var lens = Lens()
    lens.knownAt = try EDTFDate(date)
    return lens
  }

  static var redacted: Lens {
    var lens = Lens()
    lens.redact = true
    return lens
  }
}

/// One cell of the positions of a case.
func cell(
  _ theCase: Case, _ lens: Lens = Lens(), of party: Case.Actor.ID = "north",
  on issue: Case.Issue.ID = "water"
) throws -> PositionsView.Cell {
  var lens = lens
  // An issue asked about is there on days before anything was said on it.
  if lens.issues.isEmpty { lens.issues = [issue] }
  let row = try #require(positions(theCase, lens).rows.first { $0.issue == issue })
  return try #require(row.cells.first { $0.party == party })
}

extension PositionsView.Cell {
  subscript(answer: String) -> PositionsView.OptionPosition? {
    answers.first { $0.answer == answer }
  }

  /// What became of a statement in this cell; nil where it is not in it.
  func role(_ statement: Case.Statement.ID) -> PositionStatement.Role? {
    statements.first { $0.statement == statement }?.role
  }

  func directness(_ statement: Case.Statement.ID) -> Directness? {
    statements.first { $0.statement == statement }?.directness
  }
}
