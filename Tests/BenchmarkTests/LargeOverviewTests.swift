import CaseGenerator
import CaseModel
import Foundations
import StateOfPlay
import Synchronization
import Testing

/// Views of a case so large that some are made on a second core.
@Suite struct LargeOverviewTests {
  private static let theCase = GeneratedCase.make(statements: 3_000)

  @Test func theViewsAreThoseMadeOneByOne() throws {
    let all = try Overview(Self.theCase)
    #expect(all.positions == positions(Self.theCase))
    #expect(all.changes == changes(Self.theCase))
    #expect(all.convergence == convergence(Self.theCase))
    #expect(try all.preconditions == preconditions(Self.theCase))
    #expect(all.contradictions == contradictions(Self.theCase))
    #expect(all.constraints == constraints(Self.theCase))
    #expect(all.commitments == commitments(Self.theCase))
    #expect(all.delegations == delegations(Self.theCase))
    #expect(all.timeline == timeline(Self.theCase))
    #expect(all.sources == sources(Self.theCase, texts: CaseTexts()))
    for _ in 0..<3 { #expect(try Overview(Self.theCase) == all) }
  }

  /// Wherever it is stopped, on whichever core, it ends with what the checkpoint threw.
  @Test func itStopsAtAnyReport() throws {
    struct Stop: Error {}
    for most in [0, 1, 5, 50, 150] {
      let reports = Mutex(0)
      let checkpoint = Checkpoint { _, _ in
        try reports.withLock { reports in
          reports += 1
          if reports > most { throw Stop() }
        }
      }
      #expect(throws: Stop.self) { try Overview(Self.theCase, checkpoint: checkpoint) }
    }
  }
}
