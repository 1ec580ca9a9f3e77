import CaseModel
import StateOfPlay
import Testing

/// A condition set for an issue holds back each of its answers, and is said once.
@Suite struct BlockedOnceTests {
  private static let sections = """
    issues:
      - {id: water, title: Who draws the water, kind: negotiable, options: [{id: shared, title: By turns, takenBy: [west]}]}
      - {id: pay, title: The pay, kind: negotiable, value: quantity, unit: percent, wants: {north: less, south: more}}
    milestones: [{id: audit, title: The audit}]
    """

  @Test func aConditionOnAnIssueIsOneChain() throws {
    let view = try preconditions(
      record(
        [
          "id: a, act: condition, date: 2031-03-01, about: {issue: pay}, requires: [{issue: water, option: shared, kind: before}]",
          "id: b, speaker: west, act: reject, date: 2031-03-01",
          "id: c, act: condition, date: 2031-03-02, about: {issue: pay, value: {quantity: 3, unit: percent}}, requires: [{milestone: audit, kind: before}]",
        ], with: Self.sections))
    let blocked = try #require(view.blocked.first)
    #expect(blocked.chains.count == 1)
  }
}
