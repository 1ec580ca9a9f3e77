import CaseModel
import StateOfPlay
import Testing

/// What falls due and what has gone by, on the dispute over pay at a port.
@Suite struct CalendarTests {
  private func made(
    _ statements: [String] = [], with sections: String = "", asOf: String? = nil,
    _ change: (inout Lens) -> Void = { _ in }
  ) throws -> CalendarView {
    var lens = Lens()
    lens.asOf = try asOf.map { try EDTFDate($0) }
    change(&lens)
    return calendar(try record(statements, with: sections), lens)
  }

  private static let promise =
    "id: grain, what: Send grain, strength: promised, debtors: [north], creditors: [south], agreed: 2025-05-01"

  private func promised(_ more: String, _ statements: [String] = [], asOf: String? = nil) throws
    -> [CalendarView.Entry]
  {
    try made(
      statements, with: "commitments:\n  - {\(Self.promise), \(more)}", asOf: asOf
    ).rows
  }

  // MARK: Promises

  @Test func aPromiseIsAheadUntilTheWholeOfItsDayHasPassed() throws {
    #expect(try promised("due: 2025-05-20", asOf: "2025-05-20").map(\.state) == [.ahead])
    #expect(try promised("due: 2025-05-20", asOf: "2025-05-21").map(\.state) == [.notReported])
    #expect(try promised("due: 2025-05", asOf: "2025-05-31").map(\.state) == [.ahead])
    #expect(try promised("due: 2025-05", asOf: "2025-06-01").map(\.state) == [.notReported])
  }

  @Test(arguments: [
    ("3", CalendarView.State.done), ("met", .done), ("2", .partly), ("1", .partly), ("0", .missed),
    ("breached", .missed), ("superseded", .dropped),
  ])
  func whatHasGoneByIsAsItsNewestAccountSays(_ level: String, _ state: CalendarView.State) throws {
    let rows = try promised(
      "due: 2025-05-20, status: [{date: 2025-05-22, level: \(level), basis: ana}]",
      asOf: "2025-05-30")
    #expect(rows.map(\.state) == [state])
    #expect(rows.first?.settled?.text == (state == .done || state == .missed ? "2025-05-22" : nil))
  }

  @Test func aReportIsNotKnownBeforeItsDay() throws {
    let line = "due: 2025-05-20, status: [{date: 2025-05-25, level: 3, basis: ana}]"
    #expect(try promised(line, asOf: "2025-05-24").map(\.state) == [.notReported])
    #expect(try promised(line, asOf: "2025-05-25").map(\.state) == [.done])
  }

  @Test func aPromiseKeptEarlyIsDoneBeforeItsDay() throws {
    let line = "due: 2025-06-20, status: [{date: 2025-05-25, level: 3, basis: ana}]"
    #expect(try promised(line, asOf: "2025-05-25").map(\.state) == [.done])
  }

  @Test func accountsThatDisagreeAreADispute() throws {
    let rows = try promised(
      """
      due: 2025-05-20, status: [{date: 2025-05-21, level: 3, evidence: [a]}, \
      {date: 2025-05-21, level: breached, evidence: [b]}]
      """,
      [
        "id: a, speaker: north, date: 2025-05-21, act: state, about: {commitment: grain}",
        "id: b, speaker: south, date: 2025-05-21, act: state, about: {commitment: grain}",
      ], asOf: "2025-05-22")
    #expect(rows.map(\.state) == [.disputed])
    #expect(rows.first?.accounts.count == 2)
  }

  @Test func aDayStillToComeIsAheadWhateverIsSaidOfIt() throws {
    for level in ["breached", "2", "denied"] {
      let rows = try promised(
        """
        due: 2025-06-20, status: [{date: 2025-05-21, level: breached, evidence: [a]}, \
        {date: 2025-05-21, level: \(level), evidence: [b]}]
        """,
        [
          "id: a, speaker: south, date: 2025-05-21, act: state, about: {commitment: grain}",
          "id: b, speaker: north, date: 2025-05-21, act: state, about: {commitment: grain}",
        ], asOf: "2025-05-22")
      #expect(rows.map(\.state) == [.ahead], "level \(level)")
      #expect(rows.first?.accounts.isEmpty == false, "what is said of it stays in sight")
    }
  }

