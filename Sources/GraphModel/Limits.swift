/// How large a model may grow before the engine refuses it with a clear error.
public struct Limits: Sendable, Equatable {
  /// The most feasible states, and the most slots of a table over all option combinations.
  public var states = 1 << 24
  /// The most stored moves of a model whose moves must be listed one by one.
  public var arcs = 1 << 27
  /// The most states where every pair of states is looked at: unknown preferences, strength,
  /// coalitions. The work grows with the square of the states.
  public var pairwiseStates = 1 << 14
  /// The most steps of the search for feasible states among more combinations than fit a table.
  public var searchSteps = 1 << 28

  /// The limits where none are given.
  public init() {}

  /// A pattern is one machine word, so this one is fixed.
  public static let options = 64
  /// Decision makers are kept as bit sets in one word.
  public static let decisionMakers = 64

  /// The most options whose combinations all fit; slots and moves are counted in 32 bits.
  package var fullOptions: Int {
    states < 1 ? 0 : min(28, Int.bitWidth - 1 - states.leadingZeroBitCount)
  }

  /// ``arcs``, within what 32 bits can count.
  package var listableArcs: Int { max(0, min(arcs, Int(Int32.max) - 1)) }
}
