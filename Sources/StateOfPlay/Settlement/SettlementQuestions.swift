/// What to compute for a scenario in addition to its zone of agreement.
public struct SettlementQuestions: Sendable, Hashable, Codable {
  /// Packages to explain, each by its id or as `issue=option,…`.
  public var packages: [String] = []
  /// The named points to find on the frontier.
  public var solutions: [SettlementView.Solution] = [
    .nash, .kalaiSmorodinsky, .egalitarian, .utilitarian,
  ]
  /// Whether to search for improvements of the first of ``packages``, or of the scenario's first
  /// package.
  public var next = false
  /// Whether to revise the first of ``packages``, or the scenario's first package, step by step to
  /// the frontier.
  public var singleText = false
  /// Two packages to compare; empty for no comparison.
  public var compare: [String] = []
  /// How many times to draw the uncertain numbers, at most 1,000,000; 0 for no draws.
  public var draws = 200
  /// The seed of the draws; the same seed gives the same draws.
  public var seed: UInt64 = 1
  /// Changes to apply to the scenario first.
  public var settings: [ScenarioChange] = []
  /// Whether to find the changes of a single weight that would make another package the Nash
  /// package.
  public var flips = true
  /// Whether to give reasons for each result that can be checked by hand.
  public var certificates = false
  /// Whether to divide the issues between the parties as items.
  public var division = false
  /// The share of each party's range by which points of the frontier may be off, a number from 0 to
  /// below 1; nil for an exact frontier.
  public var tolerance: String?
  /// How many points of the frontier to list.
  public var listed = 200

  /// Creates the standard questions: the four usual points, 200 draws, and the flips.
  public init() {}
}
