import CaseModel
import StateOfPlay
import Testing

/// The matrix as a whole; its cells' rules have suites of their own.
@Suite struct PositionsTests {
  @Test func everyPartyHasACellOnEveryIssue() throws {
    let view = positions(try record(["id: a, act: demand"]))
    #expect(view.parties == ["north", "south"])
    #expect(view.rows.map(\.issue) == ["water"])
    #expect(view.rows.first?.cells.map(\.isEmpty) == [false, true])
  }

  @Test func aPartyChosenIsTheOnlyColumn() throws {
    var lens = Lens()
    lens.parties = ["south"]
    let view = positions(try record(["id: a, act: demand"]), lens)
    #expect(view.parties == ["south"])
    #expect(view.rows.first?.cells.map(\.party) == ["south"])
  }
}
