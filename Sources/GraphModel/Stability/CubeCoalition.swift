internal import Foundations

/// CNash, CGMR and CSEQ on a table, under weak orders, for a coalition that can undo its own moves.
///
/// For each member i let m_i(x) be the least rank of i over x and all that the others can reach from
/// x, as in ``CubeAnalysis``. The coalition upsets s iff within its own component of s (its moves can
/// be undone, so its reach is a component) some x has m_i(x) above i's rank of s for every member.
/// Only the x that no other x of the component dominates in all m_i need be asked: the skyline.
/// CSMR asks whether the coalition can escape as a body, which no single weight shows; it needs
/// ``PairwiseAnalysis``.
struct CubeCoalition {
  private let cube: Cube
  /// Per member, its ranks.
  private let ranks: [[Int32]]
  /// Per member, the least rank after the others' replies.
  private var least: [[Int32]]
  /// For each slot the smallest slot of its component.
  private var component: [Int32]
  /// The feasible slots by component, and where each component starts.
  private var order: [Int32]
  private var start: [Int32]

  /// Whether this way of deciding applies.
  static func applies(_ cube: Cube, _ members: [Int], _ kind: Concept.Sequential) -> Bool {
    (kind == .nash || kind == .gmr || kind == .seq)
      && members.allSatisfy { cube.movers[$0].oneWay == 0 }
  }

  /// - Complexity: that of one focal decision maker of ``CubeAnalysis`` per member.
  init(
    cube: Cube, rankings: [PreferenceProfile.Ranking], members: [Int], kind: Concept.Sequential,
    _ checkpoint: Checkpoint
  ) throws {
    self.cube = cube
    ranks = members.map { rankings[$0].ranks }
    let others = cube.movers.indices.filter { !members.contains($0) }
    let engine = CubeAnalysis(cube: cube, rankings: rankings, kinds: [kind])
    let chains = try others.filter { kind == .seq && cube.movers[$0].mask != 0 }.map {
      try Chains(cube: cube, mover: cube.movers[$0], ranks: rankings[$0].ranks, checkpoint)
    }
    least = ranks
    for member in members.indices {
      try checkpoint.ask()
      try least[member].withUnsafeMutableBufferPointer { values in
        guard let values = values.baseAddress else { return }
        switch kind {
        case .gmr: try engine.spread(values, over: others, checkpoint)
        case .seq: try engine.improve(values, over: chains, checkpoint)
        default: break
        }
      }
    }
    component = (0..<cube.size).map { Int32($0) }
    try component.withUnsafeMutableBufferPointer { values in
      guard let values = values.baseAddress else { return }
      try engine.spread(values, over: members, checkpoint)
    }
    // Slots of one component side by side, by counting.
    start = [Int32](repeating: 0, count: cube.size + 1)
    order = [Int32](repeating: 0, count: cube.count)
    cube.feasible.visit { start[Int(component[$0]) + 1] += 1 }
    for label in 0..<cube.size { start[label + 1] += start[label] }
    var fill = start
    cube.feasible.visit { slot in
      let label = Int(component[slot])
      order[Int(fill[label])] = Int32(slot)
      fill[label] += 1
    }
  }

  private func slots(of label: Int) -> ArraySlice<Int32> {
    order[Int(start[label])..<Int(start[label + 1])]
  }

  private func upsets(_ slot: Int, by target: Int) -> Bool {
    ranks.indices.allSatisfy { least[$0][target] > ranks[$0][slot] }
  }

  /// The slots stable for the coalition.
  ///
  /// - Complexity: sorting each component, and its states times its skyline.
  func stable(_ checkpoint: Checkpoint) throws -> Bits {
    var stable = Bits(count: cube.size)
    var steps = CheckedSteps(checkpoint)
    for label in 0..<cube.size where start[label] < start[label + 1] {
      let front = try skyline(slots(of: label), checkpoint)
      for slot in slots(of: label) {
        let isUpset = try front.contains {
          try steps.next()
          return upsets(Int(slot), by: $0)
        }
        if !isUpset { stable.insert(Int(slot)) }
      }
    }
    return stable
  }

  /// The slots the coalition would leave a slot for.
  func targets(from slot: Int) -> [Int] {
    slots(of: Int(component[slot])).map { Int($0) }.filter { upsets(slot, by: $0) }
  }

  /// The slots whose least ranks no other slot's reach in every member.
  private func skyline(_ slots: ArraySlice<Int32>, _ checkpoint: Checkpoint) throws -> [Int] {
    let sums = try slots.map { slot in
      (sum: least.reduce(0) { $0 + Int($1[Int(slot)]) }, slot: Int(slot))
    }.sorted(checkpoint) { $0.sum != $1.sum ? $0.sum > $1.sum : $0.slot < $1.slot }
    var steps = CheckedSteps(checkpoint)
    var front: [Int] = []
    for (_, slot) in sums {
      let dominated = try front.contains { best in
        try steps.next()
        return least.allSatisfy { $0[best] >= $0[slot] }
      }
      if !dominated { front.append(slot) }
    }
    return front
  }
}
