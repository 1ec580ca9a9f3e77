import CaseModel
import StateOfPlay
import Testing

/// "A yes with a condition of one who is no party, and whose consent to the step, or that of the body to
/// which it belongs, is due, refuses nothing: the consent is pending until the condition is met."
@Suite struct DueConsentsTests {
  private static func sections(_ fund: String = "") -> String {
    """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: council, name: The Council, kind: body}
      - {id: isle, name: The Isle, kind: state, partOf: council}
      - {id: premier, name: The premier, kind: person, speaksFor: [{actor: isle, basis: ana}]}
      - {id: gazette, name: The Gazette, kind: outlet}
    milestones: [{id: fund, title: The fund is paid\(fund)}]
    drafts:
      - {id: pact, title: The pact, date: 2031-03-01, by: south, to: [north], consent: [council], basis: ana,
         status: [{level: tabled, date: 2031-03-01, basis: ana}],
         clauses: [{id: turns, about: {issue: water, option: shared}, status: proposed, basis: ana}]}
    """
  }

  private let offer = "id: o, speaker: south, act: offer, date: 2031-03-01, about: {draft: pact}"
  private let yes = "id: a, act: accept, date: 2031-03-02, about: {draft: pact}"
  private let asks = "requires: [{milestone: fund, kind: before}]"

  private func views(_ line: String, _ fund: String = "") throws -> LedgerTests.Views {
    try LedgerTests.Views(record([offer, yes, line], with: Self.sections(fund)))
  }

  @Test(arguments: ["isle", "premier"])
  func aMembersYesWithAConditionIsNamedAndTheConsentOfItsBodyPending(_ speaker: String) throws {
    let views = try views(
      "id: b, speaker: \(speaker), act: condition, date: 2031-03-03, about: {draft: pact}, \(asks)")
    #expect(
      views.preconditions.edges.map(\.sentence) == [
        "The Isle accepts “The pact” on condition that “The fund is paid”; the consent of the Council is pending"
      ])
    let line = try #require(views.line("water"))
    #expect(line.state == .agreed && line.consentMissing == ["council"])
    #expect(line.answers.first?.obstacles.map(\.holder) == ["isle"])
    #expect(line.answers.first?.obstacles.map(\.requirement) == ["The fund is paid"])
  }

  @Test func onceItIsMetNothingIsAskedFor() throws {
    let views = try views(
      "id: b, speaker: isle, act: condition, date: 2031-03-03, about: {draft: pact}, \(asks)",
      ", reached: {date: 2031-03-04, basis: ana}")
    #expect(
      views.preconditions.edges.map(\.sentence) == [
        "The Isle accepts “The pact” on condition that “The fund is paid”"
      ])
    #expect(views.line("water")?.answers.first?.obstacles == [])
    #expect(views.line("water")?.consentMissing == ["council"], "a member is not the body")
  }

  @Test func theBodysOwnConditionIsPendingAsItsConsentIs() throws {
    let views = try views(
      "id: b, speaker: council, act: accept, date: 2031-03-03, about: {draft: pact}, \(asks)")
    #expect(
      views.preconditions.edges.map(\.sentence) == [
        "The Council accepts “The pact” on condition that “The fund is paid”; its consent is pending"
      ])
    #expect(views.line("water")?.answers.first?.obstacles.map(\.holder) == ["council"])
  }

  @Test func onAnIssueItIsNamedAsWell() throws {
    let line =
      "id: b, speaker: council, act: condition, date: 2031-03-03, about: {issue: water, option: shared}, \(asks)"
    let views = try views(line)
    #expect(views.line("water")?.answers.first?.obstacles.map(\.holder) == ["council"])
    #expect(
      views.preconditions.edges.map(\.sentence) == [
        "The Council agrees to “Who draws the water: By turns” on condition that “The fund is paid”; its consent is pending"
      ])
    // What the text does not settle needs no consent of it.
    let other = try self.views(line.replacing("shared", with: "metered"))
    #expect(
      other.preconditions.edges.map(\.sentence) == [
        "The Council will not agree to “Who draws the water: By meter” until “The fund is paid”"
      ])
  }

  @Test func whoRefusesUntilAndWhoIsAPartyWillNot() throws {
    let no = try views(
      "id: b, speaker: isle, act: reject, date: 2031-03-03, about: {draft: pact}, \(asks)")
    #expect(
      no.preconditions.edges.map(\.sentence) == [
        "The Isle will not accept “The pact” until “The fund is paid”"
      ])
    let party = try views(
      "id: b, speaker: north, act: condition, date: 2031-03-03, about: {draft: pact}, \(asks)")
    #expect(
      party.preconditions.edges.map(\.sentence) == [
        "North will not accept “The pact” until “The fund is paid”"
      ])
  }
}
