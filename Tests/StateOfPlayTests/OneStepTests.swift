import CaseModel
import StateOfPlay
import TestSupport
import Testing

/// Two views never say different things of one step.
@Suite struct OneStepTests {
  /// What each view says of how far the step has come that a condition awaits.
  static func disagreements(_ theCase: Case, _ lens: Lens = Lens()) throws -> [String] {
    let state = DerivedState(theCase, lens)
    let steps = try state.preconditions()
    var found: [String] = []
    var known: [String: PreconditionsView.StepState] = [:]
    for step in steps.steps { known[step.title] = step.state }
    for row in try state.positions().rows {
      for cell in row.cells {
        for line in cell.answers.flatMap(\.requirements) {
          guard let other = known[line.step], other != line.state else { continue }
          found.append(
            "positions say \(line.state) of “\(line.step)”, preconditions \(other)")
        }
      }
    }
    for row in try state.convergence().rows {
      for obstacle in row.answers.flatMap({ $0.obstacles + $0.awaited })
      where !steps.edges.isEmpty {
        guard let other = known[obstacle.requirement], other != obstacle.state else { continue }
        found.append(
          "convergence says \(obstacle.state) of “\(obstacle.requirement)”, preconditions \(other)")
      }
    }
    return found
  }

  @Test(arguments: 0..<60) func onRandomCases(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 4000)
    let theCase = try record(
      LedgerInvariantTests().lines(&random), with: LedgerInvariantTests.sections)
    #expect(try Self.disagreements(theCase) == [])
  }
}
