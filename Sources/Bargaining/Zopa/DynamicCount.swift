internal import Foundations

extension AcceptanceSums {
  /// Counts by sums: a table over clamped sums, filled block by block.
  ///
  /// A sum that the remaining blocks can no longer lift to its threshold is dropped; one that they
  /// can no longer pull below it is cut to the least such sum. What lies between is the table.
  ///
  /// - Returns: `nil` when the table would need more than `cells`.
  /// - Complexity: O(cells × options), summed over the blocks.
  func dynamicCount(cells: Int, checkpoint: Checkpoint) throws -> PackageCount? {
    guard let blocks = try blocks(rows: cells, checkpoint) else { return nil }
    let width = model.width
    // From block i on, the least and most the rest adds.
    var least = [[Int]](repeating: Array(repeating: 0, count: width), count: blocks.count + 1)
    var most = least
    for (index, block) in blocks.enumerated().reversed() {
      if block.isEmpty { return .zero }
      for column in 0..<width {
        var low = Int.max
        var high = Int.min
        for row in 0..<block.count {
          low = min(low, block.coordinates[row * width + column])
          high = max(high, block.coordinates[row * width + column])
        }
        least[index][column] = least[index + 1][column] + low
        most[index][column] = most[index + 1][column] + high
      }
    }
    var frames: [Frame] = []
    for stage in 0...blocks.count {
      guard
        let frame = Frame(
          thresholds: thresholds, least: least[stage], most: most[stage], cells: cells)
      else { return nil }
      frames.append(frame)
    }
    guard let start = frames[0].cell(of: Array(repeating: 0, count: width)[...]) else {
      return .zero
    }
    var table = [PackageCount](repeating: .zero, count: frames[0].size)
    table[start] = PackageCount(1)
    var sum = [Int](repeating: 0, count: width)
    var steps = CheckedSteps(checkpoint)
    for (stage, block) in blocks.enumerated() {
      try checkpoint.report(stage, of: blocks.count)
      let frame = frames[stage + 1]
      var next = [PackageCount](repeating: .zero, count: frame.size)
      for cell in table.indices where !table[cell].isZero {
        try steps.next()
        let origin = frames[stage].sum(at: cell)
        for row in 0..<block.count {
          try steps.next()
          for column in 0..<width {
            sum[column] = origin[column] &+ block.coordinates[row &* width &+ column]
          }
          guard let target = frame.cell(of: sum[...]) else { continue }
          next[target] += table[cell] * PackageCount(block.counts[row])
        }
      }
      table = next
    }
    try checkpoint.report(blocks.count, of: blocks.count)
    return table.reduce(.zero, +)
  }

  /// The sums that matter at one stage, per column `low...high`, as cells of a table.
  private struct Frame {
    let low: [Int]
    let high: [Int]
    let size: Int

    init?(thresholds: [Int], least: [Int], most: [Int], cells: Int) {
      low = zip(thresholds, most).map { $0 - $1 }
      high = zip(thresholds, least).map { $0 - $1 }
      var size = 1
      for (low, high) in zip(low, high) {
        let (product, overflow) = size.multipliedReportingOverflow(by: high - low + 1)
        if overflow || product > cells { return nil }
        size = product
      }
      self.size = size
    }

    func cell(of sum: ArraySlice<Int>) -> Int? {
      var cell = 0
      for column in low.indices {
        let value = min(sum[sum.startIndex + column], high[column])
        if value < low[column] { return nil }
        cell = cell &* (high[column] &- low[column] &+ 1) &+ (value &- low[column])
      }
      return cell
    }

    func sum(at cell: Int) -> [Int] {
      var rest = cell
      var sum = low
      for column in low.indices.reversed() {
        let extent = high[column] - low[column] + 1
        sum[column] = low[column] + rest % extent
        rest /= extent
      }
      return sum
    }
  }
}
