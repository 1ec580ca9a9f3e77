package import Foundations

/// The moves of one decision maker, listed: for each state the states it can move to, ascending.
package struct Arcs: Sendable {
  package private(set) var offsets: [Int32]
  package private(set) var targets: [Int32]

  package init(offsets: [Int32], targets: [Int32]) {
    self.offsets = offsets
    self.targets = targets
  }

  /// From pairs, in any order; repeated pairs count once.
  package init(count: Int, pairs: [(from: Int32, to: Int32)]) {
    var offsets = [Int32](repeating: 0, count: count + 1)
    for pair in pairs { offsets[Int(pair.from) + 1] += 1 }
    for state in 0..<count { offsets[state + 1] += offsets[state] }
    var fill = offsets
    var targets = [Int32](repeating: 0, count: pairs.count)
    for pair in pairs {
      targets[Int(fill[Int(pair.from)])] = pair.to
      fill[Int(pair.from)] += 1
    }
    self.init(offsets: offsets, targets: targets)
    try? sortRows(Checkpoint())
  }

  package var count: Int { offsets.count - 1 }

  package subscript(state: Int) -> ArraySlice<Int32> {
    targets[Int(offsets[state])..<Int(offsets[state + 1])]
  }

  /// Orders every row and drops what is there twice.
  mutating func sortRows(_ checkpoint: Checkpoint) throws {
    var kept = 0
    for state in 0..<count {
      if state & 0xF == 0 { try checkpoint.ask() }
      let row = targets[Int(offsets[state])..<Int(offsets[state + 1])].sorted()
      offsets[state] = Int32(kept)
      var last: Int32 = -1
      for target in row where target != last {
        targets[kept] = target
        kept += 1
        last = target
      }
    }
    offsets[count] = Int32(kept)
    targets.removeSubrange(kept...)
  }

  /// Drops the moves the test picks; the number dropped.
  mutating func remove(
    _ checkpoint: Checkpoint, where test: (_ from: Int, _ to: Int) -> Bool
  ) throws -> Int {
    let before = targets.count
    var kept = 0
    for state in 0..<count {
      if state & 0xF == 0 { try checkpoint.ask() }
      let row = Int(offsets[state])..<Int(offsets[state + 1])
      offsets[state] = Int32(kept)
      for index in row where !test(state, Int(targets[index])) {
        targets[kept] = targets[index]
        kept += 1
      }
    }
    offsets[count] = Int32(kept)
    targets.removeSubrange(kept...)
    return before - kept
  }

  /// The same moves, looked up by where they end.
  package func reversed(_ checkpoint: Checkpoint = Checkpoint()) throws -> Arcs {
    var offsets = [Int32](repeating: 0, count: count + 1)
    for target in targets { offsets[Int(target) + 1] += 1 }
    for state in 0..<count { offsets[state + 1] += offsets[state] }
    var fill = offsets
    var sources = [Int32](repeating: 0, count: targets.count)
    for state in 0..<count {
      if state & 0xF == 0 { try checkpoint.ask() }
      for target in self[state] {
        sources[Int(fill[Int(target)])] = Int32(state)
        fill[Int(target)] += 1
      }
    }
    return Arcs(offsets: offsets, targets: sources)
  }
}
