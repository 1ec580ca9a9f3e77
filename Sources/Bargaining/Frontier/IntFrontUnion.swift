internal import Foundations

/// Joining shifted fronts of 64-bit integers: merging instead of sorting.
///
/// Every source is in order already and a shift keeps it so. Two coordinates are pruned while
/// merging (a staircase); more are merged first and then pruned by `Skyline`. Linear in the rows
/// times the logarithm of the number of sources, plus the skyline.
extension Int {
  /// How many sources are merged before pruning, where pruning is a pass of its own.
  private static let chunk = 16

  static func union(
    of sources: [ShiftedFront<Int>], width: Int, keeping reduction: FrontReduction,
    _ checkpoint: Checkpoint
  ) throws -> Front<Int> {
    let sources = sources.filter { !$0.front.isEmpty }
    guard let first = sources.first else { return .empty(width: width) }
    if sources.count == 1 {
      return try merged(first, ShiftedFront(.empty(width: width)), false, checkpoint)
    }
    let staircase = reduction == .efficient && width == 2
    if reduction == .efficient && width != 2 && sources.count > chunk {
      var parts: [ShiftedFront<Int>] = []
      var start = 0
      while start < sources.count {
        let end = Swift.min(start + chunk, sources.count)
        parts.append(
          ShiftedFront(
            try union(
              of: Array(sources[start..<end]), width: width, keeping: reduction, checkpoint)))
        start = end
      }
      return try union(of: parts, width: width, keeping: reduction, checkpoint)
    }
    var level = sources
    while level.count > 1 {
      var next: [ShiftedFront<Int>] = []
      next.reserveCapacity((level.count + 1) / 2)
      var index = 0
      while index + 1 < level.count {
        next.append(
          ShiftedFront(try merged(level[index], level[index + 1], staircase, checkpoint)))
        index += 2
      }
      if index < level.count { next.append(level[index]) }
      level = next
    }
    let joined = level[0].front
    return reduction == .efficient && width != 2 ? try joined.efficientByMask(checkpoint) : joined
  }

  private static func merged(
    _ left: ShiftedFront<Int>, _ right: ShiftedFront<Int>, _ staircase: Bool,
    _ checkpoint: Checkpoint
  ) throws -> Front<Int> {
    try staircase
      ? mergedPairs(left, right, checkpoint) : mergedRows(left, right, checkpoint)
  }

  /// Two coordinates: merge by the first, keep what rises in the second.
  private static func mergedPairs(
    _ left: ShiftedFront<Int>, _ right: ShiftedFront<Int>, _ checkpoint: Checkpoint
  ) throws -> Front<Int> {
    let capacity = left.front.count + right.front.count
    var counts: [UInt64] = []
    let coordinates = try [Int](unsafeUninitializedCapacity: capacity * 2) { rows, filled in
      counts = try [UInt64](unsafeUninitializedCapacity: capacity) { tally, tallied in
        try left.front.coordinates.withUnsafeBufferPointer { leftRows in
          try right.front.coordinates.withUnsafeBufferPointer { rightRows in
            let leftEnd = left.front.count
            let rightEnd = right.front.count
            let (leftX, leftY) = (left.shift[0], left.shift[1])
            let (rightX, rightY) = (right.shift[0], right.shift[1])
            var i = 0
            var j = 0
            var written = 0
            var lastX = 0
            var best = Int.min
            while i < leftEnd || j < rightEnd {
              if (i &+ j) & 0x3FFF == 0x3FFF { try checkpoint.ask() }
              let takesLeft: Bool
              if i == leftEnd {
                takesLeft = false
              } else if j == rightEnd {
                takesLeft = true
              } else {
                let a = leftRows[2 &* i] &+ leftX
                let b = rightRows[2 &* j] &+ rightX
                takesLeft =
                  a != b
                  ? a > b : leftRows[2 &* i &+ 1] &+ leftY >= rightRows[2 &* j &+ 1] &+ rightY
              }
              let x: Int
              let y: Int
              if takesLeft {
                x = leftRows[2 &* i] &+ leftX
                y = leftRows[2 &* i &+ 1] &+ leftY
              } else {
                x = rightRows[2 &* j] &+ rightX
                y = rightRows[2 &* j &+ 1] &+ rightY
              }
              if y >= best {
                let packages =
                  takesLeft
                  ? saturatingProduct(left.front.counts[i], left.multiplicity)
                  : saturatingProduct(right.front.counts[j], right.multiplicity)
                if y > best {
                  rows[2 &* written] = x
                  rows[2 &* written &+ 1] = y
                  tally[written] = packages
                  written &+= 1
                  best = y
                  lastX = x
                } else if x == lastX {
                  tally[written &- 1] = saturatingSum(tally[written &- 1], packages)
                }
              }
              if takesLeft { i &+= 1 } else { j &+= 1 }
            }
            filled = written &* 2
            tallied = written
          }
        }
      }
    }
    return Front(width: 2, coordinates: coordinates, counts: counts)
  }

