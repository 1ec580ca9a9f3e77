internal import Foundations

/// The frontier of issues that nothing ties together, with as little around it as can be: for the
/// thousands of draws a robustness run takes.
struct LeanFront {
  let width: Int
  /// Partial fronts before each issue, and the whole one last.
  private(set) var stages: [Front<Int>]
  private let rows: [[(option: Int, row: [Int])]]

  var front: Front<Int> { stages[stages.count - 1] }

  /// - Parameter rows: per issue, the options allowed and what they give to each party.
  init(_ rows: [[(option: Int, row: [Int])]], width: Int, _ checkpoint: Checkpoint) throws {
    self.width = width
    self.rows = rows
    stages = [.origin(width: width)]
    stages.reserveCapacity(rows.count + 1)
    for options in rows {
      let before = stages[stages.count - 1]
      stages.append(
        try Int.union(
          of: options.map { ShiftedFront(before, by: $0.row) }, width: width, keeping: .efficient,
          checkpoint))
    }
  }

  /// The packages of a row, at most `limit`, in descending order of the last issue first.
  func packages(of row: [Int], limit: Int) -> [[Int]] {
    var found: [[Int]] = []
    var options = [Int](repeating: 0, count: rows.count)
    descend(rows.count, row, &options, &found, limit)
    return found
  }

  private func descend(
    _ depth: Int, _ row: [Int], _ options: inout [Int], _ found: inout [[Int]], _ limit: Int
  ) {
    if depth == 0 {
      found.append(options)
      return
    }
    for (option, part) in rows[depth - 1] where found.count < limit {
      let rest = (0..<width).map { row[$0] - part[$0] }
      guard stages[depth - 1].index(of: rest) != nil else { continue }
      options[depth - 1] = option
      descend(depth - 1, rest, &options, &found, limit)
    }
  }

  /// Rows with the largest product of gains over what each party must have at least, over the most
  /// parties that can gain. All scales are common factors, so raw scores serve.
  ///
  /// - Returns: `nil` where products pass 128 bits (more than two parties), or would have to be
  ///   compared across scales (where at most one can gain).
  func nashRows(over reservations: [Int]) -> [Int]? {
    guard width == 2 else { return nil }
    var winners: [Int] = []
    var best: (gainers: Int, high: Int, low: UInt) = (-1, 0, 0)
    front.coordinates.withUnsafeBufferPointer { rows in
      for index in 0..<front.count {
        let first = rows[2 &* index] &- reservations[0]
        let second = rows[2 &* index &+ 1] &- reservations[1]
        if first < 0 || second < 0 { continue }
        let gainers = (first > 0 ? 1 : 0) + (second > 0 ? 1 : 0)
        let product =
          first > 0 && second > 0
          ? first.multipliedFullWidth(by: second) : (high: 0, low: 0)
        let measure = (gainers, product.high, product.low)
        if measure > best {
          best = measure
          winners = [index]
        } else if measure == best {
          winners.append(index)
        }
      }
    }
    return best.gainers == 1 ? nil : winners
  }
}
