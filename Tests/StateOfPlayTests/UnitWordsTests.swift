import CaseModel
import StateOfPlay
import Testing

/// Numbers in the words of their unit, and the last of them in those of the position.
@Suite struct UnitWordsTests {
  private func cellOf(
    _ values: [String], unit: String, want: String = "less"
  ) throws -> PositionsView.Cell {
    let lines = values.enumerated().map { place, value in
      "id: v\(place), act: offer, date: 2031-03-0\(place + 1), about: {issue: sum, value: {\(value), unit: \(unit)}}"
    }
    let issue =
      "issues: [{id: sum, title: The sum, kind: negotiable, value: quantity, unit: \(unit), wants: {north: \(want)}}]"
    return try cell(record(lines, with: issue), on: "sum")
  }

  @Test(arguments: [
    ("billion", "1,300 billion", "less"), ("billion dollar", "1,300 billion dollars", "less"),
    ("tonne", "1,300 tonnes", "less"), ("percent", "1,300 percent", "less"),
    ("person", "1,300 persons", "fewer"), ("thousand person", "1,300 thousand persons", "fewer"),
  ])
  func moneyIsLessAndPersonsAreFewer(_ unit: String, _ words: String, _ less: String) throws {
    let cell = try cellOf(["quantity: 1300"], unit: unit)
    #expect(cell.answers.map(\.title) == [words])
    #expect(cell.values?.range == "\(words) or \(less)")
  }

  @Test func aNumberSaidAgainIsGivenAsThePositionHasIt() throws {
    let cell = try cellOf(
      ["quantity: 400, comparator: ≥", "quantity: 400"], unit: "billion", want: "more")
    #expect(cell.values?.trajectoryWords == "400")
    #expect(cell.answers.first?.title == "400 billion")
  }
}
