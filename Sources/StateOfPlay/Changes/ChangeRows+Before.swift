internal import CaseModel

/// What was on record before a change: conditions that it does not set again, and what others had given.
extension ChangeRows {
  /// The party's own condition that awaits the step stood before the moment: on the issue as a whole,
  /// or on some other number, date or set that would settle it.
  func stood(
    _ awaited: PreconditionsView.StepID, _ scope: ChangeKinds.Scope, _ party: Case.Actor.ID,
    before time: MomentTime
  ) -> Bool {
    guard let now = time.begins else { return false }
    let isMeasured = issue.value != .option
    return ledger.conditions(of: party, awaiting: awaited).contains { place in
      let condition = ledger.conditions[place]
      guard condition.step.issue == issue.id, condition.voice == .own,
        !condition.key.isTrigger,
        condition.step.isWholeIssue || (isMeasured && scope == .anyValue),
        let opened = condition.opened, opened.ends < now
      else { return false }
      guard let closing = condition.closing else { return true }
      return closing.date.map { $0.ends >= now } ?? false
    }
  }

  /// By the time of the change no other party had given the answer, rather than asked for it too, and one
  /// that the issue concerns had said nothing on it.
  func isUnanswered(_ delta: AnswerDelta, of party: Case.Actor.ID, _ own: PartyLedger) -> Bool {
    let now = delta.newWords.compactMap { own.spoken[$0].said?.ends }.max() ?? .max
    let others = ledger.filtered.parties(to: ledger.filtered.index.place(of: issue.id))
      .subtracting([party]).map { ledger.table.place(of: $0).flatMap { said[$0] } }
    return others.contains { $0?.first.map { $0 > now } ?? true }
      && !others.contains { $0?.given[delta.answer].map { $0 <= now } ?? false }
  }

  /// The party's own words by which it denied, before it did the same, what others had reported of it;
  /// nil where there are none.
  func denials(
    of report: Case.Statement.ID, by party: Case.Actor.ID, before date: EDTFDate
  ) -> [Case.Statement.ID]? {
    let filtered = ledger.filtered
    let found = ledger.denials(of: report).filter { place in
      let said = filtered.facts[place].said
      if let said, said.begins >= date.begins { return false }
      return statements[place].speaker.contains {
        filtered.index.spokenFor(by: $0, on: said).contains(party)
      }
    }
    return found.isEmpty ? nil : found.map { statements[$0].id }
  }
}

/// From the first second of a moment's words to their last.
struct MomentTime {
  let begins: Int64?
  let ends: Int64?

  init(_ moment: IssueLedger.Moment, _ party: PartyLedger) {
    let said = moment.deltas.flatMap(\.newWords).compactMap { party.spoken[$0].said }
    begins = said.map(\.begins).min()
    ends = said.map(\.ends).max()
  }
}
