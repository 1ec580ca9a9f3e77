public import Foundations

/// The stacked alternating offers protocol (Aydoğan et al. 2017, doi:10.1007/978-3-319-51563-2_10):
/// in turn, each party accepts the offer on the table or makes another; an offer all others accept
/// is the agreement. Rubinstein's game (1982, doi:10.2307/1912531) for two.
public struct AlternatingOffers: Sendable {
  let table: OfferTable
  let compiled: CompiledScenario

  /// - Parameter packageLimit: scenarios with more packages are refused; all are kept in memory.
  /// - Throws: `AnalysisError.tooManyPackages`, `.infeasibleStart` where no package is feasible, or
  ///   what the checkpoint throws.
  public init(
    _ compiled: CompiledScenario, packageLimit: Int = 4_000_000,
    checkpoint: Checkpoint = Checkpoint()
  ) throws {
    guard let count = compiled.packageCount.exact, count <= UInt64(max(0, packageLimit)) else {
      throw AnalysisError.tooManyPackages(compiled.packageCount, limit: packageLimit)
    }
    let table =
      switch compiled.scores {
      case .small(let model): try OfferTable(model, checkpoint: checkpoint)
      case .wide(let model): try OfferTable(model, checkpoint: checkpoint)
      }
    guard let table else { throw AnalysisError.infeasibleStart([]) }
    self.table = table
    self.compiled = compiled
  }

  /// How long the parties may negotiate, and what delay costs.
  public struct Rules: Sendable, Hashable {
    /// Rounds until the deadline, 1…10⁹; in each round every party acts once.
    public var rounds: Int
    /// What a round's delay multiplies utilities by, above 0 up to 1.
    public var discountPerRound: ExactDecimal
    /// By party, what the delay of the whole session multiplies its utilities by, above 0 up to 1: at
    /// the round t of n, its power t/n. All 1 where empty.
    public var sessionDiscounts: [ExactDecimal]
    /// Whether the outcome holds every offer made.
    public var keepsTrace: Bool

    /// Rules for a session of `rounds` rounds, at least 1.
    public init(
      rounds: Int, discountPerRound: ExactDecimal = .one, sessionDiscounts: [ExactDecimal] = [],
      keepsTrace: Bool = false
    ) {
      self.rounds = rounds
      self.discountPerRound = discountPerRound
      self.sessionDiscounts = sessionDiscounts
      self.keepsTrace = keepsTrace
    }
  }

  /// How one session ends.
  public struct Outcome: Sendable, Hashable {
    /// `nil` when the deadline passed.
    public let agreement: Scenario.Package?
    /// The round of the agreement, from 0; the number of rounds otherwise.
    public let round: Int
    /// Offers made.
    public let offers: Int
    /// Exact, per party: of the agreement, else the reservation values.
    public let utilities: [ExactValue]
    /// Per party, the discount of the round, to be multiplied on; 1 without one.
    public let discounts: [Double]
    /// Per party, the agreement's share of the way from its worst to its best feasible package.
    public let shares: [Double]
    /// Every offer made, in order; empty unless ``Rules/keepsTrace``.
    public let trace: [Offer]
  }

  /// One offer of a session.
  public struct Offer: Sendable, Hashable {
    /// The round, from 0.
    public let round: Int
    /// Who made it, by position.
    public let party: Int
    /// What was offered.
    public let package: Scenario.Package
  }

