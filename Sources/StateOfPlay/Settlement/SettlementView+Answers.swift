/// What is answered only where it was asked, and how sure the answers are.
extension SettlementView {
  /// What to change in a draft.
  public struct Moves: Sendable, Hashable, Codable {
    /// The draft's key.
    public var from: String
    /// The fewest changes that all would accept.
    public var toAcceptable: [Move]
    /// The fewest changes by which no one loses and someone gains.
    public var toBetter: [Move]
    public var logrolls: [Logroll]
  }

  public struct Move: Sendable, Hashable, Codable {
    public var package: String
    public var changes: [Change]
    /// By party, against the draft.
    public var gains: [Figure]
  }

  /// Two changes that only together leave no one worse off.
  public struct Logroll: Sendable, Hashable, Codable {
    public var first: Change
    public var second: Change
    public var byFirst: [Figure]
    public var bySecond: [Figure]
    public var together: [Figure]
  }

  /// Drafts from a start to the frontier, none worse than the one before for anybody.
  public struct SingleTextLines: Sendable, Hashable, Codable {
    public var drafts: [String]
    public var endsEfficient: Bool
  }

  /// Two packages side by side.
  public struct Comparison: Sendable, Hashable, Codable {
    public var first: String
    public var second: String
    public var changes: [Change]
    /// By party, what the second gives beyond the first.
    public var gains: [Figure]
  }

  public struct RobustnessTable: Sendable, Hashable, Codable {
    public var draws: Int
    public var seed: UInt64
    /// What was varied, in words.
    public var varied: String
    /// Draws in which some package is acceptable to all.
    public var open: Share
    /// How often each package was a Nash package, the most frequent first.
    public var nash: [NashShare]
    /// What each number is worth finding out, by id; the most valuable first.
    public var influences: [Influence]
  }

  public struct NashShare: Sendable, Hashable, Codable {
    public var package: String
    public var share: Share
  }

  public struct Influence: Sendable, Hashable, Codable {
    public var number: String
    /// By how much oftener the right package would be named, knowing its quarter of the range.
    public var gain: Share
  }

  /// The nearest weights at which the Nash package is another.
  public struct Flip: Sendable, Hashable, Codable {
    public var number: String
    public var weight: Double
    public var below: Double?
    public var above: Double?
  }
}
