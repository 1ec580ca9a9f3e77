import CaseModel
import StateOfPlay

/// Talks of two towns on a toll bridge: what becomes of texts and packages, and of what is asked for them.
enum Bridge {
  static let sections = """
    case: {id: bridge, title: The toll bridge, parties: [hill, shore]}
    actors:
      - {id: hill, name: Hill, kind: organisation}
      - {id: shore, name: Shore, kind: organisation}
      - {id: guild, name: The guild, kind: body}
      - {id: arbiter, name: The arbiter, kind: person}
      - {id: clerk, name: The clerk, kind: person, speaksFor: [{actor: shore, basis: ana}]}
      - {id: gazette, name: The Gazette, kind: outlet}
    issues:
      - {id: toll, title: The toll, kind: negotiable, value: quantity, unit: coin, wants: {hill: more, shore: less}}
      - {id: keeper, title: The keeper, kind: negotiable, options: [{id: ours, title: Hill names him}, {id: theirs, title: Shore names him}]}
      - {id: lamps, title: The lamps, kind: negotiable, options: [{id: lit, title: They are lit}, {id: dark, title: They stay dark}]}
      - {id: repairs, title: What is repaired, kind: negotiable, value: set, members: [{id: arch}, {id: deck}, {id: rail}], wants: {hill: more}}
      - {id: opening, title: When it opens, kind: negotiable, value: date, wants: {hill: less, shore: more}}
    """

  static func coins(_ number: String) -> String {
    "about: {issue: toll, value: {quantity: \(number), unit: coin}}"
  }

  /// A text with its clauses, as the inside of a YAML map each.
  static func text(
    _ id: String, _ date: String, _ fields: String, _ clauses: [String]
  ) -> String {
    let list = clauses.enumerated().map { "{id: c\($0.offset), \($0.element)}" }
    return
      "\n  - {id: \(id), title: Text \(id), date: \(date), \(fields), clauses: [\(list.joined(separator: ", "))], basis: ana}"
  }

  static func record(
    _ lines: [String], texts: [String] = [], milestones: String = ""
  ) throws -> Case {
    let drafts = texts.isEmpty ? "" : "\ndrafts:" + texts.joined()
    return try StateOfPlayTests.record(lines, with: sections + "\n" + milestones + drafts)
  }

  static func views(
    _ lines: [String], texts: [String] = [], milestones: String = "", asOf: String = "2051-12-01"
  ) throws -> LedgerTests.Views {
    try .init(record(lines, texts: texts, milestones: milestones), .asOf(asOf))
  }
}
