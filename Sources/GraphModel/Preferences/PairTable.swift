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

  /// Whether anything is known of the pair.
  func isKnown(_ first: Int, _ second: Int) -> Bool { !unknown[first][second] }
}
