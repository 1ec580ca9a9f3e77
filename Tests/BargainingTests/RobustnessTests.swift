import Foundations
import Testing

@testable import Bargaining

@Suite struct RobustnessTests {
  /// A random scenario whose numbers have ranges around them.
  static func blurred(_ shape: RandomScenario.Shape, index: Int) -> Scenario {
    var scenario = RandomScenario.make(shape, seed: 12, index: index)
    for party in scenario.parties.indices {
      let least = scenario.parties[party].reservation.nominal
      // Certain where the index says so, for that is another way through the code.
      if index % 3 > 0 {
        scenario.parties[party].reservation = Quantity(
          least, from: min(0, least), to: max(1, least))
      }
      if case .meanOfIncluded(let mean) = scenario.parties[party].utility.base {
        scenario.parties[party].utility.base = .meanOfIncluded(
          .init(
            scores: mean.scores.map { scores in
              scores.map { score in
                score.map { Quantity($0.nominal, from: 0, to: max(1, $0.nominal)) }
              }
            }))
      }
      guard case .additive(var additive) = scenario.parties[party].utility.base else { continue }
      additive.weights = additive.weights.map {
        Quantity($0.nominal, from: 0, to: max(1, $0.nominal))
      }
      if index % 4 == 1, case .perOption(let values) = additive.valuations[0] {
        additive.valuations[0] = .perOption(
          values.map { Quantity($0.nominal, from: min(0, $0.nominal), to: max(1, $0.nominal)) })
      }
      scenario.parties[party].utility.base = .additive(additive)
      if index.isMultiple(of: 2) && scenario.issues.count > 1 {
        scenario.parties[party].orderings = [.weight(of: 0, atLeast: 1)]
      }
    }
    return scenario
  }

  @Test(arguments: RandomScenario.Shape.allCases)
  func sharesAgreeWithTheTwin(_ shape: RandomScenario.Shape) throws {
    var drawn = 0
    for index in 0..<7 {
      let scenario = Self.blurred(shape, index: index)
      guard let compiled = try RandomScenario.compiled(scenario) else { continue }
      let twin = LiteralTwin(scenario)
      let watched = Array(twin.feasible.prefix(5).map(\.package))
      guard !watched.isEmpty else { continue }
      let draws = 6
      let found = try compiled.robustness(of: watched, draws: draws, seed: 4)
      var acceptable = Array(repeating: 0, count: watched.count)
      var efficient = acceptable
      var nash = acceptable
      var open = 0
      let spaces = try scenario.parties.indices.map { try DrawSpace(of: $0, in: scenario) }
      if DrawModel(compiled, spaces: spaces) != nil { drawn += 1 }
      for draw in 0..<draws {
        var random = SplitMix64(seed: 4, index: draw)
        var drawn = scenario
        for space in spaces {
          for (place, number) in zip(space.places, space.draw(&random)) {
            drawn = drawn.setting(place, to: number)
          }
        }
        for (party, owner) in drawn.parties.enumerated() {
          for ordering in scenario.parties[party].orderings {
            guard case .weight(let first, let second) = ordering,
              case .additive(let additive) = owner.utility.base
            else { continue }
            #expect(additive.weights[first].nominal >= additive.weights[second].nominal)
          }
        }
        let exact = LiteralTwin(drawn)
        if !exact.acceptable.isEmpty { open += 1 }
        let points = LiteralTwin.efficient(exact.feasible).map(\.package)
        let winners = exact.winners(of: .nash)
        for (place, package) in watched.enumerated() {
          let entry = exact.feasible.first { $0.package == package }!
          if entry.isAcceptable { acceptable[place] += 1 }
          if points.contains(package) { efficient[place] += 1 }
          if entry.isAcceptable && winners.contains(entry.utilities) { nash[place] += 1 }
        }
      }
      let label = Comment(rawValue: "\(shape) \(index)")
      #expect(found.packages.map(\.acceptable.count) == acceptable, label)
      #expect(found.packages.map(\.efficient.count) == efficient, label)
      #expect(found.packages.map(\.nash.count) == nash, label)
      #expect(found.open.count == open, label)
      #expect(found == (try compiled.robustness(of: watched, draws: draws, seed: 4)))
    }
    #expect(drawn > 0 || shape == .wide, "every draw of \(shape) was compiled again")
  }

