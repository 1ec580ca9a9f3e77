internal import Foundations

/// Lists the moves between given combinations of options.
struct MoveListing {
  let base: [UInt64]
  /// For each combination, the state it belongs to.
  let owner: [Int32]
  /// The number of states.
  let count: Int

  /// The moves of every decision maker.
  ///
  /// Combinations that agree on everything a mover does not own form a group; its moves stay in it.
  /// - Complexity: the number of moves, plus sorting the combinations once per mover.
  func arcs(rule: MoveRule, limits: Limits, checkpoint: Checkpoint) throws -> [Arcs] {
    var budget = 0
    return try rule.masks.enumerated().map { mover, mask in
      try checkpoint.report(mover, of: rule.masks.count)
      let order = try base.indices.sorted(checkpoint) {
        (base[$0] & ~mask, $0) < (base[$1] & ~mask, $1)
      }
      var groups: [Range<Int>] = []
      var start = 0
      for index in order.indices
      where index + 1 == order.count
        || base[order[index]] & ~mask != base[order[index + 1]] & ~mask
      {
        groups.append(start..<(index + 1))
        budget += (index + 1 - start) * (index - start)
        start = index + 1
        guard budget <= limits.listableArcs else {
          throw ConflictError.tooManyArcs(count: budget, limit: limits.listableArcs)
        }
      }
      return try list(groups, order: order, rule: rule, checkpoint)
    }
  }

  private func list(
    _ groups: [Range<Int>], order: [Int], rule: MoveRule, _ checkpoint: Checkpoint
  ) throws -> Arcs {
    var offsets = [Int32](repeating: 0, count: count + 1)
    try forEachMove(in: groups, order: order, rule: rule, checkpoint) { from, _ in
      offsets[Int(from) + 1] += 1
    }
    for state in 0..<count { offsets[state + 1] += offsets[state] }
    var fill = offsets
    var targets = [Int32](repeating: 0, count: Int(offsets[count]))
    try forEachMove(in: groups, order: order, rule: rule, checkpoint) { from, to in
      targets[Int(fill[Int(from)])] = to
      fill[Int(from)] += 1
    }
    var arcs = Arcs(offsets: offsets, targets: targets)
    try arcs.sortRows(checkpoint)
    return arcs
  }

  @inline(__always)
  private func forEachMove(
    in groups: [Range<Int>], order: [Int], rule: MoveRule, _ checkpoint: Checkpoint,
    _ body: (Int32, Int32) -> Void
  ) throws {
    for group in groups {
      for first in group {
        if first & 0xF == 0 { try checkpoint.ask() }
        for second in group where first != second {
          let from = order[first]
          let to = order[second]
          if owner[from] != owner[to], rule.allows(base[from], base[to]) {
            body(owner[from], owner[to])
          }
        }
      }
    }
  }
}
