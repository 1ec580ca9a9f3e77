internal import Foundations

/// The skyline of four columns and more, by halving.
///
/// Rows are split by the first column's order; the better half's survivors then filter the worse
/// half's on the remaining columns, which is halved again by the last column, down to two columns
/// and one linear sweep. Lists are kept in descending order of the second column throughout.
struct HalvingSkyline {
  private let rows: UnsafeBufferPointer<Int>
  private let width: Int
  private let count: Int
  private var dominated: [Bool]
  private let checkpoint: Checkpoint

  /// Below this many pairs, all are compared.
  private static let directPairs = 2048

  init(rows: UnsafeBufferPointer<Int>, width: Int, count: Int, _ checkpoint: Checkpoint) {
    self.checkpoint = checkpoint
    self.rows = rows
    self.width = width
    self.count = count
    dominated = Array(repeating: false, count: count)
  }

  mutating func survivors() throws -> [Bool] {
    _ = try maxima(from: 0, to: count)
    return dominated.map { !$0 }
  }

  @inline(__always)
  private func value(_ index: Int32, _ column: Int) -> Int {
    rows[Int(index) &* width &+ column]
  }

  /// The survivors of a range of rows, in descending order of the second column.
  private mutating func maxima(from low: Int, to high: Int) throws -> [Int32] {
    if high - low <= 24 { return directMaxima(from: low, to: high) }
    let middle = (low + high) / 2
    let better = try maxima(from: low, to: middle)
    var worse = try maxima(from: middle, to: high)
    try filter(worse, by: better, last: width - 1)
    worse.removeAll { dominated[Int($0)] }
    return merged(better, worse)
  }

  private mutating func directMaxima(from low: Int, to high: Int) -> [Int32] {
    var kept: [Int32] = []
    for index in low..<high {
      let candidate = Int32(truncatingIfNeeded: index)
      if kept.contains(where: { covers($0, candidate, last: width - 1) }) {
        dominated[index] = true
      } else {
        kept.append(candidate)
      }
    }
    return kept.sorted { value($0, 1) > value($1, 1) }
  }

  /// Whether the first is at least the second in columns 1…last.
  @inline(__always)
  private func covers(_ first: Int32, _ second: Int32, last: Int) -> Bool {
    var column = last
    while column >= 1 {
      if value(first, column) < value(second, column) { return false }
      column &-= 1
    }
    return true
  }

  private func merged(_ left: [Int32], _ right: [Int32]) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(left.count + right.count)
    var i = 0
    var j = 0
    while i < left.count && j < right.count {
      if value(left[i], 1) >= value(right[j], 1) {
        result.append(left[i])
        i &+= 1
      } else {
        result.append(right[j])
        j &+= 1
      }
    }
    result += left[i...]
    result += right[j...]
    return result
  }

  /// Marks the targets that one of the filters is at least as good as in columns 1…last.
  private mutating func filter(_ targets: [Int32], by filters: [Int32], last: Int) throws {
    if targets.isEmpty || filters.isEmpty { return }
    try checkpoint.ask()
    if targets.count * filters.count <= HalvingSkyline.directPairs {
      for target in targets where !dominated[Int(target)] {
        for candidate in filters where covers(candidate, target, last: last) {
          dominated[Int(target)] = true
          break
        }
      }
      return
    }
    if last == 2 { return sweep(targets, by: filters) }

    let (filterLow, filterHigh) = bounds(filters, last)
    let (targetLow, targetHigh) = bounds(targets, last)
    if filterHigh < targetLow { return }
    if filterLow >= targetHigh { return try filter(targets, by: filters, last: last - 1) }

    let lowest = min(filterLow, targetLow)
    var pivot = sampledMedian(targets, filters, last)
    if pivot <= lowest { pivot = lowest + 1 }
    let (betterFilters, worseFilters) = split(filters, at: pivot, last)
    let (betterTargets, worseTargets) = split(targets, at: pivot, last)
    try filter(betterTargets, by: betterFilters, last: last)
    try filter(worseTargets, by: worseFilters, last: last)
    try filter(
      worseTargets.filter { !dominated[Int($0)] }, by: betterFilters, last: last - 1)
  }

  private func bounds(_ list: [Int32], _ column: Int) -> (low: Int, high: Int) {
    var low = Int.max
    var high = Int.min
    for index in list {
      low = min(low, value(index, column))
      high = max(high, value(index, column))
    }
    return (low, high)
  }

  private func split(
    _ list: [Int32], at pivot: Int, _ column: Int
  ) -> (better: [Int32], worse: [Int32]) {
    var better: [Int32] = []
    var worse: [Int32] = []
    for index in list {
      if value(index, column) >= pivot { better.append(index) } else { worse.append(index) }
    }
    return (better, worse)
  }

  /// The median of evenly spaced members of both lists.
  private func sampledMedian(_ first: [Int32], _ second: [Int32], _ column: Int) -> Int {
    var sample: [Int] = []
    let total = first.count + second.count
    let stride = max(1, total / 33)
    var position = stride / 2
    while position < total {
      let index = position < first.count ? first[position] : second[position - first.count]
      sample.append(value(index, column))
      position += stride
    }
    sample.sort()
    return sample[sample.count / 2]
  }

  /// Columns 1 and 2 only: one pass down the first, with the best of the second so far.
  private mutating func sweep(_ targets: [Int32], by filters: [Int32]) {
    var best = Int.min
    var next = 0
    for target in targets {
      let first = value(target, 1)
      while next < filters.count && value(filters[next], 1) >= first {
        best = max(best, value(filters[next], 2))
        next &+= 1
      }
      if next > 0 && best >= value(target, 2) { dominated[Int(target)] = true }
    }
  }
}
