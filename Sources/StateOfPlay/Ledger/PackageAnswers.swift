internal import CaseModel

/// What is said of a package, a draft or one of its clauses, as words on the issues these settle.
///
/// A promise is left out: it may settle a part of an issue, as one to talk of it does, and says
/// nothing of the answer.
struct PackageAnswers {
  struct Part {
    let about: Subject
    /// The words are about the whole that it is a part of.
    let isWhole: Bool
  }

  private let index: CaseIndex

  init(_ filtered: FilteredCase) { index = filtered.index }

  /// The answers that `statement` gives by way of a package or a draft.
  func parts(of statement: Case.Statement, said: EDTFDate?) -> [Part] {
    switch statement.about {
    case .together(let subjects)?:
      guard Self.speaks(statement.act) else { return [] }
      return subjects.filter { $0.issue != nil }.map { Part(about: $0, isWhole: true) }
    case .draft(let id, let clause)?:
      guard let draft = index.draft(id), Self.speaks(statement.act) else { return [] }
      return draft.clauses.compactMap { part in
        guard let about = part.about, about.issue != nil else { return nil }
        if let clause {
          guard part.id == clause else { return nil }
          return Part(about: about, isWhole: false)
        }
        // Where the sides word it each in its own way, the text gives no one answer.
        guard part.status != .alternatives else { return nil }
        // What was not yet in the text was not spoken of.
        guard part.status != .refusedToDiscuss, !isLater(part, than: said) else { return nil }
        return Part(about: about, isWhole: true)
      }
    default: return []
    }
  }

  private static func speaks(_ act: Case.Statement.Act) -> Bool {
    switch act {
    case .accept, .propose, .offer, .commit, .concede, .reject, .condition, .withdraw: true
    default: false
    }
  }

  private func isLater(_ clause: Case.Draft.Clause, than said: EDTFDate?) -> Bool {
    guard let said else { return false }
    let dates = clause.evidence.statements.compactMap { id in
      index.statement(id).flatMap { index.said($0) }
    }
    return !dates.isEmpty && dates.allSatisfy { $0.isLater(than: said) }
  }
}
