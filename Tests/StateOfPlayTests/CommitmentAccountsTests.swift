import CaseModel
import StateOfPlay
import Testing

/// Whose account of a commitment answers whose: North owes South a ferry service.
@Suite struct CommitmentAccountsTests {
  private let said = [
    "id: made, speaker: north, act: commit, date: 2025-05-01, about: {commitment: ferry}",
    "id: north-says, speaker: north, act: state, date: 2025-05-20, about: {commitment: ferry}",
    "id: south-says, speaker: south, act: state, date: 2025-05-20, about: {commitment: ferry}",
    "id: west-says, speaker: west, act: state, date: 2025-05-20, about: {commitment: ferry}",
  ]

  /// `reports`: day in May, level and who says it.
  private func line(
    _ reports: [(day: Int, level: String, by: String)], due: String = "2025-06-30",
    asOf: String? = nil
  ) throws -> CommitmentsView.Line {
    let status = reports.map {
      "{date: 2025-05-\($0.day), level: \($0.level), evidence: [\($0.by)-says]}"
    }.joined(separator: ", ")
    let sections = """
      commitments:
        - {id: ferry, what: Run the ferry, strength: promised, debtors: [north], creditors: [south], agreed: 2025-05-01, due: \(due), evidence: [made], status: [\(status)]}
      """
    var lens = Lens()
    lens.asOf = try asOf.map { try EDTFDate($0) }
    return try #require(commitments(record(said, with: sections), lens).rows.first)
  }

  @Test func theDebtorsWordDoesNotAnswerTheCreditorsReportOfABreach() throws {
    for level in ["2", "3"] {
      let view = try line([(20, "breached", "south"), (21, level, "north")])
      #expect(view.isDisputed, "level \(level)")
      #expect(view.accounts.map(\.level).contains(.breached))
    }
  }

  @Test func itsAuthorOrAnotherThanTheDebtorAnswersIt() throws {
    #expect(try !line([(20, "breached", "south"), (21, "3", "south")]).isDisputed)
    let third = try line([(20, "breached", "south"), (21, "3", "west")])
    #expect(!third.isDisputed)
    #expect(third.status == .full)
    // Half of it is no answer.
    #expect(try line([(20, "breached", "south"), (21, "2", "west")]).isDisputed)
  }

  @Test func whatIsKeptInPartIsNotKept() throws {
    let sections = """
      commitments:
        - {id: ferry, what: Run the ferry, strength: promised, debtors: [north], creditors: [south], agreed: 2025-05-01, until: 2025-12-31, evidence: [made], status: [{date: 2025-05-20, level: breached, evidence: [south-says]}, {date: 2025-05-21, level: 2, evidence: [west-says]}]}
      """
    let theCase = try record(said, with: sections)
    let line = try #require(commitments(theCase).rows.first)
    #expect(!line.isDisputed)
    #expect(line.accounts.map(\.level) == [.breached, .intermediate])
    #expect(contradictions(theCase).groups.isEmpty)
  }

  @Test func whatWasNotDoneByItsDayAndIsDoneSinceIsLate() throws {
    let late = try line(
      [(20, "breached", "south"), (25, "3", "north")], due: "2025-05-15")
    #expect(!late.isDisputed)
    #expect(late.late == 10)
  }

  @Test func notBegunAndBrokenSayTheSame() throws {
    let view = try line(
      [(20, "0", "west"), (20, "breached", "south")], due: "2025-05-15", asOf: "2025-05-21")
    #expect(!view.isDisputed)
    #expect(view.isOverdue == true)
  }

  @Test func ofTwoDegreesTheLaterCounts() throws {
    let further = try line([(20, "1", "south"), (21, "2", "north")])
    #expect(!further.isDisputed)
    #expect(further.status == .intermediate)
    #expect(try line([(20, "1", "south"), (20, "2", "north")]).isDisputed)
  }

  @Test func whatWasCarriedOutAndUndoneIsBrokenAndNotOverdue() throws {
    let undone = try line(
      [(14, "3", "south"), (25, "breached", "south")], due: "2025-05-15", asOf: "2025-05-30")
    #expect(undone.status == .breached)
    #expect(!undone.isDisputed)
    #expect(undone.isOverdue == false)
    #expect(undone.late == nil)
    let never = try line([(25, "breached", "south")], due: "2025-05-15", asOf: "2025-05-30")
    #expect(never.isOverdue == true)
  }

