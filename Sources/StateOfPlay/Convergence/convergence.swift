public import CaseModel

/// How near the parties are, issue by issue; see ``ConvergenceView``.
/// - Complexity: that of positions, and O(options × parties) an issue.
public func convergence(_ theCase: Case, _ lens: Lens = Lens()) -> ConvergenceView {
  let reading = Reading(theCase, lens)
  let whole = Reading(reading, rowsOf: lens.withoutRows)
  return convergence(reading, whole, positions(whole))
}

/// Rows are chosen after derivation, for a requirement may lead to any issue: `whole` hides none,
/// and `view` is its positions.
func convergence(
  _ reading: Reading, _ whole: Reading, _ view: PositionsView
) -> ConvergenceView {
  let judge = ConvergenceJudge(whole, view)
  var rows = judge.lines()
  if !reading.lens.issues.isEmpty { rows.removeAll { !reading.lens.issues.contains($0.issue) } }
  if !reading.lens.parties.isEmpty {
    rows.removeAll { row in !row.parties.contains(where: reading.lens.parties.contains) }
  }
  return ConvergenceView(rule: ConvergenceView.rule, rows: rows)
}
