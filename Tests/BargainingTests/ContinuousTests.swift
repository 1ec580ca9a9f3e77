import Foundations
import Testing

@testable import Bargaining

@Suite struct ContinuousTests {
  /// One or two continuous issues beside one of options; slopes both ways, bends at odd places.
  static func make(_ index: Int) -> Scenario {
    var random = SplitMix64(seed: 61, index: index)
    func decimal(_ range: ClosedRange<Int64>, _ scale: Int) -> ExactDecimal {
      try! ExactDecimal(mantissa: Int64.random(in: range, using: &random), scale: scale)
    }
    let continuous = Int.random(in: 1...2, using: &random)
    let issues =
      [Scenario.Issue(name: "o", domain: .options(["a", "b", "c"]))]
      + (0..<continuous).map {
        .init(
          name: "x\($0)", domain: .continuous(lower: decimal(-20...0, 1), upper: decimal(1...30, 1))
        )
      }
    return Scenario(
      issues: issues,
      parties: (0..<Int.random(in: 2...3, using: &random)).map { party in
        .init(
          name: "p\(party)",
          utility: .additive(
            .init(
              weights: issues.map { _ in Quantity(decimal(1...9, 1)) },
              valuations: issues.indices.map { issue in
                if issue == 0 {
                  return .perOption((0..<3).map { _ in Quantity(decimal(0...10, 1)) })
                }
                if Bool.random(using: &random) {
                  return .linear(
                    slope: decimal(-9...9, 1), offset: decimal(0...9, 1), origin: 0, clamped: true)
                }
                return .points(
                  (0..<4).map { .init(at: ExactDecimal($0 * 2 - 3), value: decimal(0...10, 1)) })
              })))
      })
  }

  /// What is between the grid's numbers loses no more than it is said to, for all parties at once.
  @Test func theGridLosesNoMoreThanItSays() throws {
    for index in 0..<200 {
      let scenario = Self.make(index)
      let compiled = try CompiledScenario(scenario, limits: Self.limits(parts: 8))
      #expect(compiled.gridLosses.allSatisfy { $0 >= .zero })
      var random = SplitMix64(seed: 62, index: index)
      let grids = compiled.scenario.issues.map { issue in
        (0..<(issue.optionCount ?? 0)).map { issue.number(at: $0).map { ExactValue($0) } }
      }
      for _ in 0..<20 {
        var numbers: [ExactValue?] = [nil]
        for case .continuous(let lower, let upper) in scenario.issues.map(\.domain) {
          let share = ExactValue(Int.random(in: 0...997, using: &random))
            .divided(by: ExactValue(997))!
          numbers.append(
            ExactValue(lower) + share * (ExactValue(upper) - ExactValue(lower)))
        }
        let option = Int.random(in: 0..<3, using: &random)
        let nearest = numbers.indices.map { issue -> Int in
          guard let number = numbers[issue] else { return option }
          return grids[issue].indices.min { left, right in
            func gap(_ at: Int) -> ExactValue {
              let gap = grids[issue][at]! - number
              return max(gap, -gap)
            }
            return gap(left) < gap(right)
          }!
        }
        let utilities = try compiled.utilities(of: Scenario.Package(nearest))
        for (party, owner) in scenario.parties.enumerated() {
          guard case .additive(let additive) = owner.utility.base else { continue }
          let exact = numbers.indices.reduce(ExactValue.zero) { sum, issue in
            sum
              + LiteralTwin.value(additive, issue, option, numbers[issue])
              * ExactValue(additive.weights[issue].nominal)
          }
          let gap = exact - utilities[party]
          #expect(max(gap, -gap) <= compiled.gridLosses[party], "\(index) \(party)")
        }
      }
    }
  }

  static func limits(parts: Int) -> CompiledScenario.Limits {
    var limits = CompiledScenario.Limits()
    limits.continuousParts = parts
    return limits
  }

  @Test func morePartsLoseLessAndBendsAreOnTheGrid() throws {
    var scenario = Self.make(1)
    scenario.issues[1].domain = .continuous(lower: 0, upper: 3)
    scenario.parties = scenario.parties.map { party in
      var party = party
      if case .additive(var additive) = party.utility.base {
        additive.valuations[1] = .points([
          .init(at: 0, value: 0), .init(at: 1, value: 1), .init(at: 3, value: 0),
        ])
        party.utility.base = .additive(additive)
      }
      return party
    }
    let coarse = try scenario.gridded(parts: 2)
    guard case .numbers(let numbers) = coarse.scenario.issues[1].domain else {
      Issue.record("not on a grid")
      return
    }
    #expect(numbers.map(\.description) == ["0", "1", "1.5", "3"])
    let fine = try scenario.gridded(parts: 200)
    #expect(zip(fine.losses, coarse.losses).allSatisfy { $0 < $1 })
  }

  /// Split the pie: acceptable to both only at 1/3, which no grid holds, so it is left undecided;
  /// with less asked it is open, with more it is empty.
  @Test func anEmptyGridIsNotAnEmptyZone() throws {
    func zopa(_ least: String) throws -> Zopa {
      let floor = Quantity(try ExactDecimal(parsing: least))
      let scenario = Scenario(
        issues: [.init(name: "x", domain: .continuous(lower: 0, upper: 1))],
        parties: [
          .init(
            name: "A",
            utility: .additive(
              .init(
                weights: [1],
                valuations: [.linear(slope: 1, offset: 0, origin: 0, clamped: true)])),
            reservation: floor),
          .init(
            name: "B",
            utility: .additive(
              .init(
                weights: [2],
                valuations: [.linear(slope: -1, offset: 1, origin: 0, clamped: true)])),
            reservation: Quantity(try ExactDecimal(parsing: "1.3332"))),
        ])
      return try CompiledScenario(scenario, limits: Self.limits(parts: 10)).zopa()
    }
    #expect(try !zopa("0.3").isEmpty)
    let near = try zopa("0.3333")
    #expect(near.isEmpty && !near.isDecided)
    let far = try zopa("0.6")
    #expect(far.isEmpty && far.isDecided)
  }

  @Test func whatNamesOptionsIsRefused() throws {
    let place = Scenario.Choice(issue: 1, option: 0)
    var linked = Self.make(3)
    linked.links = [.excludes(.init(issue: 0, option: 0), place)]
    #expect(throws: ScenarioError.continuousHasNoOptions(place: "link 0", issue: "x0")) {
      try CompiledScenario(linked)
    }
    var lined = Self.make(3)
    lined.parties[0].redLines = [.init(name: "r", ruledOut: .not(.choice(place)))]
    #expect(
      throws: ScenarioError.continuousHasNoOptions(
        place: "party “p0”, red line “r”", issue: "x0")
    ) { try CompiledScenario(lined) }
    var tabled = Self.make(3)
    tabled.parties[0].utility = .table(.init(values: [:], otherwise: 0))
    #expect(throws: ScenarioError.continuousHasNoOptions(place: "party “p0”", issue: "x0")) {
      try CompiledScenario(tabled)
    }
    var reversed = Self.make(3)
    reversed.issues[1].domain = .continuous(lower: 2, upper: 1)
    #expect(throws: ScenarioError.brokenRange(issue: "x0")) { try CompiledScenario(reversed) }
    var unsorted = Self.make(3)
    unsorted.issues[1].domain = .numbers([1, 1])
    #expect(throws: ScenarioError.brokenRange(issue: "x0")) { try CompiledScenario(unsorted) }
    unsorted.issues[1].domain = .numbers([])
    #expect(throws: ScenarioError.emptyIssue(issue: "x0")) { try CompiledScenario(unsorted) }
  }
}
