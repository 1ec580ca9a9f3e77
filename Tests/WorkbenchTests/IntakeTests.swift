import CaseModel
import CaseStore
import Foundation
import HTTPTypes
import Interchange
import TestSupport
import Testing

@testable import Workbench

@Suite struct IntakeTests {
  private static let page = """
    <!doctype html><html lang="en"><head><title>Envoys meet in Tarn | The Courier</title>
    <meta property="og:site_name" content="The Courier">
    <meta property="article:published_time" content="2024-05-02T08:00:00Z"></head><body>
    <nav><a href="/a">Home</a> <a href="/b">World</a> <a href="/c">Sport</a></nav>
    <article><h1>Envoys meet in Tarn</h1>
    <p>The envoys of the two valleys met on Thursday for the first time in nine years, said the host.</p>
    <p>North would open the bridge once South had counted its mines, the northern envoy told reporters.</p>
    <script>alert("hostile")</script>
    <p onclick="alert(1)">South called the offer a beginning and asked for a week, its speaker added.</p>
    </article><footer>Copyright The Courier</footer></body></html>
    """

  @Test func aPastedTextComesInAsItStands() async throws {
    let reception = try await Reception()
    let (page, upload) = try await reception.asked(
      .file("", []), .field("text", "Joint note\r\n\r\nBoth sides will meet. 🕊\r\n"))
    #expect(page.contains("value=\"Joint note\"") && page.contains("its first line"))
    let saved = try await reception.save(
      upload, Reception.fields(title: "Joint note", publisher: "The Host", date: "2 May 2024"))
    let source = try #require(try reception.sources.first)
    #expect(saved.status == 303)
    #expect(saved.headers[.location] == "/documents/\(source.id)")
    #expect(try reception.text(source) == "Joint note\n\nBoth sides will meet. 🕊\n")
    let day = try EDTFDate("2024-05-02")
    #expect(source.published == day && source.reliability == .b)
    let theCase = try reception.desk.store.theCase()
    let publisher = theCase.actors.first { $0.id == source.publisher }
    #expect(publisher?.name == "The Host" && publisher?.kind == .outlet)
    // One change, which one undoing takes back whole.
    let group = try reception.desk.store.newestGroup()
    _ = try await reception.desk.post(
      "/undo", cookie: reception.cookie, [("group", "\(group)")])
    #expect(try reception.sources.isEmpty)
    #expect(try reception.desk.store.theCase().actors.isEmpty)
  }

  @Test func aPageOffersWhatItStatesAndIsCutAsIsAsked() async throws {
    let reception = try await Reception()
    let (page, upload) = try await reception.asked(.file("tarn.html", Array(Self.page.utf8)))
    #expect(page.contains("value=\"2 May 2024\"") && page.contains("value=\"The Courier\""))
    #expect(page.contains("class=\"offered\"") && page.contains("Left out: site navigation"))
    #expect(!page.contains("<script>alert") && !page.contains("onclick=\"alert"))
    let first = try #require(page.firstMatch(of: /name="d1-first"[^>]*value="(\d+)"/)).1
    let last = try #require(page.firstMatch(of: /name="d1-last"[^>]*value="(\d+)"/)).1
    let saved = try await reception.save(
      upload,
      Reception.fields(
        title: "Envoys meet in Tarn", publisher: "the courier", date: "2024-05-02",
        first: (Int(first) ?? 0) + 1, last: (Int(last) ?? 0) - 1))
    #expect(saved.status == 303)
    let source = try #require(try reception.sources.first)
    let text = try reception.text(source)
    #expect(text.hasPrefix("The envoys of the two valleys") && !text.contains("asked for a week"))
    #expect(source.id == "tarn" && source.text.file == "texts/tarn.txt")
    #expect(source.text.sha256 == SHA256Digest(of: text.utf8))
    // Everything, with what was cut.
    let (_, again) = try await reception.asked(.file("tarn.html", Array(Self.page.utf8)))
    let whole = try await reception.save(again, [("do", "whole d1-")])
    #expect(whole.status == 200 && whole.text.contains(" checked> With the"))
    let count = try #require(whole.text.firstMatch(of: /name="d1-last" min="1" max="(\d+)"/)).1
    _ = try await reception.save(
      again,
      Reception.fields(title: "All", first: 1, last: Int(count) ?? 0, ["whole": "yes"]))
    let all = try #require(try reception.sources.last)
    #expect(try reception.text(all).contains("Sport"))
  }

