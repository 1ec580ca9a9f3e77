internal import CaseModel

/// What is said of a draft, of one of its clauses or of a promise, as words on the issues these
/// settle.
struct PackageAnswers {
  struct Part {
    let about: Subject
    /// The words are about the whole that it is a part of.
    let isWhole: Bool
    /// The parties whose words count; nil where all do.
    let only: [Case.Actor.ID]?
  }

  private let index: CaseIndex

  init(_ reading: Reading) { index = reading.index }

  /// The answers that `statement` gives by way of a draft or a promise.
  func parts(of statement: Case.Statement, said: EDTFDate?) -> [Part] {
    switch statement.about {
    case .together(let subjects)?:
      guard Self.speaks(statement.act) else { return [] }
      return subjects.filter { $0.issue != nil }.map { Part(about: $0, isWhole: true, only: nil) }
    case .draft(let id, let clause)?:
      guard let draft = index.draft(id), Self.speaks(statement.act) else { return [] }
      return draft.clauses.compactMap { part in
        guard let about = part.about, about.issue != nil else { return nil }
        if let clause {
          guard part.id == clause else { return nil }
          return Part(about: about, isWhole: false, only: nil)
        }
        // Where the sides word it each in its own way, the text gives no one answer.
        guard part.status != .alternatives else { return nil }
        // What was not yet in the text was not spoken of.
        guard part.status != .refusedToDiscuss, !isLater(part, than: said) else { return nil }
        return Part(about: about, isWhole: true, only: nil)
      }
    case .commitment(let id)?:
      // To promise a thing is to be for it; to accuse of it or to deny it says nothing of the thing.
      guard [.commit, .offer, .concede].contains(statement.act),
        let commitment = index.commitment(id), let about = commitment.about
      else { return [] }
      let takers = commitment.debtorsTaking(about, index, on: said)
      return takers.isEmpty ? [] : [Part(about: about, isWhole: false, only: takers)]
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

extension Case.Commitment {
  /// Those of its debtors who must themselves act for the very option that it is about: they promise
  /// the step. Another promise on an issue, such as to talk of it, settles nothing of the answer.
  func debtorsTaking(
    _ about: Subject, _ index: CaseIndex, on date: EDTFDate?
  ) -> [Case.Actor.ID] {
    guard strength == .promised, case .issue(let id, .options(let options)) = about,
      let issue = index.issue(id)
    else { return [] }
    let taking = issue.options.filter { options.contains($0.id) }.flatMap(\.takenBy)
      .flatMap { index.spokenFor(by: $0, on: date) }
    return debtors.flatMap { index.spokenFor(by: $0, on: date) }.filter(taking.contains)
  }
}
