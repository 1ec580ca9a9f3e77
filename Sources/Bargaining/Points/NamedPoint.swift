public import Foundations

/// A named point of the acceptable frontier: the winning points, all ties listed.
public struct NamedPoint: Sendable, Hashable {
  /// The solution concept.
  public let solution: Solution
  /// Positions on the frontier, ascending; empty when no package is acceptable to all.
  public let indices: [Int]
  /// What the winners share: the product, the smallest share, the smallest gain, the sum.
  public let score: ExactValue?
  /// For Nash: the parties whose gains were multiplied. All of them, unless no acceptable package
  /// gains for all at once; then those that gain, as many as can.
  public let gainers: [[Int]]

  /// Whether some acceptable package leaves every party above its reservation value.
  public let allGain: Bool
}

/// The solution concepts and their variants; programs differ, so the variant is always named.
public enum Solution: Sendable, Hashable, CaseIterable {
  /// max Π (u − r), over the most parties that can gain (Nash 1950, doi:10.2307/1907266).
  case nash
  /// The same with disagreement at max(r, the least the party gets in any feasible package).
  case nashFromMinimum
  /// max min (u − r) / (best − r), best among acceptable packages; a party with best = r counts 1
  /// (Kalai & Smorodinsky 1975, doi:10.2307/1914280).
  case kalaiSmorodinsky
  /// The smallest spread of those shares.
  case kalaiSmorodinskyBySpread
  /// The leximin of u − r: the smallest gain as large as can be, then the next (Kalai 1977).
  case egalitarian
  /// max Σ u.
  case utilitarian
}

extension Frontier {
  /// - Complexity: one pass over the points; products are compared as doubles first and exactly
  ///   only where they are within rounding of the best.
  /// - Throws: `AnalysisError`, for `.nashFromMinimum` only.
  public func point(
    of solution: Solution, checkpoint: Checkpoint = Checkpoint()
  ) throws -> NamedPoint {
    switch solved {
    case .small(let solved): try PointSearch(solved, checkpoint).point(of: solution)
    case .wide(let solved): try PointSearch(solved, checkpoint).point(of: solution)
    }
  }
}
