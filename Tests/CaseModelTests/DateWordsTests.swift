import CaseModel
import Testing

/// Dates for people.
@Suite struct DateWordsTests {
  @Test(arguments: [
    ("2025-05-16", "16 May 2025"), ("2025-05-06", "6 May 2025"), ("2025-05", "May 2025"),
    ("2025", "2025"), ("2022-21", "spring 2022"), ("2022-24", "winter 2022"),
    ("2022-03~", "about March 2022"), ("2022?", "2022 (uncertain)"),
    ("2022-03%", "about March 2022 (uncertain)"), ("2025-05-12/2025-05-15", "12–15 May 2025"),
    ("2025-05-30/2025-06-06", "30 May – 6 June 2025"),
    ("2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025"),
    ("2025-05/2025-06", "May 2025 – June 2025"), ("2022-03/..", "since March 2022"),
    ("../2022-03", "on or before March 2022"), ("2022-03/", "from March 2022, end unknown"),
    ("/2022-03", "to March 2022, start unknown"), ("2025-05-16T14:05:00", "16 May 2025, 14:05"),
    ("2025-05-16T14:05:00Z", "16 May 2025, 14:05 UTC"), ("202X", "the 2020s"),
    ("202X~", "about the 2020s"), ("20XX", "20XX"), ("-0044", "-0044"),
    ("Y170002", "Y170002"), ("2004-XX", "2004-XX"),
    ("2022-03~/2022-05", "about March 2022 – May 2022"),
  ])
  func words(_ text: String, _ expected: String) throws {
    #expect(try EDTFDate(text).words == expected)
  }
}
