import CaseModel
import StateOfPlay
import Testing

/// What decides nothing, and what as-of and its like make of a statement.
@Suite struct DoubtAndTimeTests {
  @Test(arguments: ["doubted: forged", "credibility: 5"])
  func aDoubtedStatementIsListedAndDecidesNothing(_ doubt: String) throws {
    let one = try cell(
      record([
        "id: a, act: accept, date: 2025-05-01", "id: b, act: reject, date: 2025-05-09, \(doubt)",
      ])
    )
    #expect(one["shared"]?.stances == [.for])
    #expect(one.role("b") == .doubted)
    #expect(!one.isContested && !one.isDivided)
    let alone = try cell(record(["id: b, act: reject, date: 2025-05-09, \(doubt)"]))
    #expect(alone.isEmpty)
    #expect(alone.role("b") == .doubted)
  }

  @Test func aHedgeIsKeptAndDecides() throws {
    let one = try cell(record(["id: a, act: accept, date: 2025-05-01, hedge: reportedly"]))
    #expect(one["shared"]?.stances == [.for])
  }

  @Test func anUndatedStatementDecidesOnlyWhereNothingDatedSpeaks() throws {
    let undated = "id: u, act: reject, source: leaf"
    let alone = try cell(record([undated]))
    #expect(alone["shared"]?.stances == [.against])
    #expect(alone.newest == nil)
    let beside = try cell(record([undated, "id: a, act: accept, date: 2022"]))
    #expect(beside["shared"]?.stances == [.for])
    #expect(beside.role("u") == .undated)
    #expect(!beside.isContested && !beside.isDivided)
  }

  @Test func aDatedOneThatDecidesNothingDoesNotSilenceAnUndatedOne() throws {
    let one = try cell(
      record(["id: u, act: reject, source: leaf", "id: a, act: state, date: 2022"]))
    #expect(one["shared"]?.stances == [.against])
  }

  @Test func withoutAsOfEverythingCounts() throws {
    let one = try cell(record(["id: a, act: accept, date: 2999-01-01"]))
    #expect(one.role("a") == .decides)
  }

  @Test func whatIsSaidAfterAsOfIsNotShown() throws {
    let theCase = try record(["id: a, act: accept, date: 2025-05-16"])
    // The issue is not on the table before anything was said on it, unless it is asked about.
    #expect(try positions(theCase, .asOf("2025-05-15")).rows.isEmpty)
    var lens = try Lens.asOf("2025-05-15")
    lens.issues = theCase.issues.map(\.id)
    #expect(try cell(theCase, lens).statements.isEmpty)
    #expect(try cell(theCase, .asOf("2025-05-16")).role("a") == .decides)
    #expect(try cell(theCase, .asOf("2025-05")).role("a") == .decides)
  }

  @Test func aStatementThatStraddlesAsOfIsPerhapsLater() throws {
    let theCase = try record([
      "id: a, act: reject, date: 2025-05", "id: b, act: accept, date: 2025-05-01",
    ])
    let one = try cell(theCase, .asOf("2025-05-16"))
    #expect(one.role("a") == .possiblyLater)
    #expect(one["shared"]?.stances == [.for])
    // By then it counts, and it is unknown whether it is the later of the two.
    #expect(try cell(theCase, .asOf("2025-05-31")).role("a") == .unordered)
    #expect(try cell(theCase, .asOf("2025-05-31"))["shared"]?.stances == [.for])
    #expect(try cell(theCase, .asOf("2025-04-30")).role("a") == nil)
  }

  @Test func aStatementOverAnOpenIntervalIsPerhapsLater() throws {
    let theCase = try record(["id: a, source: leaf, act: accept, date: 2022-03/.."])
    #expect(try cell(theCase, .asOf("2025")).role("a") == .possiblyLater)
  }

  /// Whatever its date leaves open, it had been said by the day it was reported.
  @Test(arguments: ["2022-03/..", "202X", "2025"])
  func anOpenDateCountsFromTheDayItWasReported(_ date: String) throws {
    let theCase = try record(["id: a, act: accept, date: \(date)"])
    #expect(try cell(theCase, .asOf("2025-05-31")).role("a") == .possiblyLater)
    #expect(try cell(theCase, .asOf("2025-06-01")).role("a") == .decides)
    let told = try record(["id: a, act: accept, date: \(date), told: 2025-04-01"])
    #expect(try cell(told, .asOf("2025-04-01")).role("a") == .decides)
  }

