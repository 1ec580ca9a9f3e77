import CaseModel
import StateOfPlay
import Testing

/// Who has since said otherwise of a question of fact: whether the mayor met the bailiff.
@Suite struct ChangedAccountsTests {
  private func view(_ statements: [String]) throws -> ContradictionsView {
    contradictions(
      try record(
        statements,
        with: """
          issues:
            - {id: met, title: Whether they met, kind: factual, options: [{id: yes, title: They met}, {id: no, title: They did not}]}
          """))
  }

  @Test func anAdmissionEndsTheContradiction() throws {
    let said = [
      "id: told, speaker: south, date: 2025-03-18, act: state, about: {issue: met, option: yes}",
      "id: denied, speaker: north, date: 2025-03-18, act: deny, about: {statement: told}",
    ]
    #expect(try view(said).groups.count == 1)
    let admitted =
      said + ["id: owned, speaker: north, date: 2025-04-14, act: confirm, about: {statement: told}"]
    #expect(try view(admitted).groups.isEmpty)
    #expect(try view(admitted).accounts.first?.isContradicted == false)
  }

  @Test func whoChangedItsAccountIsNotOnBothSides() throws {
    let view = try view([
      "id: first, speaker: north, date: 2025-03-18, act: state, about: {issue: met, option: no}",
      "id: other, speaker: south, date: 2025-03-18, act: state, about: {issue: met, option: no}",
      "id: third, speaker: west, date: 2025-03-20, act: state, about: {issue: met, option: yes}",
      "id: later, speaker: north, date: 2025-09-15, act: state, about: {issue: met, option: yes}",
    ])
    let group = try #require(view.groups.first)
    #expect(
      group.sides.map { $0.statements.map(\.statement) } == [["other"], ["third", "later"]])
    #expect(group.givenUp.flatMap { $0.statements.map(\.statement) } == ["first"])
  }

  @Test func aNumberSaidToBeGivenUpIsBeliedByThePartysOwnWords() throws {
    let view = contradictions(
      try record(
        [
          "id: offer, speaker: north, date: 2025-03-10, act: offer, about: {issue: toll, value: {quantity: 30}}",
          "id: claim, speaker: west, of: north, date: 2025-04-01, act: assess, change: withdrawn, about: {issue: toll, value: {quantity: 30}}",
          "id: still, speaker: north, date: 2025-04-03, act: offer, change: reaffirmed, about: {issue: toll, value: {quantity: 30}}",
        ],
        with: "issues:\n  - {id: toll, title: The toll, kind: negotiable, value: quantity}"))
    #expect(view.groups.count == 1)
    #expect(view.groups.first?.actor == "north")
  }
}
