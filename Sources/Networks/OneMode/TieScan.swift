import Foundations

/// Two rows of an incidence and what they share, before any name is attached.
struct RawTie: Sendable {
  var first: Int32
  var second: Int32
  /// Congruence and conflict times the length of the scale: whole numbers for whole weights.
  var congruence: Double
  var conflict: Double
  var normaliser: Double
}

/// Finds the ties of a one-mode network, row by row.
///
/// For two rows i and i′, over all columns j and levels k and k′ of a scale of length R:
/// congruence is Σ x(i,j,k) x(i′,j,k′) (1 − |k − k′| / R), conflict the same with |k − k′| / R. For
/// categories congruence is Σ x(i,j,k) x(i′,j,k), conflict what only one of the two says.
struct TieScan: Sendable {
  let incidence: Incidence
  let amount: [Double]
  let normalisation: Normalisation
  let isCategorical: Bool
  /// The length of the scale, and by pair of levels how far they are apart.
  let span: Double
  let distance: [Double]
  /// By row: the sum of its amounts, and of their squares.
  let total: [Double]
  let squares: [Double]
  /// The rows with an amount: in a window of a long series only few have one.
  let live: [Int]
  // The entries with an amount, in order of column and row.
  let active: Active

  struct Active: Sendable {
    var row: [Int32] = []
    var level: [Int32] = []
    var amount: [Double] = []
    var start: [Int] = []

    @inline(__always)
    func withUnsafeEntries(
      _ entries: Range<Int>,
      _ body: (UnsafePointer<Int32>, UnsafePointer<Int32>, UnsafePointer<Double>) -> Void
    ) {
      row.withUnsafeBufferPointer { row in
        level.withUnsafeBufferPointer { level in
          amount.withUnsafeBufferPointer { amount in
            guard let row = row.baseAddress, let level = level.baseAddress,
              let amount = amount.baseAddress
            else { return }
            body(row + entries.lowerBound, level + entries.lowerBound, amount + entries.lowerBound)
          }
        }
      }
    }
  }

  /// - Complexity: O(entries)
  init(
    _ incidence: Incidence, amount: [Double], scale: LevelScale,
    normalisation: Normalisation = .none
  ) {
    self.incidence = incidence
    self.amount = amount
    self.normalisation = normalisation
    isCategorical = scale.isCategorical
    span = scale.span
    distance = scale.distance
    var active = Active()
    active.start.reserveCapacity(incidence.columns + 1)
    for column in 0..<incidence.columns {
      active.start.append(active.row.count)
      for place in incidence.columnStart[column]..<incidence.columnStart[column + 1] {
        let value = amount[Int(incidence.byColumn[place])]
        guard value > 0 else { continue }
        active.row.append(incidence.rowByColumn[place])
        active.level.append(incidence.levelByColumn[place])
        active.amount.append(value)
      }
    }
    active.start.append(active.row.count)
    self.active = active
    var total = [Double](repeating: 0, count: incidence.rows)
    var squares = total
    for row in 0..<incidence.rows {
      for entry in incidence.rowStart[row]..<incidence.rowStart[row + 1] {
        total[row] += amount[entry]
        squares[row] += amount[entry] * amount[entry]
      }
    }
    (self.total, self.squares) = (total, squares)
    live = total.indices.filter { total[$0] > 0 }
  }

  /// All ties, in order of first and second row.
  /// - Throws: `NetworkError.tooManyTies` past `limit`, or what `checkpoint` throws.
  /// - Complexity: O(Σ over columns of the square of its entries), on all cores
  func ties(limit: Int, isParallel: Bool = true, _ checkpoint: Checkpoint) throws -> [RawTie] {
    let blocks = isParallel ? min(16, max(1, incidence.rows / 8)) : 1
    // The first rows have more partners after them than the last.
    let bounds = (0...blocks).map { block -> Int in
      let share = Double(block) / Double(blocks)
      return Int((1 - (1 - share).squareRoot()) * Double(incidence.rows))
    }
    let work = active.row.count * max(1, active.row.count / max(1, incidence.columns))
    let parts = try Parallel.map(count: blocks, work: blocks == 1 ? 0 : work) { block in
      try ties(of: bounds[block]..<bounds[block + 1], limit: limit, checkpoint)
    }
    let count = parts.reduce(0) { $0 + $1.count }
    guard count <= limit else { throw NetworkError.tooManyTies(limit: limit) }
    if parts.count == 1, let only = parts.first { return only }
    var all: [RawTie] = []
    all.reserveCapacity(count)
    for part in parts { all.append(contentsOf: part) }
    return all
  }

