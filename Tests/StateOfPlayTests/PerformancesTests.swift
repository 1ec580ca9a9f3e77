import CaseModel
import StateOfPlay
import Testing

/// Deeds that end words, on the dispute over pay at a port: what was refused and then done, what was
/// signed, who came to the meeting, what was lost again, and what ended.
@Suite struct PerformancesTests {
  private static func port(_ more: String) -> String {
    LedgerTests.port.replacing("milestones:", with: "milestones:\n\(more)")
  }

  private static let refuses =
    "id: refuses, speaker: company, act: reject, redLine: true, date: 2031-03-01, \(LedgerTests.takenBack)"

  @Test func aRefusalEndsWithTheDeed() throws {
    let gates =
      "  - {id: gates, title: The men are back, of: {issue: rehire, option: back}, reached: {date: 2031-04-01, evidence: [seen]}}"
    let seen =
      "id: seen, speaker: gazette, act: state, date: 2031-04-01, about: {milestone: gates}"
    let sections = Self.port(gates)
    let theCase = try record([Self.refuses, seen], with: sections)
    let before = try LedgerTests.Views(theCase, .asOf("2031-03-31"))
    #expect(before.answer("company", "rehire", "back")?.stances == [.against])
    let after = try LedgerTests.Views(theCase, .asOf("2031-04-01"))
    #expect(after.answer("company", "rehire", "back") == nil)
    #expect(after.kinds("company") == [[.new], [.progress]])
    // A refusal said after the act stands.
    let again = Self.refuses.replacing("id: refuses", with: "id: again")
      .replacing("2031-03-01", with: "2031-05-01")
    let later = try LedgerTests.Views(record([Self.refuses, seen, again], with: sections))
    #expect(later.answer("company", "rehire", "back")?.stances == [.against])
    // Nor does it end what another party says of it.
    let others = Self.refuses.replacing("speaker: company", with: "speaker: union")
    let theirs = try LedgerTests.Views(record([others, seen], with: sections))
    #expect(theirs.answer("union", "rehire", "back")?.stances == [.against])
  }

  private static let text = """
    \(LedgerTests.port)
    drafts:
      - id: text
        title: The terms
        by: company
        to: union
        evidence: [tabled]
        signed: {date: 2031-04-01, by: [union, company], evidence: [hands]}
        clauses:
          - {id: men, about: {issue: rehire, option: back}, status: provisional, by: company, evidence: [tabled]}
          - {id: open, about: {issue: strike, option: "off"}, status: bracketed, by: union, evidence: [tabled]}
    """
  private static let tabled =
    "id: tabled, speaker: company, act: propose, date: 2031-03-01, about: {draft: text}"
  private static let hands =
    "id: hands, speaker: gazette, act: state, date: 2031-04-01, about: {draft: text}"

  @Test func aRefusalOfATextEndsWithTheSignature() throws {
    let no = "id: no, speaker: union, act: reject, date: 2031-03-05, about: {draft: text}"
    let lines = [Self.tabled, no, Self.hands]
    let theCase = try record(lines, with: Self.text)
    let before = try LedgerTests.Views(theCase, .asOf("2031-03-20"))
    #expect(before.answer("union", "rehire", "back")?.stances == [.against])
    let after = try LedgerTests.Views(theCase)
    let answer = after.answer("union", "rehire", "back")
    #expect(answer?.stances == [.for] && answer?.isPackage == false && answer?.voice == .own)
    #expect(answer?.decidedBy == ["hands"])
    #expect(after.line("rehire")?.state == .agreed)
    // What stood in brackets was not signed.
    #expect(after.answer("union", "strike", "off")?.stances != [.for])
    #expect(offers(theCase).offers.map(\.state) == [.signed])
  }

  @Test func whoSignsAsksForNothingMore() throws {
    let condition =
      "id: first, speaker: company, act: condition, date: 2031-03-02, \(LedgerTests.takenBack), requires: [{issue: strike, option: \"off\", kind: before}]"
    let edges = try LedgerTests.Views(
      record([Self.tabled, condition, Self.hands], with: Self.text)
    ).preconditions.edges
    #expect(edges.map(\.closing?.reason) == [.undertaken])
    #expect(edges.flatMap { $0.closing?.statements ?? [] } == ["hands"])
  }

  private static func meeting(_ status: String) -> String {
    """
    \(LedgerTests.port)
    meetings:
      - id: round
        title: The round
        kind: talks
        evidence: [hall]
        \(status)
    """
  }

  private static let hall =
    "id: hall, speaker: gazette, act: state, date: 2031-03-20, about: {meeting: round}"
  private static let staysAway =
    "id: away, speaker: company, act: reject, date: 2031-03-02, about: {meeting: round}"
  private static let afterRound =
    "id: after, speaker: union, act: condition, date: 2031-03-03, \(LedgerTests.calledOff), requires: [{meeting: round, kind: before}]"

