internal import CaseModel

/// The lines of convergence by row of the table, each with the positions that it was made of and what
/// else it rests on.
struct ConvergenceParts: Sendable {
  private struct Judged: Sendable {
    let row: PositionsView.Row
    let line: ConvergenceView.Line
  }

  private var parts: RowParts<Judged>
  private var bars: [PreconditionsView.StepID: [ConvergenceView.Bar]] = [:]
  private var drafts: [PreconditionsView.StepID: [Case.Draft.ID]] = [:]

  init(isFollowed: Bool = false) { parts = RowParts(isFollowed: isFollowed) }

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
    if bars != self.bars || drafts != self.drafts {
      parts = RowParts(isFollowed: parts.isFollowed)
    }
    (self.bars, self.drafts) = (bars, drafts)
  }

  /// Releases what was made of the case before.
  mutating func forget() { parts.forget() }

  /// The lines of `rows`, which stand at these places of the table.
  mutating func lines(
    of rows: [(row: PositionsView.Row, place: Int)], work: Int,
    _ make: @Sendable (PositionsView.Row, Int, Consulted?) -> ConvergenceView.Line
  ) -> [ConvergenceView.Line] {
    parts.parts(rows.map(\.place), work: work, where: { $1.row == rows[$0].row }) {
      number, consulted in
      let (row, place) = rows[number]
      return Judged(row: row, line: make(row, place, consulted))
    }.map(\.line)
  }
}