  @Test func whatIsProlongedEndsOnItsNewDayAlone() throws {
    func truce(_ id: String, _ said: String, _ until: String, _ speaker: String = "north") -> String
    {
      "id: \(id), speaker: \(speaker), act: commit, date: \(said), until: \(until)"
    }
    let old = truce("old", "2025-05-01", "2025-05-20")
    let new = truce("new", "2025-05-15", "2025-06-20")
    func states(_ lines: [String], asOf: String) throws -> [String] {
      try made(lines, asOf: asOf).rows.map { "\($0.id) \($0.state)" }
    }
    #expect(try states([old, new], asOf: "2025-05-16") == ["old dropped", "new ahead"])
    #expect(try states([old, new], asOf: "2025-05-14") == ["old ahead"])
    // One that had run out has ended, whatever is said later.
    let late = truce("late", "2025-05-25", "2025-06-20")
    #expect(try states([old, late], asOf: "2025-05-26") == ["old ended", "late ahead"])
    // A truce is prolonged by those who made it, and a joint one by both.
    let other = truce("new", "2025-05-15", "2025-06-20", "south")
    #expect(try states([old, other], asOf: "2025-05-16") == ["old ahead", "new ahead"])
    let joint = truce("old", "2025-05-01", "2025-05-20", "[north, south]")
    #expect(try states([joint, new], asOf: "2025-05-16") == ["old ahead", "new ahead"])
  }

  @Test func whatIsDueBeforeAMeetingIsDueByItsDay() throws {
    let rows = try made(
      with: """
        meetings: [{id: round, title: The round, kind: talks, status: planned, planned: 2025-06-12, basis: ana}]
        commitments:
          - {\(Self.promise), dueStep: {before: {meeting: round}}}
        """
    ).rows
    #expect(rows.map(\.kind) == [.meeting, .promise])
    #expect(rows.last?.date.text == "2025-06-12")
  }

  @Test func aPromiseWithoutADayIsCountedApart() throws {
    let view = try made(with: "commitments:\n  - {\(Self.promise)}")
    #expect(view.rows.isEmpty)
    #expect(view.withoutDay == ["grain"])
  }

  @Test func instalmentsAreDueOneByOne() throws {
    let schedule =
      "schedule: [{due: 2025-05-10, quantity: 10}, {due: 2025-06-10, quantity: 10}, {due: 2025-07-10, quantity: 10}], quantity: 30, unit: tonne"
    let rows = try promised(
      "\(schedule), status: [{date: 2025-05-12, done: 10, basis: ana}]", asOf: "2025-06-11")
    #expect(rows.map(\.state) == [.done, .notReported, .ahead])
    #expect(rows.map(\.number) == [1, 2, 3])
    #expect(Set(rows.map(\.key)).count == 3)
  }

  @Test func ofDuesThatComeRoundTheLastAndTheNextFewAreListed() throws {
    let view = try made(
      with: "commitments:\n  - {\(Self.promise), schedule: {every: day, from: 1990-01-01}}",
      asOf: "2025-05-20")
    #expect(view.rows.count == 16)
    #expect(view.rows.count { $0.state == .ahead } == 4)
    #expect(view.rows.last?.date.text == "2025-05-23")
    #expect(view.leftOut > 12_000)
    let yearly = try promised("schedule: {every: year, on: 12-10, from: 2020-01-01, times: 3}")
    #expect(yearly.map(\.date.text) == ["2020-12-10", "2021-12-10", "2022-12-10"])
  }

  // MARK: Meetings, votes, offers, ends

  @Test func aPlannedMeetingIsHeldNotHeldOrUnreported() throws {
    let rows = try made(
      with: """
        meetings:
          - {id: a, kind: talks, status: held, planned: 2025-05-01, date: 2025-05-02, basis: ana}
          - {id: b, kind: talks, status: notHeld, planned: 2025-05-03, basis: ana}
          - {id: c, kind: talks, status: planned, planned: 2025-05-04, basis: ana}
          - {id: d, kind: talks, status: planned, planned: 2025-07-04, basis: ana}
          - {id: e, kind: talks, status: held, date: 2025-05-02, basis: ana}
        """
    ).rows
    #expect(rows.map(\.id) == ["a", "b", "c", "d"], "what nobody had planned is no date ahead")
    #expect(rows.map(\.state) == [.done, .missed, .notReported, .ahead])
    #expect(rows.first?.settled?.text == "2025-05-02")
  }

  private static let milestones = """
    milestones:
      - {id: bill, title: The bill passes, kind: vote, by: [west], planned: 2025-06-20, evidence: [said], reached: {date: 2025-06-21, basis: ana}}
      - {id: recess, title: The recess begins, kind: deadline, planned: 2025-06-25, evidence: [said]}
      - {id: ballot, title: The ballot, kind: vote, planned: 2025-06-22, lost: {date: 2025-06-22, basis: ana}, evidence: [said]}
      - {id: reply, title: The reply is in, kind: deadline, due: 2025-06-10, evidence: [said]}
      - {id: storm, title: A storm, kind: event, reached: {date: 2025-06-11, basis: ana}}
    """
  private static let said = ["id: said, act: state, date: 2025-06-01"]

  @Test func votesAndDeadlinesWithTheirOutcome() throws {
    let before = try made(Self.said, with: Self.milestones, asOf: "2025-06-15").rows
    #expect(before.map(\.id) == ["reply", "bill", "ballot", "recess"])
    #expect(before.map(\.state) == [.notReported, .ahead, .ahead, .ahead])
    let after = try made(Self.said, with: Self.milestones, asOf: "2025-06-30").rows
    #expect(after.map(\.state) == [.notReported, .done, .missed, .ended])
    #expect(after[1].settled?.text == "2025-06-21")
  }