  @Test func whatIsThereAlreadyIsNoticed() async throws {
    let reception = try await Reception()
    let words = (1...80).map { "word\($0)" }.joined(separator: " ")
    let (_, upload) = try await reception.asked(.field("text", words))
    _ = try await reception.save(upload, Reception.fields(title: "First"))
    let id = try #require(try reception.sources.first?.id)
    let (same, _) = try await reception.asked(.field("text", words))
    #expect(same.contains("The same text as “First”") || same.contains("The same file as “First”"))
    #expect(same.contains("href=\"/documents/\(id)\""))
    let (near, _) = try await reception.asked(.field("text", words + " and a little more"))
    #expect(near.contains("Nearly the same text as “First”"))
    let (other, _) = try await reception.asked(.field("text", "Something else altogether"))
    #expect(!other.contains("Already here?"))
  }

  @Test func severalComeInByOneChangeAndOneMayBeLeftOut() async throws {
    let reception = try await Reception()
    let (page, upload) = try await reception.asked(
      .file("folder/звіт.txt", Array("Перша промова".utf8)), .file("b.md", Array("# B\n\nb".utf8)),
      .file(".DS_Store", [0, 1]), .file("c.txt", Array("c".utf8)))
    #expect(page.contains("Add 3 documents") && page.contains("<legend dir=\"auto\">звіт.txt"))
    let before = try reception.desk.store.newestGroup()
    let saved = try await reception.save(
      upload,
      Reception.fields(1, title: "Звіт") + Reception.fields(2, title: "B")
        + Reception.fields(3, title: "C", ["out": "yes"]) + [
          ("by", "anna"), ("back", "/documents"),
        ])
    #expect(saved.status == 303 && saved.headers[.location] == "/documents")
    #expect(try reception.sources.map(\.title) == ["Звіт", "B"])
    #expect(try reception.sources.map(\.id.raw) == ["zvit", "b"])
    // The analyst's own entry, and the documents.
    #expect(try reception.desk.store.newestGroup() == before + 2)
    // They wait no longer: the same form again does nothing.
    let again = try await reception.save(upload, Reception.fields(1))
    #expect(again.status == 404 && again.text.contains("no longer waiting"))
    #expect(try reception.sources.count == 2)
  }

