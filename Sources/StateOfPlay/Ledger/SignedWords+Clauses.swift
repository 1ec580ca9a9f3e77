internal import CaseModel

/// The words for clauses of texts.
extension SignedWords {
  /// Words that say what a clause of a signed text settles share the text's fate.
  struct ClauseWords {
    /// When the text ended.
    var end: PackageEnd?
    /// Words that take the whole text and wait for something.
    var asking: [Asking]

    /// The same in a case in which other statements stand elsewhere.
    func moved(by edit: StatementEdit) -> ClauseWords {
      let moved = asking.compactMap { one in
        edit.place(of: one.place).map { Asking(place: $0, by: one.by, said: one.said) }
      }
      return ClauseWords(end: end, asking: moved)
    }

    /// The first of them that a party said of what it says at `said`, or earlier.
    func asks(_ party: Case.Actor.ID, said: EDTFDate?) -> Int? {
      asking.first { one in
        guard one.by.contains(party), let date = one.said, let said else { return false }
        return !date.isLater(than: said)
      }?.place
    }
  }

  /// A signature under a text, or a yes to it, that waits for something.
  struct Asking {
    /// Of the statement in the case.
    let place: Int
    let by: Set<Case.Actor.ID>
    let said: EDTFDate?
  }

  /// By the statement.
  /// - Complexity: O(statements + clauses).
  static func clauseWords(_ filtered: FilteredCase) -> [Case.Statement.ID: ClauseWords] {
    if filtered.theCase.drafts.isEmpty { return [:] }
    var found: [Case.Statement.ID: ClauseWords] = [:]
    let accepted = acceptances(filtered)
    for draft in filtered.theCase.drafts {
      let signed = draft.signed.filter { filtered.holds($0.date, $0.evidence) }.flatMap { signing in
        signing.evidence.statements.compactMap { filtered.index.position(.statements, $0.raw) }
          .filter { !filtered.theCase.statements[$0].standingRequirements.isEmpty }
          .map { place in
            Asking(
              place: place,
              by: Set(
                signing.by.flatMap { filtered.index.spokenFor(by: $0, on: signing.date) }),
              said: signing.date ?? filtered.facts[place].said)
          }
      }
      let asking = signed + (accepted[draft.id] ?? [])
      let end = filtered.ended(draft).map { $0.date.map(PackageEnd.on) ?? .undated }
      if asking.isEmpty, end == nil { continue }
      for clause in draft.clauses where clause.status == .agreed || clause.status == .provisional {
        let subjects = Set(clause.subjects)
        for id in clause.evidence.statements
        where filtered.index.statement(id)?.about.map(subjects.contains) ?? false {
          found[id] = ClauseWords(end: end, asking: asking)
        }
      }
    }
    return found
  }

  /// Each yes to a text as a whole that waits for something.
  private static func acceptances(_ filtered: FilteredCase) -> [Case.Draft.ID: [Asking]] {
    var found: [Case.Draft.ID: [Asking]] = [:]
    let asking = filtered.eachStatement(marked: .onText) {
      place, statement -> (Case.Draft.ID, Asking)? in
      guard case .draft(let id, nil)? = statement.pointee.about, statement.pointee.act == .accept,
        filtered.facts[place].time.isEvidence, !statement.pointee.isDoubted,
        !statement.pointee.standingRequirements.isEmpty
      else { return nil }
      let said = filtered.facts[place].said
      let by = statement.pointee.speaker.flatMap { filtered.index.spokenFor(by: $0, on: said) }
      return (id, Asking(place: place, by: Set(by), said: said))
    }
    for (id, one) in asking { found[id, default: []].append(one) }
    return found
  }

  /// The day until which a clause is to hold, where all words for it say so.
  static func until(
    _ clause: Case.Draft.Clause, signing: Evidence = Evidence(), _ filtered: FilteredCase
  ) -> EDTFDate? {
    // The signature may end before the clause by itself would.
    [clause.evidence, signing].compactMap { evidence in
      let dates = evidence.statements.compactMap { filtered.index.statement($0) }.map(\.lastDay)
      guard !dates.isEmpty, dates.allSatisfy({ $0 != nil }) else { return nil }
      return dates.compactMap(\.self).max { $0.ends < $1.ends }
    }.min { $0.ends < $1.ends }
  }
}

extension FilteredCase {
  /// What the signatories of a text promise in it: what its clauses name as promised, and what is recorded
  /// as promised by their words or by those of the signature, as far as no clause settles it itself.
  func promises(
    in clauses: [Case.Draft.Clause], signedBy signing: Case.Draft.Signing
  ) -> [Case.Commitment] {
    let subjects = Set(clauses.flatMap(\.subjects))
    let words = Set(signing.evidence.statements + clauses.flatMap(\.evidence.statements))
    return theCase.commitments.filter { promise in
      guard promise.strength == .promised, let about = promise.about, !subjects.contains(about),
        about.parts.allSatisfy(\.isOneAnswer)
      else { return false }
      return subjects.contains(.commitment(promise.id))
        || promise.evidence.statements.contains(where: words.contains)
    }
  }
}

extension Subject {
  /// An option, or a number, a date or a set.
  fileprivate var isOneAnswer: Bool {
    switch self {
    case .issue(_, .options(let options)): options.count == 1
    case .issue(_, .value): true
    default: false
    }
  }
}
