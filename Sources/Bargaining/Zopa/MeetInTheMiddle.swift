internal import Foundations

extension AcceptanceSums {
  /// Counts by halves (Horowitz & Sahni 1974, doi:10.1145/321812.321823): all sums of either half
  /// of the blocks, then for each of the one how many of the other complete it.
  ///
  /// - Returns: `nil` when a half has more than `rows` distinct sums.
  /// - Complexity: O(n logᵏ⁻¹ n) for halves of n sums and k parties, k ≥ 2.
  func meetInTheMiddle(rows: Int, checkpoint: Checkpoint) throws -> PackageCount? {
    guard let blocks = try blocks(rows: rows, checkpoint) else { return nil }
    let width = model.width
    if blocks.contains(where: \.isEmpty) { return .zero }
    var halves = [[Front<Int>]](repeating: [], count: 2)
    var sizes = [1.0, 1.0]
    for block in blocks.sorted(by: { $0.count > $1.count }) {
      let half = sizes[0] <= sizes[1] ? 0 : 1
      halves[half].append(block)
      sizes[half] *= Double(block.count)
    }
    if sizes.contains(where: { $0 > Double(rows) }) { return nil }
    try checkpoint.report(0, of: 3)
    let (left, right) = try (sums(of: halves[0], checkpoint), sums(of: halves[1], checkpoint))
    try checkpoint.report(1, of: 3)
    if width == 0 {
      let total = { (front: Front<Int>) in
        front.counts.reduce(PackageCount.zero) { $0 + PackageCount($1) }
      }
      return total(left) * total(right)
    }
    var pairs = try DominancePairs(
      queries: left, thresholds: thresholds, points: right, checkpoint)
    let count = try pairs.count()
    try checkpoint.report(3, of: 3)
    return PackageCount(count)
  }

  private func sums(of blocks: [Front<Int>], _ checkpoint: Checkpoint) throws -> Front<Int> {
    var total = Front<Int>.origin(width: model.width)
    for block in blocks {
      let (large, small) = total.count >= block.count ? (total, block) : (block, total)
      total = try Int.union(
        of: (0..<small.count).map {
          ShiftedFront(large, by: Array(small.row($0)), times: small.counts[$0])
        }, width: model.width, keeping: .distinct, checkpoint)
    }
    return total
  }
}

/// How many pairs of rows, one of each front, sum to at least the thresholds in every column.
///
/// Columns beyond the second are halved by value (Bentley 1980, doi:10.1145/358841.358850); the
/// first two are swept, with a Fenwick tree over the second. Counts are 64-bit: the caller sees to
/// it that there are fewer packages.
struct DominancePairs {
  private let width: Int
  private let queries: Front<Int>
  private let points: Front<Int>
  private let thresholds: [Int]
  /// Ranks of the second column, the highest first; for a query the last rank high enough.
  private var pointRank: [Int32] = []
  private var queryRank: [Int32] = []
  private var tree: [UInt64] = []
  private let checkpoint: Checkpoint

  init(
    queries: Front<Int>, thresholds: [Int], points: Front<Int>,
    _ checkpoint: Checkpoint = Checkpoint()
  ) throws {
    self.checkpoint = checkpoint
    width = queries.width
    self.queries = queries
    self.points = points
    self.thresholds = thresholds
    let column = width > 1 ? 1 : 0
    var values = (0..<points.count).map { points.coordinates[$0 * width + column] }
    values = try values.sorted(checkpoint, by: >)
    var distinct: [Int] = []
    for value in values where distinct.last != value { distinct.append(value) }
    func rank(_ least: Int) -> Int32 {
      var low = 0
      var high = distinct.count
      while low < high {
        let middle = (low + high) / 2
        if distinct[middle] >= least { low = middle + 1 } else { high = middle }
      }
      return Int32(truncatingIfNeeded: low)
    }
    pointRank = (0..<points.count).map { rank(points.coordinates[$0 * width + column]) }
    queryRank = (0..<queries.count).map {
      rank(thresholds[column] - queries.coordinates[$0 * width + column])
    }
    tree = Array(repeating: 0, count: distinct.count + 1)
  }

