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
}
