import Foundations
import Synchronization
import Testing

@testable import Bargaining

/// How long work goes on without asking whether it should: five parties over fourteen issues of six
/// options, whose frontier is not found in minutes.
@Suite struct CheckpointTests {
  private struct Over: Error {}

  private static let heavy: Scenario = {
    var random = SplitMix64(seed: 77, index: 0)
    let issues = 14
    let options = 6
    return Scenario(
      issues: (0..<issues).map { issue in
        .init(name: "i\(issue)", domain: .options((0..<options).map { "o\($0)" }))
      },
      parties: (0..<5).map { party in
        .init(
          name: "p\(party)",
          utility: .additive(
            .init(
              weights: (0..<issues).map { _ in
                ExactDecimal(Int.random(in: 1...999, using: &random))
              },
              values: (0..<issues).map { _ in
                (0..<options).map { _ in ExactDecimal(Int.random(in: 0...999, using: &random)) }
              })))
      })
  }()

  /// Stops the work after a third of a second; no two questions lie two seconds apart until then.
  private func stops(_ work: (Checkpoint) throws -> some Any) throws {
    let last = Mutex(ContinuousClock.now)
    let widest = Mutex(Duration.zero)
    @Sendable func note() {
      let now = ContinuousClock.now
      let gap = last.withLock { last in
        defer { last = now }
        return last.duration(to: now)
      }
      widest.withLock { $0 = max($0, gap) }
    }
    let start = ContinuousClock.now
    do {
      _ = try work(
        Checkpoint { _, _ in
          note()
          if start.duration(to: .now) > .milliseconds(300) { throw Over() }
        })
    } catch is Over {}
    note()
    #expect(widest.withLock { $0 } < .seconds(2))
  }

  @Test func oneFrontierAsks() throws {
    let compiled = try CompiledScenario(Self.heavy)
    try stops { try compiled.frontier(checkpoint: $0) }
  }

  @Test func oneDrawAsks() throws {
    let compiled = try CompiledScenario(Self.heavy)
    let package = Scenario.Package(Array(repeating: 0, count: 14))
    try stops { try compiled.robustness(of: [package], draws: 500, seed: 1, checkpoint: $0) }
  }

  @Test func flipsAndMovesAsk() throws {
    let compiled = try CompiledScenario(Self.heavy)
    let package = Scenario.Package(Array(repeating: 0, count: 14))
    try stops { try compiled.nashFlips(checkpoint: $0) }
    try stops { try compiled.nextMoves(from: package, toward: .betterForAll, checkpoint: $0) }
    try stops { try compiled.zopa(checkpoint: $0) }
  }

  @Test func oneSimulationAsks() throws {
    var small = Self.heavy
    small.issues = Array(small.issues.prefix(6))
    for party in small.parties.indices {
      guard case .additive(var additive) = small.parties[party].utility.base else { continue }
      additive.weights = Array(additive.weights.prefix(6))
      additive.valuations = Array(additive.valuations.prefix(6))
      small.parties[party].utility.base = .additive(additive)
    }
    let offers = try AlternatingOffers(CompiledScenario(small))
    try stops {
      try offers.run(
        Array(repeating: .hillClimbing, count: 5), rules: .init(rounds: 1_000_000_000),
        checkpoint: $0)
    }
  }
}
