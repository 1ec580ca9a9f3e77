import Foundations
import Testing

@testable import Bargaining

@Suite struct BadInputTests {
  static func scenario(
    domain: Scenario.Issue.Domain = .options(["a", "b"]), weights: [Quantity] = [1],
    values: Scenario.Utility.Valuation = .perOption([0, 1]), reservation: Quantity = 0,
    links: [Scenario.Link] = [], redLines: [Scenario.RedLine] = []
  ) -> Scenario {
    Scenario(
      issues: [.init(name: "x", domain: domain)],
      parties: [
        .init(
          name: "A",
          utility: .additive(.init(weights: weights, valuations: [values])),
          reservation: reservation, redLines: redLines)
      ], links: links)
  }

  @Test(arguments: ["nan", "NaN", "-inf", "Infinity", "+INF"])
  func notFinite(_ text: String) {
    #expect(throws: NumberError.notFinite(text)) { try ExactDecimal(parsing: text) }
  }

  @Test(arguments: ["", " ", "x", "1.2.3", "1e", "--1", "1,5", "0x10", "1e400", "1 2"])
  func notANumber(_ text: String) {
    #expect(throws: NumberError.notANumber(text)) { try ExactDecimal(parsing: text) }
  }

  @Test func decimalsAreReadAndWrittenExactly() throws {
    let cases = [
      ("1.50", "1.5"), ("-0.05", "-0.05"), ("+3", "3"), (".5", "0.5"), ("1e-3", "0.001"),
      ("12e2", "1200"), ("0.000", "0"), ("  7 ", "7"), ("-1e-18", "-0.000000000000000001"),
    ]
    for (text, expected) in cases {
      #expect(try ExactDecimal(parsing: text).description == expected)
    }
    #expect(throws: NumberError.tooManyDigits("12345678901234567890")) {
      try ExactDecimal(parsing: "12345678901234567890")
    }
    #expect(throws: NumberError.self) { try ExactDecimal(mantissa: 1, scale: 19) }
    #expect(try ExactDecimal(parsing: "0.1") < ExactDecimal(parsing: "0.11"))
  }

  @Test func refused() throws {
    func expect(_ error: ScenarioError, _ scenario: Scenario) {
      #expect(throws: error) { try CompiledScenario(scenario) }
      #expect(error.description.count > 20)
    }
    expect(.noIssues, Scenario(issues: [], parties: Self.scenario().parties))
    expect(.noParties, Scenario(issues: Self.scenario().issues, parties: []))
    expect(.emptyIssue(issue: "x"), Self.scenario(domain: .options([])))
    expect(
      .tooManyOptions(issue: "x", count: 1_000_000_001, limit: 100_000),
      Self.scenario(domain: .integers(lower: 0, upper: 1_000_000_000, step: 1)))
    expect(
      .tooManyOptions(issue: "x", count: nil, limit: 100_000),
      Self.scenario(domain: .integers(lower: .min, upper: .max, step: 1)))
    expect(
      .tooManyOptions(issue: "x", count: nil, limit: 100_000),
      Self.scenario(
        domain: .reals(
          lower: 0, upper: try ExactDecimal(mantissa: .max, scale: 18),
          step: try ExactDecimal(mantissa: 1, scale: 18))))
    var long = Self.scenario()
    long.issues = Array(repeating: long.issues[0], count: 2001)
    expect(.tooManyIssues(2001, limit: 2000), long)
    expect(
      .brokenRange(issue: "x"), Self.scenario(domain: .integers(lower: 3, upper: 1, step: 1)))
    expect(.brokenRange(issue: "x"), Self.scenario(domain: .reals(lower: 0, upper: 1, step: 0)))
    expect(.weightsSumToZero(party: "A"), Self.scenario(weights: [0]))
    expect(.negativeWeight(party: "A", issue: "x"), Self.scenario(weights: [-1]))
    expect(
      .wrongLength(place: "party “A”, weights", expected: 1, found: 2),
      Self.scenario(weights: [1, 1]))
    expect(
      .wrongLength(place: "party “A”, values of issue “x”", expected: 2, found: 3),
      Self.scenario(values: .perOption([1, 2, 3])))
    expect(
      .reservationAboveBest(party: "A", reservation: ExactValue(2), best: ExactValue(1)),
      Self.scenario(reservation: 2))
    expect(
      .rangeReversed(place: "party “A”, weight of issue “x”"),
      Self.scenario(weights: [Quantity(1, from: 2, to: 3)]))
    expect(
      .unknownOption(place: "link 0", choice: .init(issue: 0, option: 2)),
      Self.scenario(links: [.excludes(.init(issue: 0, option: 0), .init(issue: 0, option: 2))]))
    expect(
      .unknownOption(
        place: "party “A”, red line “r”", choice: .init(issue: -1, option: 0)),
      Self.scenario(
        redLines: [.init(name: "r", ruledOut: .choice(.init(issue: -1, option: 0)))]))
    expect(
      .notARange(place: "party “A”, values of issue “x”"),
      Self.scenario(values: .points([.init(at: 0, value: 0)])))
    expect(
      .pointsNotIncreasing(place: "party “A”, values of issue “x”"),
      Self.scenario(
        domain: .integers(lower: 0, upper: 1, step: 1),
        values: .points([.init(at: 1, value: 0), .init(at: 1, value: 1)])))
    var many = Self.scenario()
    many.parties = Array(repeating: many.parties[0], count: 9)
    expect(.tooManyParties(9, limit: 8), many)
    var incomplete = Self.scenario()
    incomplete.parties[0].utility = .table(.init(values: [Scenario.Package([0]): 1]))
    expect(.tableIncomplete(party: "A", missing: Scenario.Package([1])), incomplete)
    incomplete.parties[0].utility = .table(.init(values: [Scenario.Package([7]): 1], otherwise: 0))
    expect(.unknownPackage(place: "party “A”, table"), incomplete)
  }

  @Test func contradictoryLinksEmptyTheZoneAndAreNamed() throws {
    let a = Scenario.Choice(issue: 0, option: 0)
    let b = Scenario.Choice(issue: 0, option: 1)
    // Each option requires the other.
    let compiled = try CompiledScenario(
      Self.scenario(links: [.requires(a, b), .requires(b, a)]))
    #expect(try compiled.zopa().isEmpty)
    #expect(try compiled.frontier().nearestMiss() == nil)
    let found = try #require(try compiled.obstruction())
    #expect(found.conflicts == [[.link(0), .link(1)]])
    #expect(found.openings == [[.link(0)], [.link(1)]])
    #expect(try compiled.audit().contains(.nothingFeasible([.link(0), .link(1)])))
  }

  @Test func aLineThatRulesOutEverything() throws {
    let compiled = try CompiledScenario(
      Self.scenario(redLines: [.init(name: "no", ruledOut: .all([]))]))
    #expect(try compiled.frontier().count == 0)
    #expect(try compiled.zopa().feasible.atLeast.isZero)
    #expect(try compiled.obstruction()?.openings == [[.redLine(party: 0, index: 0)]])
  }

  @Test func unknownPackagesAreRefused() throws {
    let compiled = try CompiledScenario(Self.scenario())
    for options in [[], [2], [0, 0], [-1]] {
      #expect(throws: ScenarioError.self) {
        try compiled.utilities(of: Scenario.Package(options))
      }
      #expect(throws: ScenarioError.self) {
        try compiled.nextMoves(from: Scenario.Package(options), toward: .betterForAll)
      }
      #expect(throws: ScenarioError.self) { try compiled.explain(Scenario.Package(options)) }
    }
    #expect(throws: AnalysisError.self) { try compiled.frontier(tolerance: -1) }
    #expect(throws: AnalysisError.self) { try compiled.robustness(draws: 0, seed: 1) }
  }

  @Test func aCancelledComputationThrows() throws {
    struct Cancelled: Error {}
    let compiled = try CompiledScenario(Self.scenario())
    #expect(throws: Cancelled.self) {
      try compiled.frontier(checkpoint: Checkpoint { _, _ in throw Cancelled() })
    }
  }

  @Test func rangesTakeTheirNumbers() throws {
    let step = try ExactDecimal(parsing: "0.25")
    let compiled = try CompiledScenario(
      Self.scenario(
        domain: .reals(lower: 0, upper: 1, step: step),
        values: .linear(slope: 2, offset: 0, origin: 0, clamped: true)))
    let values = try (0..<5).map { try compiled.utilities(of: Scenario.Package([$0]))[0] }
    #expect(values.map(\.description) == ["0", "0.5", "1", "1", "1"])
    let bent = try CompiledScenario(
      Self.scenario(
        domain: .integers(lower: 0, upper: 4, step: 1),
        values: .points([.init(at: 1, value: 0), .init(at: 3, value: 3)])))
    let bentValues = try (0..<5).map { try bent.utilities(of: Scenario.Package([$0]))[0] }
    #expect(bentValues.map(\.description) == ["0", "0", "1.5", "3", "3"])
  }
}
