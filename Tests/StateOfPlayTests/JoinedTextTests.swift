import CaseModel
import StateOfPlay
import Testing

/// How a text came to bind: signed, joined later, or put in force; a pact on a river's fish.
@Suite struct JoinedTextTests {
  private func text(_ draft: String, _ statements: [String] = [], asOf: String? = nil) throws
    -> DraftsView.Text
  {
    var lens = Lens()
    lens.asOf = try asOf.map { try EDTFDate($0) }
    let sections = """
      drafts:
        - {id: pact, title: The pact, date: 2025-05-28, by: [north, south], clauses: [], \(draft)}
      """
    return try #require(drafts(try record(statements, with: sections), lens).drafts.first)
  }

  @Test func whoJoinsLaterDoesNotMoveTheDayOfSignature() throws {
    let signed =
      "signed: [{date: 2025-06-18, by: [north, south], basis: ana}, {date: 2025-09-01, by: west, basis: ana}]"
    #expect(try text(signed).signed?.text == "2025-06-18")
    // The last of those it is between has the day.
    let parted =
      "signed: [{date: 2025-06-18, by: north, basis: ana}, {date: 2025-07-02, by: south, basis: ana}]"
    #expect(try text(parted).signed?.text == "2025-07-02")
    #expect(try text(parted, asOf: "2025-06-30").signed == nil)
  }

  @Test func aWindowAfterTheSignatureCountsFromThatDay() throws {
    let sections = """
      drafts:
        - {id: pact, title: The pact, by: [north, south], clauses: [], signed: [{date: 2025-06-18, by: [north, south], basis: ana}, {date: 2025-09-01, by: west, basis: ana}]}
      commitments:
        - {id: stock, what: Stock the river, strength: promised, debtors: [south], window: {after: pact, months: [0, 2]}}
      """
    let line = try #require(commitments(record([], with: sections)).rows.first)
    #expect(line.due.date?.text == "2025-08-18")
  }

  @Test func whatIsPutInForceByAVoteIsNotSigned() throws {
    let inForce = try text(
      "status: [{level: agreed, date: 2025-05-28}, {level: inForce, date: 2025-07-24}]")
    #expect(inForce.signed == nil)
    #expect(inForce.level == .inForce)
    #expect(inForce.agreed?.text == "2025-05-28")
  }

  @Test func whatBecameOfATextOnTheTableIsSaidWithIt() throws {
    let said = [
      "id: put, speaker: west, to: [north, south], date: 2025-05-28, act: propose, about: {draft: pact}, until: 2025-06-20",
      "id: no, speaker: south, date: 2025-06-05, act: reject, about: {draft: pact}",
      "id: more, speaker: south, date: 2025-07-05, act: demand",
    ]
    let sections = """
      drafts:
        - {id: pact, title: The pact, date: 2025-05-28, by: west, to: [north, south], clauses: [], status: [{level: tabled, date: 2025-05-28}]}
      """
    let text = try #require(drafts(try record(said, with: sections)).drafts.first)
    #expect(text.closed == .lapsed)
    #expect(text.refusedBy == ["south"])
  }

  @Test func aConditionSaidOnTheDayOfTheSignatureHoldsBackItsEffect() throws {
    let sections = """
      milestones: [{id: vote, title: The diet ratifies, kind: vote, planned: 2025-07-10, basis: ana}]
      drafts:
        - {id: pact, title: The pact, by: [north, south], clauses: [], status: [{level: signed, date: 2025-06-18}], signed: {date: 2025-06-18, by: [north, south], evidence: [joint]}}
      """
    let said = [
      "id: own, speaker: north, date: 2025-06-18, act: accept, about: {draft: pact}, requires: [{milestone: vote, kind: before}]",
      "id: joint, speaker: [north, south], date: 2025-06-18, act: accept, about: {draft: pact}",
    ]
    let view = try preconditions(record(said, with: sections))
    #expect(view.edges.map(\.state) == [.standing])
  }
}
