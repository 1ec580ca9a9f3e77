internal import CaseModel

/// What someone has named as an answer to an issue, wherever it stands on record.
extension Ledger {
  /// The issue settled on each of its options, then on each number, date and set that someone named: in
  /// words on the issue, in a condition on another step, in a text, a milestone or a promise.
  func namedAnswers(on issue: Case.Issue.ID) -> [Step] {
    guard let row = filtered.index.place(of: issue).flatMap({ table.rowOf[$0] }) else { return [] }
    let statements = table.rows[row]
    let spoken = statements.answers.indices
      .filter { $0 < statements.declared || statements.answers[$0].value != nil }
      .map { statements.step($0) }
    let values = stepsElsewhere.filter { step in
      if case .issue(issue, .value(_)) = step { true } else { false }
    }
    var seen: Set<String> = []
    return (spoken + values).filter { step in
      step.answer.map { seen.insert($0).inserted } ?? false
    }
  }

  /// Steps that are on record other than by words on them.
  private var stepsElsewhere: [Step] {
    let theCase = filtered.theCase
    let clauses = theCase.drafts.flatMap { draft in
      draft.clauses.filter { filtered.holds(draft.date, $0.evidence) }
    }
    let promises = theCase.commitments.filter { filtered.holds($0.agreed, $0.evidence) }
    return allConditions.flatMap { [$0.step, $0.awaited] }
      + clauses.flatMap(\.subjects).compactMap(\.step) + theCase.milestones.compactMap(\.of)
      + promises.compactMap { $0.about?.step }
  }
}
