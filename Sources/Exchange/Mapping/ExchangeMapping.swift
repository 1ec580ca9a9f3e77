package import CaseModel
internal import Foundation

/// What becomes of the codes, columns and values of another program: proposed by the program, shown
/// before anything is written, changed by hand, saved beside the case and used again.
package struct ExchangeMapping: Sendable, Hashable, Encodable {
  /// How positions are counted; nil to be found out.
  package var positions: String?
  /// By the name of a column or variable, what it is.
  package var columns: [String: Column] = [:]
  /// By the path of a code, what it is; see ``CodeMeaning``.
  package var codes: [String: String] = [:]
  /// By a value of the stance's column, the stance.
  package var stances: [String: String] = [:]
  /// By a value of the act's column, the act.
  package var acts: [String: String] = [:]
  /// By the name of a column that holds one actor's stances, the actor.
  package var actors: [String: String] = [:]
  /// By the name of a column that says whether something is about one issue, the issue.
  package var issues: [String: String] = [:]
  /// By the name of a column with dates such as 3/4/2031, their order.
  package var dates: [String: ForeignDate.Order] = [:]

  package init() {}

  /// What a column is.
  package enum Column: String, Sendable, Hashable, Codable, CaseIterable {
    case id, speaker, speaksFor, to, via, issue, answer, act, stance, date, gist, note
    case source, published, publisher, author, address, language
    case quote, start, end, credibility, category, stage, ucdp, stanceOf, kind, alias, ignore
    /// How far what the row describes is about one issue.
    case issueOf
    /// What tells documents of one title apart, and what else is known of a document.
    case sourceID = "sourceId"
    case sourceNote
  }

  /// The cells of a row with what their columns are.
  func columns(of fields: [CodedProject.Field]) -> [(column: Column, field: CodedProject.Field)] {
    fields.compactMap { field in columns[field.name].map { ($0, field) } }
  }

  /// Whether rows of a table are statements: with someone's words, stance or act in them.
  /// - Parameter names: the columns of the table; a saved mapping has those of others too.
  func holdsStatements(_ names: Set<String>) -> Bool {
    let kinds = Set(names.compactMap { columns[$0] })
    let said: [Column] = [
      .stance, .stanceOf, .issueOf, .act, .quote, .start, .gist, .date, .to, .via,
    ]
    if !kinds.isDisjoint(with: said) { return true }
    // Someone and an issue: a table of who spoke of what.
    let isWhoAndWhat = kinds.contains(.speaker) && kinds.contains(.issue)
    return isWhoAndWhat || !(kinds.contains(.issue) || kinds.contains(.speaker))
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case positions, columns, codes, stances, acts, actors, issues, dates
  }

  package var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return ((try? encoder.encode(self)).map { Array($0) } ?? []) + [UInt8(ascii: "\n")]
  }

  /// The same with whatever a mapping given by hand says otherwise.
  package func overridden(by other: ExchangeMapping) -> ExchangeMapping {
    var merged = self
    merged.positions = other.positions ?? positions
    merged.columns.merge(other.columns) { $1 }
    merged.codes.merge(other.codes) { $1 }
    merged.stances.merge(other.stances) { $1 }
    merged.acts.merge(other.acts) { $1 }
    merged.actors.merge(other.actors) { $1 }
    merged.issues.merge(other.issues) { $1 }
    merged.dates.merge(other.dates) { $1 }
    return merged
  }
}

/// What a code stands for.
package enum CodeMeaning: Sendable, Hashable {
  case actor
  case issue
  /// Of the issue that the code above it is.
  case answer
  case act(Case.Statement.Act)
  case stance(Case.Statement.Stance)
  /// A heading that groups others.
  case group
  /// Kept in a note to the statement.
  case note
  case ignore

  package init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.dropFirst().first) {
    case ("actor", nil): self = .actor
    case ("issue", nil): self = .issue
    case ("answer", nil): self = .answer
    case ("group", nil): self = .group
    case ("note", nil): self = .note
    case ("ignore", nil): self = .ignore
    case ("act", let name?):
      guard let act = Case.Statement.Act(rawValue: name) else { return nil }
      self = .act(act)
    case ("stance", let name?):
      guard let stance = Case.Statement.Stance(rawValue: name) else { return nil }
      self = .stance(stance)
    default: return nil
    }
  }

  package var text: String {
    switch self {
    case .actor: "actor"
    case .issue: "issue"
    case .answer: "answer"
    case .act(let act): "act:\(act.rawValue)"
    case .stance(let stance): "stance:\(stance.rawValue)"
    case .group: "group"
    case .note: "note"
    case .ignore: "ignore"
    }
  }
}
