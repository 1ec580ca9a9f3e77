/// Packages, and what each is worth to the parties.
extension SettlementView {
  /// The package with a key; nil if the view has none.
  /// - Complexity: O(packages).
  public func package(_ key: String) -> PackageLine? { packages.first { $0.key == key } }

  /// One package, with its worth to each party.
  public struct PackageLine: Sendable, Hashable, Codable {
    /// The key by which other parts refer to it.
    public var key: String
    /// Its title, if the scenario names it; nil otherwise.
    public var title: String?
    /// By issue, the id of the option chosen.
    public var options: [String]
    /// Whether it breaks no link and no red line.
    public var isFeasible: Bool
    /// Whether it is feasible and every party gets at least its reservation value.
    public var isAcceptable: Bool
    /// Whether no feasible package is better for one party and worse for none.
    public var isEfficient: Bool
    /// The largest share of its range, 0 to 1, that every party could gain at once from a better
    /// package; 0 if efficient.
    public var commonGain: Double
    /// By party, what it gives.
    public var parties: [PartyPart]
    /// The ids of the red lines and links that it breaks.
    public var broken: [String]
    /// Constraints that alone rule out a change from which some party would gain; at most 20.
    public var binding: [Binding]
    /// In how many draws it is acceptable, efficient and the Nash package; nil if nothing was
    /// drawn.
    public var shares: Shares?
  }

  /// What a package gives one party.
  public struct PartyPart: Sendable, Hashable, Codable {
    /// Its utility.
    public var utility: Figure
    /// Utility over the reservation value; negative if the party would refuse it.
    public var margin: Figure
    /// How far the utility lies below that of its best feasible package; nil if none is feasible.
    public var givenUp: Figure?
    /// The smallest margin that the ranges of the uncertain numbers allow.
    public var least: Figure
    /// The largest margin that the ranges allow.
    public var most: Figure
    /// Whether both bounds are attained.
    public var isTight: Bool
    /// By issue, for additive utilities, the issue's contribution; empty for other utilities.
    public var issues: [IssuePart]
  }

  /// The contribution of one issue to a party's utility.
  public struct IssuePart: Sendable, Hashable, Codable {
    /// What the chosen option adds.
    public var adds: Double
    /// What the issue's worst option would add.
    public var worst: Double
    /// What the issue's best option would add.
    public var best: Double
  }

  /// A constraint that alone rules out a change from which some party would gain.
  public struct Binding: Sendable, Hashable, Codable {
    /// The constraint's id.
    public var constraint: String
    /// The change it rules out.
    public var change: Change
    /// By party, the utility the change would add.
    public var gains: [Figure]
  }

  /// A change of one issue from one option to another, by ids.
  public struct Change: Sendable, Hashable, Codable {
    /// The issue's id.
    public var issue: String
    /// The option's id before.
    public var from: String
    /// The option's id after.
    public var to: String
  }

  /// In how many of the draws a package keeps three properties.
  public struct Shares: Sendable, Hashable, Codable {
    /// The draws in which all parties accept it.
    public var acceptable: Share
    /// The draws in which no feasible package is better for one party and worse for none.
    public var efficient: Share
    /// The draws in which its product of gains is the largest.
    public var nash: Share
  }
}
