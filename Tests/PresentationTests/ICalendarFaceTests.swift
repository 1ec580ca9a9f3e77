import CaseModel
import Foundation

import Testing

@testable import Presentation
@testable import StateOfPlay

/// Calendars as files: RFC 5545.
@Suite struct ICalendarFaceTests {
  @Test func whatSeparatesValuesIsMarked() {
    #expect(ICalendarFace.escaped("a; b, c\\d\ne\u{7}") == "a\\; b\\, c\\\\d\\ne")
  }

  /// Lines are folded at 75 octets and no character is cut; unfolded they are what they were.
  @Test(arguments: [
    String(repeating: "a", count: 75), String(repeating: "a", count: 76),
    String(repeating: "Зеленський ", count: 40), String(repeating: "👩‍👩‍👧", count: 30), "",
  ])
  func longLinesAreFolded(_ line: String) {
    let folded = ICalendarFace.folded(line)
    #expect(folded.hasSuffix("\r\n"))
    for piece in folded.components(separatedBy: "\r\n") { #expect(piece.utf8.count <= 75) }
    let unfolded = folded.replacing("\r\n ", with: "")
    #expect(unfolded == line + "\r\n")
  }

  private func made(_ rows: [CalendarView.Entry]) throws -> String {
    let theCase = Case(.init(id: "valley", title: "Talks, on the valley"))
    let view = CalendarView(
      rule: "", now: try EDTFDate("2025-05-20"), rows: rows, withoutDay: [], leftOut: 0)
    return ICalendarFace(ViewContext(theCase, Lens(), caseHash: "h", version: "1"))
      .render(view)
  }

  private func row(
    _ date: String, _ state: CalendarView.State = .ahead, title: String = "The vote"
  ) throws -> CalendarView.Entry {
    CalendarView.Entry(
      kind: .vote, section: .milestones, id: "vote", number: nil, date: try EDTFDate(date),
      title: title, actors: [], state: state, settled: nil, accounts: [], isProposed: false,
      evidence: ["s-1"], basis: nil)
  }

  @Test func anEventIsOfWholeDaysAndEndsOnTheDayAfter() throws {
    let text = try made([try row("2025-05-30/2025-06-06")])
    #expect(text.contains("DTSTART;VALUE=DATE:20250530\r\n"))
    #expect(text.contains("DTEND;VALUE=DATE:20250607\r\n"))
    #expect(text.contains("UID:vote-vote.valley@dragoman\r\n"))
    #expect(text.contains("DTSTAMP:20250520T000000Z\r\n"))
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
    #expect(!text.replacing("\r\n", with: "").contains("\n"))
  }

  @Test func twoRowsOfOneNameAreTwoEvents() throws {
    let text = try made([try row("2025-05-30"), try row("2025-05-31")])
    #expect(text.contains("UID:vote-vote.valley@dragoman\r\n"))
    #expect(text.contains("UID:vote-vote-2.valley@dragoman\r\n"))
  }

  @Test(arguments: [
    ("2025-05-30", CalendarView.State.ahead, "CONFIRMED"), ("2025-05~", .ahead, "TENTATIVE"),
    ("2025-05-30", .dropped, "CANCELLED"), ("2025-05-01", .missed, "CONFIRMED"),
  ])
  func whatIsVagueIsTentativeAndWhatWasDroppedIsCancelled(
    _ date: String, _ state: CalendarView.State, _ status: String
  ) throws {
    #expect(try made([try row(date, state)]).contains("STATUS:\(status)\r\n"))
  }

  @Test(arguments: ["Y170002", "Y-170002"])
  func aDayThatTheFormatCannotWriteIsLeftOut(_ date: String) throws {
    #expect(!(try made([try row(date)])).contains("VEVENT"))
  }

  @Test func whatIsOpenAtOneEndIsOnTheDayOfTheOther() throws {
    #expect(try made([try row("2025-05-30/..")]).contains("DTSTART;VALUE=DATE:20250530\r\n"))
    #expect(try made([try row("../2025-05-30")]).contains("DTSTART;VALUE=DATE:20250530\r\n"))
  }
}
