import CaseModel
import Documents
import Foundation
import Testing

@Suite struct ReadablePartTests {
  @Test func pagesOfManyKinds() throws {
    #expect(PageGold.all.count >= 36)
    var sum = 0.0
    for page in PageGold.all {
      let document = try Samples.read(page.bytes, page.name)
      let score = page.score(document.readable)
      #expect(score.f >= 0.75, "\(page.name): \(score)")
      sum += score.f
      // Whatever is cut can be brought back.
      let whole = page.score(String(decoding: document.whole.text.bytes, as: UTF8.self))
      #expect(whole.recall == 1, "\(page.name): \(whole)")
    }
    #expect(sum / Double(max(1, PageGold.all.count)) >= 0.97)
  }

  @Test func whatAPageStatesOfItself() throws {
    let page = try #require(PageGold.all.first { $0.name == "01-news.html" })
    let document = try Samples.read(page.bytes, page.name)
    func first(_ field: ReadDocument.Offer.Field) -> [String] {
      document.offers(field).prefix(1).flatMap { [$0.value, $0.origin] }
    }
    #expect(
      first(.title) == ["Coastal states resume fishing talks in Bergholm", "JSON-LD headline"])
    #expect(first(.published) == ["2024-03-11", "JSON-LD datePublished"])
    #expect(first(.author) == ["Ilse Brandt", "JSON-LD author"])
    #expect(first(.site) == ["The Northern Ledger", "meta og:site_name"])
    #expect(
      first(.link) == ["https://ledger.example/2024/03/11/fishing-talks", "link rel=canonical"])
    #expect(first(.language) == ["en-GB", "html lang"])
    #expect(document.parts.contains { $0.cut == .legalNotice && $0.text.contains("cookies") })
    #expect(document.parts.contains { $0.cut == .teasers })
  }

  @Test func tablesAndListsAreLines() throws {
    let page = try #require(PageGold.all.first { $0.name == "17-data-table.html" })
    let text = try Samples.read(page.bytes, page.name).readable
    #expect(text.contains("\nMember | Para 1 | Para 2 | Para 3\nAlbany | yes | yes | no\n"))
    let list = try Samples.read(
      "<html><body><p>The parties agreed on the following two points on Monday:</p>"
        + "<ol start=3><li>A truce.<li>An exchange.</ol></body></html>", "a.html"
    ).readable
    #expect(list.hasSuffix(":\n\n3. A truce.\n4. An exchange.\n"))
  }

  @Test func choosingParts() throws {
    let page = try #require(PageGold.all.first { $0.name == "05-blog.html" })
    let document = try Samples.read(page.bytes, page.name)
    let comment = try #require(
      document.parts.firstIndex { $0.cut == .comments && $0.text.hasPrefix("Very true") })
    let kept = Set(document.parts.indices.filter { document.parts[$0].cut == nil })
    let wider = document.text(of: kept.union([comment]))
    let place = try #require(wider.places.first { $0.part == comment })
    #expect(
      wider.text.text(place.range.lowerBound, place.range.upperBound)
        == document.parts[comment].text)
    #expect(document.text(of: kept) == document.text)
    #expect(document.text(of: [99_999]).text.count == 0)
  }

  @Test func noEmptyAnswerWhereThereIsText() throws {
    for html in [
      "<p>x", "<nav><a href=x>only</a></nav>", "<div style='display:none'>hidden</div>",
      "<footer>© 2020</footer>", "plain words without any tag", "<td>cell", "<h1>Title</h1>",
      "<aside><p>Everything stands in the margin of this page, the whole of the report.</p></aside>",
      "<form><label>Name</label></form>",
    ] {
      let document = try Samples.read("<html><body>" + html, "a.html")
      #expect(!document.readable.isEmpty, "\(html)")
    }
    #expect(throws: DocumentError.noText(.html)) {
      try Samples.read("<html><body><script>var text = 1;</script></body></html>", "a.html")
    }
  }

  @Test func hostilePages() throws {
    let long = String(repeating: "<b>", count: 300_000) + "deep text"
    #expect(try Samples.read("<html>" + long, "a.html").readable == "deep text\n")
    let nested = String(repeating: "<div>", count: 200_000) + "<p>deep text"
    #expect(try Samples.read("<html>" + nested, "a.html").readable == "deep text\n")
    let disorder =
      String(repeating: "<div><b>", count: 30_000) + String(repeating: "</i>", count: 400_000)
    #expect(throws: DocumentError.self) { try Samples.read("<html>" + disorder + "x", "a.html") }
    #expect {
      try Samples.read(
        Array(("<html>" + String(repeating: "<p>word</p>", count: 300)).utf8), "a.html"
      ) { $0.maximumElements = 100 }
    } throws: { fault in
      (fault as? DocumentError)?.words.contains("more than 100 elements") == true
    }
    let script = try Samples.read(
      "<html><script>document.write('<p>never</p>')</script><p onclick='x()'>A &amp; B &lt;b&gt; "
        + "&#x41F;&unknown; &#0; end.<img src=x onerror=alert(1)></p><style>p{}</style>", "a.html")
    #expect(script.readable.hasPrefix("A & B <b> П&unknown;"))
    #expect(!script.readable.contains("never") && !script.readable.contains("alert"))
  }
}
