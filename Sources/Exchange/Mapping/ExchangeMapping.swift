package import CaseModel
internal import Foundation

/// What becomes of the codes, columns and values of another program: proposed by the program, shown
/// before anything is written, changed by hand, saved beside the case and used again.
package struct ExchangeMapping: Sendable, Hashable, Codable {
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

  package init() {}

  /// What a column is.
  package enum Column: String, Sendable, Hashable, Codable, CaseIterable {
    case id, speaker, speaksFor, to, via, issue, answer, act, stance, date, gist, note
    case source, published, publisher, author, address, language
    case quote, start, end, credibility, ignore
  }

  package static func read(_ bytes: [UInt8]) throws(ExchangeError) -> ExchangeMapping {
    do {
      return try JSONDecoder().decode(ExchangeMapping.self, from: Data(bytes))
    } catch {
      throw ExchangeError(
        "the mapping cannot be read: it is not the JSON that a dry run prints",
        hint: "columns are \(Column.allCases.map(\.rawValue).joined(separator: ", "))")
    }
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
