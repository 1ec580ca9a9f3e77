import CaseModel
import StateOfPlay
import Testing

/// What of the words' own dates is listed, and how: a plan for a reserve, with days for the answers.
@Suite struct CalendarAnswersTests {
  private func rows(
    _ statements: [String], with sections: String = "", asOf: String = "2025-04-01"
  ) throws -> CalendarView {
    var lens = Lens()
    lens.asOf = try EDTFDate(asOf)
    return calendar(try record(statements, with: sections), lens)
  }

  private let plan = """
    drafts:
      - {id: plan, title: The plan, date: 2025-03-13, by: west, to: [north, south], status: tabled, clauses: [], evidence: [put]}
    """
  private let put = [
    "id: put, speaker: west, to: [north, south], date: 2025-03-13, act: propose, about: {draft: plan}",
    "id: by, speaker: west, to: [north, south], date: 2025-03-13, act: ask, about: {draft: plan}, due: 2025-03-17",
    "id: yes, speaker: north, date: 2025-03-16, act: accept, about: {draft: plan}",
  ]

  @Test func anAnswerIsAwaitedUntilAllWhoWereAskedHaveGivenOne() throws {
    #expect(try rows(put, with: plan).rows.map(\.state) == [.notReported])
    let all = put + ["id: no, speaker: south, date: 2025-03-16, act: reject, about: {draft: plan}"]
    let row = try #require(rows(all, with: plan).rows.first)
    #expect(row.state == .done)
    #expect(row.settled?.text == "2025-03-16")
  }

  @Test func anOfferIsListedUnderEachIssueItIsAbout() throws {
    var lens = Lens()
    lens.asOf = try EDTFDate("2025-04-01")
    lens.issues = ["water"]
    let offer =
      "id: all, act: offer, date: 2025-03-01, until: 2025-04-10, about: {together: [{issue: water, option: shared}, {issue: toll, option: none}]}"
    let sections = """
      issues:
        - {id: water, title: The water, kind: negotiable, options: [{id: shared, title: By turns}]}
        - {id: toll, title: The toll, kind: negotiable, options: [{id: none, title: None}]}
        - {id: mill, title: The mill, kind: negotiable, options: [{id: none, title: None}]}
      """
    let theCase = try record([offer], with: sections)
    #expect(calendar(theCase, lens).rows.map(\.kind) == [.offer])
    lens.issues = ["mill"]
    #expect(calendar(theCase, lens).rows.isEmpty)
  }

  @Test func theVotersAnswerShowsThatTheVoteWasHeld() throws {
    let sections =
      plan
      + "\nmilestones:\n  - {id: vote, title: The moot approves, kind: vote, by: [west], planned: 2025-03-20, of: {draft: plan}, evidence: [put]}"
    func state(_ words: String) throws -> CalendarView.State? {
      try rows([put[0], words], with: sections).rows.first { $0.kind == .vote }?.state
    }
    let answer = "id: held, speaker: west, date: 2025-03-21, about: {draft: plan}"
    #expect(try state("\(answer), act: accept") == .done)
    #expect(
      try state("\(answer), act: accept, requires: [{issue: water, option: shared, kind: before}]")
        == .partly)
    #expect(try state("\(answer), act: reject") == .missed)
    #expect(
      try state("\(answer), act: reject".replacing("2025-03-21", with: "2025-03-15"))
        == .notReported)
  }

  @Test func whatIsOfferedForADayIsNoPromise() throws {
    let view = try rows(["id: give, act: concede, date: 2025-03-01, due: 2031"])
    #expect(view.rows.map(\.kind) == [.proposal])
  }

  @Test func aPromiseRecalledIsListedOnce() throws {
    let view = try rows(
      [
        "id: made, act: commit, date: 2025-01-22, about: {commitment: still}, until: 2025-06-30",
        "id: again, act: commit, change: reaffirmed, date: 2025-03-03, about: {commitment: still}, until: 2025-06-30",
      ],
      with: """
        commitments:
          - {id: still, what: Fell no tree, strength: promised, debtors: [north], creditors: [south], agreed: 2025-01-22, until: 2025-06-30, evidence: [made]}
        """)
    #expect(view.rows.map(\.id) == ["still"])
  }

  @Test func whatIsKeptUntilAStepEndsOnItsDay() throws {
    let view = try rows(
      ["id: made, act: commit, date: 2025-03-21, about: {commitment: still}"],
      with: """
        milestones:
          - {id: sworn, title: The board is sworn in, kind: deadline, due: 2025-04-15, evidence: [made]}
        commitments:
          - {id: still, what: Appoint no one, strength: promised, debtors: [north], agreed: 2025-03-21, dueStep: {until: {milestone: sworn}}, evidence: [made]}
          - {id: fund, what: Set up a fund, strength: promised, debtors: [north], agreed: 2025-03-21, window: {after: sworn, months: [0, 2]}, evidence: [made]}
        """)
    #expect(view.rows.filter { $0.id == "still" }.map(\.date.text) == ["2025-04-15"])
    #expect(view.withoutDay == ["fund"])
    #expect(view.dueOnEvents.first?.window?.contains("sworn in") == true)
  }

  @Test func aThreatWhoseDayPassedUndoneIsTriggered() throws {
    let statements = [
      "id: threat, speaker: south, act: threaten, date: 2025-03-03, about: {issue: water, option: dammed}, requires: [{commitment: pay, kind: trigger, party: north, stance: against, due: 2025-03-20}]",
      "id: half, speaker: north, act: state, date: 2025-03-25, about: {commitment: pay}",
    ]
    func sections(_ status: String) -> String {
      """
      commitments:
        - {id: pay, what: Pay 40, strength: promised, debtors: [north], creditors: [south], agreed: 2025-03-03, due: 2025-03-20, status: [\(status)]}
      """
    }
    let late = sections("{date: 2025-03-21, level: 2, evidence: [half]}")
    let row = try #require(rows(statements, with: late).rows.first { $0.kind == .threat })
    #expect(row.state == .missed)
    #expect(row.evidence.contains("half"))
    let edges = try preconditions(record(statements, with: late)).edges
    #expect(edges.first?.setOff != nil)
    let timely = sections("{date: 2025-03-19, level: 3, evidence: [half]}")
    #expect(try preconditions(record(statements, with: timely)).edges.first?.setOff == nil)
    // Silence is not failure.
    #expect(try preconditions(record(statements, with: sections(""))).edges.first?.setOff == nil)
  }
}
