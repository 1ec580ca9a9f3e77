import CaseModel
import StateOfPlay
import Testing

/// Of which of several dues a report speaks, and who disputes it: a province's dues to a river board.
@Suite struct SeveralDuesTests {
  private func made(
    _ commitment: String, _ statements: [String] = [], asOf: String, with more: String = ""
  ) throws -> (theCase: Case, lens: Lens) {
    let sections = """
      commitments:
        - {id: dues, what: Pay the dues, strength: promised, debtors: [north], creditors: [south], agreed: 2025-01-10, \(commitment)}
      \(more)
      """
    return (try record(statements, with: sections), try Lens.asOf(asOf))
  }

  private func rows(
    _ commitment: String, _ statements: [String] = [], asOf: String
  ) throws -> [CalendarView.Entry] {
    let (theCase, lens) = try made(commitment, statements, asOf: asOf)
    return calendar(theCase, lens).rows
  }

  private static let said = "speaker: north, act: state, about: {commitment: dues}"
  private static let denied =
    "id: no, speaker: south, act: deny, date: 2025-04-10, about: {commitment: dues}"

  // MARK: Reports count for the dates that had come

  @Test(arguments: ["2025-12-20", "2025-12-31", "2026-01-05"])
  func aReportSettlesNoDateStillToCome(_ day: String) throws {
    let report = "status: [{date: \(day), level: 3, evidence: [yes]}]"
    let yes = ["id: yes, date: \(day), \(Self.said)"]
    for schedule in [
      "{every: year, on: 12-31, from: 2025, times: 3}",
      "[{due: 2025-12-31}, {due: 2026-12-31}, {due: 2027-12-31}]",
    ] {
      let rows = try rows("schedule: \(schedule), \(report)", yes, asOf: "2026-01-05")
      #expect(rows.map(\.state) == [.done, .ahead, .ahead])
      #expect(rows.map { $0.accounts.count } == [1, 0, 0])
    }
  }

  @Test func theWholeIsDoneWithTheLastOfIt() throws {
    let schedule = "schedule: [{due: 2025-03-31}, {due: 2025-06-30}]"
    func taken(_ status: String, _ statements: [String] = []) throws -> Bool {
      let waiting =
        "id: wait, speaker: south, act: condition, date: 2025-01-11, about: {issue: water, option: metered}, requires: [{commitment: dues, kind: before}]"
      let (theCase, lens) = try made(
        "\(schedule), status: [\(status)]", [waiting] + statements, asOf: "2025-08-01")
      return try #require(preconditions(theCase, lens).edges.first).state == .fulfilled
    }
    #expect(try !taken("{date: 2025-04-02, level: 3, basis: ana}"))
    #expect(try taken("{date: 2025-07-02, level: 3, basis: ana}"))
    let first = "id: first, date: 2025-04-02, due: 2025-03-31, \(Self.said)"
    let second = "id: second, date: 2025-07-02, due: 2025-06-30, \(Self.said)"
    let one = "{date: 2025-04-02, level: 3, evidence: [first]}"
    let other = "{date: 2025-07-02, level: 3, evidence: [second]}"
    #expect(try !taken(one, [first]))
    #expect(try taken("\(one), \(other)", [first, second]))
  }

  @Test func whatIsSaidOfAnEarlierDateIsNotSaidOfALaterOne() throws {
    let rows = try rows(
      """
      schedule: [{due: 2025-04-01}, {due: 2025-05-01}], status: [{date: 2025-04-10, level: 3, evidence: [yes]}]
      """, ["id: yes, date: 2025-04-10, \(Self.said)", Self.denied], asOf: "2025-06-01")
    #expect(rows.map(\.state) == [.disputed, .notReported])
  }

  // MARK: Counts that are denied

  private static let counted = """
    unit: crown, quantity: 8, schedule: [{due: 2025-04-01, quantity: 4}, {due: 2025-05-01, quantity: 4}], \
    status: [{date: 2025-04-10, level: 1, done: 4, evidence: [yes]}
    """
  private static let yes = "id: yes, date: 2025-04-10, \(said)"

  @Test(arguments: ["denied", "breached", "0"])
  func anInstalmentThatItsCreditorDeniesIsDisputed(_ level: String) throws {
    let rows = try rows(
      "\(Self.counted), {date: 2025-04-10, level: \(level), evidence: [no]}]",
      [Self.yes, Self.denied.replacing("act: deny", with: "act: accuse")], asOf: "2025-04-10")
    #expect(rows.map(\.state) == [.disputed, .ahead])
    #expect(rows.first?.accounts.map(\.by) == [["north"], ["south"]])
    #expect(rows.last?.accounts.isEmpty == true)
  }

  @Test func whoHasReportedAsMuchDisputesOnlyWhatFollowed() throws {
    let rows = try rows(
      """
      \(Self.counted), {date: 2025-04-11, level: 1, done: 4, evidence: [both]}, \
      {date: 2025-05-10, level: 3, done: 8, evidence: [more]}, {date: 2025-05-10, level: breached, evidence: [less]}]
      """,
      [
        Self.yes,
        "id: both, speaker: south, date: 2025-04-11, act: state, about: {commitment: dues}",
        "id: more, date: 2025-05-10, \(Self.said)",
        "id: less, speaker: south, date: 2025-05-10, act: accuse, about: {commitment: dues}",
      ], asOf: "2025-05-20")
    #expect(rows.map(\.state) == [.done, .disputed])
  }

  @Test func aDenialOfAReportOnOneInstalmentIsOfThatOne() throws {
    let rows = try rows(
      """
      schedule: [{due: 2025-03-01}, {due: 2025-04-01}], status: [{date: 2025-03-02, level: 3, evidence: [first]}, \
      {date: 2025-04-02, level: 3, evidence: [second]}]
      """,
      [
        "id: first, date: 2025-03-02, due: 2025-03-01, \(Self.said)",
        "id: second, date: 2025-04-02, due: 2025-04-01, \(Self.said)",
        "id: no, speaker: south, act: deny, date: 2025-04-10, about: {statement: second}",
      ], asOf: "2025-05-01")
    #expect(rows.map(\.state) == [.done, .disputed])
  }

  @Test func aCountIsInItsReportersMouth() throws {
    let row = try #require(
      try rows("\(Self.counted)]", [Self.yes], asOf: "2025-04-12").first)
    #expect(row.state == .done)
    #expect(row.accounts.map(\.by) == [["north"]])
    #expect(row.accounts.map(\.done) == ["4 crowns"])
    #expect(row.accounts.first?.level == nil, "which is of the whole")
  }
}