  @Test func whatNobodyHadNamedYetIsNotAhead() throws {
    #expect(try made(Self.said, with: Self.milestones, asOf: "2025-05-31").rows.isEmpty)
  }

  private static let package =
    "about: {together: [{issue: water, option: shared}, {issue: water, option: metered}]}"

  @Test func anOfferIsOpenUntilItsDay() throws {
    let lines = [
      "id: a, act: offer, date: 2025-05-01, until: 2025-05-10, \(Self.package)",
      "id: b, speaker: south, act: accept, date: 2025-05-09, \(Self.package)",
    ]
    #expect(try made(lines, asOf: "2025-05-08").rows.map(\.state) == [.ahead])
    #expect(try made(lines, asOf: "2025-05-09").rows.map(\.state) == [.done])
    #expect(
      try made(lines, asOf: "2025-05-20").rows.map(\.state) == [.done],
      "what was accepted in time does not lapse")
    #expect(try made([lines[0]], asOf: "2025-05-11").rows.map(\.state) == [.ended])
  }

  @Test func aTruceEndsAndADemandWithADayIsMetOrNot() throws {
    let lines = [
      "id: a, act: commit, date: 2025-05-01, until: 2025-05-10",
      "id: b, speaker: south, act: demand, date: 2025-05-01, due: 2025-05-12, about: {issue: water, option: metered}",
      "id: c, speaker: south, act: threaten, date: 2025-05-01, due: 2025-05-14, about: {issue: water, option: dammed}",
      "id: d, speaker: south, act: withdraw, date: 2025-05-13, drops: c, about: {issue: water, option: dammed}",
    ]
    let rows = try made(lines, asOf: "2025-05-20").rows
    #expect(rows.map(\.kind) == [.term, .demand, .threat])
    #expect(rows.map(\.state) == [.ended, .notReported, .dropped])
    #expect(try made(lines, asOf: "2025-05-02").rows.allSatisfy { $0.state == .ahead })
    #expect(try made(lines, asOf: "2025-04-30").rows.isEmpty)
  }

  @Test func aDayIsListedOnce() throws {
    let rows = try promised(
      "due: 2025-05-20, evidence: [a]",
      ["id: a, act: commit, date: 2025-05-01, due: 2025-05-20, until: 2025-05-20"])
    #expect(rows.map(\.kind) == [.promise])
  }

  @Test func aConditionWithADay() throws {
    let lines = [
      """
      id: a, act: condition, date: 2025-05-01, about: {issue: water, option: metered}, \
      requires: [{milestone: dam, kind: before, due: 2025-05-10}]
      """
    ]
    func rows(_ reached: String) throws -> [CalendarView.Entry] {
      try made(
        lines, with: "milestones: [{id: dam, title: The dam is shut\(reached)}]", asOf: "2025-05-12"
      ).rows.filter { $0.kind == .condition }
    }
    #expect(try rows("").map(\.state) == [.notReported])
    #expect(try rows(", reached: {date: 2025-05-09, basis: ana}").map(\.state) == [.done])
  }

  @Test func rolesAndLawsEnd() throws {
    let sections = """
      constraints:
        - {id: ban, holder: north, issued: 2025-01-01, until: 2025-06-30, basis: ana, readings: [{id: r, forbids: {act: meet}}]}
      actors:
        - {id: north, name: North, kind: state}
        - {id: south, name: South, kind: state}
        - {id: gazette, name: The Gazette, kind: outlet}
        - {id: envoy, name: The envoy, kind: person, roles: [{role: mediator, from: 2025-01-01, to: 2025-05-31, basis: ana}]}
      """
    let rows = try made(with: sections).rows
    #expect(rows.map(\.kind) == [.role, .law])
    #expect(rows.map(\.state) == [.ended, .ahead])
    #expect(
      try made(with: sections, asOf: "2025-05-01").rows.isEmpty,
      "an end that only the record's later words give is not known before it comes")
  }

  // MARK: The lens

  @Test func theLensChoosesPartiesAndIssues() throws {
    let lines = ["id: a, speaker: south, act: demand, date: 2025-05-01, due: 2025-05-12"]
    #expect(try made(lines) { $0.parties = ["south"] }.rows.count == 1)
    #expect(try made(lines) { $0.parties = ["north"] }.rows.isEmpty)
    #expect(try made(lines) { $0.issues = ["water"] }.rows.count == 1)
  }

  @Test func aDoubtedWordNamesNoDay() throws {
    #expect(
      try made(["id: a, act: demand, date: 2025-05-01, due: 2025-05-12, doubted: unsure"]).rows
        .isEmpty)
  }
}
