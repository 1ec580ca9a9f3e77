internal import CaseModel

/// What is said by signature: texts that parties signed, each signatory's own words for what
/// their agreed clauses settle, and votes, each body's own yes or no to what it voted on. Said by the
/// statement that is the evidence of the signature or the vote.
struct SignedWords {
  struct Word {
    let about: Subject
    let by: [Case.Actor.ID]
    let said: EDTFDate?
    let statement: Case.Statement.ID
    var accepts = true
    /// The day until which the clause is to hold, where the words for it say so.
    let until: EDTFDate?
    /// What the signature, in its own words, waits for.
    var requires: [Requirement] = []
    /// When the text ended.
    var ended: EDTFDate?
  }

  /// By the place of the statement in the case.
  private(set) var byPlace: [Int: [Word]] = [:]

  /// - Complexity: O(signings × clauses + milestones).
  init(_ filtered: FilteredCase) {
    votes(filtered)
    for draft in filtered.theCase.drafts {
      let ended = filtered.ended(draft)
      // Of what has ended at some time there is no saying until when it held.
      if let ended, ended.date == nil { continue }
      for signing in draft.signed where filtered.holds(signing.date, signing.evidence) {
        let place = signing.evidence.statements.lazy
          .compactMap { filtered.index.position(.statements, $0.raw) }
          .first { filtered.facts[$0].time.isEvidence }
        guard let place else { continue }
        let by = signing.by.flatMap { filtered.index.spokenFor(by: $0, on: signing.date) }.uniqued
        for clause in draft.clauses {
          // What stood in brackets was left open by the signature.
          guard clause.status == .agreed || clause.status == .provisional,
            let about = clause.about, about.issue != nil
          else { continue }
          byPlace[place, default: []].append(
            Word(
              about: about, by: by, said: signing.date ?? filtered.facts[place].said,
              statement: filtered.theCase.statements[place].id,
              until: Self.until(clause, filtered),
              requires: filtered.theCase.statements[place].standingRequirements,
              ended: ended?.date))
        }
      }
    }
  }

  private mutating func votes(_ filtered: FilteredCase) {
    for milestone in filtered.theCase.milestones where milestone.kind == .vote {
      guard case .issue(let issue, let answer)? = milestone.of, !milestone.by.isEmpty else {
        continue
      }
      func add(_ date: EDTFDate?, _ evidence: Evidence, accepts: Bool) {
        let place = evidence.statements.lazy
          .compactMap { filtered.index.position(.statements, $0.raw) }
          .first { filtered.facts[$0].time.isEvidence }
        guard filtered.holds(date, evidence), let place else { return }
        byPlace[place, default: []].append(
          Word(
            about: .issue(issue, answer),
            by: milestone.by.flatMap { filtered.index.spokenFor(by: $0, on: date) }.uniqued,
            said: date ?? filtered.facts[place].said,
            statement: filtered.theCase.statements[place].id, accepts: accepts,
            until: nil))
      }
      if let reached = milestone.reached { add(reached.date, reached.evidence, accepts: true) }
      if let lost = milestone.lost { add(lost.date, lost.evidence, accepts: false) }
    }
  }

  /// Words that say what a clause of a signed text settles share the text's fate.
  struct ClauseWords {
    /// When the text ended.
    var end: PackageEnd?
    /// The place of the signature, where it waits for something.
    var asks: Int?
  }

  /// By the statement.
  static func clauseWords(_ filtered: FilteredCase) -> [Case.Statement.ID: ClauseWords] {
    var found: [Case.Statement.ID: ClauseWords] = [:]
    for draft in filtered.theCase.drafts where !draft.signed.isEmpty {
      let asks = draft.signed.flatMap(\.evidence.statements)
        .compactMap { filtered.index.position(.statements, $0.raw) }
        .first { !filtered.theCase.statements[$0].standingRequirements.isEmpty }
      let end = filtered.ended(draft).map { $0.date.map(PackageEnd.on) ?? .undated }
      if asks == nil, end == nil { continue }
      for clause in draft.clauses where clause.status == .agreed || clause.status == .provisional {
        for id in clause.evidence.statements
        where clause.about != nil && filtered.index.statement(id)?.about == clause.about {
          found[id] = ClauseWords(end: end, asks: asks)
        }
      }
    }
    return found
  }

  /// The day until which a clause is to hold, where all words for it say so.
  static func until(
    _ clause: Case.Draft.Clause, _ filtered: FilteredCase
  ) -> EDTFDate? {
    let dates = clause.evidence.statements.compactMap { filtered.index.statement($0) }
      .map(\.lastDay)
    guard !dates.isEmpty, dates.allSatisfy({ $0 != nil }) else { return nil }
    return dates.compactMap(\.self).max { $0.ends < $1.ends }
  }
}