  @Test func contradictoryOrderingsAreRefused() throws {
    var scenario = RandomScenario.make(.additive, seed: 1, index: 1)
    guard case .additive(var additive) = scenario.parties[0].utility.base else { return }
    additive.weights[0] = 1
    additive.weights[1] = 2
    scenario.parties[0].utility.base = .additive(additive)
    scenario.parties[0].orderings = [.weight(of: 0, atLeast: 1)]
    #expect(throws: ScenarioError.orderingContradicted(party: "p0", ordering: 0)) {
      try CompiledScenario(scenario)
    }
  }

  @Test func theNumberThatDecidesHasTheLargestInfluence() throws {
    // Only the first weight moves the Nash package: the other range is idle.
    let issues = (0..<2).map { Scenario.Issue(name: "\($0)", domain: .options(["a", "b"])) }
    let scenario = Scenario(
      issues: issues,
      parties: [
        .init(
          name: "A",
          utility: .additive(
            .init(
              weights: [Quantity(5, from: 0, to: 10), 5],
              valuations: [.perOption([1, 0]), .perOption([0, 1])]))),
        .init(
          name: "B",
          utility: .additive(
            .init(
              weights: [5, 5],
              valuations: [
                .perOption([0, 1]), .perOption([1, Quantity(0, from: 0, to: 0)]),
              ])), reservation: Quantity(0, from: 0, to: 1)),
      ])
    let found = try CompiledScenario(scenario).robustness(draws: 400, seed: 1)
    #expect(found.influences.first?.number == .weight(party: 0, issue: 0))
  }

  @Test func wilsonIntervalsAreThePublishedOnes() {
    // Newcombe 1998, table I: 81 of 263 gives 0.2553 to 0.3662.
    let share = Share(count: 81, draws: 263)
    #expect(abs(share.interval.lowerBound - 0.2553) < 0.00005)
    #expect(abs(share.interval.upperBound - 0.3662) < 0.00005)
  }

  @Test func linearProgramsAgreeWithAllCorners() throws {
    for index in 0..<300 {
      var random = SplitMix64(seed: 31, index: index)
      let count = 1 + index % 4
      var low = (0..<count).map { _ in Int.random(in: 0...4, using: &random) }
      var high = low.map { $0 + Int.random(in: 0...4, using: &random) }
      let orderings: [(greater: Int, lesser: Int)] = (0..<(index % 4)).compactMap { _ in
        let pair = (
          Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random)
        )
        return pair.0 == pair.1 ? nil : pair
      }
      for _ in 0..<8 {
        for pair in orderings {
          low[pair.greater] = max(low[pair.greater], low[pair.lesser])
          high[pair.lesser] = min(high[pair.lesser], high[pair.greater])
        }
      }
      if zip(low, high).contains(where: { $0 > $1 }) { continue }
      let coefficients = low.map { _ in Int.random(in: -5...5, using: &random) }
      // The corners of such a region lie on ends of ranges.
      var best = Int.min
      var digits = Array(repeating: 0, count: count)
      repeat {
        guard zip(digits, zip(low, high)).allSatisfy({ $0 >= $1.0 && $0 <= $1.1 }),
          orderings.allSatisfy({ digits[$0.greater] >= digits[$0.lesser] })
        else { continue }
        best = max(best, zip(digits, coefficients).reduce(0) { $0 + $1.0 * $1.1 })
      } while advance(&digits, within: Array(repeating: 9, count: count))
      let bounds = OrderedBounds(
        low: low.map { ExactValue($0) }, high: high.map { ExactValue($0) }, orderings: orderings)
      #expect(try bounds.maximum(of: coefficients.map { ExactValue($0) }) == ExactValue(best))
    }
  }
}
