import CaseModel
import Foundations
import TestSupport
import Testing

/// EDTF (ISO 8601-2:2019, annex A), levels 0 and 1.
@Suite struct EDTFTests {
  /// Text, first day, last day.
  static let valid: [(String, String, String)] = [
    // Level 0: day, month, year, time, interval.
    ("2025-05-16", "2025-05-16", "2025-05-16"), ("2025-05", "2025-05-01", "2025-05-31"),
    ("2025", "2025-01-01", "2025-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-02", "2023-02-01", "2023-02-28"), ("1900-02", "1900-02-01", "1900-02-28"),
    ("2000-02-29", "2000-02-29", "2000-02-29"), ("0000", "0000-01-01", "0000-12-31"),
    ("1985-04-12T23:20:30", "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12"),
    ("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12"),
    ("1985-04-12T24:00:00", "1985-04-12", "1985-04-12"),
    ("1964/2008", "1964-01-01", "2008-12-31"), ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
    ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"),
    ("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
    ("2004-02-01/2005", "2004-02-01", "2005-12-31"), ("2005/2006-02", "2005-01-01", "2006-02-28"),
    ("2005/2005", "2005-01-01", "2005-12-31"), ("2005-05/2005", "2005-05-01", "2005-12-31"),
    // Level 1: qualification.
    ("1984?", "1984-01-01", "1984-12-31"), ("2004-06~", "2004-06-01", "2004-06-30"),
    ("2004-06-11%", "2004-06-11", "2004-06-11"), ("1984~/2004-06", "1984-01-01", "2004-06-30"),
    ("1984-06-02?/2004-08-08~", "1984-06-02", "2004-08-08"),
    // Unspecified digits.
    ("201X", "2010-01-01", "2019-12-31"), ("20XX", "2000-01-01", "2099-12-31"),
    ("2004-XX", "2004-01-01", "2004-12-31"), ("1985-04-XX", "1985-04-01", "1985-04-30"),
    ("1985-XX-XX", "1985-01-01", "1985-12-31"), ("2024-02-XX", "2024-02-01", "2024-02-29"),
    ("201X~", "2010-01-01", "2019-12-31"),
    // Seasons of three months, winter from December of its year.
    ("2022-21", "2022-03-01", "2022-05-31"), ("2022-22", "2022-06-01", "2022-08-31"),
    ("2022-23", "2022-09-01", "2022-11-30"), ("2022-24", "2022-12-01", "2023-02-28"),
    ("2023-24", "2023-12-01", "2024-02-29"), ("2022-23~", "2022-09-01", "2022-11-30"),
    ("2022-21/2022-23", "2022-03-01", "2022-11-30"),
    // Negative and long years.
    ("-1985", "-1985-01-01", "-1985-12-31"), ("-0044-03-15", "-0044-03-15", "-0044-03-15"),
    ("Y170002", "170002-01-01", "170002-12-31"), ("Y-170002", "-170002-01-01", "-170002-12-31"),
    ("-201X", "-2019-01-01", "-2010-12-31"),
  ]

  @Test(arguments: valid)
  func bounds(_ text: String, _ first: String, _ last: String) throws {
    let date = try EDTFDate(text)
    #expect(date.earliest.iso == first)
    #expect(date.latest.iso == last)
    #expect(date.text == text)
    #expect(date.isDay == (first == last))
    #expect(date.earliest <= date.latest)
  }

  @Test(
    arguments: [
      "", " ", "2025-5-16", "25-05-16", "2025-05-1", "2025/05/16", "16.05.2025", "2025-05-16 ",
      " 2025", "2025-", "2025-05-", "-", "--2025", "2025-05-16-01", "20255", "202", "2025-13",
      "2025-00", "2025-20", "2025-25", "2025-41", "2025-05-00", "2025-05-32", "2025-04-31",
      "2025-02-29", "2025-02-30", "2024-02-30", "1900-02-29", "2100-02-29", "2025-23-01",
      "202X-23", "XXXX", "2XXX", "X025", "2X25", "2025-X5", "2025-05-X6", "2025-XX-16",
      "202X-05-16", "2025??", "2025~?", "?2025", "~2025", "2025?-05", "2025-05-16T",
      "2025-05-16T14", "2025-05-16T14:00", "2025-05-16T25:00:00", "2025-05-16T24:00:01",
      "2025-05-16T14:60:00", "2025-05-16T14:00:60", "2025-05-16T14:00:00X",
      "2025-05-16T14:00:00+15", "2025-05-16T14:00:00+03:60", "2025-05-16T14:00:00+0300",
      "2025-05T14:00:00", "2025T14:00:00", "2025-05-16t14:00:00", "Y2025", "Y12345678", "Yabcde",
      "Y9999999", "Y-", "Y", "/", "../..", "//", "2026/2025", "2025-05-16/2025-05-15",
      "2025/2026/2027", "2025-05-16/16", "../", "/..", "today", "May 2025", "２０２５", "2025-0５-16",
      "2025\n", "2025\u{0301}", "+2025", "2025-05-16Z", "1e3", "0x1F", "٢٠٢٥", "2025..2026",
      "{2025}",
      "[2025, 2026]", "2025-05-16/~", "-20XX-05-16", "5/2025",
    ])
  func noDate(_ text: String) {
    #expect(throws: EDTFDate.SyntaxError.self) { try EDTFDate(text) }
  }

  @Test(arguments: [
    ("2022-03/..", true, false), ("../2022-03", false, true), ("2022-03/", true, false),
    ("/2022-03", false, true),
  ])
  func openAndUnknownEnds(_ text: String, _ openEnd: Bool, _ openStart: Bool) throws {
    let date = try EDTFDate(text)
    #expect(date.hasOpenEnd == openEnd)
    #expect(date.hasOpenStart == openStart)
    #expect(openEnd ? date.earliest.iso == "2022-03-01" : date.latest.iso == "2022-03-31")
  }

  @Test(arguments: [
    // Begins after the other ends.
    ("2025-05-17", "2025-05-16", true), ("2025-05-16", "2025-05-16", false),
    ("2025-05-16", "2025-05", false), ("2025-06-01", "2025-05", true),
    ("2025-06", "2025-05-31", true),
    ("2025", "2024-12-31", true), ("2025", "2025-01-01", false), ("2022-23", "2022-08", true),
    ("2022-23", "2022-09", false), ("2022-24", "2022-23", true), ("2023-01", "2022-24", false),
    ("2022/2025", "2022", false), ("2030", "2022/..", false), ("2022/..", "2021", true),
    ("2022", "../2021", true), ("../2021", "2000", false), ("2025~", "2024?", true),
    ("2025-05-16T09:00:00", "2025-05-16T08:00:00", true), ("Y12025", "9999", true),
    ("0001", "-0001", true),
  ])
  func isLater(_ a: String, _ b: String, _ expected: Bool) throws {
    #expect(try EDTFDate(a).isLater(than: EDTFDate(b)) == expected)
    if expected { #expect(try !EDTFDate(b).isLater(than: EDTFDate(a))) }
  }

  @Test func laterIsNeverBothWaysAndGoesWithNoOverlap() throws {
    let dates = try Self.valid.map { try EDTFDate($0.0) }
    for a in dates {
      #expect(!a.isLater(than: a))
      for b in dates {
        #expect(!(a.isLater(than: b) && b.isLater(than: a)))
        #expect(a.overlaps(b) == !(a.isLater(than: b) || b.isLater(than: a)))
        #expect(a.overlaps(b) == b.overlaps(a))
      }
    }
  }

  @Test func marks() throws {
    #expect(try EDTFDate("2025~").isApproximate)
    #expect(try EDTFDate("2025%").isApproximate)
    #expect(try EDTFDate("2025?").isUncertain)
    #expect(try EDTFDate("2025%").isUncertain)
    #expect(try !EDTFDate("2025?").isApproximate)
    #expect(try !EDTFDate("2025~").isUncertain)
  }

  @Test func everyDayOfFourYears() throws {
    for year in 2023...2026 {
      for month in 1...12 {
        for day in 0...32 {
          func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
          let text = "\(year)-\(two(month))-\(two(day))"
          let isThere = CivilDay(year: year, month: month, day: day) != nil
          #expect(
            (try? EDTFDate(text)).map { $0.earliest.iso == text } ?? false == isThere, "\(text)")
        }
      }
    }
  }

  @Test func noTextTraps() {
    var random = SplitMix64(seed: 7)
    let letters = Array("0123456789-/XY.T:?~%+Z ２")
    for _ in 0..<20_000 {
      let text = String(
        (0..<Int.random(in: 0...24, using: &random)).map { _ in
          letters.randomElement(using: &random) ?? "0"
        })
      if let date = try? EDTFDate(text) {
        #expect(date.earliest <= date.latest, "\(text)")
        _ = date.words
      }
    }
  }
}
