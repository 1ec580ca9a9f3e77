public import CaseModel

/// How an imagined haggling over a scenario ends: for teaching, and for "what if they haggle so".
/// Never a forecast.
public struct SimulationView: Sendable, Hashable, Codable {
  public var scenario: Case.Scenario.ID
  public var title: String
  public var by: Who?
  /// What was supposed otherwise than the scenario has it.
  public var changes: [String] = []
  public var issues: [SettlementView.IssueLine]
  public var parties: [PartyLine]
  public var rounds: Int
  /// What a round's delay multiplies what anybody gets by.
  public var discount: String
  public var seed: UInt64
  public var game: Game?
  public var tournament: Tournament?
  public var rule: String

  public struct PartyLine: Sendable, Hashable, Codable {
    public var id: String
    public var name: String
    public var reservation: SettlementView.Figure
    /// What the whole session's delay multiplies what it gets by.
    public var discount: String
    /// How it haggles; empty in a tournament.
    public var strategy: String
  }

  /// One haggling.
  public struct Game: Sendable, Hashable, Codable {
    /// By issue, the option's id; nil where the deadline passed without agreement.
    public var agreement: [String]?
    /// From 1; of the agreement, or the last.
    public var round: Int
    public var offers: Int
    /// By party: of the agreement, else the reservation values.
    public var utilities: [SettlementView.Figure]
    /// By party, what delay has left of it; 1 without a discount.
    public var remaining: [Double]
    /// By party, the agreement's share of the way from its worst to its best feasible package.
    public var shares: [Double]
    /// Every offer made, where it was asked for.
    public var trace: [Offer]
  }

  public struct Offer: Sendable, Hashable, Codable {
    /// From 1.
    public var round: Int
    public var party: String
    public var options: [String]
    /// By party.
    public var utilities: [SettlementView.Figure]
  }

  /// Every assignment of strategies to parties, played once each.
  public struct Tournament: Sendable, Hashable, Codable {
    public var games: Int
    public var standings: [Standing]
  }

  public struct Standing: Sendable, Hashable, Codable {
    public var strategy: String
    /// Games times seats it had.
    public var seats: Int
    public var agreements: Int
    /// Of the way from worst to best, nothing without agreement.
    public var meanShare: Double
  }
}

/// How to haggle.
public struct SimulationQuestions: Sendable, Hashable, Codable {
  /// `PARTY=STRATEGY`, or a strategy alone for all others; `boulware`, `boulware:4`, `linear`,
  /// `conceder`, `conceder:2`, `tit-for-tat`, `naive` or `hill-climbing`.
  public var strategies: [String] = []
  /// In a tournament, those who take part; all of them where empty.
  public var tournament = false
  public var rounds = 100
  /// What a round's delay multiplies what anybody gets by, in place of the parties' own discounts.
  public var discount: String?
  public var seed: UInt64 = 1
  public var trace = false
  /// Changes of the scenario, as ``SettlementQuestions/settings``.
  public var settings: [String] = []

  public init() {}
}
