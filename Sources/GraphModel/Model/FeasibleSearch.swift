internal import Foundations

/// Finds the combinations of options that no rule excludes.
struct FeasibleSearch {
  let width: Int
  /// Statements that hold where a combination is infeasible.
  let rules: [Formula]
  /// The only combinations allowed, where they are listed.
  let listed: [Pattern]?
  let limits: Limits

  /// Marks the feasible slots of a table.
  func fill(_ cube: inout Cube, checkpoint: Checkpoint) throws {
    if let listed {
      var allowed = Bits(count: cube.size)
      var steps = CheckedSteps(checkpoint)
      for pattern in listed {
        try forEachMember(of: pattern) {
          try steps.next()
          allowed.insert(cube.slot(of: $0))
        }
      }
      cube.restrict(to: allowed)
    }
    for (done, rule) in rules.enumerated() {
      try checkpoint.report(done, of: rules.count)
      cube.exclude(try cube.truth(of: rule, checkpoint))
    }
  }

  /// All feasible combinations, ascending, when a table of all would not fit.
  func all(checkpoint: Checkpoint) throws -> [UInt64] {
    if let listed { return try members(of: listed, checkpoint) }
    guard !rules.isEmpty else { throw tooMany(atLeast: width < 62 ? 1 << width : .max) }
    return try search(checkpoint)
  }

  private func tooMany(atLeast count: Int) -> ConflictError {
    .tooManyStates(
      options: width, atLeast: count, limit: limits.states, fullOptions: limits.fullOptions)
  }

  private func members(of listed: [Pattern], _ checkpoint: Checkpoint) throws -> [UInt64] {
    var found: Set<UInt64> = []
    var steps = CheckedSteps(checkpoint)
    for pattern in listed {
      guard pattern.open.nonzeroBitCount <= limits.fullOptions else {
        throw tooMany(atLeast: limits.states + 1)
      }
      try forEachMember(of: pattern) {
        try steps.next()
        found.insert($0)
      }
      guard found.count <= limits.states else { throw tooMany(atLeast: found.count) }
    }
    return try found.filter { values in
      try !rules.contains {
        try steps.next()
        return $0.holds(values)
      }
    }.sorted(checkpoint, by: <)
  }

  private func forEachMember(
    of pattern: Pattern, _ body: (UInt64) throws -> Void
  ) rethrows {
    var part: UInt64 = 0
    repeat {
      try body(pattern.taken | part)
      part = (part &- pattern.open) & pattern.open
    } while part != 0
  }

  /// Settles one option after the other, and leaves a branch as soon as a rule is sure to hold.
  private func search(_ checkpoint: Checkpoint) throws -> [UInt64] {
    // Only rules that mention the option just settled can have become sure.
    let concerned = (0..<width).map { option in
      rules.filter { $0.mentioned >> UInt64(option) & 1 != 0 }
    }
    guard !rules.contains(where: { $0.holds(0, known: 0) == true }) else { return [] }
    var found: [UInt64] = []
    var pending: [(values: UInt64, depth: Int)] = [(0, 0)]
    var steps = 0
    while let (values, depth) = pending.popLast() {
      if depth == width {
        found.append(values)
        guard found.count <= limits.states else { throw tooMany(atLeast: found.count) }
        continue
      }
      for choice in 0...1 {
        steps += 1
        if steps & 0xFF == 0 { try checkpoint.ask() }
        if steps & 0xFFFF == 0 {
          try checkpoint.report(min(steps, limits.searchSteps), of: limits.searchSteps)
        }
        guard steps <= limits.searchSteps else {
          throw ConflictError.searchTooLong(options: width, steps: limits.searchSteps)
        }
        let next = values | UInt64(choice) << UInt64(depth)
        let known = lowBits(depth + 1)
        if !concerned[depth].contains(where: { $0.holds(next, known: known) == true }) {
          pending.append((next, depth + 1))
        }
      }
    }
    return try found.sorted(checkpoint, by: <)
  }
}
