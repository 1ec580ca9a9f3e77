public import CaseModel

/// Judges how near the parties are, issue by issue; see ``ConvergenceView``.
/// - Complexity: that of positions, and O(options × parties) for each issue.
public func convergence(_ theCase: Case, _ lens: Lens = Lens()) -> ConvergenceView {
  let ledger = Ledger(FilteredCase(theCase, lens))
  return convergence(
    ledger, positions(ledger, shown: ledger.filtered.lens), StepOutlook(ledger), shown: lens)
}

/// `lens` chooses the rows, after derivation, for a requirement may lead to any issue: `view` has
/// the positions of all.
func convergence(
  _ ledger: Ledger, _ view: PositionsView, _ outlook: StepOutlook, shown lens: Lens
) -> ConvergenceView {
  var parts = ConvergenceParts()
  return convergence(ledger, view, outlook, shown: lens, &parts)
}

/// `parts` are the lines of each row, as far as they are kept.
func convergence(
  _ ledger: Ledger, _ view: PositionsView, _ outlook: StepOutlook, shown lens: Lens,
  _ parts: inout ConvergenceParts
) -> ConvergenceView {
  var rows = ConvergenceJudge(ledger, view, outlook).lines(&parts)
  parts.forget()
  if !lens.issues.isEmpty { rows.removeAll { !lens.issues.contains($0.issue) } }
  if !lens.parties.isEmpty {
    rows.removeAll { row in !row.parties.contains(where: lens.parties.contains) }
  }
  return ConvergenceView(rule: ConvergenceView.rule, rows: rows)
}
