import CaseModel
import Foundations
import TestSupport
import Testing

/// Dates as people write them.
@Suite struct WrittenDateTests {
  @Test(arguments: [
    ("16 May 2025", "2025-05-16"), ("16th May 2025", "2025-05-16"), ("May 16, 2025", "2025-05-16"),
    ("the 16th of May 2025", "2025-05-16"), ("16 may 2025", "2025-05-16"),
    ("  16  May 2025 ", "2025-05-16"), ("16. May 2025", "2025-05-16"),
    ("May 2025", "2025-05"), ("Sept. 2024", "2024-09"), ("Jan 2024", "2024-01"), ("2025", "2025"),
    ("16.5.2025", "2025-05-16"), ("16.05.2025", "2025-05-16"), ("5.2025", "2025-05"),
    ("16/5/2025", "2025-05-16"), ("5/16/2025", "2025-05-16"), ("4/4/2024", "2024-04-04"),
    ("2025/05/16", "2025-05-16"), ("2025-5-6", "2025-05-06"), ("2025.05.16", "2025-05-16"),
    ("2025-05-16", "2025-05-16"), ("2025-05", "2025-05"), ("2022-03~", "2022-03~"),
    ("2022-03/2022-04", "2022-03/2022-04"), ("autumn 2022", "2022-23"), ("fall 2022", "2022-23"),
    ("about March 2022", "2022-03~"), ("circa 2022", "2022~"), ("since March 2022", "2022-03/.."),
    ("until 3 June 2025", "../2025-06-03"), ("12–15 May 2025", "2025-05-12/2025-05-15"),
    ("12 to 15 May 2025", "2025-05-12/2025-05-15"),
    ("12 May – 3 June 2025", "2025-05-12/2025-06-03"),
    ("May – June 2025", "2025-05/2025-06"), ("12-14 May 2026", "2026-05-12/2026-05-14"),
    ("May 12–14, 2026", "2026-05-12/2026-05-14"), ("12/13 May 2026", "2026-05-12/2026-05-13"),
    ("12 and 13 May 2026", "2026-05-12/2026-05-13"), ("2024-2026", "2024/2026"),
    ("12.–14.5.2026", "2026-05-12/2026-05-14"), ("28.4.-2.5.2026", "2026-04-28/2026-05-02"),
    ("between 12 and 14 May 2026", "2026-05-12/2026-05-14"),
    ("between May and July 2026", "2026-05/2026-07"),
    ("from 3 April to 12 May 2026", "2026-04-03/2026-05-12"),
    ("November – February 2026", "2025-11/2026-02"),
    ("before 12 May 2026", "../2026-05-11"), ("before May 2026", "../2026-04"),
    ("before 2026", "../2025"), ("before autumn 2026", "../2026-08-31"),
    ("after 12 May 2026", "2026-05-13/.."), ("after May 2026", "2026-06/.."),
    ("by 12 May 2026", "../2026-05-12"), ("by the end of May 2026", "../2026-05-31"),
    ("no later than 1 June 2026", "../2026-06-01"), ("1 June 2026 at the latest", "../2026-06-01"),
    ("not before June 2026", "2026-06/.."), ("1 July 2026 onwards", "2026-07-01/.."),
    ("early May 2026", "2026-05-01~/2026-05-10~"), ("mid-May 2026", "2026-05-11~/2026-05-20~"),
    ("late May 2026", "2026-05-21~/2026-05-31~"), ("the end of 2026", "2026-09~/2026-12~"),
    ("first half of May 2026", "2026-05-01/2026-05-15"), ("mid-2026", "2026-05~/2026-08~"),
    ("early 2026", "2026-01~/2026-04~"), ("since early May 2026", "2026-05-01~/.."),
    ("Q1 2026", "2026-01/2026-03"), ("the second quarter of 2026", "2026-04/2026-06"),
    ("the 1990s", "199X"), ("Tuesday, 12 May 2026", "2026-05-12"), ("on 12 May 2026", "2026-05-12"),
    ("possibly May 2026", "2026-05?"), ("the week of 12 May 2026", "2026-05-11/2026-05-17"),
    ("12 May 2026, 14:00 UTC", "2026-05-12T14:00:00Z"),
    ("12 May 2026 at 9:30", "2026-05-12T09:30:00"),
  ])
  func isRead(_ written: String, _ notation: String) throws {
    #expect(try WrittenDate.read(written).text == notation)
  }

  @Test(arguments: [
    "", "yesterday", "soon", "May", "16 May", "31 February 2025", "30.2.2024", "5/6/2025", "16 Mai",
    "2025-13", "16 17 May 2025", "May May 2025", "1.2.3.4", "99/99/9999", "0 May 2025",
    "12–15", "since", "about", "a 2025", "٣ May 2025", "16.5.25", "before", "between May",
    "Monday, 12 May 2026", "early", "mid-", "14 May – 12 May 2026", "Q5 2026", "before soon",
  ])
  func isRefused(_ written: String) {
    #expect(throws: WrittenDate.SyntaxError.self) { try WrittenDate.read(written) }
  }

