internal import Foundations

/// Joining shifted fronts into one: for every width and any integers, by sorting.
///
/// Domination is decided on ranks, coordinate by coordinate, so that wide integers are compared
/// only while sorting. O(n log n) comparisons per coordinate, then `Skyline`.
extension Score {
  static func union(
    of sources: [ShiftedFront<Self>], width: Int, keeping reduction: FrontReduction,
    _ checkpoint: Checkpoint
  ) throws -> Front<Self> {
    var rows: [Self] = []
    var counts: [UInt64] = []
    for source in sources {
      for index in 0..<source.front.count {
        if index & 0xFF == 0 { try checkpoint.ask() }
        for column in 0..<width {
          rows.append(source.front.coordinates[index * width + column] + source.shift[column])
        }
        counts.append(saturatingProduct(source.front.counts[index], source.multiplicity))
      }
    }
    let joined = try Front(sorting: rows, counts: counts, width: width, checkpoint)
    return reduction == .efficient ? try joined.efficient(checkpoint) : joined
  }
}

extension Front {
  /// Puts rows in order and folds equal ones.
  init(
    sorting rows: [S], counts: [UInt64], width: Int, _ checkpoint: Checkpoint = Checkpoint()
  ) throws {
    let order = try counts.indices.sorted(checkpoint) { left, right in
      for column in 0..<width {
        let leftValue = rows[left * width + column]
        let rightValue = rows[right * width + column]
        if leftValue != rightValue { return leftValue > rightValue }
      }
      return false
    }
    var result = Front.empty(width: width)
    result.coordinates.reserveCapacity(rows.count)
    var steps = CheckedSteps(checkpoint)
    for index in order {
      try steps.next()
      let row = rows[(index * width)..<((index + 1) * width)]
      if let last = result.counts.indices.last, result.row(last) == row {
        result.counts[last] = saturatingSum(result.counts[last], counts[index])
      } else {
        result.coordinates += row
        result.counts.append(counts[index])
      }
    }
    self = result
  }

  /// Without the rows another row dominates.
  func efficient(_ checkpoint: Checkpoint = Checkpoint()) throws -> Front {
    if count <= 1 { return self }
    let ranks = try (coordinates as? [Int]) ?? ranked(checkpoint)
    let survives = try Skyline.survivors(rows: ranks, width: width, count: count, checkpoint)
    return keeping(survives)
  }

  func keeping(_ survives: [Bool]) -> Front {
    var result = Front.empty(width: width)
    for index in 0..<count where survives[index] {
      result.coordinates += row(index)
      result.counts.append(counts[index])
    }
    return result
  }

  /// Every coordinate replaced by its rank among the values of its column.
  private func ranked(_ checkpoint: Checkpoint) throws -> [Int] {
    var ranks = [Int](repeating: 0, count: coordinates.count)
    for column in 0..<width {
      let order = try (0..<count).sorted(checkpoint) {
        coordinates[$0 * width + column] < coordinates[$1 * width + column]
      }
      var rank = 0
      for (position, index) in order.enumerated() {
        if position > 0,
          coordinates[order[position - 1] * width + column] != coordinates[index * width + column]
        {
          rank += 1
        }
        ranks[index * width + column] = rank
      }
    }
    return ranks
  }
}
