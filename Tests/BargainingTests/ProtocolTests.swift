import Testing

@testable import Bargaining

@Suite struct ProtocolTests {
  /// Two parties over 0…10 of one good: opposite interests.
  static func pie(reservations: [Quantity] = [2, 3]) throws -> CompiledScenario {
    try CompiledScenario(
      Scenario(
        issues: [.init(name: "share", domain: .integers(lower: 0, upper: 10, step: 1))],
        parties: [1, -1].enumerated().map { index, slope in
          .init(
            name: "\(index)",
            utility: .additive(
              .init(
                weights: [1],
                valuations: [
                  .linear(
                    slope: ExactDecimal(slope), offset: index == 0 ? 0 : 10, origin: 0,
                    clamped: false)
                ])), reservation: reservations[index])
        }))
  }

  @Test func linearNegotiatorsMeetInTheMiddle() throws {
    let protocolRun = try AlternatingOffers(Self.pie(reservations: [0, 0]))
    let rules = AlternatingOffers.Rules(rounds: 101, keepsTrace: true)
    let outcome = try protocolRun.run(
      [.timeDependent(.linear), .timeDependent(.linear)], rules: rules)
    #expect(outcome.agreement == Scenario.Package([5]))
    #expect(outcome.round == 50)
    #expect(outcome.trace.count == outcome.offers)
    #expect(outcome.trace[0].package == Scenario.Package([10]))
    #expect(outcome.trace[1].package == Scenario.Package([0]))
  }

  @Test func theLaterConcederGetsMore() throws {
    let protocolRun = try AlternatingOffers(Self.pie(reservations: [0, 0]))
    let rules = AlternatingOffers.Rules(rounds: 1000)
    let outcome = try protocolRun.run(
      [.timeDependent(.boulware(power: 4)), .timeDependent(.conceder(roots: 2))], rules: rules)
    let package = try #require(outcome.agreement)
    #expect(package.options[0] > 7)
    let mirrored = try protocolRun.run(
      [.timeDependent(.conceder(roots: 2)), .timeDependent(.boulware(power: 4))], rules: rules)
    #expect(try #require(mirrored.agreement).options[0] < 3)
  }

  @Test(arguments: [
    RandomScenario.Shape.additive, .linked, .demanding, .manyParties, .mean, .table,
  ])
  func everyAgreementIsAcceptableAndFeasible(_ shape: RandomScenario.Shape) throws {
    let kinds: [Negotiator] = [
      .timeDependent(.linear), .timeDependent(.boulware(power: 3)),
      .timeDependent(.conceder(roots: 1)), .titForTat, .naive, .hillClimbing,
    ]
    var agreements = 0
    for index in 0..<40 {
      let scenario = RandomScenario.make(shape, seed: 14, index: index)
      guard let compiled = try RandomScenario.compiled(scenario) else { continue }
      let twin = LiteralTwin(scenario)
      if twin.feasible.isEmpty {
        #expect(throws: AnalysisError.self) { try AlternatingOffers(compiled) }
        continue
      }
      let protocolRun = try AlternatingOffers(compiled)
      let negotiators = scenario.parties.indices.map { kinds[(index + $0 * 5) % kinds.count] }
      let rules = AlternatingOffers.Rules(rounds: 60, keepsTrace: true)
      let outcome = try protocolRun.run(negotiators, rules: rules, seed: 3)
      #expect(outcome == (try protocolRun.run(negotiators, rules: rules, seed: 3)))
      for offer in outcome.trace {
        let entry = try #require(twin.feasible.first { $0.package == offer.package })
        #expect(
          entry.utilities[offer.party]
            >= ExactValue(scenario.parties[offer.party].reservation.nominal))
      }
      guard let agreement = outcome.agreement else { continue }
      agreements += 1
      let entry = try #require(twin.acceptable.first { $0.package == agreement })
      #expect(outcome.utilities == entry.utilities)
    }
    #expect(agreements > 5)
  }

  @Test func withoutAZoneNobodyAgrees() throws {
    let protocolRun = try AlternatingOffers(Self.pie(reservations: [7, 7]))
    for kind in [Negotiator.timeDependent(.conceder(roots: 2)), .titForTat, .naive, .hillClimbing] {
      let outcome = try protocolRun.run([kind, kind], rules: .init(rounds: 200))
      #expect(outcome.agreement == nil)
      #expect(outcome.utilities == [7, 7].map { ExactValue($0) })
    }
  }

  @Test func discountsAreOnePowerPerRound() throws {
    let protocolRun = try AlternatingOffers(Self.pie(reservations: [0, 0]))
    let half = try ExactDecimal(parsing: "0.5")
    let outcome = try protocolRun.run(
      [.timeDependent(.linear), .timeDependent(.linear)],
      rules: .init(rounds: 11, discountPerRound: half))
    let expected = (0..<outcome.round).reduce(1.0) { value, _ in value / 2 }
    #expect(outcome.discounts == [expected, expected])
    #expect(expected < 1)
  }

  @Test func aSessionsDiscountIsItsPowerOfTheTimePassed() throws {
    let protocolRun = try AlternatingOffers(Self.pie(reservations: [0, 0]))
    let ninth = try ExactDecimal(parsing: "0.9")
    func run(_ rules: AlternatingOffers.Rules) throws -> AlternatingOffers.Outcome {
      try protocolRun.run([.timeDependent(.linear), .timeDependent(.linear)], rules: rules)
    }
    for rounds in [3, 11, 40] {
      let outcome = try run(.init(rounds: rounds, sessionDiscounts: [ninth, 1]))
      // 0.9^(t/n), n times over, is 0.9^t.
      let whole = (0..<rounds).reduce(1.0) { value, _ in value * outcome.discounts[0] }
      let passed = (0..<outcome.round).reduce(1.0) { value, _ in value * 0.9 }
      #expect(outcome.agreement != nil && outcome.round > 0)
      #expect(abs(whole - passed) < 1e-12)
      #expect(outcome.discounts[1] == 1)
    }
    #expect(throws: AnalysisError.self) { try run(.init(rounds: 3, sessionDiscounts: [1])) }
    #expect(throws: AnalysisError.self) { try run(.init(rounds: 3, sessionDiscounts: [0, 1])) }
  }

  @Test func tournamentsSeatEveryone() throws {
    let entrants: [Negotiator] = [
      .timeDependent(.linear), .titForTat, .timeDependent(.boulware(power: 2)),
    ]
    let tournament = try AlternatingOffers(Self.pie()).tournament(
      entrants, rules: .init(rounds: 100))
    #expect(tournament.games.count == 9)
    #expect(tournament.standings.map(\.seats) == [6, 6, 6])
    #expect(tournament.standings.map(\.agreements).contains { $0 > 0 })
  }
}
