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

  /// Under an as-of date an entry stands as it stood then.
  @Test func anEntryStandsAsItStoodByThen() throws {
    let theCase = try record(
      ["id: early, act: demand, date: 2025-05-02", "id: late, act: accept, date: 2025-06-02"],
      with: """
        commitments:
          - {id: grease, what: Grease it, strength: promised, debtors: [north], agreed: 2025-05-02, evidence: [early, late], status: [{date: 2025-06-02, level: breached, evidence: [late]}]}
        """)
    func page(_ day: String?, _ id: String) throws -> EntryView? {
      var lens = Lens()
      lens.asOf = try day.map { try EDTFDate($0) }
      return entries(theCase, lens, id: id, texts: CaseTexts()).first
    }
    let then = try #require(try page("2025-05-20", "grease"))
    #expect(then.evidence.map(\.statement) == ["early"])
    #expect(!then.fields.contains { $0.name == "status" || $0.value.contains("late") })
    #expect(try page("2025-05-20", "north")?.usedBy.contains { $0.contains("late") } == false)
    #expect(try page("2025-05-20", "late") == nil)
    #expect(try page("2025-05-01", "grease") == nil)
    let whole = try #require(try page(nil, "grease"))
    #expect(Set(whole.evidence.map(\.statement)) == ["early", "late"])
  }
}
