import BigInt
import Foundations
import Testing

@testable import Bargaining

@Suite struct FrontierTests {
  @Test(arguments: RandomScenario.Shape.allCases)
  func agreesWithTheTwin(_ shape: RandomScenario.Shape) throws {
    var compared = 0
    // In all some 2,500 scenarios; by the long tests some 16,000.
    for index in 0..<(LongTests.areWanted ? 1000 : 160) {
      let scenario = RandomScenario.make(shape, seed: 5, index: index)
      guard let compiled = try RandomScenario.compiled(scenario) else { continue }
      let twin = LiteralTwin(scenario)
      let frontier = try compiled.frontier()
      let expected = LiteralTwin.points(LiteralTwin.efficient(twin.feasible))
      let label = Comment(rawValue: "\(shape) \(index)")
      var streamed: [Scenario.Package] = []
      try compiled.forEachPackage { package, utilities in
        #expect(utilities == twin.feasible[streamed.count].utilities, label)
        streamed.append(package)
        return true
      }
      #expect(streamed == twin.feasible.map(\.package), label)
      try #require(frontier.points.map(\.utilities) == expected.map(\.utilities), label)
      #expect(
        frontier.points.map { $0.packageCount.exact } == expected.map { UInt64($0.packages.count) },
        label)
      for (position, point) in expected.enumerated() {
        #expect(try frontier.packages(at: position) == point.packages, label)
      }
      let acceptable = LiteralTwin.points(LiteralTwin.efficient(twin.acceptable))
      #expect(
        frontier.acceptable.map { frontier.point($0)?.utilities } == acceptable.map(\.utilities),
        label)
      for solution in Solution.allCases {
        let point = try frontier.point(of: solution)
        #expect(
          Set(point.indices.compactMap { frontier.point($0)?.utilities })
            == twin.winners(of: solution), "\(shape) \(index) \(solution)")
      }
      compared += 1
    }
    #expect(compared > 35)
  }

  @Test func wideScoresAreMet() throws {
    let wide = try (0..<20).contains { index in
      let scenario = RandomScenario.make(.wide, seed: 5, index: index)
      return try CompiledScenario(scenario).isWide
    }
    #expect(wide)
  }

  /// The merging kernels of machine integers against sorting in wide ones, at sizes no twin reaches.
  @Test(arguments: 2...5)
  func machineAndWideIntegersAgree(_ parties: Int) throws {
    var random = SplitMix64(seed: 44, index: parties)
    let counts = Array(repeating: 3, count: parties == 2 ? 30 : 15 - 2 * parties)
    let contributions = counts.map { count in
      (0..<(count * parties)).map { _ in Int.random(in: 0...500, using: &random) }
    }
    func model<S: Score>(_: S.Type) -> ScoreModel<S> {
      ScoreModel<S>(
        optionCounts: counts, width: parties,
        contributions: contributions.map { $0.map { S($0) } }, additions: [], prohibitions: [],
        tables: [], included: [], meanFactors: [],
        finishes: (0..<parties).map { .direct(column: $0) },
        reservations: Array(repeating: 0, count: parties),
        denominators: Array(repeating: 1, count: parties))
    }
    let small = try SolvedFront(model(Int.self)).front
    let wide = try SolvedFront(model(BigInt.self)).front
    #expect(small.count > 50)
    #expect(small.counts == wide.counts)
    #expect(small.coordinates.map { BigInt($0) } == wide.coordinates)
  }
}
