import CaseModel
import StateOfPlay
import Testing

/// Promises and their state.
@Suite struct CommitmentsTests {
  private func view(
    _ commitments: String, _ lens: Lens = Lens(), statements: [String] = []
  ) throws -> CommitmentsView {
    let lines = commitments.split(separator: "\n").map { "  - {\($0)}" }.joined(separator: "\n")
    let meetings = """
      meetings:
        - {id: talks, title: Talks, kind: talks, status: held, planned: 2025-05-15, date: 2025-05-16, basis: ana}
        - {id: vague, kind: talks, status: proposed, basis: ana}
      milestones: [{id: dam-built, title: The dam is built}]
      """
    return StateOfPlay.commitments(
      try record(statements, with: "\(meetings)\ncommitments:\n\(lines)"), lens)
  }

  private let base = "id: a, what: Grain, strength: promised, debtors: [north], creditors: [south]"

  @Test func unknownWhereNobodyReportsAndNeverZero() throws {
    let row = try #require(view(base).rows.first)
    #expect(row.status == nil)
    #expect(row.done == nil)
    #expect(row.reports.isEmpty)
    let noted = try #require(view("\(base), status: [{date: 2025-06, note: seen}]").rows.first)
    #expect(noted.status == nil)
    #expect(noted.reports.count == 1)
  }

  @Test func aReportThatTheLensLeavesOutIsNoReport() throws {
    let said = [
      "id: good, act: state, credibility: 1, about: {commitment: a}",
      "id: bad, act: state, credibility: 4, about: {commitment: a}",
    ]
    let row =
      "\(base), status: [{date: 2025-06, level: 1, evidence: [good, bad]}, {date: 2025-07, level: 3, evidence: [bad]}]"
    var lens = Lens()
    #expect(try view(row, lens, statements: said).rows.first?.status == .full)
    lens.worstCredibility = 3
    let left = try #require(try view(row, lens, statements: said).rows.first)
    #expect(left.status == .minimal)
    #expect(left.reports.map(\.evidence) == [["good"]])
  }

  @Test(arguments: [
    ("0", Case.Commitment.Level.notInitiated), ("1", .minimal), ("2", .intermediate), ("3", .full),
    ("breached", .breached), ("superseded", .superseded), ("met", .met), ("missed", .missed),
  ])
  func statusIsOnThePeaceAccordsMatrixScale(_ word: String, _ level: Case.Commitment.Level) throws {
    #expect(try view("\(base), status: [{level: \(word)}]").rows.first?.status == level)
  }

