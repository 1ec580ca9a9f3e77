internal import Foundations

/// A ranking given state by state.
struct DirectRanking {
  let conflict: Conflict
  let tiers: [Preference.Tier]
  let place: String

  /// - Throws: ``ConflictError`` for a state unknown, named twice or left out.
  func ranking(_ checkpoint: Checkpoint) throws -> PreferenceProfile.Ranking {
    let feasible = conflict.feasibleSlots
    var tierOf = [Int32](repeating: -1, count: conflict.slots)
    for (number, tier) in tiers.enumerated() {
      for text in tier.states {
        for slot in try conflict.slots(matching: text, place: place, checkpoint) {
          guard tierOf[slot] < 0 else {
            throw ConflictError.repeatedState(
              place: place, state: conflict.label(of: conflict.state(at: slot)))
          }
          tierOf[slot] = Int32(number)
        }
      }
    }
    let missing = feasible.members.filter { tierOf[$0] < 0 }
    if let first = missing.map({ conflict.state(at: $0) }).min() {
      throw ConflictError.unrankedStates(
        place: place, first: conflict.label(of: first), count: missing.count)
    }
    // Empty tiers make no rank, but their mark of great preference still counts.
    let used = Set(tierOf.filter { $0 >= 0 }).sorted(by: >)
    let rankOf = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, Int32($0)) })
    var bands: [Int32] = []
    for (rank, tier) in used.enumerated() {
      guard rank > 0, let below = bands.last else {
        bands.append(0)
        continue
      }
      let steps = tiers[Int(tier)..<Int(used[rank - 1])].contains { $0.greatly }
      bands.append(below + (steps ? 1 : 0))
    }
    return PreferenceProfile.Ranking(
      ranks: tierOf.map { rankOf[$0] ?? 0 }, classes: used.count,
      bands: bands.last == 0 ? nil : bands)
  }
}

extension Conflict {
  /// The slots of all feasible states that `text` stands for; a pattern's dashes mean either.
  func slots(
    matching text: String, place: String, _ checkpoint: Checkpoint = Checkpoint()
  ) throws -> [Int] {
    var steps = CheckedSteps(checkpoint)
    if options.isEmpty { return [try slot(of: state(text, place: place))] }
    let pattern = try Pattern(text, width: options.count, place: place)
    var found: [Int] = []
    switch layout {
    case .cube(let cube):
      var part: UInt64 = 0
      repeat {
        try steps.next()
        let slot = cube.slot(of: pattern.taken | part)
        if cube.feasible[slot] { found.append(slot) }
        part = (part &- pattern.open) & pattern.open
      } while part != 0
    case .graph(let graph):
      if pattern.open == 0 || graph.number[.pattern(pattern)] != nil {
        return [try slot(of: state(text, place: place))]
      }
      for (index, state) in graph.states.enumerated() {
        try steps.next()
        if case .pattern(let own) = state, pattern.covers(own) { found.append(index) }
      }
    }
    guard !found.isEmpty else { throw ConflictError.infeasibleState(state: text) }
    return found
  }
}