  private func ties(
    of rows: Range<Int>, limit: Int, _ checkpoint: Checkpoint
  ) throws -> [RawTie] {
    var ties: [RawTie] = []
    var sums = PairSums(rows: incidence.rows)
    var cursor = active.start
    let needsOverlap = isCategorical || normalisation == .jaccard
    var steps = CheckedSteps(checkpoint)
    var nearness = [Double](repeating: 0, count: incidence.levels)
    var farness = nearness
    var said = nearness
    for column in 0..<incidence.columns where rows.lowerBound > 0 {
      let entries = active.start[column]..<active.start[column + 1]
      cursor[column] = entries.partitioningPoint { active.row[$0] >= rows.lowerBound }
    }
    var next = live.partitioningPoint { $0 >= rows.lowerBound }
    while next < live.count, live[next] < rows.upperBound {
      let row = live[next]
      next += 1
      let entries = incidence.rowStart[row]..<incidence.rowStart[row + 1]
      var entry = entries.lowerBound
      while entry < entries.upperBound {
        let column = Int(incidence.column[entry])
        for level in said.indices { said[level] = 0 }
        while entry < entries.upperBound, Int(incidence.column[entry]) == column {
          said[Int(incidence.level[entry])] += amount[entry]
          entry += 1
        }
        let end = active.start[column + 1]
        var start = cursor[column]
        while start < end, active.row[start] <= row { start += 1 }
        cursor[column] = start
        guard start < end, said.contains(where: { $0 > 0 }) else { continue }
        weigh(said, &nearness, &farness)
        sums.add(active, start..<end, nearness, farness)
        if needsOverlap { sums.addOverlap(active, start..<end, said) }
        for _ in 0...((end - start) >> 6) { try steps.next() }
      }
      for place in next..<live.count {
        if let tie = tie(row, live[place], &sums) { ties.append(tie) }
      }
      guard ties.count <= limit else { throw NetworkError.tooManyTies(limit: limit) }
    }
    return ties
  }

  /// What a partner's statement adds by its level.
  private func weigh(_ said: [Double], _ nearness: inout [Double], _ farness: inout [Double]) {
    if isCategorical {
      nearness = said
      return
    }
    let levels = said.count
    for level in 0..<levels {
      var (near, far) = (0.0, 0.0)
      for own in 0..<levels where said[own] > 0 {
        let apart = distance[level * levels + own]
        near += said[own] * (span - apart)
        far += said[own] * apart
      }
      nearness[level] = near
      farness[level] = far
    }
  }

  /// The tie of two rows, if there is one; leaves their sums at 0.
  @inline(__always)
  private func tie(_ row: Int, _ other: Int, _ sums: inout PairSums) -> RawTie? {
    var (congruence, conflict) = (sums.congruence[other], sums.conflict[other])
    let isTouched = congruence > 0 || conflict > 0
    guard isTouched || isCategorical else { return nil }
    let (a, b) = (total[row], total[other])
    let own = sums.own[other]
    let others = sums.others[other]
    if isCategorical {
      guard a > 0, b > 0 else { return nil }
      // Rounding must not leave a trace of conflict where all is shared.
      conflict = max(0, a - own) + max(0, b - others)
    }
    let normaliser: Double
    switch normalisation {
    case .none: normaliser = 1
    case .average: normaliser = (a + b) / 2
    case .jaccard: normaliser = max(0, a - own) + max(0, b - others) + sums.product[other]
    case .cosine: normaliser = a * b
    case .angle: normaliser = (squares[row] * squares[other]).squareRoot()
    }
    sums.clear(other)
    congruence = max(0, congruence)
    guard congruence > 0 || conflict > 0 else { return nil }
    return RawTie(
      first: Int32(row), second: Int32(other), congruence: congruence, conflict: conflict,
      normaliser: normaliser)
  }
}

/// What one row shares with each of the others.
private struct PairSums {
  var congruence: [Double]
  var conflict: [Double]
  /// What the row says on levels that both use, what the other says there, and their products.
  var own: [Double]
  var others: [Double]
  var product: [Double]

  init(rows: Int) {
    congruence = [Double](repeating: 0, count: rows)
    (conflict, own, others, product) = (congruence, congruence, congruence, congruence)
  }

  /// Adds what partners say on one column. The loop that all the time goes into: no bounds are
  /// checked, as every row and level was checked when the incidence was made.
  mutating func add(
    _ active: TieScan.Active, _ entries: Range<Int>, _ nearness: [Double], _ farness: [Double]
  ) {
    congruence.withUnsafeMutableBufferPointer { congruence in
      conflict.withUnsafeMutableBufferPointer { conflict in
        nearness.withUnsafeBufferPointer { nearness in
          farness.withUnsafeBufferPointer { farness in
            active.withUnsafeEntries(entries) { row, level, amount in
              for place in 0..<entries.count {
                let other = Int(row[place])
                let level = Int(level[place])
                let weight = amount[place]
                congruence[other] += weight * nearness[level]
                conflict[other] += weight * farness[level]
              }
            }
          }
        }
      }
    }
  }

  /// The same for what both say on the same level.
  mutating func addOverlap(_ active: TieScan.Active, _ entries: Range<Int>, _ said: [Double]) {
    for place in entries {
      let (other, level) = (Int(active.row[place]), Int(active.level[place]))
      guard said[level] > 0 else { continue }
      own[other] += said[level]
      others[other] += active.amount[place]
      product[other] += said[level] * active.amount[place]
    }
  }

  @inline(__always)
  mutating func clear(_ other: Int) {
    congruence[other] = 0
    conflict[other] = 0
    own[other] = 0
    others[other] = 0
    product[other] = 0
  }
}

/// How far levels are apart.
struct LevelScale: Sendable {
  let isCategorical: Bool
  let span: Double
  let distance: [Double]

  init(_ table: StatementTable) {
    isCategorical = table.stances == .category
    span = isCategorical ? 1 : Double(table.span)
    let levels = table.levels
    distance = levels.flatMap { own in levels.map { Double(abs(own - $0)) } }
  }
}
