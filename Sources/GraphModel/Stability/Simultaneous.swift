internal import Foundations

/// Simultaneous sanctioning and the Fraser–Hipel concepts (Fraser & Hipel 1984, ch. 2).
///
/// An improvement of i from s is met when the others, each staying or taking one of its own
/// improvements from s and not all staying, can make choices that together with it give a feasible
/// state i likes no better than s. Choices combine by their changed options, so the concepts need
/// option form without coalesced states.
struct Simultaneous {
  private let conflict: Conflict
  private let rankings: [PreferenceProfile.Ranking]
  /// Per slot, the options taken.
  private let taken: (Int) -> UInt64
  private let slotOf: (UInt64) -> Int?

  /// - Throws: ``ConflictError/notApplicable(concept:reason:)``.
  init(_ analysis: Analysis, concept: String) throws {
    conflict = analysis.conflict
    guard !conflict.options.isEmpty else {
      throw ConflictError.notApplicable(
        concept: concept, reason: "moves made at the same time combine only in option form")
    }
    guard let rankings = analysis.profile.rankings else {
      throw ConflictError.notApplicable(
        concept: concept, reason: "it is not defined for unknown preferences")
    }
    self.rankings = rankings
    switch conflict.layout {
    case .cube(let cube):
      taken = { cube.pattern(of: $0) }
      slotOf = { values in
        let slot = cube.slot(of: values)
        return cube.feasible[slot] ? slot : nil
      }
    case .graph(let graph):
      guard graph.base.count == graph.count else {
        throw ConflictError.notApplicable(
          concept: concept, reason: "simultaneous moves from a coalesced state are not defined")
      }
      taken = { state in
        if case .pattern(let pattern) = graph.states[state] { pattern.taken } else { 0 }
      }
      slotOf = { graph.number[.pattern(Pattern(taken: $0))].map { Int($0) } }
    }
  }

  /// The slots stable under SIM, per decision maker.
  func stable(_ checkpoint: Checkpoint) throws -> [Bits] {
    let makers = Array(rankings.indices)
    return try decide(checkpoint) { maker, _ in makers.filter { $0 != maker } }
  }

  /// FH: stable under the sequential concept, or met by the others who are unstable under it.
  func fraserHipel(_ sequential: [Bits], _ checkpoint: Checkpoint) throws -> [Bits] {
    try decide(checkpoint) { maker, slot in
      if sequential[maker][slot] { return nil }
      return sequential.indices.filter { $0 != maker && !sequential[$0][slot] }
    }
  }

  private func decide(
    _ checkpoint: Checkpoint, opponents: (Int, Int) -> [Int]?
  ) throws -> [Bits] {
    var result = rankings.map { _ in Bits(count: conflict.slots) }
    var done = 0
    try conflict.feasibleSlots.visit { slot in
      if done % 16 == 0 { try checkpoint.report(done, of: conflict.stateCount) }
      done += 1
      let changes = try rankings.indices.map { try improvements(of: $0, at: slot, checkpoint) }
      for maker in rankings.indices {
        guard let others = opponents(maker, slot) else {
          result[maker].insert(slot)
          continue
        }
        let combined = try Self.combinations(others.map { changes[$0] }, checkpoint)
        let met = try changes[maker].allSatisfy {
          try meets($0, of: maker, at: slot, combined, checkpoint) != nil
        }
        if met { result[maker].insert(slot) }
      }
    }
    return result
  }

  /// The options changed by each improvement of `maker` from a slot.
  func improvements(
    of maker: Int, at slot: Int, _ checkpoint: Checkpoint
  ) throws -> [UInt64] {
    let start = taken(slot)
    var found: [UInt64] = []
    var steps = CheckedSteps(checkpoint)
    try conflict.forEachMove(of: maker, from: slot) {
      try steps.next()
      if rankings[maker].ranks[$0] > rankings[maker].ranks[slot] { found.append(taken($0) ^ start) }
      return true
    }
    return found
  }

  /// The changes others can make together, each staying or making one of its changes, not all
  /// staying. Each once, ascending.
  static func combinations(
    _ changes: [[UInt64]], _ checkpoint: Checkpoint
  ) throws -> [UInt64] {
    var together: Set<UInt64> = []
    var steps = CheckedSteps(checkpoint)
    for own in changes {
      var more = together
      for change in own {
        more.insert(change)
        for earlier in together {
          try steps.next()
          more.insert(earlier | change)
        }
      }
      together = more
    }
    return try together.sorted(checkpoint, by: <)
  }

  /// The first of the others' changes that meets one improvement, and where it leads.
  func meets(
    _ change: UInt64, of maker: Int, at slot: Int, _ combined: [UInt64], _ checkpoint: Checkpoint
  ) throws -> (change: UInt64, slot: Int)? {
    var steps = CheckedSteps(checkpoint)
    let start = taken(slot)
    let ranks = rankings[maker].ranks
    for other in combined {
      try steps.next()
      if let end = slotOf(start ^ (change | other)), ranks[end] <= ranks[slot] {
        return (other, end)
      }
    }
    return nil
  }

  /// The slot a change leads to.
  func target(_ change: UInt64, at slot: Int) -> Int? { slotOf(taken(slot) ^ change) }
}

extension Simultaneous {
  /// Choices of the others, by place in `changes`, that together make `change`.
  static func shares(
    of change: UInt64, among changes: [[UInt64]], _ checkpoint: Checkpoint
  ) throws -> [(place: Int, part: UInt64)] {
    var steps = CheckedSteps(checkpoint)
    // Backwards through the same sets that built the combinations.
    var stages: [Set<UInt64>] = [[0]]
    for own in changes {
      var more = stages[stages.count - 1]
      for earlier in stages[stages.count - 1] {
        for part in own {
          try steps.next()
          more.insert(earlier | part)
        }
      }
      stages.append(more)
    }
    var left = change
    var found: [(place: Int, part: UInt64)] = []
    for place in changes.indices.reversed() where !stages[place].contains(left) {
      guard
        let part = try changes[place].first(where: { part in
          try stages[place].contains {
            try steps.next()
            return $0 | part == left
          }
        }), let rest = stages[place].filter({ $0 | part == left }).min()
      else { return [] }
      found.append((place, part))
      left = rest
    }
    return found.reversed()
  }
}
