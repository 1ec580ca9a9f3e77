public import CaseModel

/// How near the parties are, issue by issue; see ``ConvergenceView``.
/// - Complexity: that of positions, and O(options × parties) an issue.
public func convergence(_ theCase: Case, _ lens: Lens = Lens()) -> ConvergenceView {
  convergence(Reading(theCase, lens))
}

func convergence(_ reading: Reading) -> ConvergenceView {
  // Rows are chosen after derivation, for a requirement may lead to any issue.
  let whole = Reading(cut: reading, reading.lens.withoutRows)
  let judge = ConvergenceJudge(whole, positions(whole))
  var rows = judge.lines()
  if !reading.lens.issues.isEmpty { rows.removeAll { !reading.lens.issues.contains($0.issue) } }
  if !reading.lens.parties.isEmpty {
    rows.removeAll { row in !row.parties.contains(where: reading.lens.parties.contains) }
  }
  return ConvergenceView(rule: ConvergenceView.rule, rows: rows)
}
