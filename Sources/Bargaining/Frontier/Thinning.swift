internal import BigInt

/// Keeps one row per cell of a grid, so that a front stays small at a known cost.
///
/// Every row dropped has a kept row that is at most one cell worse in each column. With `merges`
/// sums the losses add up, so the cell is the tolerance divided by their number.
struct Thinning: Sendable {
  /// Tolerance per column, numerator and denominator: `share` of the column's range.
  let ranges: [BigInt]
  let share: ExactValue

  func thinned<S: Score>(_ graded: GradedFront<S>, merges: Int) -> GradedFront<S> {
    var result = graded
    let cells = ranges.map { range -> S in
      let cell =
        range * share.numerator / (share.denominator * BigInt(max(1, merges)))
      return S(max(1, cell))
    }
    for (grade, front) in graded.fronts.enumerated() {
      result.fronts[grade] = thinned(front, cells: cells)
    }
    return result
  }

  private func thinned<S: Score>(_ front: Front<S>, cells: [S]) -> Front<S> {
    var seen: Set<[S]> = []
    return front.filter { row in
      seen.insert(zip(row, cells).map { floorDivided($0, by: $1) }).inserted
    }
  }
}
