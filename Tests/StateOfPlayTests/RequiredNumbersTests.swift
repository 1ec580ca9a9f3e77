import CaseModel
import StateOfPlay
import Testing

/// Numbers that a party names only in a condition on another step.
@Suite struct RequiredNumbersTests {
  private static let sections = """
    case: {id: valley, title: Talks on the valley, parties: [north, south, west]}
    issues:
      - {id: fund, title: The fund, kind: negotiable, value: quantity, unit: million, wants: {north: more, south: less, west: more}}
      - {id: text, title: The text, kind: negotiable, options: [{id: cover, title: It is adopted}, {id: dropped, title: It is not}]}
    """
  private static let statements = [
    "id: n, speaker: north, act: demand, date: 2025-05-01, about: {issue: fund, value: {quantity: 100, comparator: ≥, unit: million}}",
    "id: s, speaker: south, act: offer, date: 2025-05-01, about: {issue: fund, value: {quantity: 40, to: 60, unit: million}}",
    "id: w, speaker: west, act: accept, date: 2025-05-02, about: {issue: text, option: cover}, requires: [{issue: fund, value: {quantity: 70, comparator: ≥, unit: million}, kind: exchange}]",
  ]

  @Test func convergenceSaysWhatASilentPartyRequires() throws {
    let theCase = try record(Self.statements, with: Self.sections)
    let line = try #require(convergence(theCase).rows.first { $0.issue == "fund" })
    #expect(line.state == .noEvidence && line.silent == ["west"] && line.among == .apart)
    #expect(line.requiring.map(\.party) == ["west"])
    #expect(line.requiring.map(\.title) == ["≥ 70 million"])
    #expect(line.requiring.map(\.statements) == [["w"]])
    #expect(line.requiring.allSatisfy { $0.saidBy.isEmpty && !$0.isAgainst })
  }

  /// Who speaks of the number itself is not shown by its condition, nor one whose condition has ended.
  @Test func whatIsWithdrawnOrSaidOfTheIssueItselfIsNotShown() throws {
    for more in [
      "id: o, speaker: west, act: demand, date: 2025-05-03, about: {issue: fund, value: {quantity: 80, unit: million}}",
      "id: o, speaker: west, act: accept, date: 2025-05-03, about: {issue: text, option: cover}, requires: none",
    ] {
      let theCase = try record(Self.statements + [more], with: Self.sections)
      let line = try #require(convergence(theCase).rows.first { $0.issue == "fund" })
      #expect(line.requiring.isEmpty, "\(more)")
    }
  }

  /// What meets the number required is worth more than what does not, and the note says what that is.
  @Test func aDraftFollowsTheNumberRequired() throws {
    let draft = try draftScenario(try record(Self.statements, with: Self.sections))
    let worth = try #require(draft.parties.first { $0.id == "west" }?.values["fund"])
    let high = try #require(worth["at-least-100-million"])
    let low = try #require(worth["40-60-million"])
    let (more, less) = (try #require(high.value), try #require(low.value))
    #expect(more > less)
    #expect(high.evidence == ["w"] && low.evidence == ["w"])
    #expect(high.note == "meets “≥ 70 million”, which it requires as a condition")
    #expect(low.note == "does not meet “≥ 70 million”, which it requires as a condition")
    #expect(draft.notes.contains { $0.contains("only in a condition on another step") })
  }

  /// A view kept from the case before says the same as a new one.
  @Test func aStateThatFollowsAnotherSaysTheSame() throws {
    let before = try record(Array(Self.statements.prefix(2)), with: Self.sections)
    let after = try record(Self.statements, with: Self.sections)
    let state = DerivedState(before)
    _ = try state.convergence()
    #expect(try state.succeeding(after).convergence() == convergence(after))
  }
}
