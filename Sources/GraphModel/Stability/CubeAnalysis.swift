internal import Foundations

/// The sequential concepts on a table of all option combinations, under weak orders.
///
/// For a focal decision maker i with ranks r, let m(x) be the least weight over x and all that the
/// others can reach from x. A state s is unstable iff i can move to some x with m(x), capped by
/// r(x), above r(s): x is then better than s and no reply brings i down to s or below. The weight of
/// a state is its rank (GMR, SEQ) or the best rank i can still reach from it (SMR, SSEQ: a reply from
/// which i escapes does not deter). A mover's moves compose here, so "no one twice in a row" never
/// matters and plain reachability is right.
struct CubeAnalysis {
  let cube: Cube
  let rankings: [PreferenceProfile.Ranking]
  let kinds: Set<Concept.Sequential>
  /// The rounds after which ``Maze`` is thrown; nil to go on until nothing changes.
  var patience: Int?

  /// Random models settle within about ten rounds.
  static let usualPatience = 32

  /// Replies lead along paths so long that listing the moves is quicker than further rounds.
  struct Maze: Error {}

  typealias Values = UnsafeMutablePointer<Int32>

  /// - Complexity: slots times options, times the rounds until nothing changes (few in practice:
  ///   one without infeasible states for GMR and SMR).
  func stable(_ checkpoint: Checkpoint) throws -> [Concept.Sequential: [Bits]] {
    let sequences = kinds.contains(.seq) || kinds.contains(.sseq)
    let chains = try cube.movers.enumerated().map { index, mover -> Chains? in
      try checkpoint.report(index, of: 2 * cube.movers.count)
      return sequences && mover.mask != 0 && cube.movers.count > 1
        ? try Chains(cube: cube, mover: mover, ranks: rankings[index].ranks, checkpoint) : nil
    }
    let parts = try Parallel.map(count: cube.movers.count, work: cube.size) { focal in
      try checkpoint.report(cube.movers.count + focal, of: 2 * cube.movers.count)
      return try stable(for: focal, chains: chains, checkpoint)
    }
    var result: [Concept.Sequential: [Bits]] = [:]
    for kind in kinds { result[kind] = parts.compactMap { $0[kind] } }
    return result
  }

  private func stable(
    for focal: Int, chains: [Chains?], _ checkpoint: Checkpoint
  ) throws -> [Concept.Sequential: Bits] {
    let size = cube.size
    let own = cube.movers[focal]
    let others = cube.movers.indices.filter { $0 != focal }
    let replies = others.compactMap { chains[$0] }
    var result: [Concept.Sequential: Bits] = [:]
    let escapes = kinds.contains(.smr) || kinds.contains(.sseq)
    let best = Values.allocate(capacity: escapes ? size : 1)
    let least = Values.allocate(capacity: size)
    defer {
      best.deallocate()
      least.deallocate()
    }
    try rankings[focal].ranks.withUnsafeBufferPointer { ranks in
      guard let ranks = ranks.baseAddress else { return }
      /// Decides from the least weights in `least`, which it uses up.
      func verdict(capped: Bool) throws -> Bits {
        if capped { for slot in 0..<size { least[slot] = min(least[slot], ranks[slot]) } }
        if cube.hasHoles { CubePasses.fillHoles(least, feasible: cube.feasible, value: 0) }
        try CubePasses.maximise(
          least, size: size, bits: own.mask, oneWay: own.oneWay, checkpoint)
        return CubePasses.atMost(least, ranks, feasible: cube.feasible)
      }
      least.update(from: ranks, count: size)
      if kinds.contains(.nash) || escapes {
        let nash = try verdict(capped: false)
        result[.nash] = nash
        if escapes { best.update(from: least, count: size) }
      }
      if kinds.contains(.gmr) {
        least.update(from: ranks, count: size)
        try spread(least, over: others, checkpoint)
        result[.gmr] = try verdict(capped: false)
      }
      if kinds.contains(.smr) {
        least.update(from: best, count: size)
        try spread(least, over: others, checkpoint)
        result[.smr] = try verdict(capped: true)
      }
      if kinds.contains(.seq) {
        least.update(from: ranks, count: size)
        try improve(least, over: replies, checkpoint)
        result[.seq] = try verdict(capped: false)
      }
      if kinds.contains(.sseq) {
        least.update(from: best, count: size)
        try improve(least, over: replies, checkpoint)
        result[.sseq] = try verdict(capped: true)
      }
    }
    return result
  }

  /// Least values over all that some movers can reach.
  func spread(_ values: Values, over movers: [Int], _ checkpoint: Checkpoint) throws {
    let others = movers.filter { cube.movers[$0].mask != 0 }
    guard cube.hasHoles else {
      let mask = others.reduce(0) { $0 | cube.movers[$1].mask }
      let oneWay = others.reduce(0) { $0 | cube.movers[$1].oneWay }
      try CubePasses.minimise(
        values, size: cube.size, bits: mask, oneWay: oneWay, checkpoint)
      return
    }
    CubePasses.fillHoles(values, feasible: cube.feasible, value: .max)
    var before = total(values)
    var rounds = 0
    while true {
      try count(&rounds)
      for other in others {
        let mover = cube.movers[other]
        try CubePasses.minimise(
          values, size: cube.size, bits: mover.mask, oneWay: mover.oneWay, checkpoint)
        // A move may pass over infeasible states, but no one can stop there for another to go on.
        CubePasses.fillHoles(values, feasible: cube.feasible, value: .max)
      }
      let after = total(values)
      if after == before || others.count < 2 { return }
      before = after
      try checkpoint.ask()
    }
  }

  private func count(_ rounds: inout Int) throws {
    rounds += 1
    if let patience, rounds > patience { throw Maze() }
  }

  /// Values only fall, so an equal sum means that nothing changed.
  private func total(_ values: Values) -> Int {
    var sum = 0
    for slot in 0..<cube.size { sum &+= Int(values[slot]) }
    return sum
  }

  /// Least values over all that movers can reach by improving at every step.
  func improve(_ values: Values, over others: [Chains], _ checkpoint: Checkpoint) throws {
    if cube.hasHoles {
      CubePasses.fillHoles(values, feasible: cube.feasible, value: .max)
    }
    var unchanged = 0
    var rounds = 0
    while unchanged < others.count {
      try count(&rounds)
      for chain in others {
        // A pass of one mover is complete in itself, so its own change needs no second look.
        unchanged = try chain.improve(values, checkpoint) ? 1 : unchanged + 1
        if unchanged >= others.count { break }
      }
    }
  }
}
