internal import Foundations

/// Option prioritising: the order of states that a list of statements makes.
///
/// Peng, Hipel & Fang 1997, "Option prioritization and the graph model": the k-th of n statements
/// counts 2^(n-k). The sum is never formed; its bits are taken a few at a time, so n has no limit.
struct Prioritising {
  let conflict: Conflict
  let statements: [Formula]
  let place: String

  /// - Complexity: statements times slots, 64 slots at a time.
  func ranking(checkpoint: Checkpoint) throws -> PreferenceProfile.Ranking {
    try Self.ranking(
      count: statements.count, states: conflict.stateCount, feasible: conflict.feasibleSlots
    ) {
      try checkpoint.report($0, of: statements.count)
      return try truth(of: $0, checkpoint)
    }
  }

  /// The ranking when the truth of every statement is known already.
  static func ranking(columns: [[UInt64]], feasible: Bits) -> PreferenceProfile.Ranking {
    ranking(count: columns.count, states: feasible.population, feasible: feasible) { columns[$0] }
  }

  private static func ranking(
    count: Int, states: Int, feasible: Bits, column: (Int) throws -> [UInt64]
  ) rethrows -> PreferenceProfile.Ranking {
    var dense = DenseRanks(feasible: feasible)
    var next = 0
    while next < count, dense.classes < states {
      let taken = min(dense.digitBits, count - next)
      let columns = try (next..<(next + taken)).map(column)
      let laneBits = SIMD8<Int32>(1, 2, 4, 8, 16, 32, 64, 128)
      let one = SIMD8<Int32>(repeating: 1)
      dense.refine(bits: taken) { word, keys in
        for eighth in 0..<8 {
          let lanes = UnsafeMutableRawPointer(keys + 8 * eighth)
          var own = lanes.loadUnaligned(as: SIMD8<Int32>.self)
          for column in columns {
            // One byte holds the truth for eight slots; each lane looks at its own bit.
            let byte = Int32(truncatingIfNeeded: column[word] &>> UInt64(8 * eighth) & 0xFF)
            let bit = SIMD8<Int32>(repeating: byte) & laneBits
            own = own &+ own &+ SIMD8<Int32>.zero.replacing(with: one, where: bit .== laneBits)
          }
          lanes.storeBytes(of: own, as: SIMD8<Int32>.self)
        }
      }
      next += taken
    }
    return PreferenceProfile.Ranking(ranks: dense.ranks, classes: dense.classes)
  }

  /// The slots where a statement holds.
  func truth(of index: Int, _ checkpoint: Checkpoint) throws -> [UInt64] {
    switch conflict.layout {
    case .cube(let cube): return try cube.truth(of: statements[index], checkpoint)
    case .graph(let graph): return try truth(of: index, in: graph, checkpoint)
    }
  }

  /// A coalesced state has a value only if all its combinations agree.
  private func truth(
    of index: Int, in graph: Graph, _ checkpoint: Checkpoint
  ) throws -> [UInt64] {
    var holds = Bits(count: graph.count)
    var fails = Bits(count: graph.count)
    for (member, values) in graph.base.enumerated() {
      if member & 0xFF == 0 { try checkpoint.ask() }
      let state = Int(graph.owner[member])
      if statements[index].holds(values) { holds.insert(state) } else { fails.insert(state) }
    }
    if let mixed = (0..<graph.count).first(where: { holds[$0] && fails[$0] }) {
      throw ConflictError.undecidedStatement(
        place: "\(place), statement \(index + 1)", state: conflict.label(of: graph.states[mixed]))
    }
    return holds.words
  }
}

extension Conflict {
  /// The slots that are feasible states.
  package var feasibleSlots: Bits {
    switch layout {
    case .cube(let cube): cube.feasible
    case .graph(let graph): Bits(count: graph.count, filled: true)
    }
  }
}
