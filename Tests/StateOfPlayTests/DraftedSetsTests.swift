import CaseModel
import StateOfPlay
import Testing

/// Sets and days as options of a drafted scenario.
@Suite struct DraftedSetsTests {
  private static let issues = """
    issues:
      - {id: sectors, title: Sectors, kind: negotiable, value: set, members: [{id: energy}, {id: steel}, {id: shipping}], wants: {north: more, south: less}}
      - {id: year, title: The year, kind: negotiable, value: date, wants: {north: less, south: more}}
    """

  @Test func aRefusedPartLeavesTheRestAsAnOptionAndOneRedLine() throws {
    let draft = try draftScenario(
      try record(
        [
          "id: a, act: demand, date: 2031-03-01, about: {issue: sectors, value: {set: [energy, steel, shipping]}}",
          "id: b, speaker: south, act: reject, redLine: true, date: 2031-03-02, about: {issue: sectors, value: {set: [steel]}}",
        ], with: Self.issues))
    let sectors = try #require(draft.issues.first { $0.name == "sectors" })
    #expect(sectors.options.map(\.id) == ["energy-shipping-steel", "energy-shipping"])
    let lines = try #require(draft.parties.first { $0.id == "south" }).redLines
    #expect(lines.map { "\($0.never)" } == ["sectors=energy-shipping-steel"])
    #expect(lines.map(\.title) == ["no “steel”"])
    #expect(draft.faults.isEmpty)
  }

  @Test func aDayOtherThanOnesOwnIsWorthByWhatOneWants() throws {
    let draft = try draftScenario(
      try record(
        [
          "id: a, act: demand, date: 2031-03-01, about: {issue: year, value: {date: ../2040-12-31}}",
          "id: b, speaker: south, act: offer, date: 2031-03-02, about: {issue: year, value: {date: ../2045-12-31}}",
        ], with: Self.issues))
    let north = try #require(draft.parties.first { $0.id == "north" })
    let notes = (north.values["year"]?.pairs ?? []).compactMap(\.value.note)
    #expect(notes == ["for", "worse than any it named"])
  }
}
