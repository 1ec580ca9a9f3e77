internal import Foundations

/// Limited-move and non-myopic stability for two decision makers (Kilgour 1985; Fang, Hipel &
/// Kilgour 1993, ch. 3).
///
/// G_h(i, s) is where play from s ends when i may begin and h moves are looked ahead. G_0(i, s) = s;
/// i considers the move t* that makes G_{h−1}(j, t*) best for it, and makes it if that is better than
/// s. Both functions together form a sequence over finitely many values, so it ends in a cycle: a
/// state is non-myopically stable if it is stable at every horizon of that cycle.
struct Foresight {
  let conflict: Conflict
  private let rankings: [PreferenceProfile.Ranking]
  private let feasible: [Int]
  /// Per slot, its place in the printed order of states; empty where slots are in that order.
  private let place: [Int32]

  /// Where play ends, per decision maker and slot.
  typealias Ends = [[Int32]]

  /// - Throws: ``ConflictError/notApplicable(concept:reason:)``.
  init(_ analysis: Analysis) throws {
    conflict = analysis.conflict
    guard conflict.decisionMakers.count == 2 else {
      throw ConflictError.notApplicable(
        concept: "limited-move stability",
        reason: "it is defined for two decision makers, and there are "
          + "\(conflict.decisionMakers.count)")
    }
    guard let rankings = analysis.profile.rankings else {
      throw ConflictError.notApplicable(
        concept: "limited-move stability", reason: "it needs preferences without unknowns")
    }
    self.rankings = rankings
    feasible = conflict.feasibleSlots.members
    place = conflict.printedOrder
  }

  var start: Ends {
    let own = (0..<conflict.slots).map { Int32($0) }
    return [own, own]
  }

  /// The ends one move further ahead. Among moves with equally good ends the first in the
  /// printed order of states is taken; `tie` learns of equally good moves that end in different states.
  func next(
    _ ends: Ends, _ checkpoint: Checkpoint, tie: ((Int, Int) -> Void)? = nil
  ) throws -> Ends {
    var result = ends
    for maker in 0...1 {
      let ranks = rankings[maker].ranks
      let after = ends[1 - maker]
      var steps = CheckedSteps(checkpoint)
      for slot in feasible {
        try steps.next()
        let (move, tied) = try bestMove(of: maker, at: slot, after: after, &steps)
        let end = move.map { after[$0] }
        if let end, ranks[Int(end)] > ranks[slot] {
          result[maker][slot] = end
          if tied { tie?(maker, slot) }
        } else {
          result[maker][slot] = Int32(slot)
        }
      }
    }
    return result
  }

  /// The move with the best end for its mover, and whether another end is as good.
  func bestMove(
    of maker: Int, at slot: Int, after: [Int32], _ steps: inout CheckedSteps
  ) throws -> (move: Int?, tied: Bool) {
    let ranks = rankings[maker].ranks
    var best: Int?
    var tied = false
    try conflict.forEachMove(of: maker, from: slot) { target in
      try steps.next()
      guard let known = best else {
        best = target
        return true
      }
      let gain = ranks[Int(after[target])]
      let so = ranks[Int(after[known])]
      if gain > so {
        best = target
        tied = false
      } else if gain == so {
        if after[target] != after[known] { tied = true }
        best = isEarlier(target, than: known) ? target : known
      }
      return true
    }
    return (best, tied)
  }

  @inline(__always)
  private func isEarlier(_ slot: Int, than other: Int) -> Bool {
    place.isEmpty ? slot < other : place[slot] < place[other]
  }

  /// The stable slots per concept and decision maker.
  func stable(_ concepts: [Concept], _ checkpoint: Checkpoint) throws -> [Concept: [Bits]] {
    var horizons: [Int] = []
    for concept in concepts {
      if case .limitedMove(let horizon) = concept {
        guard horizon >= 1, horizon <= Self.longest else {
          throw ConflictError.badParameter(
            name: "the horizon \(horizon)", reason: "must lie between 1 and \(Self.longest)")
        }
        horizons.append(horizon)
      }
    }
    var result: [Concept: [Bits]] = [:]
    var ends = start
    let last = horizons.max() ?? 0
    for horizon in 0..<last {
      try checkpoint.report(horizon, of: last)
      ends = try next(ends, checkpoint)
      result[.limitedMove(horizon + 1)] = staying(ends)
    }
    if concepts.contains(.nonMyopic) { result[.nonMyopic] = try settle(checkpoint).stable }
    return result.filter { concepts.contains($0.key) }
  }

  /// The furthest horizon looked at before giving up.
  static let longest = 4096

  /// Follows the horizons to their cycle (Brent 1980), then once round it.
  func settle(_ checkpoint: Checkpoint) throws -> (stable: [Bits], period: Int) {
    var kept = start
    var power = 1
    var period = 1
    var horizon = 1
    var ends = try next(kept, checkpoint)
    while ends != kept {
      guard horizon < Self.longest else {
        throw ConflictError.notApplicable(
          concept: "non-myopic stability",
          reason: "no cycle shows within \(Self.longest) horizons")
      }
      if period == power {
        kept = ends
        power *= 2
        period = 0
      }
      try checkpoint.report(horizon, of: Self.longest)
      ends = try next(ends, checkpoint)
      period += 1
      horizon += 1
    }
    var stable = staying(ends)
    for _ in 1..<max(1, period) {
      ends = try next(ends, checkpoint)
      for (maker, set) in staying(ends).enumerated() { stable[maker].formIntersection(set) }
    }
    return (stable, period)
  }

  func isBetter(_ maker: Int, than slot: Int, _ other: Int) -> Bool {
    rankings[maker].ranks[other] > rankings[maker].ranks[slot]
  }

  private func staying(_ ends: Ends) -> [Bits] {
    ends.map { ends in
      var stable = Bits(count: conflict.slots)
      for slot in feasible where ends[slot] == Int32(slot) { stable.insert(slot) }
      return stable
    }
  }
}
