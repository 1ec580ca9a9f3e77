internal import Foundations

/// The sequential concepts on listed moves, under weak orders.
///
/// A mover's moves need not compose here (graph form, coalesced states, forbidden moves), so a reply
/// is a walk in which no one moves twice in a row: the search runs over (state, last mover). Weights
/// are as in ``CubeAnalysis``. One sweep from the smallest weight upward labels every (state, last
/// mover) with the least weight on a walk from there, so the work is linear in moves times movers.
struct GraphAnalysis {
  let graph: Graph
  let rankings: [PreferenceProfile.Ranking]
  let kinds: Set<Concept.Sequential>

  func stable(_ checkpoint: Checkpoint) throws -> [Concept.Sequential: [Bits]] {
    let makers = graph.moves.count
    let incoming = kinds == [.nash] ? [] : try graph.moves.map { try $0.reversed(checkpoint) }
    let parts = try Parallel.map(count: makers, work: graph.count) { focal in
      try checkpoint.report(focal, of: makers)
      return try stable(for: focal, incoming: incoming, checkpoint)
    }
    var result: [Concept.Sequential: [Bits]] = [:]
    for kind in kinds { result[kind] = parts.compactMap { $0[kind] } }
    return result
  }

  private func stable(
    for focal: Int, incoming: [Arcs], _ checkpoint: Checkpoint
  ) throws -> [Concept.Sequential: Bits] {
    let ranks = rankings[focal].ranks
    let own = graph.moves[focal]
    var best = ranks
    for state in 0..<graph.count {
      if state & 0xF == 0 { try checkpoint.ask() }
      for target in own[state] { best[state] = max(best[state], ranks[Int(target)]) }
    }
    var result: [Concept.Sequential: Bits] = [:]
    for kind in kinds {
      let least: [Int32] =
        switch kind {
        case .nash: ranks
        case .gmr:
          try sweep(ranks, against: focal, incoming: incoming, improving: false, checkpoint)
        case .smr:
          try sweep(best, against: focal, incoming: incoming, improving: false, checkpoint)
        case .seq:
          try sweep(ranks, against: focal, incoming: incoming, improving: true, checkpoint)
        case .sseq:
          try sweep(best, against: focal, incoming: incoming, improving: true, checkpoint)
        }
      var stable = Bits(count: graph.count)
      for state in 0..<graph.count {
        if state & 0xF == 0 { try checkpoint.ask() }
        let leaves = own[state].contains {
          min(least[Int($0)], ranks[Int($0)]) > ranks[state]
        }
        if !leaves { stable.insert(state) }
      }
      result[kind] = stable
    }
    return result
  }

  /// For each state the least weight the others can reach from it by at least one move.
  private func sweep(
    _ weights: [Int32], against focal: Int, incoming: [Arcs], improving: Bool,
    _ checkpoint: Checkpoint
  ) throws -> [Int32] {
    let makers = graph.moves.count
    let others = (0..<makers).filter { $0 != focal }
    var least = [Int32](repeating: .max, count: graph.count)
    var reached = Bits(count: graph.count * makers)
    var pending: [(state: Int32, last: Int32)] = []
    var steps = CheckedSteps(checkpoint)
    for start in ascending(weights) {
      try steps.next()
      let weight = weights[start]
      for last in others where !reached[start * makers + last] {
        reached.insert(start * makers + last)
        pending.append((Int32(start), Int32(last)))
      }
      while let (state, last) = pending.popLast() {
        let mover = Int(last)
        let gain = rankings[mover].ranks
        for source in incoming[mover][Int(state)] {
          try steps.next()
          let source = Int(source)
          if improving && gain[source] >= gain[Int(state)] { continue }
          if least[source] == .max { least[source] = weight }
          for earlier in others
          where earlier != mover && !reached[source * makers + earlier] {
            reached.insert(source * makers + earlier)
            pending.append((Int32(source), Int32(earlier)))
          }
        }
      }
    }
    return least
  }

  /// The states by weight, by counting.
  private func ascending(_ weights: [Int32]) -> [Int] {
    let top = Int(weights.max() ?? 0)
    var place = [Int](repeating: 0, count: top + 2)
    for weight in weights { place[Int(weight) + 1] += 1 }
    for weight in 0...top { place[weight + 1] += place[weight] }
    var order = [Int](repeating: 0, count: weights.count)
    for (state, weight) in weights.enumerated() {
      order[place[Int(weight)]] = state
      place[Int(weight)] += 1
    }
    return order
  }
}
