import CaseModel
import StateOfPlay
import Testing

/// Days that were moved or given up: the strike ballot and the last day for an award, at a shipyard.
@Suite struct MovedDatesTests {
  private func rows(
    _ milestone: String, _ statements: [String], asOf: String
  ) throws -> [CalendarView.Entry] {
    var lens = Lens()
    lens.asOf = try EDTFDate(asOf)
    let sections = "milestones:\n  - {id: award, title: The award, \(milestone)}"
    return calendar(try record(statements, with: sections), lens).rows
  }

  private let said = [
    "id: set, speaker: west, date: 2025-02-12, act: state, about: {milestone: award}, due: 2025-04-15",
    "id: moved, speaker: west, date: 2025-04-14, act: state, about: {milestone: award}, due: 2025-04-30",
  ]

  @Test(arguments: ["planned", "due"])
  func aDateThatWasMovedStandsOnTheDayInForce(_ field: String) throws {
    let milestone = "kind: deadline, \(field): 2025-04-30, evidence: [set, moved]"
    let before = try rows(milestone, said, asOf: "2025-04-10")
    #expect(before.map(\.date.text) == ["2025-04-15"])
    #expect(before.map(\.state) == [.ahead])
    #expect(before.first?.movedFrom == [])
    let after = try rows(milestone, said, asOf: "2025-04-20")
    #expect(after.map(\.date.text) == ["2025-04-30"])
    #expect(after.map(\.state) == [.ahead])
    #expect(after.first?.movedFrom.map(\.text) == ["2025-04-15"])
  }

  @Test func whatIsPutOffWithoutAnotherDayIsAwaitedStill() throws {
    let milestone =
      "kind: event, planned: 2025-04-15, postponed: {date: 2025-04-14, evidence: [moved]}, evidence: [set]"
    let said = [
      "id: set, speaker: west, date: 2025-02-12, act: state, about: {milestone: award}",
      "id: moved, speaker: west, date: 2025-04-14, act: state, about: {milestone: award}",
    ]
    let row = try #require(rows(milestone, said, asOf: "2025-04-20").first)
    #expect(row.state == .postponed)
    #expect(row.evidence == ["set", "moved"])
    #expect(try rows(milestone, said, asOf: "2025-04-10").map(\.state) == [.ahead])
  }

  @Test func whatLiesAheadIsOnTheTimelineWhereItWasNamed() throws {
    var lens = Lens()
    lens.asOf = try EDTFDate("2025-03-01")
    let sections = """
      milestones:
        - {id: award, title: The award, kind: vote, planned: 2025-04-15, evidence: [set]}
      meetings:
        - {id: round, title: The round, kind: talks, status: held, planned: 2025-03-20, date: 2025-03-20, evidence: [set, was]}
      """
    let said = [
      "id: set, speaker: west, date: 2025-02-12, act: state, about: {meeting: round}",
      "id: was, speaker: west, date: 2025-03-21, act: state, about: {meeting: round}",
    ]
    let theCase = try record(said, with: sections)
    let ahead = timeline(theCase, lens).events.filter { $0.kind != .statement }
    #expect(ahead.map(\.id) == ["round", "award"])
    #expect(ahead.map(\.kind) == [.plannedMeeting, .plannedMilestone])
    lens.asOf = try EDTFDate("2025-02-01")
    #expect(timeline(theCase, lens).events.isEmpty)
  }
}
