import Foundations
import GraphModel
import Synchronization
import Testing

/// How long work goes on without asking whether it should.
@Suite struct CheckpointTests {
  private final class Gaps: Sendable {
    private let last = Mutex(ContinuousClock.now)
    private let widest = Mutex(Duration.zero)

    func note() {
      let now = ContinuousClock.now
      let gap = last.withLock { last in
        defer { last = now }
        return last.duration(to: now)
      }
      widest.withLock { $0 = max($0, gap) }
    }

    var longest: Duration { widest.withLock { $0 } }
  }

  private func conflict(_ width: Int) throws -> (Conflict, [Preference]) {
    let form = OptionForm(
      decisionMakers: ["a", "b"],
      options: (0..<width).map { .init("o\($0)", owners: [$0 % 2 == 0 ? "a" : "b"]) })
    let conflict = try form.compile()
    return (
      conflict,
      [
        .prioritising((0..<width).map { $0 % 3 == 0 ? "not o\($0)" : "o\($0)" }),
        .prioritising((0..<width).reversed().map { $0 % 2 == 0 ? "o\($0)" : "not o\($0)" }),
      ]
    )
  }

  /// One state of this model has some 2^20 joint replies, which took a minute without a question.
  @Test func simultaneousMovesAskWithinOneState() throws {
    let (conflict, preferences) = try conflict(20)
    let analysis = try Analysis(conflict, conflict.profile(preferences))
    try stops { try analysis.stability([.sim], checkpoint: $0) }
  }

  @Test func drawsAskWithinOneDraw() throws {
    let (conflict, _) = try conflict(20)
    let statements = (0..<20).map { "o\($0)" }
    try stops {
      try conflict.robustness(
        [.statementSwaps(statements, count: 3), .statementSwaps(statements, count: 5)],
        [.seq, .smr], samples: 40, seed: 1, checkpoint: $0)
    }
  }

  @Test func foresightAsksWithinOneHorizon() throws {
    let (conflict, preferences) = try conflict(16)
    let analysis = try Analysis(conflict, conflict.profile(preferences))
    try stops { try analysis.stability([.limitedMove(40)], checkpoint: $0) }
  }

  private struct Over: Error {}

  /// Stops the work after a third of a second; no two questions lie two seconds apart until then.
  private func stops(_ work: (Checkpoint) throws -> some Any) throws {
    let gaps = Gaps()
    let start = ContinuousClock.now
    let checkpoint = Checkpoint { _, _ in
      gaps.note()
      if start.duration(to: .now) > .milliseconds(300) { throw Over() }
    }
    do {
      _ = try work(checkpoint)
    } catch is Over {}
    gaps.note()
    #expect(gaps.longest < .seconds(2))
  }
}
