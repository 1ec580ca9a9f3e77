import CaseModel
import Foundation
import StateOfPlay
import Testing

/// Deadlocks too large for proof, and the worked case.
@Suite struct PreconditionsSizeTests {
  /// `edges` conditions of ten parties among `steps` milestones, one in ten an exchange. In a
  /// release build 1,000 steps and 5,000 conditions take well under a second.
  static func tangle(steps: Int, edges: Int) -> Case {
    var dice = PreconditionsWaiverTests.Dice(state: 1)
    var theCase = Case(Case.Header(id: "big", title: "Big"))
    for step in 0..<steps {
      var milestone = Case.Milestone()
      milestone.id = .init("m\(step)")
      milestone.title = "Step \(step)"
      theCase.milestones.append(milestone)
    }
    for edge in 0..<edges {
      var statement = Case.Statement()
      statement.id = .init("s\(edge)")
      statement.speaker = [.init("p\(dice.below(10))")]
      statement.about = .milestone(.init("m\(dice.below(steps))"))
      let awaited = Step.milestone(.init("m\(dice.below(steps))"))
      statement.requires = [Requirement(awaited, dice.below(10) == 0 ? .exchange : .before)]
      theCase.statements.append(statement)
    }
    return theCase
  }

  @Test(.timeLimit(.minutes(2)))
  func aLargeTangleIsOpenedAndMarkedUnproven() throws {
    let isLong = ProcessInfo.processInfo.environment["EVALUATE"] == "1"
    let theCase = Self.tangle(steps: isLong ? 1000 : 100, edges: isLong ? 5000 : 500)
    let view = try preconditions(theCase)
    let deadlock = try #require(view.deadlocks.first)
    #expect(deadlock.edges.count > 40)
    #expect(!deadlock.openings.isProven)
    let opening = try #require(deadlock.openings.sets.first)
    // No *before* left in the deadlock leads back to where it began.
    let given = Set(opening.waivers)
    let left = view.edges.filter { deadlock.edges.contains($0.id) && !given.contains($0.id) }
    var next: [String: [String]] = [:]
    for edge in left {
      next[edge.step, default: []].append(edge.awaited)
      if edge.kind == .exchange { next[edge.awaited, default: []].append(edge.step) }
    }
    for edge in left.filter({ $0.kind == .before }).prefix(400) {
      var seen: Set<String> = [edge.awaited]
      var open = [edge.awaited]
      while let step = open.popLast() {
        for other in next[step] ?? [] where seen.insert(other).inserted { open.append(other) }
      }
      #expect(!seen.contains(edge.step))
    }
    #expect(try preconditions(theCase) == view)
  }

  @Test func inIstanbulTheSummitAndResultsWaitOnEachOther() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("Examples/istanbul/istanbul.yaml")
    let theCase = try CaseReaderForTests.read(file)
    let view = try preconditions(theCase)
    #expect(view.deadlocks.count == 2)
    let deadlock = try #require(view.deadlocks.first)
    #expect(deadlock.parties == ["ukraine", "russia"])
    let statements = deadlock.edges.compactMap { view.edge($0)?.statements }
    #expect(statements == [["osw-24", "res-62"], ["osw-30"]])
    #expect(deadlock.cycle.inferences.map(\.by) == [["analyst-1"]])
    #expect(deadlock.cycle.sameAs.map(\.by) == [["analyst-1"]])
    #expect(deadlock.openings.sets.map(\.parties) == [["ukraine"], ["russia"]])
    // Neutrality against guarantees is a trade.
    #expect(view.trades.count == 1)
    #expect(view.trades.first?.steps.contains("issue/neutrality/permanent") == true)
    // The prepared outcomes of a Trump–Putin meeting are OSW's analyst's reading.
    let outcomes = view.edges.first { $0.awaited == "milestone/agreed-outcomes" }
    #expect(outcomes?.known.kind == .inferred)
    #expect(outcomes?.known.by == ["osw-analyst"])
    // Talks were held without the guarantees, and the analyst says the condition was given up.
    let guarantees = view.edges.first { $0.statements == ["osw-88"] }
    #expect(guarantees?.state == .overtaken)
    #expect(guarantees?.drops.map(\.by) == [["osw-analyst"]])
  }
}
