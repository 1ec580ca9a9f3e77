import CaseModel
import Foundation
import Interchange
import StateOfPlay
import TestSupport
import Testing

/// What waits on what in the worked case.
@Suite struct PreconditionsIstanbulTests {
  @Test func inIstanbulTheSummitAndResultsWaitOnEachOther() throws {
    let theCase = try ExampleCase.istanbul().theCase
    let view = try preconditions(theCase)
    #expect(view.deadlocks.count == 2)
    let deadlock = try #require(view.deadlocks.first)
    #expect(deadlock.parties == ["ukraine", "russia"])
    let statements = deadlock.edges.compactMap { view.edge($0)?.statements }
    #expect(statements == [["osw-24", "res-62"], ["osw-30"]])
    #expect(deadlock.cycle.inferences.map(\.by) == [["analyst-1"]])
    #expect(deadlock.cycle.sameAs.map(\.by) == [["analyst-1"]])
    #expect(deadlock.openings.sets.map(\.parties) == [["ukraine"], ["russia"]])
    // Neutrality against guarantees was a trade in 2022; Ukraine now rejects its half.
    let then = try preconditions(theCase, .asOf("2022"))
    #expect(then.trades.count == 1)
    #expect(then.trades.first?.steps.contains("issue/neutrality/permanent") == true)
    #expect(view.trades.isEmpty)
    #expect(!view.blocked.contains { $0.step == "issue/neutrality/permanent" }, "and asks nothing")
    // The prepared outcomes of a Trump–Putin meeting are OSW's analyst's reading.
    let outcomes = view.edges.first { $0.awaited == "milestone/agreed-outcomes" }
    #expect(outcomes?.known.kind == .inferred)
    #expect(outcomes?.known.by == ["osw-analyst"])
    // Talks were held without the guarantees, and the analyst says the condition was given up.
    let guarantees = view.edges.first { $0.statements == ["osw-88"] }
    #expect(guarantees?.state.stands == false)
    #expect(guarantees?.drops.map(\.by) == [["osw-analyst"]])
  }
}
