import CaseModel
import Foundation
import StateOfPlay
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import Presentation

@Suite struct HTMLFaceTests {
  /// As a page of well-formed XML, which is stricter than HTML: nothing unescaped gets through.
  static func parse(_ fragment: String) -> Bool {
    XMLParser(data: Data(fragment.utf8)).parse()
  }

  @Test(arguments: 0..<150)
  func everyTagIsClosed(_ seed: Int) {
    let fragment = HTMLFace().fragment(RandomDocument.make(seed: seed)).text
    #expect(Self.parse(fragment), "\(fragment)")
  }

  static let hostile = "</style></title><script>alert(1)</script>\" onclick='x' &lt; \u{0}\u{1B}"

  @Test func hostileTextInEveryField() throws {
    let hostile = Self.hostile
    let styles: [Inline.Style] = [
      .plain, .strong, .faint, .reference, .warning, .stance(.against), .condition, .redLine,
      .contested,
    ]
    let inlines = styles.map { Inline(hostile, $0) } + [Inline("`\(hostile)`")]
    var table = Table(
      hostile, [Table.Column(hostile), Table.Column(hostile)], inlines.map { [[$0], [$0, $0]] })
    table.hasRowHeads = true
    var empty = Table("", [])
    empty.emptyWords = hostile
    let picture = Picture(
      title: hostile, description: hostile, width: 10, height: 10, body: "", alternative: nil)
    var document = Document(
      hostile,
      [
        .remark(Inline(hostile)), .heading(hostile), .items(inlines), .quotation(hostile),
        .table(table), .table(empty), .picture(picture),
        .paragraph(Inline("[\(hostile)]", links: [hostile])), .remark(Inline(hostile)),
      ])
    document.kicker = Inline(hostile)
    document.citations = [Citation(id: hostile, gist: hostile, origin: hostile)]
    let fragment = HTMLFace().fragment(document).text
    #expect(Self.parse(fragment))
    let page = HTMLFace().render(document)
    #expect(!page.contains("<script"))
    #expect(!page.contains("\" onclick"))
    #expect(!page.contains("\u{0}") && !page.contains("\u{1B}"))
    #expect(page.components(separatedBy: "</style>").count == 2)
    #expect(page.components(separatedBy: "</title>").count == 3)
  }

  @Test func aPageAsksNothingOfAnybody() {
    let page = HTMLFace().render(RandomDocument.make(seed: 3))
    #expect(page.contains("default-src 'none'"))
    for word in ["http:", "https:", "src=", "@import", "url("] {
      #expect(!page.replacing("http://www.w3.org/2000/svg", with: "").contains(word))
    }
  }

  @Test func aStanceSaysItsWordBesideItsGlyph() {
    let table = Table(
      "c", [Table.Column("Issue"), Table.Column("Ukraine")],
      [
        [
          ["Truce"],
          [
            Inline("✓", .stance(.for)) + Inline(" thirty days") + Inline(" — ")
              + Inline("red line", .redLine),
            Inline("16 May ", .faint) + Inline("[a-1]", links: ["a-1"]),
          ],
        ]
      ])
    let html = HTMLFace().fragment(Document("t", [.table(table)])).text
    #expect(
      html.contains(
        "<span class=\"stance for\"><b aria-hidden=\"true\">✓</b>for</span>"))
    #expect(html.contains("<strong class=\"red-line\">red line</strong>"))
    #expect(html.contains("data-column=\"Ukraine\""))
    #expect(html.contains("scope=\"col\""))
  }

  @Test func referencesLeadToWhatIsCited() {
    let line = Inline("[a-1, a-12 +3]", links: ["a-1", "a-12"])
    var document = Document("t", [.paragraph(line)])
    document.citations = [Citation(id: "a-12", gist: "g", origin: "o")]
    let html = HTMLFace().fragment(document).text
    #expect(
      html.contains(
        "[<span>a-1</span>, <a href=\"#statement-a-12\" title=\"o: g\" dir=\"auto\">a-12</a> +3]"))
    #expect(html.contains("id=\"statement-a-12\""))
    #expect(!HTMLFace().fragment(Document("t", [.paragraph(line)])).text.contains("<a "))
    let elsewhere = HTMLFace { link in
      if case .entry(.statements, let id) = link { "/statements/\(id)" } else { nil }
    }
    #expect(
      elsewhere.fragment(Document("t", [.paragraph(line)])).text.contains(
        "href=\"/statements/a-1\""))
  }

  /// A person reads who said it and when, and the gist on hovering; the brief has room for numbers alone.
  @Test func referencesAreSpeakersAndDates() {
    let line = Inline("[a-1, a-12 +3]", links: ["a-1", "a-12"])
    var document = Document("t", [.paragraph(line)])
    document.citations = ["a-1", "a-12"].map {
      Citation(id: $0, said: "Ana, 3 May", gist: "words", origin: "Ana · 3 May · Paper")
    }
    let html = HTMLFace().fragment(document).text
    #expect(html.contains(">Ana, 3 May</a>; <a"))
    #expect(html.contains("title=\"Ana · 3 May · Paper: words\""))
    #expect(!html.contains(">a-12</a>"))
    document.noteNumbers = ["a-1": 1, "a-12": 2]
    let short = HTMLFace().fragment(document).text
    #expect(short.contains(">1</a>, <a") && short.contains("<dt>2</dt>"))
    #expect(!short.contains(">a-1</a>"))
  }

  /// What is of use at a terminal alone is on no page, and what pages alone show is in no text.
  @Test func aPageHasNoIDsOfDocuments() {
    var table = Table(
      "Documents", [.init("Id", only: .plain), .init("Notes", only: .page), .init("Document")])
    table.row("paper", "1–3", "The Paper")
    let line = Inline("Read on") + Inline("; `dragoman show` says more", .command)
    let document = Document("t", [.paragraph(line), .table(table)])
    let page = HTMLFace().fragment(document).text
    #expect(page.contains("1–3") && !page.contains(">paper<") && !page.contains("dragoman show"))
    let text = TextFace().render(document)
    #expect(text.contains("paper") && !text.contains("1–3") && text.contains("dragoman show"))
  }

  /// Everything but what was typed between backquotes is found again in the page's text.
  @Test func everyScriptIsKept() {
    let words = "Київ שלום سلام 停火"
    let html = HTMLFace().fragment(Document(words, [.items([Inline(words)])])).text
    #expect(html.contains("<h1 dir=\"auto\">\(words)</h1>"))
    #expect(html.contains("<li dir=\"auto\">\(words)</li>"))
  }

  @Test(arguments: 0..<20)
  func sameDocumentSameBytes(_ seed: Int) {
    let document = RandomDocument.make(seed: seed)
    #expect(HTMLFace().render(document) == HTMLFace().render(document))
  }
}
