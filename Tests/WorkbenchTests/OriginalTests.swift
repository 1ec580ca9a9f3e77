import CaseModel
import CaseStore
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Workbench

/// The files from which texts were taken: kept, saved, and what was cut of them put in later.
@Suite struct OriginalTests {
  private static let text =
    "Headline\r\n\r\nNorth will meet South.\r\n\r\nSouth said no.\r\n\r\nAdvertisement\r\n"

  private static func came(
    _ fields: [(String, String)]
  ) async throws -> (Reception, Case.Source) {
    let reception = try await Reception()
    let (_, upload) = try await reception.asked(.file("news.txt", Array(text.utf8)))
    _ = try await reception.save(upload, fields)
    return (reception, try #require(try reception.sources.first))
  }

  @Test func aPlainTextIsCutByParagraphsAndItsOriginalKept() async throws {
    let (reception, source) = try await Self.came(Reception.fields(first: 2, last: 3))
    #expect(try reception.text(source) == "North will meet South.\r\n\r\nSouth said no.\r\n\r\n")
    let stored = try reception.desk.store.stored()
    let original = try #require(stored.original(of: source))
    #expect(original.name == "news.txt" && original.parts == "2-3")
    #expect(original.sha256 == SHA256Digest(of: Self.text.utf8))
    #expect(original.length == Self.text.utf8.count)
    let page = try await reception.desk.site.get(
      "/documents/\(source.id)", cookie: reception.cookie
    ).text
    #expect(page.contains("Original and digests") && page.contains("See what was left out"))
    let saved = try await reception.desk.site.get(
      "/documents/\(source.id)/original", cookie: reception.cookie)
    #expect(saved.text == Self.text)
    #expect(saved.headers[.contentType] == "application/octet-stream")
    #expect(saved.headers[.contentDisposition]?.contains("news.txt") == true)
    #expect(try DragomanFile.verify(reception.desk.path).problems == [])
  }

  @Test func whatWasCutIsPutInAndQuotesMoveWithTheirWords() async throws {
    let (reception, source) = try await Self.came(Reception.fields(first: 2, last: 3))
    let coded = try await CodingTests.live(
      reception.desk, "/coding/statements", reception.cookie,
      [
        ("source", source.id.raw), ("exact", "South said no"), ("speaker", "+South"),
        ("act", "reject"), ("gist", "South refuses"),
      ])
    #expect(coded.status == 200, "\(coded.answer)")
    let before = try reception.desk.store.theCase().statements[0]
    let range = try await reception.desk.site.get(
      "/documents/\(source.id)/range", cookie: reception.cookie
    ).text
    #expect(range.contains("Advertisement") && range.contains("name=\"t-first\""))
    let form = [("source", source.id.raw), ("back", "/documents")]
    let widened = try await reception.desk.post(
      "/documents/range", cookie: reception.cookie,
      form + [("t-title", ""), ("t-first", "1"), ("t-last", "4")])
    #expect(widened.status == 303, "\(widened.text)")
    #expect(try reception.text(source) == Self.text)
    let after = try reception.desk.store.theCase().statements[0]
    #expect(after.quote.spans[0].start == before.quote.spans[0].start + 12)
    #expect(after.quote.spans[0].exact == "South said no")
    let now = try reception.desk.store.theCase()
    #expect(now.sources[0].text.sha256 == SHA256Digest(of: Self.text.utf8))
    #expect(try DragomanFile.verify(reception.desk.path).problems == [])
    // Words that are quoted are not cut.
    let cut = try await reception.desk.post(
      "/documents/range", cookie: reception.cookie,
      form + [("t-title", ""), ("t-first", "1"), ("t-last", "2")])
    #expect(cut.status == 409 && cut.text.contains("quotes words that would be cut"))
    #expect(try reception.text(source) == Self.text)
    // It is one change, undone as one.
    let group = try reception.desk.store.newestGroup()
    _ = try await reception.desk.post("/undo", cookie: reception.cookie, [("group", "\(group)")])
    #expect(try reception.desk.store.theCase().statements[0] == before)
    #expect(try reception.text(source) == "North will meet South.\r\n\r\nSouth said no.\r\n\r\n")
  }

  @Test func anOriginalGoesWithItsText() async throws {
    let (reception, source) = try await Self.came(Reception.fields(first: 2, last: 3))
    let stored = try reception.desk.store.stored()
    let original = try #require(stored.original(of: source))
    #expect(try reception.desk.store.bytes(of: original) == Array(Self.text.utf8))
    try reception.desk.store.update(by: "anna", at: Desk.start, message: "withheld") { stored in
      var theCase = stored.theCase
      let digest = try #require(theCase.sources[0].text.sha256)
      theCase.sources[0].text = Case.TextRecord(withheld: digest, length: 44)
      var update = CaseUpdate(theCase)
      update.withheld = [source.text.file ?? ""]
      return update
    }
    #expect(try reception.desk.store.bytes(of: original) == nil)
    let asked = try await reception.desk.site.get(
      "/documents/\(source.id)/original", cookie: reception.cookie)
    #expect(asked.status == 404)
  }
}
