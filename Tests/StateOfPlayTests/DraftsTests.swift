import CaseModel
import StateOfPlay
import Testing

/// Texts under negotiation, clause by clause.
@Suite struct DraftsTests {
  private let agreement = """
    drafts:
      - id: accord
        title: Water accord
        date: 2025-05-10
        by: north
        to: south
        basis: ana
        clauses:
          - {id: turns, title: Turns, about: {issue: water, option: shared}, status: bracketed, by: south, basis: ana}
          - {id: seal, title: Seal, status: agreed, basis: ana}
    """

  @Test func aClauseHasTheStatusTheRecordGivesIt() throws {
    let draft = try #require(drafts(try record([], with: agreement)).drafts.first)
    #expect(draft.clauses.map(\.status) == [.bracketed, .agreed])
    #expect(draft.clauses.map(\.by) == [["south"], []])
  }

  @Test func aDraftLaterThanTheDateAskedAboutIsLeftOut() throws {
    let theCase = try record([], with: agreement)
    #expect(drafts(theCase, try .asOf("2025-05-09")).drafts.isEmpty)
    #expect(drafts(theCase, try .asOf("2025-05-10")).drafts.count == 1)
  }

  @Test func anIssueChoosesItsClauses() throws {
    var lens = Lens()
    lens.issues = ["water"]
    let draft = try #require(drafts(try record([], with: agreement), lens).drafts.first)
    #expect(draft.clauses.map(\.clause.raw) == ["turns"])
  }

  @Test func alternativesNameWhoseTheyAre() throws {
    let text = agreement.replacing(
      "status: agreed, basis: ana}",
      with: """
        status: alternatives, basis: ana, alternatives: [
                {by: north, about: {issue: water, option: metered}, basis: ana}, {by: south, text: In wax, basis: ana}]}
        """)
    let clause = try #require(drafts(try record([], with: text)).drafts.first?.clauses.last)
    #expect(clause.about == "Who draws the water")
    #expect(clause.alternatives.map(\.by) == [["north"], ["south"]])
    #expect(clause.alternatives.map(\.answer) == ["By meter", nil])
    #expect(clause.alternatives.map(\.text) == [nil, "In wax"])
  }

  @Test func aTextIsAsFarAsItsNewestStatusByAsOf() throws {
    let text = agreement.replacing(
      "    basis: ana\n    clauses",
      with: """
            basis: ana
            status: [{level: tabled, date: 2025-05-10, basis: ana}, {level: inForce, date: 2025-06-10, basis: ana}]
            signed: {date: 2025-06-01, by: [north, south], basis: ana}
            clauses
        """)
    let theCase = try record([], with: text)
    let before = try #require(drafts(theCase, try .asOf("2025-05-31")).drafts.first)
    #expect(before.level == .tabled)
    #expect(before.signed == nil)
    let after = try #require(drafts(theCase, try .asOf("2025-06-10")).drafts.first)
    #expect(after.level == .inForce)
    #expect(after.signed?.text == "2025-06-01")
  }

  // MARK: What is said of a text

  private let pact = """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: gazette, name: The Gazette, kind: outlet}
      - {id: trade, name: The ministry of trade, kind: body, speaksFor: [{actor: north, basis: ana}]}
      - {id: works, name: The ministry of works, kind: body, speaksFor: [{actor: north, basis: ana}]}
    drafts:
      - {id: pact, title: The pact, date: 2025-05-10, by: [north, south], basis: ana,
         signed: {date: 2025-05-10, by: [trade, south], evidence: [s]},
         clauses: [{id: turns, about: {issue: water, option: shared}, status: agreed, evidence: [s]}]}
    """
  private let signature =
    "id: s, speaker: [trade, south], act: accept, date: 2025-05-10, about: {draft: pact}"
  private let refusal = "id: r, speaker: works, act: reject, date: 2025-05-12, about: {draft: pact}"

  @Test func aMinistryThatDisownsWhatAnotherSignedIsNamed() throws {
    let theCase = try record(
      [
        signature, refusal,
        "id: g, speaker: gazette, act: assess, date: 2025-05-11, about: {draft: pact}",
        "id: t, speaker: south, act: reject, date: 2025-05-13, about: {draft: pact}",
      ], with: pact)
    let remarks = try #require(drafts(theCase).drafts.first).remarks
    #expect(remarks.map(\.statement) == ["g", "r", "t"], "the signature itself is cited already")
    #expect(remarks.map(\.disowns) == [nil, "north", nil])
    #expect(try #require(drafts(theCase, .asOf("2025-05-11")).drafts.first).remarks.count == 1)
    let line = try #require(convergence(try record([signature, refusal], with: pact)).rows.first)
    #expect(line.state == .agreed)
    #expect(line.disowned.map(\.by) == [["works"]] && line.disowned.map(\.party) == ["north"])
  }

  @Test func aClauseThatIsOnlyProposedIsAgreedByNoOneEvenInASignedText() throws {
    let proposed = pact.replacing("status: agreed", with: "status: proposed")
    #expect(
      try #require(convergence(try record([], with: proposed)).rows.first).state != .agreed)
    let clauses = try #require(drafts(try record([signature], with: proposed)).drafts.first).clauses
    #expect(clauses.map(\.status.words) == ["proposed"])
  }
}