  @Test func toDenyWhatOthersSayLeavesOnesOwnAccount() throws {
    let view = try line([(20, "breached", "south"), (21, "2", "north"), (22, "denied", "north")])
    #expect(view.isDisputed)
    #expect(view.accounts.map(\.level) == [.breached, .intermediate, nil])
    // Who admits it later no longer denies it.
    let admits = try line([(20, "breached", "south"), (21, "denied", "north"), (22, "0", "north")])
    #expect(!admits.isDisputed)
    #expect(admits.accounts.allSatisfy { !$0.denies })
  }

  // MARK: Counts

  private func counts(_ status: String) throws -> CommitmentsView.Line {
    let sections = """
      commitments:
        - {id: ferry, what: Release men, quantity: 18, unit: person, strength: promised, debtors: [north], creditors: [south], agreed: 2025-05-01, due: 2025-06-30, evidence: [made], status: [\(status)]}
      """
    return try #require(commitments(record(said, with: sections)).rows.first)
  }

  @Test func twoCountsOfOneDayAreDisputed() throws {
    let two = try counts(
      "{date: 2025-05-20, level: 2, done: 16, evidence: [north-says]}, {date: 2025-05-20, level: 2, done: 15, evidence: [south-says]}"
    )
    #expect(two.isDisputed)
    #expect(two.accounts.map(\.done) == ["16 persons", "15 persons"])
    let later = try counts(
      "{date: 2025-05-20, level: 2, done: 16, evidence: [north-says]}, {date: 2025-05-21, level: 2, done: 15, evidence: [south-says]}"
    )
    #expect(later.isDisputed, "what is done once does not become less")
    let corrected = try counts(
      "{date: 2025-05-20, level: 2, done: 16, evidence: [north-says]}, {date: 2025-05-21, level: 2, done: 15, evidence: [north-says]}"
    )
    #expect(!corrected.isDisputed)
    #expect(corrected.done == "15 persons", "the newest, and not the largest")
    // A count alone leaves the degree that its author gave.
    let alone = try counts(
      "{date: 2025-05-20, level: 2, evidence: [north-says]}, {date: 2025-05-21, done: 7, evidence: [north-says]}"
    )
    #expect(alone.status == .intermediate)
    #expect(alone.done == "7 persons")
  }

  // MARK: Several debtors

  @Test func twoWhoAccuseEachOtherOfBreakingAPromiseOfBothDisagree() throws {
    func view(_ second: String, _ more: [String] = []) throws -> CommitmentsView.Line {
      let lines = [
        "id: made, speaker: [north, south], act: commit, date: 2025-05-01, about: {commitment: truce}",
        "id: a, speaker: north, act: accuse, of: south, date: 2025-05-20, about: {commitment: truce}",
        "id: b, speaker: south, act: accuse, of: \(second), date: 2025-05-20, about: {commitment: truce}",
      ]
      let sections = """
        commitments:
          - {id: truce, what: Keep the truce, strength: promised, debtors: [north, south], until: 2025-06-30, evidence: [made], status: [{date: 2025-05-19, level: breached, evidence: [a]}, {date: 2025-05-19, level: breached, evidence: [b]}]}
        """
      return try #require(commitments(record(lines + more, with: sections)).rows.first)
    }
    let each = try view("north")
    #expect(each.isDisputed)
    #expect(each.accounts.map(\.of) == [["south"], ["north"]])
    #expect(try !view("south").isDisputed)
    // To deny the report is to deny what it says of the promise.
    let denies = try view(
      "south", ["id: c, speaker: south, act: deny, date: 2025-05-21, about: {statement: a}"])
    #expect(denies.isDisputed)
  }

  @Test func aPromiseOfSeveralIsMadeWhenTheLastOfThemMakesIt() throws {
    let lines = [
      "id: a, speaker: north, act: propose, date: 2025-05-01",
      "id: b, speaker: south, act: accept, date: 2025-05-09",
    ]
    let sections = """
      commitments: [{id: k, what: Hold an inquiry, strength: inPrinciple, debtors: [north, south], evidence: [a, b]}]
      """
    let theCase = try record(lines, with: sections)
    #expect(commitments(theCase).rows.first?.agreed?.text == "2025-05-09")
    #expect(try commitments(theCase, .asOf("2025-05-08")).rows.isEmpty)
  }

