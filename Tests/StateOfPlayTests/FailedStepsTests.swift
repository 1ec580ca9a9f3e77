import CaseModel
import StateOfPlay
import Testing

/// Steps that have failed, and what was said of a step by taking it, on a dispute over pay at a port.
@Suite struct FailedStepsTests {
  private func views(
    _ lines: [String], _ more: String = "", asOf: String? = nil
  ) throws -> LedgerTests.Views {
    try LedgerTests.views(lines, more, asOf: asOf)
  }

  private let condition =
    "id: cond, speaker: union, act: condition, date: 2031-03-01, about: {issue: strike, option: \"off\"}, requires: [{milestone: ballot, kind: before}]"

  private func withBallot(_ outcome: String) -> String {
    LedgerTests.port.replacing(
      "milestones:",
      with: "milestones:\n  - {id: ballot, title: The members agree, kind: vote, \(outcome)}")
  }

  private func made(_ lines: [String], _ sections: String) throws -> PreconditionsView {
    try preconditions(record(lines, with: sections))
  }

  @Test func whatWaitsForAVoteThatWasLostIsBlocked() throws {
    let lost = try made([condition], withBallot("lost: {date: 2031-03-05, basis: ana}"))
    #expect(lost.edges.map(\.state) == [.standing])
    #expect(lost.blocked.map(\.step) == ["milestone/ballot"])
    #expect(lost.blocked.first?.failure?.date?.text == "2031-03-05")
    #expect(lost.step("milestone/ballot")?.state == .blocked)
    #expect(lost.step("issue/strike/off")?.state == .blocked)
    let open = try made([condition], withBallot("planned: 2031-03-05, basis: ana"))
    #expect(open.blocked.isEmpty)
    // What was reached and no longer holds may come again.
    let again = try made(
      [condition],
      withBallot("reached: {date: 2031-03-05, basis: ana}, lost: {date: 2031-03-06, basis: ana}"))
    #expect(again.blocked.isEmpty)
  }

  @Test func whatWasLostIsCalledSoOnTheTimeline() throws {
    func title(_ kind: String, _ reached: String = "") throws -> String? {
      let lost = "\(reached)lost: {date: 2031-03-06, basis: ana}"
      let sections = withBallot(lost).replacing("kind: vote", with: "kind: \(kind)")
      return timeline(try record([condition], with: sections)).events.map(\.title)
        .last { $0.hasPrefix("The members agree: ") }
    }
    #expect(try title("vote") == "The members agree: lost")
    #expect(try title("deadline") == "The members agree: missed")
    #expect(try title("event") == "The members agree: did not come about")
    let reached = "reached: {date: 2031-03-05, basis: ana}, "
    #expect(try title("event", reached) == "The members agree: no longer so")
  }

  // MARK: Signed subject to something

  private func pact(_ status: String = "") -> String {
    withBallot("planned: 2031-03-20, basis: ana") + """

      drafts:
        - {id: pact, title: The pact, date: 2031-03-10, by: [union, company], status: [{level: signed, date: 2031-03-10, basis: ana}\(status)], signed: {date: 2031-03-10, by: [union, company], evidence: [signs]}, clauses: [], evidence: [signs]}
      """
  }

  private let signs =
    "id: signs, speaker: [union, company], act: accept, date: 2031-03-10, about: {draft: pact}, requires: [{milestone: ballot, kind: before}]"

