import CaseModel
import StateOfPlay
import Testing

/// A pay agreement is signed subject to a vote of the members: the answers are given, the text waits.
@Suite struct SignedSubjectToVoteTests {
  private static let sections = """
    case: {id: yard, title: The yard, parties: [union, firm]}
    actors:
      - {id: union, name: The union, kind: organisation}
      - {id: firm, name: The firm, kind: organisation}
      - {id: board, name: The board, kind: body, partOf: firm, speaksFor: [{actor: firm, basis: ana}]}
      - {id: members, name: The members, kind: body, partOf: union}
      - {id: gazette, name: The Gazette, kind: outlet}
    milestones: [{id: ballot, title: The members approve, kind: vote, by: [members], of: {draft: deal}}]
    issues:
      - {id: pay, title: The rise, kind: negotiable, value: quantity, unit: percent, wants: {union: more, firm: less}}
      - {id: shift, title: The night shift, kind: negotiable, options: [{id: kept, title: It is kept}, {id: ended, title: It ends}]}
    drafts:
      - id: deal
        title: The agreement
        date: 2031-04-02
        by: [union, firm]
        consent: [members]
        signed: [{date: 2031-04-02, by: [union, firm], evidence: [signs]}]
        clauses:
          - {id: pay, title: Four percent, about: {issue: pay, value: {quantity: 4, unit: percent}}, status: agreed, evidence: [signs]}
          - {id: shift, title: The night shift ends, about: {issue: shift, option: ended}, status: agreed, evidence: [gives]}
        evidence: [signs]
    """
  private static let asks =
    "id: asks, speaker: union, act: demand, date: 2031-02-01, about: {issue: pay, value: {quantity: 6, unit: percent}}"
  private static let four =
    "id: four, speaker: [union, firm], act: accept, date: 2031-03-01, about: {issue: pay, value: {quantity: 4, unit: percent}}"
  private static let keeps =
    "id: keeps, speaker: firm, act: demand, date: 2031-02-01, about: {issue: shift, option: kept}"
  private static let gives =
    "id: gives, speaker: firm, act: concede, date: 2031-03-20, about: {issue: shift, option: ended}"
  private static let signs =
    "id: signs, speaker: [union, firm], act: accept, date: 2031-04-02, about: {draft: deal}, requires: [{milestone: ballot, kind: before}]"

  private func views(_ more: [String] = [], asOf: String = "2031-05-01") throws -> LedgerTests.Views
  {
    let lines = [Self.asks, Self.four, Self.keeps, Self.gives, Self.signs] + more
    return try .init(record(lines, with: Self.sections), .asOf(asOf))
  }

  /// Changes that are more than a first statement, a repetition or progress.
  private static func moves(_ views: LedgerTests.Views) -> [ChangesView.Change] {
    views.changes.changes.filter { change in
      !Set(change.kinds).isSubset(of: [.new, .reaffirmed, .progress])
    }
  }

  @Test func theNumberGivenUpDoesNotComeBack() throws {
    let views = try views()
    let cell = try #require(
      views.positions.rows.first { $0.issue == "pay" }?.cells.first { $0.party == "union" })
    #expect(cell.answers.filter { !$0.isSuperseded }.map(\.title) == ["4 percent"])
    #expect(cell.answers.first?.stances == [.forIf])
    #expect(views.line("pay")?.answers.map(\.title) == ["4 percent"])
  }

  @Test func toSignWhatOneHadAcceptedIsNoChange() throws {
    let day = try EDTFDate("2031-04-02")
    let moves = try Self.moves(views())
    #expect(moves.allSatisfy { $0.date != day })
  }

  @Test func theSignatureSaysNothingOfTheDayBefore() throws {
    let before = try views(asOf: "2031-04-01")
    #expect(before.answer("firm", "shift", "ended")?.stances == [.for])
    #expect(before.answer("firm", "shift", "ended")?.isPackage == false)
    #expect(before.answer("firm", "shift", "kept")?.isSuperseded == true)
  }

  @Test(arguments: [
    "id: more, speaker: board, act: accept, date: 2031-04-12, about: {draft: deal}",
    "id: more, speaker: [union, firm], act: accept, date: 2031-04-02, about: {draft: deal}",
  ])
  func aPlainYesToTheTextDoesNotWaiveTheVote(_ yes: String) throws {
    let views = try views([yes])
    #expect(views.preconditions.edges.map(\.state) == [.standing, .standing])
    #expect(
      !Self.moves(views).contains { change in change.after.contains { $0.statement == "more" } })
  }

  /// Words on a clause share what is asked for the text, where both are said at one time.
  @Test func aYesToTheTextSubjectToAVoteHoldsForItsClauses() throws {
    let sections = Self.sections.replacing("evidence: [gives]", with: "evidence: [clause]")
      .replacing(
        "        signed: [{date: 2031-04-02, by: [union, firm], evidence: [signs]}]\n", with: "")
    let clause =
      "id: clause, speaker: [union, firm], act: accept, date: 2031-04-02, about: {issue: shift, option: ended}"
    let theCase = try record([Self.signs, clause], with: sections)
    let views = try LedgerTests.Views(theCase, .asOf("2031-05-01"))
    #expect(views.line("shift")?.state == .conditional)
  }
}
