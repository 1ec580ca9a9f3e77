import CaseModel
import StateOfPlay
import Testing

/// What a party said of a text that another has replaced, once it has answered that one.
@Suite struct NextTextAnswersTests {
  private static let texts = """
    issues:
      - {id: water, title: Who draws the water, kind: negotiable, options: [{id: shared, title: By turns}, {id: metered, title: By meter}]}
      - {id: pause, title: Length of the pause, kind: negotiable, value: quantity, unit: day, wants: {north: more, south: less}}
    drafts:
      - {id: first, title: The first text, date: 2025-05-01, by: west, to: [north, south], status: [{level: tabled, date: 2025-05-01, basis: ana}], clauses: [{id: a, status: proposed, about: {issue: water, option: shared}}, {id: b, status: proposed, about: {issue: pause, value: {quantity: 45, unit: day}}}]}
      - {id: second, title: The second text, date: 2025-06-01, by: west, to: [north, south], status: [{level: tabled, date: 2025-06-01, basis: ana}], clauses: [{id: a, status: proposed, about: {issue: water, option: metered}}, {id: b, status: proposed, about: {issue: pause, value: {quantity: 60, unit: day}}}]}
    """
  private static let first =
    "id: s1, speaker: south, act: accept, date: 2025-05-05, about: {draft: first}"
  private static let theirs =
    "id: n2, speaker: north, act: accept, date: 2025-06-05, about: {draft: second}"
  private static let second =
    "id: s2, speaker: south, act: accept, date: 2025-06-06, about: {draft: second}, requires: [{issue: water, option: shared, kind: before}]"

  private func pause(_ lines: [String]) throws -> (cell: [String], state: ConvergenceView.State?) {
    let theCase = try record(lines, with: Self.texts)
    let south = try cell(theCase, of: "south", on: "pause")
    let line = convergence(theCase).rows.first { $0.issue == "pause" }
    return (south.answers.filter(\.isAccepted).map(\.title), line?.state)
  }

  @Test func theAnswerToTheLaterTextCounts() throws {
    let found = try pause([Self.first, Self.theirs, Self.second])
    #expect(found.cell == ["60 days"])
    #expect(found.state == .conditional)
  }

  /// A text may be replaced before the party has said anything of the next.
  @Test func untilItHasAnsweredTheLaterTextItsYesStands() throws {
    let found = try pause([Self.first, Self.theirs])
    #expect(found.cell == ["45 days"])
    #expect(found.state == .apart)
  }
}
