import Testing

@testable import Documents

/// What the first lines of a document say of it goes before what its file says.
@Suite struct HeadLinesTests {
  private func paragraph(_ text: String) -> String {
    "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  @Test func theTextsOwnDateGoesBeforeThatOfTheFile() throws {
    let core = """
      <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
      xmlns:dcterms="http://purl.org/dc/terms/">\
      <dcterms:created>2013-12-23T23:15:00Z</dcterms:created></cp:coreProperties>
      """
    let body =
      paragraph("Osterra accepts cameras")
      + paragraph("Northern Dispatch, Wednesday 29 October 2025")
      + paragraph("By Tomas Weir") + paragraph("Osterra has moved on one of the two questions.")
    let document = try Samples.read(
      Samples.docx(body, [("docProps/core.xml", core)], packs: false), "dispatch.docx")
    #expect(document.offers(.published).map(\.value) == ["2025-10-29", "2013-12-23"])
    #expect(document.offers(.site).map(\.value) == ["Northern Dispatch"])
    #expect(document.offers(.author).map(\.value) == ["Tomas Weir"])
  }

  @Test func aPlaceAfterTheAuthorIsNoPaper() {
    let text = """
      Herring talks stall
      The Gulf Courier, Tuesday 14 October 2025
      By Ines Halloran, Port Selby

      The talks stalled on Monday.
      """
    let sites = HeadLines.offers(of: text).filter { $0.field == .site }.map(\.value)
    #expect(sites == ["The Gulf Courier"])
    // Where no line names the paper, it is offered: a person sees to it.
    let alone = HeadLines.offers(of: "Talks\nBy Ines Halloran, The Courier\n")
    #expect(alone.filter { $0.field == .site }.map(\.value) == ["The Courier"])
  }

  /// The day on which a report was filed stands before its first sentence, in all the usual forms.
  @Test(arguments: [
    ("TROMSO, 14 October 2025 - Negotiators failed to agree.", "2025-10-14"),
    ("TROMSØ (14 October 2025) – Negotiators failed to agree.", "2025-10-14"),
    ("LINDAL, 5 Nov. 2025 — Pilots and managers broke off their talks.", "2025-11-05"),
    ("Belemar, Nov. 12, 2025 (AFP) — Delegates went home.", "2025-11-12"),
    ("DORAN, Monday, 3 March 2026—Envoys parted without a truce.", "2026-03-03"),
    ("14 October 2025. The talks failed.", "2025-10-14"),
    ("PORT-AU-PRINCE, October 14, 2025 (Reuters) - The union struck.", "2025-10-14"),
  ])
  func aDatelineIsADate(_ line: String, _ day: String) {
    let long = line + String(repeating: " The talks were to go on for another week.", count: 5)
    for text in ["Talks fail\n\n\(long)\n", "Talks fail\n\n\(line)\n", "\(long)\n"] {
      #expect(HeadLines.offers(of: text).filter { $0.field == .published }.map(\.value) == [day])
    }
  }

  /// A day without a year is of no year, and a sentence with a date in it is none.
  @Test(arguments: [
    "LINDAL, Nov. 5 (Reuters) - Pilots and managers broke off their talks.",
    "On 14 October 2025 - a day too late - the union struck.",
    "The truce of 3 March 2026 — the fourth — was broken within hours.",
    "Workers met 12 times between 1 May 2025 and 3 June 2025 - without result.",
  ])
  func noDateline(_ line: String) {
    let text = "Talks fail\n\n\(line) \(String(repeating: "They will meet again. ", count: 9))\n"
    #expect(HeadLines.offers(of: text).allSatisfy { $0.field != .published })
  }
}