  @Test func whatIsToBeKeptUntilADayEndsWithItAndIsNeverOverdue() throws {
    func kept(_ more: String, asOf: String) throws -> (CommitmentsView.Line, CalendarView.Entry?) {
      let sections = """
        meetings: [{id: round, title: The round, kind: talks, status: held, date: 2025-05-20, basis: ana}]
        commitments: [{id: calm, what: Say nothing, strength: promised, debtors: [north], agreed: 2025-05-01, evidence: [made], \(more)}]
        """
      let theCase = try record(
        [said[0].replacing("ferry", with: "calm"), said[2].replacing("ferry", with: "calm")],
        with: sections)
      let row = try #require(commitments(theCase, .asOf(asOf)).rows.first)
      return (row, try calendar(theCase, .asOf(asOf)).rows.first { $0.section == .commitments })
    }
    let before = try kept("until: 2025-05-15", asOf: "2025-05-15")
    #expect(before.0.isOverdue == nil)
    #expect(before.1?.kind == .term)
    #expect(before.1?.state == .ahead)
    #expect(try kept("until: 2025-05-15", asOf: "2025-05-16").1?.state == .ended)
    let broken =
      "until: 2025-05-15, status: [{date: 2025-05-10, level: breached, evidence: [south-says]}]"
    #expect(try kept(broken, asOf: "2025-05-20").1?.state == .missed)
    let step = try kept("dueStep: {until: {meeting: round}}", asOf: "2025-05-30").0
    #expect(step.isOverdue == nil)
    #expect(step.due.order == .until)
  }

  // MARK: What waits for something

  private func waiting(
    _ milestone: String, _ more: String, asOf: String = "2025-05-30"
  ) throws -> (line: CommitmentsView.Line, entry: CalendarView.Entry?) {
    let sections = """
      milestones: [{id: vote, title: The islands vote for it, kind: vote, \(milestone)}]
      commitments:
        - {id: ferry, what: Run the ferry, strength: promised, debtors: [north], creditors: [south], agreed: 2025-05-01, evidence: [made], \(more)}
      """
    let theCase = try record([said[0]], with: sections)
    let line = try #require(commitments(theCase, .asOf(asOf)).rows.first)
    return (line, try calendar(theCase, .asOf(asOf)).rows.first { $0.section == .commitments })
  }

  private let onTheVote = "due: 2025-05-20, requires: [{milestone: vote, kind: before}]"

  @Test func whatDependsOnAVoteThatWasLostIsNotOverdue() throws {
    let lost = try waiting("lost: {date: 2025-05-10, basis: ana}", onTheVote)
    #expect(lost.line.isOverdue == false)
    #expect(lost.line.waitsFor.map(\.hasFailed) == [true])
    #expect(lost.line.waitsFor.map(\.failed?.text) == ["2025-05-10"])
    #expect(lost.entry?.state == .dropped)
    let open = try waiting("planned: 2025-06-10, basis: ana", onTheVote)
    #expect(open.line.isOverdue == false)
    #expect(open.line.waitsFor.map(\.hasFailed) == [false])
    #expect(open.entry?.state == .dropped)
    let won = try waiting("reached: {date: 2025-05-10, basis: ana}", onTheVote)
    #expect(won.line.isOverdue == true)
    #expect(won.line.waitsFor.isEmpty)
    #expect(won.entry?.state == .notReported)
  }

  @Test func aWindowCountsFromAMilestoneOrFromTheSigningOfADraft() throws {
    let after = "window: {after: vote, weeks: [0, 2]}"
    let open = try waiting("planned: 2025-05-10, basis: ana", after).line
    #expect(open.due.date == nil)
    #expect(open.isOverdue == nil)
    #expect(open.due.window == "within 2 weeks of “The islands vote for it”")
    let reached = try waiting("reached: {date: 2025-05-10, basis: ana}", after).line
    #expect(reached.due.date?.text == "2025-05-24")
    #expect(reached.isOverdue == true)
    // On the day before, the vote had not been held.
    #expect(
      try waiting("reached: {date: 2025-05-10, basis: ana}", after, asOf: "2025-05-09").line.due
        .date == nil)
    let signed = try read(
      """
      drafts: [{id: pact, title: The pact, date: 2025-05-01, status: signed, signed: {date: 2025-05-02, by: [north, south], basis: ana}, clauses: [], basis: ana}]
      commitments: [{id: ferry, what: Run the ferry, strength: promised, debtors: [north], window: {after: pact, days: [3, 5]}, basis: ana}]
      """)
    #expect(commitments(signed).rows.first?.due.date?.text == "2025-05-05/2025-05-07")
  }

  @Test func aStepThatWasTakenIsDated() throws {
    let after = "dueStep: {after: {milestone: vote}}"
    #expect(
      try waiting("reached: {date: 2025-05-10, basis: ana}", after).line.due.taken?.text
        == "2025-05-10")
    #expect(try waiting("planned: 2025-06-10, basis: ana", after).line.due.taken == nil)
  }
}