  @Test func theLastReportHolds() throws {
    let row = try #require(
      view(
        "\(base), status: [{date: 2025-07-01, level: 2}, {date: 2025-06-01, level: 1}, {date: 2025-08-01, note: n}]"
      ).rows.first)
    #expect(row.status == .intermediate)
    #expect(row.statusDate?.text == "2025-07-01")
    #expect(row.reports.count == 3)
  }

  @Test func ofReportsOfOneTimeTheLastInTheFileHolds() throws {
    let reports = "status: [{date: 2025-06-01, level: 1}, {date: 2025-06-01, level: 2}]"
    #expect(try view("\(base), \(reports)").rows.first?.status == .intermediate)
  }

  @Test func anUndatedReportDoesNotDisplaceADatedOne() throws {
    let row = try view("\(base), status: [{date: 2025-07-01, level: 3}, {level: 1}]").rows.first
    #expect(row?.status == .full)
  }

  @Test func reportsAfterAsOfDoNotCount() throws {
    let reports =
      "status: [{date: 2025-06-01, level: 1, done: 5}, {date: 2025-07-01, level: 3, done: 9}]"
    let row = try #require(
      view("\(base), agreed: 2025-05-16, \(reports)", .asOf("2025-06-15")).rows.first)
    #expect(row.status == .minimal)
    #expect(row.done == "5")
    #expect(row.reports.count == 1)
  }

  @Test func aReportThatStraddlesAsOfIsListedAndDecidesNothing() throws {
    let reports = "status: [{date: 2025-06-01, level: 1, done: 5}, {date: 2025, level: 3, done: 9}]"
    let row = try #require(
      view("\(base), agreed: 2025-05-16, \(reports)", .asOf("2025-06-15")).rows.first)
    #expect(row.status == .minimal)
    #expect(row.done == "5")
    #expect(row.reports.count == 2)
  }

  @Test func quantityDoneOfQuantityOwed() throws {
    let row = try #require(
      view(
        "\(base), quantity: 1000, unit: person, each: true, comparator: ≥, status: [{done: 270}, {done: 390}]"
      ).rows.first)
    #expect(row.owed == "≥ 1,000 persons")
    #expect(row.done == "390 persons")
    #expect(row.each)
    #expect(row.status == nil, "a number done is no grade")
  }

  @Test func whatIsCarriedOutAfterItWasDueIsLate() throws {
    func late(_ more: String) throws -> Int? {
      try view("\(base), agreed: 2025-05-16, due: 2025-05-20, \(more)").rows.first?.late
    }
    let open = "{date: 2025-05-21, level: 0}"
    #expect(try late("status: [\(open), {date: 2025-05-27, level: 3}]") == 7)
    #expect(try late("status: [\(open), {date: 2025-05-27, level: 1}]") == nil)
    #expect(
      try late("status: [{date: 2025-05-10, level: 0}, {date: 2025-05-20, level: 3}]") == nil)
    // An account that comes late does not show that the act did, and is said to be that.
    let reported = try #require(
      try view(
        "\(base), agreed: 2025-05-16, due: 2025-05-20, status: [{date: 2025-05-27, level: 3}]"
      ).rows.first)
    #expect(reported.late == 7)
    #expect(reported.isReportedLate)
  }

  @Test func promisedInPrincipleAndExpectedStandApart() throws {
    let rows = try view(
      """
      id: c, what: C, strength: expected
      id: b, what: B, strength: inPrinciple
      id: a, what: A, strength: promised
      id: d, what: D, strength: promised
      """
    ).rows
    #expect(rows.map(\.commitment) == ["a", "d", "b", "c"])
    #expect(rows.map(\.strength) == [.promised, .promised, .inPrinciple, .expected])
  }

  @Test func anExpectationIsMetOrMissed() throws {
    let rows = try view(
      """
      id: a, what: A, strength: expected, due: 2025-06-01, status: [{date: 2025-06-01, level: met}]
      id: b, what: B, strength: expected, due: 2025-06-01, status: [{date: 2025-06-02, level: missed}]
      """, .asOf("2025-07-01")
    ).rows
    #expect(rows.map(\.status) == [.met, .missed])
    #expect(rows.first?.isOverdue == false)
  }

  @Test func overdueOnlyAgainstAnAsOf() throws {
    let due = "\(base), agreed: 2025-05-16, due: 2025-06-01"
    // Without as-of, against the newest date on record: the paper is of 1 June.
    #expect(try view(due).rows.first?.isOverdue == false)
    #expect(
      try view(due, .asOf("2025-06-01")).rows.first?.isOverdue == false, "its day is not over")
    #expect(try view(due, .asOf("2025-06-02")).rows.first?.isOverdue == true)
    #expect(try view(base, .asOf("2025-06-02")).rows.first?.isOverdue == nil, "no due date")
  }

  @Test(arguments: [("3", false), ("superseded", false), ("2", true), ("breached", true)])
  func whatIsDoneIsNotOverdue(_ level: String, _ overdue: Bool) throws {
    let line =
      "\(base), agreed: 2025-05-16, due: 2025-06-01, status: [{date: 2025-05-20, level: \(level)}]"
    #expect(try view(line, .asOf("2025-06-02")).rows.first?.isOverdue == overdue)
  }

  @Test func aDueDateOfAMonthEndsWithTheMonth() throws {
    let due = "\(base), agreed: 2025-05-16, due: 2025-06"
    #expect(try view(due, .asOf("2025-06-30")).rows.first?.isOverdue == false)
    #expect(try view(due, .asOf("2025-07-01")).rows.first?.isOverdue == true)
    let open = "\(base), agreed: 2025-05-16, due: 2025-06/.."
    #expect(try view(open, .asOf("2026")).rows.first?.isOverdue == nil)
  }

  @Test func aWindowIsCountedFromTheMeetingsDay() throws {
    let row = try #require(view("\(base), window: {after: talks, days: [14, 21]}").rows.first)
    #expect(
      try row.due
        == .init(date: EDTFDate("2025-05-30/2025-06-06"), window: "14 to 21 days after Talks"))
    #expect(row.due.latest == CivilDay(year: 2025, month: 6, day: 6))
  }

  @Test func aWindowIsCountedFromADate() throws {
    let row = try #require(view("\(base), window: {after: 2025-02, days: [0, 1]}").rows.first)
    #expect(
      try row.due
        == .init(date: EDTFDate("2025-02-01/2025-03-01"), window: "within 1 day of February 2025"))
  }

  @Test func aWindowAfterAnUndatedMeetingHasNoDates() throws {
    let row = try #require(
      view("\(base), window: {after: vague, days: [1, 2]}", .asOf("2026")).rows.first)
    #expect(row.due == .init(window: "1 to 2 days after vague"))
    #expect(row.isOverdue == nil)
  }

  @Test func aStepInsteadOfADate() throws {
    let row = try #require(view("\(base), dueStep: {milestone: dam-built}").rows.first)
    #expect(row.due == .init(step: "The dam is built"))
    #expect(row.due.latest == nil)
  }

  @Test func tookNoteIsNoCommitment() throws {
    let view = StateOfPlay.commitments(try record(["id: a, act: takeNote"]))
    #expect(view.rows.isEmpty)
  }

  @Test func onlyWhatWasMadeByAsOf() throws {
    #expect(try view("\(base), agreed: 2025-05-16", .asOf("2025-05-15")).rows.isEmpty)
    #expect(try view("\(base), agreed: 2025-05-16", .asOf("2025-05-16")).rows.count == 1)
  }

  @Test func withoutADateItIsMadeWhenItWasFirstSaid() throws {
    let line = "\(base), evidence: [b, c]"
    let said = ["id: b, act: commit, date: 2025-05-20", "id: c, act: commit, date: 2025-05-16"]
    #expect(try view(line, statements: said).rows.first?.agreed?.text == "2025-05-16")
    #expect(try view(line, .asOf("2025-05-15"), statements: said).rows.isEmpty)
  }

  @Test func tellersBySource() throws {
    let row = try #require(
      view(
        "\(base), evidence: [b, c, d]",
        statements: [
          "id: b, act: commit", "id: c, act: commit, source: leaf", "id: d, act: commit",
        ]
      ).rows.first)
    #expect(row.reporters.map(\.source) == ["paper", "leaf"])
    #expect(row.reporters.map(\.statements) == [["b", "d"], ["c"]])
  }

  @Test func withoutAdmittedEvidenceItIsNotShown() throws {
    var lens = Lens()
    lens.sources = ["leaf"]
    #expect(
      try view("\(base), evidence: [b]", lens, statements: ["id: b, act: commit"]).rows.isEmpty)
    #expect(try view("\(base), basis: ana", lens).rows.count == 1)
  }

  @Test func theLensChoosesPartiesAndIssues() throws {
    var lens = Lens()
    lens.parties = ["south"]
    #expect(try view(base, lens).rows.count == 1, "as creditor")
    lens.parties = ["west"]
    #expect(try view(base, lens).rows.isEmpty)
    lens.parties = []
    lens.issues = ["water"]
    #expect(try view(base, lens).rows.isEmpty)
    #expect(try view("\(base), about: {issue: water}", lens).rows.count == 1)
  }
}
