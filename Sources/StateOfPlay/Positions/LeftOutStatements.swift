internal import CaseModel

/// What the filters of a lens leave out of each cell, so that it is not taken for silence.
struct LeftOutStatements {
  /// Every statement of the cells, as the same lens without its filters has it.
  private let table: PartyStatementTable
  private let rows: [Case.Issue.ID: Int]

  /// Nil where the lens filters no statements.
  /// - Complexity: O(statements × speakers) where it does.
  init?(_ filtered: FilteredCase) {
    let open = filtered.lens.withoutFilters
    guard open != filtered.lens else { return nil }
    table = PartyStatementTable(FilteredCase(filtered.theCase, open))
    rows = Dictionary(
      table.rows.enumerated().map { ($0.element.issue.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Nil where nothing is left out.
  func count(
    _ issue: Case.Issue.ID, _ party: Case.Actor.ID, kept: [PositionStatement]
  ) -> Int? {
    guard let row = rows[issue], let place = table.place(of: party),
      let all = table.rows[row].byParty[place]
    else { return nil }
    let left = Set(all.map(\.position)).count - Set(kept.map(\.statement)).count
    return left > 0 ? left : nil
  }
}