  /// Any width: merge in descending lexicographic order, folding equal rows.
  private static func mergedRows(
    _ left: ShiftedFront<Int>, _ right: ShiftedFront<Int>, _ checkpoint: Checkpoint
  ) throws -> Front<Int> {
    let width = left.front.width
    let capacity = left.front.count + right.front.count
    var counts: [UInt64] = []
    let coordinates = try [Int](unsafeUninitializedCapacity: capacity * width) { rows, filled in
      counts = try [UInt64](unsafeUninitializedCapacity: capacity) { tally, tallied in
        try left.front.coordinates.withUnsafeBufferPointer { leftRows in
          try right.front.coordinates.withUnsafeBufferPointer { rightRows in
            try left.shift.withUnsafeBufferPointer { leftShift in
              try right.shift.withUnsafeBufferPointer { rightShift in
                let leftEnd = left.front.count
                let rightEnd = right.front.count
                var i = 0
                var j = 0
                var written = 0
                while i < leftEnd || j < rightEnd {
                  if written & 0xFFF == 0xFFF { try checkpoint.ask() }
                  var order = 0
                  if i == leftEnd {
                    order = -1
                  } else if j == rightEnd {
                    order = 1
                  } else {
                    var column = 0
                    while column < width {
                      let a = leftRows[i &* width &+ column] &+ leftShift[column]
                      let b = rightRows[j &* width &+ column] &+ rightShift[column]
                      if a != b {
                        order = a > b ? 1 : -1
                        break
                      }
                      column &+= 1
                    }
                  }
                  let target = written &* width
                  var packages: UInt64 = 0
                  if order >= 0 {
                    for column in 0..<width {
                      rows[target &+ column] = leftRows[i &* width &+ column] &+ leftShift[column]
                    }
                    packages = saturatingProduct(left.front.counts[i], left.multiplicity)
                    i &+= 1
                  }
                  if order <= 0 {
                    if order < 0 {
                      for column in 0..<width {
                        rows[target &+ column] =
                          rightRows[j &* width &+ column] &+ rightShift[column]
                      }
                    }
                    packages = saturatingSum(
                      packages, saturatingProduct(right.front.counts[j], right.multiplicity))
                    j &+= 1
                  }
                  tally[written] = packages
                  written &+= 1
                }
                filled = written &* width
                tallied = written
              }
            }
          }
        }
      }
    }
    return Front(width: width, coordinates: coordinates, counts: counts)
  }
}

extension Front<Int> {
  /// Without the rows another row dominates.
  func efficientByMask(_ checkpoint: Checkpoint) throws -> Front {
    if count <= 1 { return self }
    let survives = try Skyline.survivors(
      rows: coordinates, width: width, count: count, checkpoint)
    let kept = survives.count { $0 }
    if kept == count { return self }
    var tally: [UInt64] = []
    let rows = [Int](unsafeUninitializedCapacity: kept * width) { rows, filled in
      tally = [UInt64](unsafeUninitializedCapacity: kept) { tally, tallied in
        coordinates.withUnsafeBufferPointer { source in
          var written = 0
          for index in 0..<count where survives[index] {
            for column in 0..<width {
              rows[written &* width &+ column] = source[index &* width &+ column]
            }
            tally[written] = counts[index]
            written &+= 1
          }
          filled = written &* width
          tallied = written
        }
      }
    }
    return Front(width: width, coordinates: rows, counts: tally)
  }
}
