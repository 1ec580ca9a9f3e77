internal import Foundations

/// The states that feasible combinations make when some count as one.
struct Coalescing {
  /// The states, ascending.
  let patterns: [Pattern]
  /// For each combination, the state it belongs to.
  let owner: [Int32]

  /// - Throws: ``ConflictError`` when two merged states share a combination or one has none.
  init(base: [UInt64], merged: [Pattern], width: Int, _ checkpoint: Checkpoint) throws {
    guard !merged.isEmpty else {
      // The combinations are ascending and differ.
      patterns = base.map { Pattern(taken: $0) }
      owner = base.indices.map { Int32($0) }
      return
    }
    var steps = CheckedSteps(checkpoint)
    var home = [Pattern?](repeating: nil, count: base.count)
    for pattern in Set(merged).sorted() {
      var found = false
      for index in base.indices {
        try steps.next()
        guard pattern.matches(base[index]) else { continue }
        if let other = home[index] {
          throw ConflictError.coalescedOverlap(
            first: other.text(width: width), second: pattern.text(width: width),
            shared: Pattern(taken: base[index]).text(width: width))
        }
        home[index] = pattern
        found = true
      }
      guard found else {
        throw ConflictError.emptyCoalescedState(pattern: pattern.text(width: width))
      }
    }
    let states = base.indices.map { home[$0] ?? Pattern(taken: base[$0]) }
    var different: Set<Pattern> = []
    different.reserveCapacity(states.count)
    for state in states {
      try steps.next()
      different.insert(state)
    }
    let patterns = try different.sorted(checkpoint, by: <)
    var number: [Pattern: Int32] = [:]
    number.reserveCapacity(patterns.count)
    for (place, pattern) in patterns.enumerated() {
      try steps.next()
      number[pattern] = Int32(place)
    }
    self.patterns = patterns
    owner = try states.map {
      try steps.next()
      return number[$0] ?? 0
    }
  }
}