  @Test func aTextSignedSubjectToAVoteIsNotOvertakenByItsSignature() throws {
    let view = try made([signs], pact())
    #expect(view.edges.map(\.state) == [.standing, .standing])
    #expect(
      view.edges.first?.sentence
        == "The union is bound by “The pact” only once “The members agree” comes about")
    // Whoever had made the signature itself wait, and signs all the same, waits no longer.
    let before =
      "id: before, speaker: union, act: condition, date: 2031-03-01, about: {draft: pact}, requires: [{milestone: audit, kind: before}]"
    let both = try made([before, signs], pact())
    #expect(both.edges.first { $0.awaited == "milestone/audit" }?.closing?.reason == .overtaken)
    // With the text the condition ends.
    let ended = try made([signs], pact(", {level: ended, date: 2031-03-25, basis: ana}"))
    #expect(ended.edges.map(\.closing?.reason) == [.ended, .ended])
    #expect(ended.edges.first?.closing?.date?.text == "2031-03-25")
  }

  @Test func whoSignsForOneAnswerNoLongerHoldsTheWholeIssueBack() throws {
    let draft = """

      drafts:
        - {id: pact, title: The pact, date: 2031-03-10, by: [union, company], status: [{level: signed, date: 2031-03-10, basis: ana}], signed: {date: 2031-03-10, by: [union, company], evidence: [both]}, evidence: [both], clauses: [{id: rise, about: {issue: pay, value: {quantity: 4, unit: percent}}, status: agreed, evidence: [both]}]}
      """
    let only =
      "id: only, speaker: company, act: condition, date: 2031-03-01, about: {issue: pay}, requires: [{milestone: audit, kind: before}]"
    let both =
      "id: both, speaker: [union, company], act: accept, date: 2031-03-10, about: {draft: pact}"
    #expect(try made([only, both], LedgerTests.port + draft).edges.map(\.state) == [.closed])
    #expect(
      try views([only, both], draft, asOf: "2031-03-09").preconditions.edges.map(\.state)
        == [.standing])
  }

  @Test func whatIsAskedForAnIssueAsAWholeHoldsEachAnswerBack() throws {
    let only =
      "id: only, speaker: company, act: condition, date: 2031-03-01, about: {issue: pay}, requires: [{milestone: audit, kind: before}]"
    let four = "about: {issue: pay, value: {quantity: 4, unit: percent}}"
    let asks = "id: asks, speaker: union, act: demand, date: 2031-03-02, \(four)"
    let takes = "id: takes, speaker: company, act: accept, date: 2031-03-03, \(four)"
    let held = try views([only, asks, takes])
    #expect(held.line("pay")?.state == .conditional)
    #expect(
      held.line("pay")?.answers.first?.obstacles.map(\.requirement) == ["The accounts are audited"])
    let cell = held.positions.rows.first { $0.issue == "pay" }?.cells.first {
      $0.party == "company"
    }
    #expect(cell?.requirements.map(\.step) == ["The accounts are audited"])
    #expect(try views([asks, takes]).line("pay")?.state == .agreed)
    // Once it is offered without the audit, nothing is asked any more.
    let free = try views([only, asks, takes.replacing("accept", with: "concede")])
    #expect(free.line("pay")?.state == .agreed)
  }

  // MARK: Another option carried out

  private let rivals = LedgerTests.port.replacing(
    "options: [{id: \"off\", title: It is called off, takenBy: [union]}]",
    with:
      "options: [{id: \"off\", title: It is called off, takenBy: [union]}, {id: begun, title: It begins, takenBy: [union]}]"
  ).replacing(
    "milestones:",
    with:
      "milestones:\n  - {id: walkout, title: The walkout, of: {issue: strike, option: begun}, reached: {date: 2031-03-15, basis: ana}}"
  )

  @Test func whoCarriesOutTheOppositeNoLongerWaitsAndIsNoLongerWaitedFor() throws {
    let union =
      "id: u, speaker: union, act: condition, date: 2031-03-01, about: {issue: strike, option: \"off\"}, requires: [{issue: rehire, option: back, kind: before}]"
    let company =
      "id: c, speaker: company, act: condition, date: 2031-03-01, about: {issue: rehire, option: back}, requires: [{issue: strike, option: \"off\", kind: before}]"
    let before = try preconditions(
      record([union, company], with: rivals), .asOf("2031-03-14"))
    #expect(before.deadlocks.count == 1)
    let after = try made([union, company], rivals)
    #expect(after.deadlocks.isEmpty)
    #expect(after.edges.map(\.closing?.reason) == [.replaced, nil])
    #expect(after.blocked.map(\.step) == ["issue/strike/off"])
    // Once the union calls it off after all, it is waited for again.
    let back =
      "id: b, speaker: union, act: commit, date: 2031-03-20, about: {issue: strike, option: \"off\"}"
    #expect(try made([union, company, back], rivals).blocked.isEmpty)
  }

  // MARK: Threats

  private let threat =
    "id: threat, speaker: company, act: threaten, date: 2031-03-01, about: {issue: rehire, option: back}, stance: for, requires: [{issue: strike, option: \"off\", kind: trigger, party: union, stance: for}]"

  @Test func whatSetAThreatOffIsNotUndoneByALaterWord() throws {
    let called =
      "id: called, speaker: union, act: commit, date: 2031-03-10, about: {issue: strike, option: \"off\"}"
    let back =
      "id: back, speaker: union, act: reject, date: 2031-03-12, about: {issue: strike, option: \"off\"}"
    func setOff(_ lines: [String]) throws -> PreconditionsView.Taken? {
      try views(lines).preconditions.edges.first?.setOff
    }
    #expect(try setOff([threat]) == nil)
    #expect(try setOff([threat, called])?.words == "The union is for")
    let undone = try setOff([threat, called, back])
    #expect(undone?.words == "The union was for")
    #expect(undone?.evidence == ["called"])
    // Said before the threat was made and taken back before it, it set nothing off.
    let early = called.replacing("2031-03-10", with: "2031-02-01")
    let earlier = back.replacing("2031-03-12", with: "2031-02-02")
    #expect(try setOff([early, earlier, threat]) == nil)
  }

  @Test func aThreatCarriedOutIsOver() throws {
    let done = LedgerTests.port.replacing(
      "milestones:",
      with:
        "milestones:\n  - {id: return, title: The men return, of: {issue: rehire, option: back}, reached: {date: 2031-03-15, basis: ana}}"
    )
    let edge = try #require(try made([threat], done).edges.first)
    #expect(edge.closing?.reason == .carriedOut)
    #expect(edge.closing?.date?.text == "2031-03-15")
    let before = try preconditions(record([threat], with: done), .asOf("2031-03-14"))
    #expect(before.edges.map(\.state) == [.standing])
    // What was done before it was threatened carries no threat out.
    let earlier = done.replacing("2031-03-15", with: "2031-02-15")
    #expect(try made([threat], earlier).edges.first?.closing == nil)
  }

  @Test func aThreatForTheCaseThatAnOptionIsNotTakenIsSetOffByItsLoss() throws {
    let unless = threat.replacing("stance: for}", with: "stance: against, due: 2031-03-10}")
    let lost = LedgerTests.port.replacing(
      "milestones:",
      with:
        "milestones:\n  - {id: end, title: The strike ends, of: {issue: strike, option: \"off\"}, lost: {date: 2031-03-10, basis: ana}}"
    )
    let edge = try #require(try made([unless], lost).edges.first)
    #expect(edge.setOff?.date?.text == "2031-03-10")
    #expect(edge.sentence.contains("by 10 March 2031"))
    #expect(try views([unless]).preconditions.edges.first?.setOff == nil)
  }

  // MARK: Words

  @Test func theSentenceSaysWhatTheWordsAskFor() throws {
    func sentence(_ requirement: String, on step: String, _ speaker: String = "union") throws
      -> String?
    {
      try views([
        "id: a, speaker: \(speaker), act: condition, date: 2031-03-01, about: {\(step)}, requires: [{\(requirement), kind: before}]"
      ]).preconditions.edges.first?.sentence
    }
    let terms = "issue: terms, option: agreed"
    #expect(
      try sentence(terms + ", met: done", on: "issue: pay")
        == "The union will not settle “The rise” until “New terms: As drafted” is carried out")
    #expect(
      try sentence(terms, on: "issue: pay")
        == "The union will not settle “The rise” until “New terms: As drafted” is agreed")
    // An issue as a whole is settled; an act of one's own is not agreed to.
    #expect(
      try sentence(terms, on: "issue: strike, option: \"off\"")
        == "The union will not proceed to “The strike: It is called off” until “New terms: As drafted” is agreed"
    )
    #expect(
      try sentence(terms, on: "issue: strike, option: \"off\"", "company")
        == "The port company will not agree to “The strike: It is called off” until “New terms: As drafted” is agreed"
    )
  }
}