  mutating func count() throws -> UInt64 {
    let all = { (count: Int) in (0..<count).map { Int32(truncatingIfNeeded: $0) } }
    return try count(queries: all(queries.count), points: all(points.count), last: width - 1)
  }

  /// What a query asks of a point in a column.
  @inline(__always)
  private func need(_ query: Int32, _ column: Int) -> Int {
    thresholds[column] &- queries.coordinates[Int(query) &* width &+ column]
  }

  @inline(__always)
  private func value(_ point: Int32, _ column: Int) -> Int {
    points.coordinates[Int(point) &* width &+ column]
  }

  private func met(_ query: Int32, _ point: Int32, _ last: Int) -> Bool {
    for column in 0...last where value(point, column) < need(query, column) { return false }
    return true
  }

  private func weight(_ query: Int32, _ point: Int32) -> UInt64 {
    queries.counts[Int(query)] &* points.counts[Int(point)]
  }

  /// Both lists are in descending order of their own first column.
  private mutating func count(
    queries list: [Int32], points other: [Int32], last: Int
  ) throws -> UInt64 {
    try checkpoint.ask()
    if list.isEmpty || other.isEmpty { return 0 }
    if list.count * other.count <= 1024 {
      var total: UInt64 = 0
      for query in list {
        for point in other where met(query, point, last) { total &+= weight(query, point) }
      }
      return total
    }
    if last <= 1 { return try sweep(list, other) }
    var needs = (low: Int.max, high: Int.min)
    for query in list {
      needs = (min(needs.low, need(query, last)), max(needs.high, need(query, last)))
    }
    var values = (low: Int.max, high: Int.min)
    for point in other {
      values = (min(values.low, value(point, last)), max(values.high, value(point, last)))
    }
    if values.high < needs.low { return 0 }
    if values.low >= needs.high {
      return try count(queries: list, points: other, last: last - 1)
    }
    if values.low == values.high {
      let met = list.filter { need($0, last) <= values.low }
      return try count(queries: met, points: other, last: last - 1)
    }
    // Points at or above the pivot meet every query that needs at most the pivot. Both sides hold
    // a point, so the recursion ends.
    let sample = stride(from: 0, to: other.count, by: max(1, other.count / 33))
      .map { value(other[$0], last) }.sorted()
    let pivot = max(sample[sample.count / 2], values.low + 1)
    let high = other.filter { value($0, last) >= pivot }
    let low = other.filter { value($0, last) < pivot }
    let strict = list.filter { need($0, last) > pivot }
    let mild = list.filter { need($0, last) <= pivot }
    return try count(queries: strict, points: high, last: last)
      &+ count(queries: mild, points: low, last: last)
      &+ count(queries: mild, points: high, last: last - 1)
  }

  /// Columns 0 and 1: the most demanding query first, points entered as they qualify.
  private mutating func sweep(_ list: [Int32], _ other: [Int32]) throws -> UInt64 {
    var total: UInt64 = 0
    var steps = CheckedSteps(checkpoint)
    var next = 0
    // The last query of the list has the smallest sum of its own, so it needs the most.
    for query in list.reversed() {
      try steps.next()
      let least = need(query, 0)
      while next < other.count && value(other[next], 0) >= least {
        try steps.next()
        var place = Int(pointRank[Int(other[next])])
        while place < tree.count {
          tree[place] &+= points.counts[Int(other[next])]
          place &+= place & (0 &- place)
        }
        next += 1
      }
      var place = Int(queryRank[Int(query)])
      var completing: UInt64 = 0
      while place > 0 {
        completing &+= tree[place]
        place &= place &- 1
      }
      total &+= completing &* queries.counts[Int(query)]
    }
    for point in other[..<next] {
      var place = Int(pointRank[Int(point)])
      while place < tree.count {
        tree[place] &-= points.counts[Int(point)]
        place &+= place & (0 &- place)
      }
    }
    return total
  }
}