  @Test(arguments: [
    ("5/6/2026", ["2026-06-05", "2026-05-06"]), ("5-6-2026", ["2026-06-05", "2026-05-06"]),
    ("before 5/6/2026", ["../2026-06-04", "../2026-05-05"]),
  ])
  func whatHasTwoReadingsIsAskedAbout(_ written: String, _ readings: [String]) {
    let fault = #expect(throws: WrittenDate.SyntaxError.self) { try WrittenDate.read(written) }
    #expect(fault?.reason.contains("two ways") == true)
    #expect(fault?.readings.map(\.text) == readings)
  }

  /// The reason says what is missing, and not what is wrong with the record's own notation.
  @Test(arguments: [
    ("12 May", "the year is missing; write it with four digits"),
    ("16.5.25", "write the year with four digits"),
    ("Monday, 12 May 2026", "12 May 2026 is a Tuesday"),
    ("before soon", "no date was recognised"), ("31 April", "April has no day 31"),
    ("April 31, 2025", "there is no day 31 in that month"),
    ("20250516", "divide year, month and day with hyphens, as in 2025-05-16"),
    (
      "1,5,2025",
      "divide day, month and year with dots, as in 16.5.2025, or write the month as a word"
    ),
  ])
  func theReasonIsThatOfWhatWasTyped(_ written: String, _ reason: String) {
    let fault = #expect(throws: WrittenDate.SyntaxError.self) { try WrittenDate.read(written) }
    #expect(fault?.reason == reason)
  }

  /// What is due before a day is due by the day before it.
  @Test(arguments: [
    ("before 12 May 2026", "2026-05-11"), ("by 12 May 2026", "2026-05-12"),
    ("the end of May 2026", "2026-05-31"), ("12 May 2026", "2026-05-12"),
    ("../2026-05-11", "../2026-05-11"),
  ])
  func aLimitIsTheDay(_ written: String, _ notation: String) throws {
    #expect(try WrittenDate.read(written, isLimit: true).text == notation)
  }

  /// What the program prints of a date to the day or coarser, a reader can type.
  @Test func whatIsPrintedIsRead() throws {
    var random = SplitMix64(seed: 11)
    func day() -> String {
      func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      let year = Int.random(in: 1950...2040, using: &random)
      let month = Int.random(in: 1...12, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return "\(year)"
      case 1: return "\(year)-\(padded(month))"
      case 2: return "\(year)-2\(Int.random(in: 1...4, using: &random))"
      default: return "\(year)-\(padded(month))-\(padded(Int.random(in: 1...28, using: &random)))"
      }
    }
    for _ in 0..<4000 {
      var text = day()
      switch Int.random(in: 0..<8, using: &random) {
      case 0: text += ["~", "?", "%"].randomElement(using: &random) ?? ""
      case 1: text += "/.."
      case 2: text = "../" + text
      case 3: text += "/"
      case 4: text = "/" + text
      case 5: text += "/" + day()
      case 6:
        guard let whole = try? EDTFDate(String(text.prefix(7))), !whole.isDay,
          let part = [DatePart.early, .mid, .late].randomElement(using: &random),
          let notation = part.notation(of: whole)
        else { continue }
        text = notation
      default: break
      }
      guard let date = try? EDTFDate(text) else { continue }
      let read = try WrittenDate.read(date.words)
      #expect(
        (read.begins, read.ends) == (date.begins, date.ends), "\(text): \(date.words), \(read.text)"
      )
    }
  }

  /// Others wait while a text is read: whatever was typed, it is quick.
  @Test(arguments: [
    String(repeating: "1 May – ", count: 125), String(repeating: "1 May – ", count: 24),
    String(repeating: "1-", count: 99), String(repeating: "1/2 and 3 to 4-", count: 13),
    String(repeating: "mon ", count: 20) + "x" + String(repeating: " 1:00", count: 20),
    String(repeating: "week of ", count: 12) + "x" + String(repeating: " 1:00", count: 20),
    String(repeating: "from ", count: 39), String(repeating: "x", count: 1_000_000),
  ])
  func noTextTakesLong(_ written: String) {
    let time = ContinuousClock().measure {
      #expect(throws: WrittenDate.SyntaxError.self) { try WrittenDate.read(written) }
    }
    #expect(time < .seconds(1), "\(written.prefix(40))")
  }

  @Test func aTextLongerThanADateIsRefusedAsThat() {
    let written = "16 May 2025" + String(repeating: " ", count: 200)
    let fault = #expect(throws: WrittenDate.SyntaxError.self) { try WrittenDate.read(written) }
    #expect(fault?.reason == "it has more than 200 characters; write the date alone")
  }

  @Test(arguments: [
    ("Tuesday, 12 May 2026 at 9:30", "2026-05-12T09:30:00"),
    ("the week of Tuesday, 12 May 2026", "2026-05-11/2026-05-17"),
    ("2025-05-16 - 2025-06-01", "2025-05-16/2025-06-01"),
    ("Monday, 11 May 2026 to Tuesday, 12 May 2026", "2026-05-11/2026-05-12"),
  ])
  func whatStandsRoundADateIsReadInItsOrder(_ written: String, _ notation: String) throws {
    #expect(try WrittenDate.read(written).text == notation)
  }
}
