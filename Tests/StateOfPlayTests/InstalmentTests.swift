import CaseModel
import StateOfPlay
import Testing

/// Several dues of one promise, and whose account counts: a city's grants to its theatre.
@Suite struct InstalmentTests {
  private func made(
    _ commitment: String, _ statements: [String] = [], asOf: String = "2025-09-01"
  ) throws -> (line: CommitmentsView.Line, rows: [CalendarView.Entry]) {
    let sections = """
      commitments:
        - {id: grant, what: Pay the grant, strength: promised, debtors: [north], creditors: [south], agreed: 2025-01-10, \(commitment)}
      """
    var lens = Lens()
    lens.asOf = try EDTFDate(asOf)
    let theCase = try record(statements, with: sections)
    return (
      try #require(commitments(theCase, lens).rows.first), calendar(theCase, lens).rows
    )
  }

  @Test func aReportOnOneInstalmentSaysNothingOfTheOthers() throws {
    let (line, rows) = try made(
      """
      schedule: [{due: 2025-03-31}, {due: 2025-06-30}, {due: 2025-09-30}], \
      status: [{date: 2025-07-11, level: 0, evidence: [second]}]
      """,
      [
        "id: second, speaker: south, date: 2025-07-11, act: accuse, about: {commitment: grant}, due: 2025-06-30"
      ])
    #expect(rows.map(\.state) == [.notReported, .missed, .ahead])
    #expect(line.isOverdue == true)
  }

  @Test func anInstalmentIsDoneOnTheDayItsCountWasReached() throws {
    let (_, rows) = try made(
      """
      unit: crown, quantity: 40, schedule: [{due: 2025-03-20, quantity: 25}, {due: 2025-05-15, quantity: 15}], \
      status: [{date: 2025-03-21, level: 2, done: 25, evidence: [first]}, {date: 2025-06-20, level: 2, done: 30, evidence: [later]}]
      """,
      [
        "id: first, speaker: south, date: 2025-03-25, act: state, about: {commitment: grant}",
        "id: later, speaker: south, date: 2025-06-20, act: state, about: {commitment: grant}",
      ])
    #expect(rows.map(\.state) == [.done, .partly])
    #expect(rows.first?.settled?.text == "2025-03-21")
    #expect(rows.first?.evidence == ["first"])
  }

  private let twice =
    "unit: crown, quantity: 20, schedule: [{due: 2025-03-10, quantity: 10}, {due: 2025-03-20, quantity: 10}]"
  private let missed =
    "id: missed, speaker: west, of: north, date: 2025-03-10, act: state, about: {commitment: grant}, due: 2025-03-10"
  private let given =
    "id: given, speaker: south, date: 2025-03-11, act: accept, about: {commitment: grant}, due: 2025-03-13"