  @Test func aMeetingRefusedBlocksUntilItIsHeld() throws {
    let planned = Self.meeting("status: planned\n    planned: 2031-04-01")
    let lines = [Self.hall, Self.staysAway, Self.afterRound]
    let blocked = try LedgerTests.Views(record(lines, with: planned)).preconditions
    #expect(blocked.blocked.map(\.step) == ["meeting/round"])
    #expect(blocked.blocked.flatMap(\.rejections).flatMap(\.statements) == ["away"])
    let comes =
      "id: comes, speaker: company, act: accept, date: 2031-03-09, about: {meeting: round}"
    #expect(
      try LedgerTests.Views(record(lines + [comes], with: planned)).preconditions.blocked.isEmpty)
    let held = Self.meeting("status: held\n    date: 2031-04-01")
    let after = try LedgerTests.Views(record(lines, with: held)).preconditions
    #expect(after.blocked.isEmpty && after.edges.map(\.state) == [.fulfilled])
  }

  @Test func onlyWhoCameHasDroppedItsConditionOnComing() throws {
    let condition =
      "id: first, speaker: company, act: condition, date: 2031-03-02, about: {meeting: round}, requires: [{milestone: audit, kind: before}]"
    func state(_ parties: String) throws -> [PreconditionsView.State] {
      let held = Self.meeting("status: held\n    date: 2031-04-01\n    delegations: [\(parties)]")
      return try LedgerTests.Views(record([Self.hall, condition], with: held)).preconditions.edges
        .map(\.state)
    }
    let (union, company) = (
      "{party: union, evidence: [hall]}", "{party: company, evidence: [hall]}"
    )
    #expect(try state("\(union), \(company)") == [.overtaken])
    #expect(try state(union) == [.standing])
  }

  @Test func aMilestoneLostAgainReopensWhatWaitedForIt() throws {
    func views(_ asOf: String) throws -> LedgerTests.Views {
      let lost = Self.port(
        "  - {id: quiet, title: Quiet on the quay, reached: {date: 2031-03-10, basis: ana}, lost: {date: 2031-03-20, basis: ana}}"
      )
      let condition =
        "id: first, speaker: company, act: condition, date: 2031-03-02, \(LedgerTests.takenBack), requires: [{milestone: quiet, kind: before}]"
      return try LedgerTests.Views(record([condition], with: lost), .asOf(asOf))
    }
    #expect(try views("2031-03-09").preconditions.edges.map(\.state) == [.standing])
    #expect(try views("2031-03-15").preconditions.edges.map(\.state) == [.fulfilled])
    #expect(try views("2031-03-21").preconditions.edges.map(\.state) == [.standing])
  }

  @Test func conditionsOnAnIssueThatEndedAreHistory() throws {
    let ended = LedgerTests.port.replacing(
      "title: The men dismissed",
      with: "title: The men dismissed\n    ended: {date: 2031-05-01, how: moot, basis: ana}")
    let first =
      "id: first, speaker: company, act: condition, date: 2031-03-02, \(LedgerTests.takenBack), requires: [{issue: strike, option: \"off\", kind: before}]"
    let second =
      "id: second, speaker: union, act: condition, date: 2031-03-02, \(LedgerTests.calledOff), requires: [{issue: rehire, option: back, kind: before}]"
    let theCase = try record([first, second], with: ended)
    let before = try LedgerTests.Views(theCase, .asOf("2031-04-01")).preconditions
    #expect(before.deadlocks.count == 1)
    let after = try LedgerTests.Views(theCase).preconditions
    #expect(after.deadlocks.isEmpty)
    #expect(after.edges.first { $0.holder == "company" }?.closing?.reason == .ended)
    #expect(after.edges.first { $0.holder == "union" }?.state == .standing)
  }

  // MARK: Conditions themselves

  @Test func whoRejectsAConditionIsNamedWithIt() throws {
    let lines = [
      LedgerTests.onlyAfterRehiring, LedgerTests.companyWantsIt,
      "id: refuses, speaker: company, act: reject, date: 2031-03-05, about: {requirement: only-after}",
    ]
    let views = try LedgerTests.Views(record(lines, with: LedgerTests.port))
    let obstacle = try #require(views.line("strike")?.answers.first?.obstacles.first)
    #expect(obstacle.rejectedBy == ["company"])
    #expect(obstacle.statements == ["only-after", "refuses"])
    #expect(views.line("strike")?.state == .conditional, "the step itself is not refused")
    #expect(views.preconditions.blocked.isEmpty)
    // Accepted later, in its own words, it no longer stands in the way.
    let accepts =
      "id: accepts, speaker: company, act: accept, date: 2031-03-09, about: {requirement: only-after}"
    let after = try LedgerTests.Views(record(lines + [accepts], with: LedgerTests.port))
    #expect(after.line("strike")?.state == .withinReach)
  }

  // MARK: Promises

  private static let promised = """
    \(LedgerTests.port)
    commitments:
      - {id: word, debtors: company, creditors: union, what: Take the men back, strength: promised, agreed: 2031-03-01, about: {issue: rehire, option: back}, evidence: [gives]}
    """
  private static let gives =
    "id: gives, speaker: company, act: commit, date: 2031-03-01, about: {commitment: word}"

  @Test func aRefusalAfterOnesOwnPromiseIsAReversal() throws {
    let views = try LedgerTests.Views(
      record([Self.gives, LedgerTests.companyRefuses], with: Self.promised))
    #expect(views.kinds("company") == [[.reversed]])
    #expect(
      views.changes.changes.map { $0.before.map(\.statement) } == [["gives"]])
    // A promise of what another must do, or made after the refusal, is none.
    for other in [
      Self.promised.replacing("takenBy: [company]", with: "takenBy: [mayor]"),
      Self.promised.replacing("agreed: 2031-03-01", with: "agreed: 2031-04-01"),
    ] {
      let lines = [Self.gives, LedgerTests.companyRefuses]
      #expect(try LedgerTests.Views(record(lines, with: other)).kinds("company") == [[.new]])
    }
    // By itself it says nothing of the answer: it may settle a part of the issue.
    #expect(
      try LedgerTests.Views(record([Self.gives], with: Self.promised))
        .answer("company", "rehire", "back") == nil)
  }
}