  @Test(
    arguments: [
      ("a.txt", [], "is empty"), ("b.txt", Array("  \n \n".utf8), "without any text"),
      ("c.pdf", Array("%PDF-1.7\nno more".utf8), "PDF"), ("d.docx", [0x50, 0x4B, 3, 4, 9], ""),
      ("e.png", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0], ""),
    ] as [(String, [UInt8], String)])
  func whatCannotBeReadIsSaid(_ name: String, _ bytes: [UInt8], _ words: String) async throws {
    let reception = try await Reception()
    let before = try reception.desk.store.newestGroup()
    let (page, _) = try await reception.asked(.file(name, bytes))
    #expect(page.contains("Nothing could be read"))
    #expect(words.isEmpty || page.contains(words))
    #expect(page.contains("class=\"warning\"") && !page.contains("value=\"save\">Add"))
    #expect(try reception.desk.store.newestGroup() == before)
  }

  @Test func aLockedDocumentIsSaidToBeOne() async throws {
    let reception = try await Reception()
    let bytes = try Data(contentsOf: Project.file("Tests/DocumentsTests/Files/locked.pdf"))
    let (page, _) = try await reception.asked(.file("locked.pdf", Array(bytes)))
    #expect(page.contains("protected by a password") || page.contains("pdftotext"))
  }

  @Test(arguments: [
    (["title": " "], "has no title", "d1-title"), (["date": "the 40th of May"], "", "d1-date"),
    (["first": "9", "last": "9"], "numbers from 1 to", "d1-first"),
    (["kind": "rumour"], "kind", "d1-kind"),
    (["title": String(repeating: "x", count: 501)], "longer than 500", "d1-title"),
  ])
  func aFaultKeepsWhatWasTyped(
    _ wrong: [String: String], _ words: String, _ field: String
  ) async throws {
    let reception = try await Reception()
    let (_, upload) = try await reception.asked(.field("text", "Words"))
    let before = try reception.desk.store.newestGroup()
    let answer = try await reception.save(
      upload, Reception.fields(publisher: "The Kept Courier", wrong))
    #expect(answer.status == 400)
    #expect(words.isEmpty || answer.text.contains(words))
    #expect(answer.text.contains("href=\"#\(field)\""))
    #expect(answer.text.contains("value=\"The Kept Courier\""))
    #expect(try reception.desk.store.newestGroup() == before)
    // Put right, it goes through.
    #expect(try await reception.save(upload, Reception.fields()).status == 303)
  }

  @Test func anEncodingIsShownAndChanged() async throws {
    let reception = try await Reception()
    // "Привет, мир" in Windows-1251, often enough to be guessed.
    let line: [UInt8] = [
      0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x2C, 0x20, 0xEC, 0xE8, 0xF0, 0x2E, 0x20,
    ]
    let bytes = Array(repeatElement(line, count: 30).joined())
    let (page, upload) = try await reception.asked(.file("a.txt", bytes))
    #expect(page.contains("Привет, мир") && page.contains("name=\"d1-encoding\""))
    let other = try await reception.save(
      upload, Reception.fields(1, ["encoding": "KOI8-R"]) + [("do", "read d1-")])
    #expect(other.status == 200 && !other.text.contains("Привет, мир"))
    #expect(other.text.contains("value=\"KOI8-R\" selected"))
    let back = try await reception.save(
      upload, Reception.fields(1, ["encoding": "WINDOWS-1251"]) + [("do", "read d1-")])
    #expect(back.text.contains("Привет, мир"))
    _ = try await reception.save(upload, Reception.fields())
    let source = try #require(try reception.sources.first)
    #expect(try reception.text(source).hasPrefix("Привет, мир."))
  }

  // MARK: Texts that are withheld

  private static func withheld() throws -> (theCase: Case, text: [UInt8], id: Case.Source.ID) {
    let file = try CaseFile.open(Project.file("Examples/sarn").path)
    let id = try #require(file.theCase.sources.first?.id)
    let text = try #require(file.texts[id].text)
    var theCase = try file.theCase.detaching(id, texts: file.texts).theCase
    for index in theCase.sources.indices where theCase.sources[index].id != id {
      let other = try #require(file.texts[theCase.sources[index].id].text)
      theCase.sources[index].text = Case.TextRecord(
        withheld: other.digest, length: other.bytes.count)
    }
    return (theCase, text.bytes, id)
  }

  @Test func aWithheldTextIsKnownAndPutBack() async throws {
    let (theCase, text, id) = try Self.withheld()
    let reception = try await Reception(theCase)
    let (page, upload) = try await reception.asked(.file("anything.txt", text))
    #expect(page.contains("This is the text of") && page.contains("/documents/\(id)"))
    let saved = try await reception.save(upload, [])
    #expect(saved.headers[.location] == "/documents/\(id)")
    #expect(try reception.desk.store.stored().texts[id].text?.bytes == text)
  }

  @Test func aTextIsPutBackOnItsOwnPage() async throws {
    let (theCase, text, id) = try Self.withheld()
    let reception = try await Reception(theCase)
    let page = try await reception.desk.site.get("/documents/\(id)", cookie: reception.cookie)
    #expect(page.text.contains("name=\"source\" value=\"\(id)\""))
    let wrong = try await reception.send(
      .field("source", id.raw), .field("by", "Berta"),
      .file("x.txt", Array(text.dropLast(9)) + Array("otherwise".utf8)))
    #expect(wrong.status >= 400 && wrong.text.contains("role=\"alert\""))
    #expect(try reception.desk.store.stored().texts[id].text == nil)
    let right = try await reception.send(
      .field("source", id.raw), .field("by", "Berta"), .file("x.txt", text))
    #expect(right.headers[.location] == "/documents/\(id)")
    #expect(try reception.desk.store.stored().texts[id].text?.bytes == text)
    let after = try await reception.desk.site.get("/documents/\(id)", cookie: reception.cookie)
    #expect(!after.text.contains("Put the text back"))
  }

  // MARK: Guards

  @Test func nothingComesInWithoutTheFormsToken() async throws {
    let reception = try await Reception()
    let foreign = try await reception.desk.site.formToken(
      cookie: try await reception.desk.site.signIn())
    for token in ["", foreign] {
      let answer = try await reception.desk.site.upload(
        "/documents/new", cookie: reception.cookie,
        [.field("form-token", token), .field("text", "words")])
      #expect(answer.status == 403)
    }
    let plain = try await reception.desk.post(
      "/documents/new", cookie: reception.cookie, [("text", "words")])
    #expect(plain.status == 415)
  }

  @Test func oneSessionsDocumentsAreNoOthers() async throws {
    let reception = try await Reception()
    let (_, upload) = try await reception.asked(.field("text", "words"))
    let other = try await reception.desk.site.signIn()
    let page = try await reception.desk.site.get("/documents/intake/\(upload)", cookie: other)
    #expect(page.status == 404 && !page.text.contains("words"))
    let saved = try await reception.desk.post(
      "/documents/intake", cookie: other, [("upload", upload)] + Reception.fields())
    #expect(saved.status == 404)
    #expect(try reception.sources.isEmpty)
  }

  @Test func whereNothingMayBeWrittenNothingComesIn() async throws {
    var options = Workbench.Options()
    options.isReadOnly = true
    let shut = try await Reception(options: options)
    #expect(try await shut.send(.field("text", "words")).status == 403)
    let reception = try await Reception()
    let (_, upload) = try await reception.asked(.field("text", "words"))
    _ = try await reception.desk.post("/room", cookie: reception.cookie, [("to", "on")])
    #expect(try await reception.send(.field("text", "words")).status == 403)
    #expect(try await reception.save(upload, Reception.fields()).status == 403)
    #expect(try reception.sources.isEmpty)
  }

  @Test func aMalformedFormIsABadRequest() async throws {
    let reception = try await Reception()
    let answer = try await reception.desk.site.send(
      .post, "/documents/new",
      headers: [
        .contentType: "multipart/form-data; boundary=x", .cookie: reception.cookie,
        .origin: "http://\(TestSite.host)", .secFetchSite: "same-origin",
      ], body: "--x\r\nnonsense")
    #expect(answer.status == 400)
    let empty = try await reception.send(.file("", []), .field("text", " \r\n"))
    #expect(empty.status == 400 && empty.text.contains("no document in the form"))
  }

  // MARK: What an empty case says

  @Test(arguments: Page.all.filter { $0.place != nil })
  func everyPageOfAnEmptyCaseSaysWhatWouldFillIt(_ page: Page) async throws {
    let reception = try await Reception()
    let answer = try await reception.desk.site.get(page.path, cookie: reception.cookie)
    #expect(answer.status == 200)
    guard !["history", "glossary", "search", "record"].contains(page.name) else { return }
    #expect(answer.text.contains("Bring in the first document"), "\(page.name)")
    #expect(answer.text.contains("<h1>\(page.place?.title ?? "")</h1>"), "\(page.name)")
  }
}
