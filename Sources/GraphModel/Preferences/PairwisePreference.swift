internal import Foundations

/// Reads comparisons of states into a table, and refuses those that cannot all be meant.
struct PairwisePreference {
  let conflict: Conflict
  let comparisons: [Preference.Comparison]
  let place: String

  /// - Throws: ``ConflictError/contradiction(place:first:second:)`` when a pair is compared in two
  ///   ways, ``ConflictError/preferenceCycle(place:states:)`` when strict comparisons, across equal
  ///   states too, lead back to where they began.
  func table(_ checkpoint: Checkpoint) throws -> PairTable {
    let count = conflict.stateCount
    guard count <= conflict.limits.pairwiseStates else {
      throw ConflictError.tooManyStatesForPairs(
        states: count, limit: conflict.limits.pairwiseStates)
    }
    let slots = conflict.feasibleSlots.members
    let number = Dictionary(uniqueKeysWithValues: slots.enumerated().map { ($1, $0) })
    var table = PairTable(count: count)
    var over: [[Int]] = Array(repeating: [], count: count)
    var home = Array(0..<count)
    func root(_ state: Int) -> Int {
      var state = state
      while home[state] != state { state = home[state] }
      return state
    }
    for comparison in comparisons {
      let firsts = try conflict.slots(matching: comparison.first, place: place, checkpoint)
      let seconds = try conflict.slots(matching: comparison.second, place: place, checkpoint)
      for first in firsts.compactMap({ number[$0] }) {
        try checkpoint.ask()
        for second in seconds.compactMap({ number[$0] }) {
          let strict = comparison.relation != .equal
          if first == second && !strict { continue }
          let repeated =
            table.isKnown(first, second)
            && (table.worse[first][second] != strict
              || table.greatlyWorse[first][second] != (comparison.relation == .greatlyPreferred))
          if first == second || repeated {
            throw ConflictError.contradiction(
              place: place, first: label(first, slots), second: label(second, slots))
          }
          if strict {
            table.setPreferred(
              first, over: second, greatly: comparison.relation == .greatlyPreferred)
            over[first].append(second)
          } else {
            table.setEqual(first, second)
            home[root(first)] = root(second)
          }
        }
      }
    }
    try checkCycles(over: over, home: (0..<count).map(root), slots: slots, checkpoint)
    return table
  }

  private func label(_ state: Int, _ slots: [Int]) -> String {
    conflict.label(of: conflict.state(at: slots[state]))
  }

  /// Depth-first over classes of equal states; a class met again on the way down closes a circle.
  private func checkCycles(
    over: [[Int]], home: [Int], slots: [Int], _ checkpoint: Checkpoint
  ) throws {
    var steps = CheckedSteps(checkpoint)
    var below: [[Int]] = Array(repeating: [], count: over.count)
    for state in over.indices {
      try checkpoint.ask()
      below[home[state]] += over[state].map { home[$0] }
    }
    var colour = [UInt8](repeating: 0, count: over.count)
    for start in over.indices where colour[start] == 0 {
      var path: [(state: Int, next: Int)] = [(start, 0)]
      colour[start] = 1
      while let (state, next) = path.last {
        try steps.next()
        guard next < below[state].count else {
          colour[state] = 2
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = below[state][next]
        if colour[target] == 1 {
          let circle = path.drop { $0.state != target }.map { label($0.state, slots) }
          throw ConflictError.preferenceCycle(place: place, states: circle + [label(target, slots)])
        }
        if colour[target] == 0 {
          colour[target] = 1
          path.append((target, 0))
        }
      }
    }
  }
}
