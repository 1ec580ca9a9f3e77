import CaseModel
import StateOfPlay
import Testing

/// "A yes to a whole that is still open is no yes to the part alone: what the party says by itself, where
/// that is another answer, is shown beside it, whichever of the two counts."
@Suite struct ApartAnswersTests {
  private static let sections = """
    case: {id: valley, title: Talks on the valley, parties: [north, south, west]}
    milestones: [{id: fund, title: The fund is paid}]
    issues:
      - {id: pay, title: Pay, kind: negotiable, value: quantity, unit: percent, wants: {north: more, south: less}}
      - {id: water, title: Who draws the water, kind: negotiable, options: [{id: shared, title: By turns}, {id: metered, title: By meter}]}
    """
  private let asked =
    "id: w, act: demand, date: 2031-03-01, about: {issue: pay, value: {quantity: 8, unit: percent}}"
  private let offer =
    "id: o, speaker: south, act: offer, date: 2031-03-02, about: {together: [{issue: pay, value: {quantity: 5, unit: percent}}, {issue: water, option: shared}]}"
  private let yes = "id: a, act: accept, date: 2031-03-03, about: {statement: o}"

  private func pay(_ lines: [String]) throws -> PositionsView.Cell {
    try cell(record(lines, with: Self.sections), on: "pay")
  }

  @Test func aYesWithinAPackageStandsBesideTheNumberAskedForByItself() throws {
    let cell = try pay([asked, offer, yes])
    #expect(cell.answers.filter(\.isAccepted).map(\.title) == ["5 percent"])
    let apart = try #require(cell.apart?.first)
    #expect(cell.apart?.count == 1)
    #expect(apart.title == "8 percent" && !apart.isPackage && apart.statements == ["w"])
    // Once all have accepted the package, that is what it takes.
    let all = yes.replacing("id: a", with: "id: b, speaker: west")
    #expect(try pay([asked, offer, yes, all]).apart == nil)
  }

  @Test func aYesWithAConditionStandsBesideItToo() throws {
    let tied = yes + ", requires: [{milestone: fund, kind: before}]"
    let cell = try pay([asked, offer, tied])
    let taken = cell.answers.filter(\.isAccepted)
    #expect(taken.map(\.title) == ["8 percent", "5 percent"])
    #expect(taken.map(\.stances) == [[.for], [.forIf]])
    // What it says by itself later stands alone.
    let again = asked.replacing("id: w", with: "id: v").replacing("03-01", with: "03-09")
    let last = try pay([asked, offer, tied, again])
    #expect(last.apart == nil && last.answers.filter(\.isAccepted).map(\.title) == ["8 percent"])
  }

  @Test func theSameNumberIsNotShownTwice() throws {
    let five = asked.replacing("quantity: 8", with: "quantity: 5")
    #expect(try pay([five, offer, yes]).apart == nil)
  }
}