  @Test func moreTimeIsGivenForTheInstalmentThatWasDueLast() throws {
    let status = "\(twice), status: [{date: 2025-03-10, level: 0, evidence: [missed]}]"
    let waiting = try made(status, [missed, given], asOf: "2025-03-12")
    #expect(waiting.line.isOverdue != true)
    #expect(waiting.line.due.date?.text == "2025-03-13")
    #expect(
      waiting.rows.map(\.date.text) == ["2025-03-13", "2025-03-20"], "and no promise of South's")
    #expect(waiting.rows.map(\.state) == [.ahead, .ahead])
    #expect(waiting.rows.first?.movedFrom.map(\.text) == ["2025-03-10"])
    #expect(try made(status, [missed], asOf: "2025-03-12").line.isOverdue == true)
    #expect(try made(status, [missed, given], asOf: "2025-03-14").line.isOverdue == true)
  }

  @Test func whatTheAmountCoversIsNotOverdue() throws {
    func line(_ done: Int) throws -> (line: CommitmentsView.Line, rows: [CalendarView.Entry]) {
      try made(
        "\(twice), status: [{date: 2025-03-10, level: 0, evidence: [missed]}, {date: 2025-03-12, level: 2, done: \(done), evidence: [paid]}]",
        [
          missed, given,
          "id: paid, speaker: west, of: north, date: 2025-03-12, act: state, about: {commitment: grant}, due: 2025-03-10",
        ], asOf: "2025-03-15")
    }
    #expect(try line(10).line.isOverdue != true)
    #expect(try line(10).rows.map(\.state) == [.done, .ahead])
    #expect(try line(10).rows.first?.settled?.text == "2025-03-12")
    #expect(try line(9).line.isOverdue == true)
  }

  @Test func lateIsLateAndAReportThatComesLateIsThat() throws {
    let said = "speaker: south, act: state, about: {commitment: grant}"
    let act = try made(
      "due: 2025-02-15, status: [{date: 2025-03-01, level: 3, evidence: [a]}]",
      ["id: a, date: 2025-03-03, \(said)"])
    #expect(act.line.late == 14)
    #expect(!act.line.isReportedLate)
    let report = try made(
      "due: 2025-02-15, status: [{date: 2025-03-03, level: 3, evidence: [a]}]",
      ["id: a, date: 2025-03-03, \(said)"])
    #expect(report.line.late == 16)
    #expect(report.line.isReportedLate)
    let timely = try made(
      "due: 2025-02-15, status: [{date: 2025-02-14, level: 3, evidence: [a]}]",
      ["id: a, date: 2025-03-03, \(said)"])
    #expect(timely.line.late == nil)
  }

  @Test func whatOneSaysIsDoneAndAnotherLaterSaysIsNotIsDisputed() throws {
    let said = [
      "id: north-says, speaker: north, date: 2025-07-11, act: state, about: {commitment: grant}",
      "id: south-says, speaker: south, date: 2025-07-11, act: accuse, about: {commitment: grant}",
    ]
    for day in ["2025-07-11", "2025-06-30"] {
      let (line, _) = try made(
        """
        due: 2025-06-30, status: [{date: \(day), level: 0, evidence: [south-says]}, \
        {date: 2025-07-04, level: 3, evidence: [north-says]}]
        """, said)
      #expect(line.isDisputed, "not done as of \(day)")
    }
    // Said later, that it was done since is progress.
    let later = [said[1], said[0].replacing("2025-07-11", with: "2025-08-01")]
    let (line, _) = try made(
      """
      due: 2025-06-30, status: [{date: 2025-07-11, level: 0, evidence: [south-says]}, \
      {date: 2025-08-01, level: 3, evidence: [north-says]}]
      """, later)
    #expect(!line.isDisputed)
    #expect(line.shownAccounts.count == 2)
  }

  @Test func theDebtorsReportHidesNoOneElsesAccount() throws {
    let (line, _) = try made(
      """
      due: 2025-03-20, status: [{date: 2025-03-25, level: breached, evidence: [south-says]}, \
      {date: 2025-05-14, level: 3, evidence: [north-says]}]
      """,
      [
        "id: south-says, speaker: south, date: 2025-03-25, act: accuse, about: {commitment: grant}",
        "id: north-says, speaker: north, date: 2025-05-14, act: state, about: {commitment: grant}",
      ])
    #expect(line.isUnconfirmed)
    #expect(line.shownAccounts.map(\.by) == [["south"], ["north"]])
  }

  @Test func timeGivenByTheCreditorMovesTheDay() throws {
    let said = [
      "id: more, speaker: south, date: 2025-03-03, act: accept, about: {commitment: grant}, due: 2025-03-20"
    ]
    let (line, rows) = try made("due: 2025-02-28", said, asOf: "2025-03-10")
    #expect(line.isOverdue == false)
    #expect(line.due.date?.text == "2025-03-20")
    #expect(line.due.extendedFrom?.text == "2025-02-28")
    // One row, and it is the debtor's.
    #expect(rows.map(\.actors) == [["north"]])
    #expect(rows.first?.movedFrom.map(\.text) == ["2025-02-28"])
    #expect(try made("due: 2025-02-28", said, asOf: "2025-03-02").line.isOverdue == true)
    // The debtor gives itself none.
    let own = [said[0].replacing("south", with: "north")]
    #expect(try made("due: 2025-02-28", own, asOf: "2025-03-10").line.isOverdue == true)
  }

  @Test func theDebtorAloneDoesNotPutAnotherPromiseInItsPlace() throws {
    let sections = """
      due: 2025-03-20, status: [{date: 2025-03-25, level: superseded, evidence: [new]}]}
        - {id: second, what: Pay in June, strength: promised, debtors: [north], creditors: [south], agreed: 2025-03-25, due: 2025-12-20, evidence: [new]
      """
    let new = "id: new, speaker: north, date: 2025-03-25, act: commit, about: {commitment: second}"
    #expect(try made(sections, [new]).line.isOverdue == true)
    // While there is still time it may, unless those to whom it is owed object.
    let early = sections.replacing("date: 2025-03-25, level", with: "date: 2025-03-10, level")
    #expect(try made(early, [new]).line.isOverdue == false)
    let refused = try made(
      sections,
      [new, "id: no, speaker: south, date: 2025-03-26, act: reject, about: {commitment: second}"])
    #expect(refused.line.isDisputed)
    #expect(refused.line.isOverdue == true)
    let agreed = try made(
      sections.replacing("evidence: [new]}]}", with: "evidence: [new, yes]}]}"),
      [new, "id: yes, speaker: south, date: 2025-03-26, act: accept, about: {commitment: second}"])
    #expect(agreed.line.isOverdue == false)
  }
}
