/// Results given on request, and the robustness of all results.
extension SettlementView {
  /// Improvements of a draft.
  public struct Moves: Sendable, Hashable, Codable {
    /// The key of the draft.
    public var from: String
    /// Packages acceptable to all, reached by the fewest changes; at most 12.
    public var toAcceptable: [Move]
    /// Packages that cost no party anything and benefit one at least, reached by the fewest
    /// changes; at most 12.
    public var toBetter: [Move]
    /// Pairs of changes that only together cost no party anything; at most 12.
    public var logrolls: [Logroll]
  }

  /// A package some changes away from a draft.
  public struct Move: Sendable, Hashable, Codable {
    /// The key of the package.
    public var package: String
    /// The changes, one for each issue affected.
    public var changes: [Change]
    /// By party, the utility gained over the draft.
    public var gains: [Figure]
  }

  /// Two changes that only together leave no party worse off (logrolling).
  public struct Logroll: Sendable, Hashable, Codable {
    /// The change on the first issue.
    public var first: Change
    /// The change on the second issue.
    public var second: Change
    /// By party, the utility gained by the first change alone; negative for a loss.
    public var byFirst: [Figure]
    /// By party, the utility gained by the second change alone; negative for a loss.
    public var bySecond: [Figure]
    /// By party, the utility gained by both changes; none negative.
    public var together: [Figure]
  }

  /// A single negotiating text: drafts from a start towards the frontier, none worse than the one
  /// before for any party (Fisher 1978; Raiffa 1982, ch. 14).
  public struct SingleTextLines: Sendable, Hashable, Codable {
    /// The keys of the drafts, starting with the first.
    public var drafts: [String]
    /// Whether the last draft is efficient; false if the search stopped at its limit.
    public var endsEfficient: Bool
  }

  /// Two packages compared.
  public struct Comparison: Sendable, Hashable, Codable {
    /// The key of the first package.
    public var first: String
    /// The key of the second package.
    public var second: String
    /// The issues on which they differ.
    public var changes: [Change]
    /// By party, the utility the second gives over the first; negative for a loss.
    public var gains: [Figure]
  }

  /// How far the results depend on uncertain numbers, by random draws from their ranges.
  public struct RobustnessTable: Sendable, Hashable, Codable {
    /// The number of draws.
    public var draws: Int
    /// The seed, from which the same draws can be repeated.
    public var seed: UInt64
    /// What was varied, in words.
    public var varied: String
    /// In how many draws some package is acceptable to all.
    public var open: Share
    /// How often each package was a Nash package, most frequent first; at most 12.
    public var nash: [NashShare]
    /// The value of knowing each number better, most valuable first; at most 12, none without
    /// value.
    public var influences: [Influence]
  }

  /// How often a package was a Nash package.
  public struct NashShare: Sendable, Hashable, Codable {
    /// The key of the package.
    public var package: String
    /// The draws in which it was.
    public var share: Share
  }

  /// The value of knowing one number better: its expected value of partial perfect information.
  public struct Influence: Sendable, Hashable, Codable {
    /// The number, as a setting names it: `ukraine.weight.ceasefire`.
    public var number: String
    /// In how many more draws the Nash package would be named correctly, given in which quarter of
    /// its range the number lies. Chance alone gives a few.
    public var gain: Share
  }

  /// The nearest values of one weight at which another package is the Nash package.
  public struct Flip: Sendable, Hashable, Codable {
    /// The weight, as a setting names it: `ukraine.weight.ceasefire`.
    public var number: String
    /// Its value in the scenario.
    public var weight: Double
    /// The nearest lower value; nil if there is none down to a thousandth of the weight.
    public var below: Double?
    /// The nearest higher value; nil if there is none up to ten times the weight.
    public var above: Double?
  }
}
