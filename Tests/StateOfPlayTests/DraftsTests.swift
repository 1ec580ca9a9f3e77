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
}