  /// - Parameter negotiators: one per party.
  /// - Throws: `AnalysisError.wrongPartyCount`, `.outOfRange`, or what the checkpoint throws.
  /// - Complexity: constant time per offer for time-dependent negotiators, a search in a sorted list
  ///   for the others.
  public func run(
    _ negotiators: [Negotiator], rules: Rules, seed: UInt64 = 0,
    checkpoint: Checkpoint = Checkpoint()
  ) throws -> Outcome {
    guard negotiators.count == table.partyCount else {
      throw AnalysisError.wrongPartyCount(
        needed: "\(negotiators.count)", found: table.partyCount)
    }
    guard (1...1_000_000_000).contains(rules.rounds) else {
      throw AnalysisError.outOfRange(what: "the number of rounds", allowed: "1 to 10⁹")
    }
    guard
      ([rules.discountPerRound] + rules.sessionDiscounts).allSatisfy({ $0 > .zero && $0 <= .one })
    else {
      throw AnalysisError.outOfRange(what: "the discount", allowed: "above 0 and at most 1")
    }
    guard rules.sessionDiscounts.isEmpty || rules.sessionDiscounts.count == table.partyCount else {
      throw AnalysisError.wrongPartyCount(
        needed: "\(rules.sessionDiscounts.count)", found: table.partyCount)
    }
    var states = negotiators.indices.map {
      HagglerState(negotiators[$0], party: $0, table: table, rounds: rules.rounds, seed: seed)
    }
    var session = Session()
    try session.run(&states, table: table, rules: rules, checkpoint: checkpoint)
    return try outcome(session, rules: rules, checkpoint)
  }

  private func outcome(
    _ session: Session, rules: Rules, _ checkpoint: Checkpoint
  ) throws -> Outcome {
    var steps = CheckedSteps(checkpoint)
    func package(_ index: Int32) -> Scenario.Package {
      Scenario.Package(
        PackageWalk<Int>.options(at: Int(index), optionCounts: table.optionCounts))
    }
    let agreement = session.agreement.map(package)
    var discounts = [Double](repeating: 1, count: table.partyCount)
    if agreement != nil {
      var common = 1.0
      if rules.discountPerRound < .one {
        for _ in 0..<session.round where common > 0 {
          try steps.next()
          common *= rules.discountPerRound.nearest
        }
      }
      for party in discounts.indices {
        let own =
          rules.sessionDiscounts.isEmpty
          ? 1
          : Self.power(
            rules.sessionDiscounts[party].nearest, session.round, over: rules.rounds)
        discounts[party] = common * own
      }
    }
    return Outcome(
      agreement: agreement, round: session.round, offers: session.offers,
      utilities: try agreement.map { try compiled.utilities(of: $0) }
        ?? compiled.scenario.parties.map { ExactValue($0.reservation.nominal) },
      discounts: discounts,
      shares: (0..<table.partyCount).map { party in
        session.agreement.map {
          Double(table.shares[party][Int($0)]) / Double(OfferTable.whole)
        } ?? 0
      },
      trace: try session.trace.map {
        try steps.next()
        return Offer(round: $0.round, party: $0.party, package: package($0.index))
      })
  }

  /// base^(numerator/denominator), for a fraction below one, from square roots alone: those are the
  /// same on every machine.
  private static func power(_ base: Double, _ numerator: Int, over denominator: Int) -> Double {
    var (result, root, rest) = (1.0, base, numerator)
    for _ in 0..<64 where rest > 0 {
      root = root.squareRoot()
      rest *= 2
      if rest >= denominator {
        result *= root
        rest -= denominator
      }
    }
    return result
  }

  private struct Session {
    var agreement: Int32?
    var round = 0
    var offers = 0
    var trace: [(round: Int, party: Int, index: Int32)] = []

    mutating func run(
      _ states: inout [HagglerState], table: OfferTable, rules: Rules, checkpoint: Checkpoint
    ) throws {
      let parties = states.count
      var standing: Int32 = -1
      var accepted = 0
      while round < rules.rounds {
        if round & 0xFFFFF == 0 { try checkpoint.report(round, of: rules.rounds) }
        if round & 0x3F == 0 { try checkpoint.ask() }
        for party in 0..<parties {
          if standing >= 0 {
            if states[party].accepts(standing, round: round, table: table) {
              accepted += 1
              if accepted == parties - 1 {
                agreement = standing
                return
              }
              continue
            }
          }
          guard let offer = states[party].offer(round: round, table: table) else { return }
          standing = offer
          accepted = 0
          offers += 1
          if rules.keepsTrace { trace.append((round, party, offer)) }
          if parties == 1 {
            agreement = offer
            return
          }
        }
        round += 1
      }
    }
  }
}
