import CaseModel
import StateOfPlay
import Testing

/// What a matrix says of the words that a filter leaves out, of changes, and of accounts that differ.
@Suite struct PositionsThroughFiltersTests {
  private func cell(_ theCase: Case, _ lens: Lens) throws -> PositionsView.Cell {
    let row = try #require(positions(theCase, lens).rows.first)
    return try #require(row.cells.first { $0.party == "north" })
  }

  private var graded: [String] {
    [
      "id: a, act: offer, date: 2025-05-01, credibility: 2",
      "id: b, act: demand, date: 2025-05-02, credibility: 5, about: {issue: water, option: dammed}",
      "id: c, act: demand, date: 2025-05-03, source: leaf, about: {issue: water, option: metered}",
    ]
  }

  @Test func whatAFilterLeavesOutIsCounted() throws {
    let theCase = try record(graded)
    #expect(try cell(theCase, Lens()).leftOut == nil)
    var lens = Lens()
    lens.worstCredibility = 3
    let some = try cell(theCase, lens)
    #expect(some.leftOut == 2 && some.statements.map(\.statement) == ["a"])
    lens.worstCredibility = 1
    let none = try cell(theCase, lens)
    #expect(none.isEmpty && none.leftOut == 3)
    #expect(try #require(positions(theCase, lens).rows.first).cells.last?.leftOut == nil)
  }

  @Test func everyFilterCounts() throws {
    let theCase = try record(graded)
    var source = Lens()
    source.sources = ["leaf"]
    #expect(try cell(theCase, source).leftOut == 2)
    var near = Lens()
    near.directness = .quoted
    #expect(try cell(theCase, near).leftOut == 3)
    // A date asked about is no filter: what had not been said then is not left out.
    #expect(try cell(theCase, .asOf("2025-05-01")).leftOut == nil)
    let late = try Lens.reportedBy("2025-05-20")
    #expect(try cell(theCase, late).leftOut == 2)
  }

  @Test func aMoveIsShownBeforeWhatIsMerelyNew() throws {
    let theCase = try record([
      "id: a, act: reject, date: 2025-05-01", "id: b, act: accept, date: 2025-05-10",
      "id: c, act: demand, date: 2025-05-12, about: {issue: water, option: metered}",
    ])
    #expect(try cell(theCase, Lens()).changed == nil)
    var lens = Lens()
    lens.since = try EDTFDate("2025-05-05")
    let changed = try #require(try cell(theCase, lens).changed)
    #expect(changed.isMove)
    #expect(
      changed.kinds
        == changes(theCase, lens).changes.last { $0.isMove && $0.party == "north" }?.kinds)
    lens.since = try EDTFDate("2025-06-05")
    #expect(try cell(theCase, lens).changed == nil)
  }

  @Test func accountsThatDifferStandWithThePositions() throws {
    let issues = """
      issues:
        - {id: water, title: What happened, kind: factual,
           options: [{id: shared, title: It was shared}, {id: dammed, title: It was dammed}]}
      """
    func said(_ id: String, _ speaker: String, _ option: String) -> String {
      "id: \(id), speaker: \(speaker), act: state, date: 2025-05-01, about: {issue: water, option: \(option)}"
    }
    let rivals = try record(
      [said("a", "north", "shared"), said("b", "south", "dammed")], with: issues)
    let view = positions(rivals)
    #expect(view.rows.isEmpty)
    #expect(view.accounts?.map(\.sides.count) == [2])
    #expect(view.accounts == contradictions(rivals).groups.filter { $0.kind == .account })
    let agreed = try record(
      [said("a", "north", "shared"), said("b", "south", "shared")], with: issues)
    #expect(positions(agreed).accounts == nil)
  }
}
