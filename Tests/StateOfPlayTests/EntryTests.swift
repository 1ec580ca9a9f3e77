import CaseModel
import StateOfPlay
import Testing

/// One entry with everything behind it.
@Suite struct EntryTests {
  @Test func aStatementShowsItsChainAndItsPartInAPosition() throws {
    let theCase = try record(["id: a, act: demand, speaker: envoy, via: consul, date: 2025-05-01"])
    let view = try #require(
      entries(theCase, Lens(), id: "a", texts: CaseTexts()).first)
    let way = try #require(view.statement)
    #expect(way.depth == 2)
    #expect(way.readings.map(\.party) == ["north"])
    #expect(way.words == nil, "the text is withheld")
  }

  @Test func anEntryNamesWhereItIsUsed() throws {
    let view = try #require(
      entries(
        try record(["id: a, act: demand"]), Lens(), id: "water", texts: CaseTexts()
      ).first)
    #expect(view.section == .issues)
    #expect(!view.usedBy.isEmpty)
  }
}
