import CaseModel
import StateOfPlay
import Testing

/// The documents and what was taken from them.
@Suite struct SourcesTests {
  @Test func statementsAreCountedWithTheirSource() throws {
    let theCase = try record([
      "id: a, act: demand", "id: b, act: reject", "id: c, act: demand, source: leaf",
    ])
    let rows = sources(theCase, texts: CaseTexts()).rows
    #expect(rows.map(\.statements) == [2, 1])
    #expect(rows.map(\.text) == [.withheld, .withheld])
    #expect(rows.map(\.provedQuotes) == [nil, nil])
  }

  @Test func aTextAtHandProvesItsQuotes() throws {
    let theCase = try record(["id: a, act: demand, quote: {start: 0, end: 8, exact: By turns}"])
    var texts = CaseTexts()
    texts.states["paper"] = .loaded(SourceText("By turns, says the envoy."))
    let row = try #require(sources(theCase, texts: texts).rows.first)
    #expect(row.quotes == 1 && row.provedQuotes == 1)
    #expect((row.coverage ?? 0) == 32)
  }

  @Test func theLensChoosesSources() throws {
    var lens = Lens()
    lens.sources = ["leaf"]
    let rows = sources(try record(["id: a, act: demand"]), lens, texts: CaseTexts()).rows
    #expect(rows.map(\.source) == ["leaf"])
  }
}
