internal import CaseModel

/// Which issues of the case a scenario does not have, and why.
extension ScenarioDrafting {
  typealias Reason = SettlementView.OmittedIssue.Reason

  /// Every issue of the case that is not in `scenario`, by the record as of the scenario's date.
  ///
  /// - Parameter state: of the same case, where it is derived already.
  static func omitted(
    from scenario: Case.Scenario, of theCase: Case, _ lens: Lens, _ state: DerivedState?
  ) -> [SettlementView.OmittedIssue] {
    let included = Set(scenario.issues.compactMap(\.issue))
    guard theCase.issues.contains(where: { !included.contains($0.id) }) else { return [] }
    var lens = lens.withoutRows
    lens.asOf = lens.asOf ?? scenario.asOf
    lens.since = nil
    let known = state.flatMap { state in try? state.drafting(of: theCase, lens) }
    var drafting = known ?? ScenarioDrafting(FilteredCase(theCase, lens))
    let rows = drafting.open(scenario.parties.flatMap(\.actors))
    for row in rows where !included.contains(row.issue) {
      drafting.reasons[row.issue] = drafting.issues(row).isEmpty ? .oneOption : .eligible
    }
    return drafting.omitted.filter { !included.contains($0.issue) }
  }

  /// In the order of the case.
  var omitted: [SettlementView.OmittedIssue] {
    filtered.theCase.issues.compactMap { issue in
      reasons[issue.id].map { .init(issue: issue.id, title: issue.title, reason: $0) }
    }
  }

  /// The issues on which two parties or more have positions and something is left to settle; the
  /// reason why each of the others is left out is kept.
  mutating func open(_ parties: [Case.Actor.ID]) -> [PositionsView.Row] {
    let shown = Set(view.rows.map(\.issue))
    for issue in filtered.theCase.issues where !shown.contains(issue.id) {
      reasons[issue.id] =
        if issue.kind == .factual {
          .factual
        } else {
          !filtered.lens.issues.isEmpty && !filtered.lens.issues.contains(issue.id)
            ? .notSelected : .notRaised
        }
    }
    return view.rows.filter { row in
      let reason = reason(row, parties)
      if let reason { reasons[row.issue] = reason }
      return reason == nil
    }
  }

  private func reason(_ row: PositionsView.Row, _ parties: [Case.Actor.ID]) -> Reason? {
    if row.ended != nil { return .ended }
    if filtered.index.issue(row.issue)?.stage == .pre { return .preliminary }
    if agreed.contains(row.issue) { return .agreed }
    let cells = row.cells.filter { !$0.isEmpty && parties.contains($0.party) }
    guard let first = cells.first else { return .noPosition }
    if cells.allSatisfy({ $0.party == first.party }) { return .oneParty }
    return hasNoAlternative(row, cells) ? .unopposed : nil
  }

  /// Of all answers that someone still stands by there is one, and no one is against it.
  private func hasNoAlternative(
    _ row: PositionsView.Row, _ cells: [PositionsView.Cell]
  ) -> Bool {
    guard filtered.index.issue(row.issue)?.answers == .one else { return false }
    let standing = cells.flatMap(\.answers).filter { !$0.isSuperseded }
    return Set(standing.map(\.answer)).count < 2
      && standing.allSatisfy { !$0.stances.contains(.against) }
  }
}
