import CaseModel
import Foundations
import Interchange
import Presentation
import StateOfPlay
import TestSupport
import Testing

@testable import Workbench

@Suite struct AddressTests {
  /// What an address says is read as what it was made from, whatever is in it.
  @Test func addressesAreReadAsWritten() throws {
    let theCase = try ExampleCase.istanbul().theCase
    let index = CaseIndex(theCase)
    var random = SplitMix64(seed: 7)
    let dates = ["2022", "2025-05", "2025-05-16", "2022-23", "2022-03~"]
    for _ in 0..<2000 {
      var lens = Lens()
      func date() throws -> EDTFDate? {
        try Bool.random(using: &random)
          ? EDTFDate(dates.randomElement(using: &random) ?? "2022") : nil
      }
      lens.asOf = try date()
      lens.since = try date()
      lens.knownAt = try date()
      lens.reportedBy = try date()
      lens.parties = theCase.header.parties.filter { _ in Bool.random(using: &random) }
      lens.issues = theCase.issues.map(\.id).filter { _ in
        Int.random(in: 0..<6, using: &random) == 0
      }
      lens.sources = theCase.sources.map(\.id).filter { _ in Bool.random(using: &random) }
      lens.worstCredibility =
        Bool.random(using: &random) ? Int.random(in: 1...5, using: &random) : nil
      lens.directness =
        Bool.random(using: &random) ? Directness.allCases.randomElement(using: &random) : nil
      var own = Query()
      own.add("q", ["a b+c&d=e#f?%", "перемирие", "x/y:z", ""].randomElement(using: &random))
      let address = ViewAddress(path: "/search", lens: lens, own: own)
      let text = address.href
      let query = try #require(Query(String(text.drop { $0 != "?" }.dropFirst())))
      let again = try ViewAddress(path: "/search", query: query, own: ["q"], index: index)
      #expect(again == address)
      #expect(again.href == text)
    }
  }

  @Test(arguments: [
    ("a=1&b=2", [("a", "1"), ("b", "2")]), ("a=%D0%BF+%2B", [("a", "п +")]), ("a", [("a", "")]),
    ("=x&&", [("", "x")]),
  ])
  func queriesAreRead(_ text: String, _ items: [(String, String)]) throws {
    let query = try #require(Query(text))
    #expect(query.items.map(\.name) == items.map(\.0))
    #expect(query.items.map(\.value) == items.map(\.1))
  }

  @Test func brokenEscapesAreNoQuery() {
    #expect(Query("a=%zz") == nil)
    #expect(Query("a=%ff") == nil)
  }

  @Test func wordsInMarkupAreEscaped() {
    let words = "<i>\"&'"
    let html: HTML = "<p title=\"\(words)\">\(words)\("<b>", when: false)\(3)</p>"
    #expect(html.text == "<p title=\"&lt;i&gt;&quot;&amp;&#39;\">&lt;i&gt;&quot;&amp;&#39;3</p>")
  }
}
