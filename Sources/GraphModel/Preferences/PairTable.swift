/// Preferences given pair by pair, some pairs unknown (Li, Hipel, Kilgour & Fang 2004).
///
/// States are counted as in the model's listing (``Conflict/expanded(checkpoint:)``).
package struct PairTable: Sendable {
  /// Row s holds the states better than s.
  package private(set) var better: [Bits]
  /// Row s holds the states worse than s.
  package private(set) var worse: [Bits]
  /// Row s holds the states greatly worse than s.
  package private(set) var greatlyWorse: [Bits]
  /// Row s holds the states whose relation to s is unknown.
  package private(set) var unknown: [Bits]
  /// The order of all states, where no pair is unknown; without strength of preference.
  package private(set) var ranking: PreferenceProfile.Ranking?

  /// All pairs unknown.
  package init(count: Int) {
    let empty = [Bits](repeating: Bits(count: count), count: count)
    better = empty
    worse = empty
    greatlyWorse = empty
    unknown = [Bits](repeating: Bits(count: count, filled: true), count: count)
    for state in 0..<count { unknown[state][state] = false }
  }

  package var hasUnknowns: Bool { unknown.contains { !$0.isEmpty } }
  package var hasStrength: Bool { greatlyWorse.contains { !$0.isEmpty } }

  package mutating func setEqual(_ first: Int, _ second: Int) {
    unknown[first][second] = false
    unknown[second][first] = false
  }

  package mutating func setPreferred(_ first: Int, over second: Int, greatly: Bool) {
    setEqual(first, second)
    better[second].insert(first)
    worse[first].insert(second)
    if greatly { greatlyWorse[first].insert(second) }
  }

  /// Finds the order of all states, where every pair is known.
  ///
  /// - Parameter slots: the slot of each state.
  /// - Complexity: quadratic in the states.
  mutating func rank(slots: [Int], of count: Int) {
    guard !hasUnknowns else { return }
    // States equally preferred are better than equally many others.
    let below = worse.map(\.population)
    let levels = Set(below).sorted()
    var rankOf: [Int: Int32] = [:]
    for (rank, level) in levels.enumerated() { rankOf[level] = Int32(rank) }
    var ranks = [Int32](repeating: 0, count: count)
    for (state, slot) in slots.enumerated() { ranks[slot] = rankOf[below[state]] ?? 0 }
    ranking = PreferenceProfile.Ranking(ranks: ranks, classes: levels.count)
  }

  /// Whether anything is known of the pair.
  func isKnown(_ first: Int, _ second: Int) -> Bool { !unknown[first][second] }
}