  @Test func timesOfDayOrderWithinADay() throws {
    let lines = [
      "id: noon, act: reject, date: 2025-05-16T12:00:00",
      "id: morning, act: accept, date: 2025-05-16T09:00:00",
    ]
    let theCase = try record(lines)
    #expect(try cell(theCase)["shared"]?.stances == [.against])
    #expect(try cell(theCase).role("morning") == .earlier)
    #expect(try cell(theCase, .asOf("2025-05-16T10:00:00"))["shared"]?.stances == [.for])
    #expect(try cell(theCase, .asOf("2025-05-16T08:00:00")).statements.isEmpty)
    #expect(changes(theCase).changes.map(\.kinds) == [[.new], [.reversed, .hardened]])
    // An hour in another zone is the hour it is in UTC.
    let zones = try record([
      "id: a, act: reject, date: \"2025-05-16T12:00:00+03:00\"",
      "id: b, act: accept, date: 2025-05-16T10:00:00Z",
    ])
    #expect(try cell(zones)["shared"]?.stances == [.for])
  }

  @Test func nobodyReportsWhatWasNotYetSaid() throws {
    let theCase = try record(["id: a, source: leaf, act: accept, date: 2025-05-16"])
    #expect(try cell(theCase, .reportedBy("2025-05-15")).statements.isEmpty)
    #expect(try cell(theCase, .reportedBy("2025-05-16")).role("a") == .decides)
  }

  @Test func whatWasToldOnlyLaterStaysMarked() throws {
    let theCase = try record([
      "id: late, act: accept, date: 2025-05-01, told: 2025-05-20",
      "id: now, act: accept, date: 2025-05-01, told: 2025-05-02",
    ])
    let one = try cell(theCase, .asOf("2025-05-10"))
    #expect(one.role("late") == .decides)
    #expect(one.statements.filter(\.reportedLater).map(\.statement) == ["late"])
    #expect(try cell(theCase).statements.allSatisfy { !$0.reportedLater })
  }

  @Test func toldBySourcesDateWhereTheStatementDoesNotSay() throws {
    let theCase = try record(["id: a, act: accept, date: 2025-05-01"])
    #expect(try cell(theCase, .asOf("2025-05-10")).statements.first?.reportedLater == true)
    #expect(try cell(theCase, .asOf("2025-06-01")).statements.first?.reportedLater == false)
  }

  @Test func toldByLeavesOutWhatWasToldLater() throws {
    let theCase = try record([
      "id: late, act: reject, date: 2025-05-02, told: 2025-05-20",
      "id: now, act: accept, date: 2025-05-01, told: 2025-05-02",
    ])
    let one = try cell(theCase, .reportedBy("2025-05-10"))
    #expect(one["shared"]?.stances == [.for])
    #expect(one.role("late") == nil)
    #expect(try cell(theCase, .reportedBy("2025-05-20"))["shared"]?.stances == [.against])
  }

  @Test func knownAtLimitsWhatHadBeenEntered() throws {
    let theCase = try record([
      "id: late, act: reject, date: 2025-05-02, entered: 2025-06-10",
      "id: now, act: accept, date: 2025-05-01, entered: 2025-06-01",
      "id: undated, act: accept, date: 2025-05-01",
    ])
    let one = try cell(theCase, .knownAt("2025-06-05"))
    #expect(one.statements.map(\.statement) == ["now", "undated"])
    #expect(try cell(theCase, .knownAt("2025-06-10"))["shared"]?.stances == [.against])
    #expect(theCase.undatedEntries > 0)
  }

  @Test func knownAtLeavesOutWhatRestsOnALaterEntry() throws {
    let sources = """
      sources:
        - {id: paper, title: The paper, published: 2025-06-01, entered: 2025-07-01, text: \(withheld)}
      """
    let theCase = try record(["id: a, act: accept, entered: 2025-06-01"], with: sources)
    #expect(try cell(theCase, .knownAt("2025-06-15")).statements.isEmpty)
    #expect(try cell(theCase, .knownAt("2025-07-01")).role("a") == .decides)
  }

  @Test func noClockIsRead() throws {
    let theCase = try record(["id: a, act: accept, date: 2999", "id: b, act: reject, date: 1999"])
    #expect(positions(theCase) == positions(theCase))
    #expect(try cell(theCase)["shared"]?.decidedBy == ["a"])
  }
}
