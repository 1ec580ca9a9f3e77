public import CaseModel

/// The outcome of a simulated negotiation over a scenario, for teaching and for "what if". Never a
/// forecast.
public struct SimulationView: Sendable, Hashable, Codable {
  /// The scenario.
  public var scenario: Case.Scenario.ID
  /// Its title.
  public var title: String
  /// The analyst whose model it is; nil if not recorded.
  public var by: Who?
  /// The changes made to the scenario first, in words; empty if none.
  public var changes: [String] = []
  /// The issues, in the order of the scenario.
  public var issues: [SettlementView.IssueLine]
  /// The parties; all lists described as "by party" have this order.
  public var parties: [PartyLine]
  /// The number of rounds until the deadline; in each, every party acts once.
  public var rounds: Int
  /// The factor by which a round's delay multiplies utilities, above 0 and at most 1, in decimal
  /// digits.
  public var discount: String
  /// The seed of the random choices; the same seed gives the same outcome.
  public var seed: UInt64
  /// The game played; nil for a tournament.
  public var game: Game?
  /// The tournament played; nil for a single game.
  public var tournament: Tournament?
  /// How the protocol and the strategies work, in plain English; the same for every scenario.
  public var rule: String

  /// One party of the simulation.
  public struct PartyLine: Sendable, Hashable, Codable {
    /// The party's id within the scenario.
    public var id: String
    /// The party's name.
    public var name: String
    /// Its reservation value: the least utility it accepts.
    public var reservation: SettlementView.Figure
    /// The factor by which the delay of the whole session multiplies its utilities, above 0 and at
    /// most 1, in decimal digits.
    public var discount: String
    /// Its strategy, as it was asked for; empty in a tournament.
    public var strategy: String
  }

  /// One negotiation from start to agreement or deadline.
  public struct Game: Sendable, Hashable, Codable {
    /// By issue, the id of the option agreed; nil if the deadline passed without agreement.
    public var agreement: [String]?
    /// The round of the agreement, from 1, or the last round.
    public var round: Int
    /// The number of offers made.
    public var offers: Int
    /// By party, the utility of the agreement, or the reservation value without one.
    public var utilities: [SettlementView.Figure]
    /// By party, the factor left by delay; 1 without a discount.
    public var remaining: [Double]
    /// By party, where the agreement lies between its worst (0) and best (1) feasible package.
    public var shares: [Double]
    /// Every offer in order; empty unless asked for.
    public var trace: [Offer]
  }

  /// One offer of a game.
  public struct Offer: Sendable, Hashable, Codable {
    /// The round, from 1.
    public var round: Int
    /// The id of the party that made it.
    public var party: String
    /// By issue, the id of the option offered.
    public var options: [String]
    /// By party, the utility of the offer.
    public var utilities: [SettlementView.Figure]
  }

  /// Every assignment of strategies to parties, each played once.
  public struct Tournament: Sendable, Hashable, Codable {
    /// The number of games.
    public var games: Int
    /// The results of each strategy, in the order asked for.
    public var standings: [Standing]
  }

  /// One strategy's results over a tournament.
  public struct Standing: Sendable, Hashable, Codable {
    /// The strategy, as it was asked for.
    public var strategy: String
    /// The number of seats it held, over all games.
    public var seats: Int
    /// The number of those seats in games that ended in agreement.
    public var agreements: Int
    /// The mean over its seats of the agreement's place between the party's worst (0) and best (1)
    /// feasible package; 0 without agreement.
    public var meanShare: Double
  }
}

/// How to simulate a negotiation.
public struct SimulationQuestions: Sendable, Hashable, Codable {
  /// Strategies, as `PARTY=STRATEGY`, or a strategy alone for all other parties: `boulware`,
  /// `boulware:4`, `linear`, `conceder`, `conceder:2`, `tit-for-tat`, `naive` or `hill-climbing`.
  /// In a tournament, those that take part; all of them if empty.
  public var strategies: [String] = []
  /// Whether to play a tournament of strategies instead of one game.
  public var tournament = false
  /// The number of rounds until the deadline, at least 1.
  public var rounds = 100
  /// The factor by which a round's delay multiplies every party's utilities, above 0 and at most 1;
  /// nil for the parties' own discounts.
  public var discount: String?
  /// The seed of the random choices.
  public var seed: UInt64 = 1
  /// Whether to keep every offer made.
  public var trace = false
  /// Changes to apply to the scenario first, as ``SettlementQuestions/settings``.
  public var settings: [ScenarioChange] = []

  /// Creates the standard questions: one game of 100 rounds, all parties using `boulware`.
  public init() {}
}
