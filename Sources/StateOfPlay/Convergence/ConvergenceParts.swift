internal import CaseModel

/// The lines of convergence by row of the table, each with the positions that it was made of and what
/// else it rests on.
struct ConvergenceParts: Sendable {
  private struct Judged: Sendable {
    let row: PositionsView.Row
    let line: ConvergenceView.Line
  }

  private var parts = RowParts<Judged>()
  private var bars: [PreconditionsView.StepID: [ConvergenceView.Bar]] = [:]
  private var drafts: [PreconditionsView.StepID: [Case.Draft.ID]] = [:]

  init() {}

  /// For the view of a case that differs from the one before by as much as `reach`.
  init(after before: ConvergenceParts, _ reach: Reach) {
    parts = RowParts(after: before.parts, reach)
    (bars, drafts) = (before.bars, before.drafts)
  }

  /// What bars steps, and which texts settle them, is asked for from every row.
  mutating func begin(
    bars: [PreconditionsView.StepID: [ConvergenceView.Bar]],
    drafts: [PreconditionsView.StepID: [Case.Draft.ID]]
  ) {
    if bars != self.bars || drafts != self.drafts { parts = RowParts() }
    (self.bars, self.drafts) = (bars, drafts)
  }

  /// Releases what was made of the case before.
  mutating func forget() { parts.forget() }

  mutating func line(
    of row: PositionsView.Row, at place: Int, _ make: (Consulted) -> ConvergenceView.Line
  ) -> ConvergenceView.Line {
    parts.part(place, where: { $0.row == row }) { Judged(row: row, line: make($0)) }.line
  }
}
