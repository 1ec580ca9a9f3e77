import CaseModel
import StateOfPlay
import Testing

/// "For each option the latest statements hold: those than which none is later."
@Suite struct LatestHoldsTests {
  @Test func theLatestStatementHolds() throws {
    let one = try cell(
      record([
        "id: new, act: reject, date: 2025-05-02", "id: old, act: accept, date: 2025-05-01",
      ]))
    #expect(one["shared"]?.stances == [.against])
    #expect(one["shared"]?.decidedBy == ["new"])
    #expect(one.role("old") == .earlier)
    #expect(one.newest?.text == "2025-05-02")
    #expect(!one.isContested && !one.isDivided)
  }

  @Test func aDateIsLaterOnlyIfItBeginsAfterTheOtherEnds() throws {
    let one = try cell(
      record([
        "id: month, act: accept, date: 2025-05", "id: day, act: accept, date: 2025-05-31",
      ]))
    #expect(one["shared"]?.decidedBy == ["month", "day"])
    let other = try cell(
      record([
        "id: month, act: accept, date: 2025-05", "id: day, act: accept, date: 2025-06-01",
      ]))
    #expect(other["shared"]?.decidedBy == ["day"])
    #expect(other.role("month") == .earlier)
  }

  @Test func laterDoesNotPassThroughAnOverlap() throws {
    // The year overlaps both days, of which one is later than the other.
    let one = try cell(
      record([
        "id: first, act: accept, date: 2025-02-01",
        "id: year, source: leaf, act: accept, date: 2025",
        "id: last, act: accept, date: 2025-11-01",
      ]))
    #expect(Set(one["shared"]?.decidedBy ?? []) == ["year", "last"])
    #expect(one.role("first") == .earlier)
  }

  @Test func eachOptionHasItsOwnLatest() throws {
    let one = try cell(
      record([
        "id: a, act: reject, date: 2025-05-01, about: {issue: water, option: metered}",
        "id: b, act: reject, date: 2025-05-09",
      ]))
    #expect(one["metered"]?.decidedBy == ["a"])
    #expect(one["shared"]?.decidedBy == ["b"])
  }

  @Test func withoutADateAStatementTakesItsOccasionsElseItsSources() throws {
    let meetings = """
      meetings:
        - {id: held, kind: talks, status: held, date: 2025-05-16, planned: 2025-05-15, basis: ana}
        - {id: ahead, kind: talks, status: planned, planned: 2025-05-20, basis: ana}
      """
    let theCase = try record(
      [
        "id: own, act: accept, at: held, date: 2025-05-10", "id: occasion, act: accept, at: held",
        "id: planned, act: accept, at: ahead", "id: source, act: accept",
        "id: none, act: accept, source: leaf",
      ], with: meetings)
    let index = CaseIndex(theCase)
    let said = theCase.statements.map { index.said($0)?.text }
    #expect(said == ["2025-05-10", "2025-05-16", "2025-05-20", "2025-06-01", nil])
  }

  @Test func toldIsItsOwnElseTheSources() throws {
    let theCase = try record([
      "id: own, act: accept, told: 2025-05-30", "id: source, act: accept",
      "id: none, act: accept, source: leaf",
    ])
    let index = CaseIndex(theCase)
    #expect(theCase.statements.map { index.told($0)?.text } == ["2025-05-30", "2025-06-01", nil])
  }

  @Test func oneQuoteBearsSeveralStatementsEachWithItsDate() throws {
    // Who tells in 2025 of a demand of 2022 speaks in 2025; the demand is of 2022.
    let theCase = try record([
      "id: his, speaker: consul, act: accuse, of: north, date: 2025-05-20, about: {actor: north}",
      "id: theirs, speaker: north, via: consul, act: demand, date: 2022-03",
      "id: own, speaker: north, act: reject, date: 2025-01-10",
    ])
    let one = try cell(theCase)
    #expect(one["shared"]?.decidedBy == ["own"])
    #expect(one.role("theirs") == .earlier)
  }
}
