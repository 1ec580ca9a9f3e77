public import Foundations

extension Analysis {
  /// What `maker`'s preferences must satisfy for `state` to be stable for it, everything else as it
  /// is: the inverse problem (Kinsara, Kilgour & Hipel 2015; Wang, Hipel, Fang & Dang 2018).
  ///
  /// - Parameter limit: the most minimal sets kept.
  /// - Throws: ``ConflictError/needsRanking(place:)`` where the maker's preferences have unknowns.
  /// - Complexity: one search of the others' replies per move of `maker`; minimal sets can be
  ///   exponentially many, the smallest change is found without them.
  public func requirement(
    for maker: Int, toHold state: Conflict.State, _ kind: Concept.Sequential, limit: Int = 256,
    checkpoint: Checkpoint = Checkpoint()
  ) throws -> Requirement {
    try conflict.check(decisionMaker: maker)
    guard limit >= 1 else {
      throw ConflictError.badParameter(
        name: "the limit of minimal sets", reason: "must be positive")
    }
    guard let ranking = profile.orders[maker].ranking else {
      throw ConflictError.needsRanking(
        place: "the inverse problem for \(conflict.decisionMakers[maker])")
    }
    let wanted = try conflict.slot(of: state)
    let conditions = try Conditions(
      self, kind, maker: maker, wanted: wanted, checkpoint: checkpoint)
    let ranks = ranking.ranks
    let rank = ranks[wanted]
    let isMet = conditions.hold { ranks[$0] <= rank }
    let (sets, complete) = try conditions.minimalSets(limit: limit, checkpoint)
    func states(_ slots: [Int]) -> [Conflict.State] {
      slots.map { conflict.state(at: $0) }.sorted()
    }
    let low = Set(conditions.clauses.joined().joined().filter { ranks[$0] <= rank })
    let lower = try conditions.minimalSets(free: low, limit: limit, checkpoint)
    let level = conditions.leastRank(ranks)
    let feasible = conflict.feasibleSlots.members
    let raise =
      isMet
      ? nil
      : Requirement.Raise(
        level: states(feasible.filter { ranks[$0] == level && $0 != wanted }),
        pairs: feasible.filter { $0 != wanted && ranks[$0] >= rank && ranks[$0] <= level }.count)
    return Requirement(
      decisionMaker: maker, state: state, concept: kind, isMet: isMet,
      minimalSets: sets.map(states).sorted { first, second in
        first.count != second.count
          ? first.count < second.count : first.lexicographicallyPrecedes(second)
      }, isComplete: complete && lower.complete,
      fewestToLower: states(lower.sets.first ?? []), raise: raise,
      count: try conditions.count(states: conflict.stateCount, checkpoint))
  }

  /// The same for every decision maker: the state is an equilibrium once all are met.
  public func requirements(
    toHold state: Conflict.State, _ kind: Concept.Sequential, limit: Int = 256,
    checkpoint: Checkpoint = Checkpoint()
  ) throws -> [Requirement] {
    try conflict.decisionMakers.indices.map {
      try requirement(for: $0, toHold: state, kind, limit: limit, checkpoint: checkpoint)
    }
  }
}
