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
    ("seats", "1,300 seats", "fewer"), ("people", "1,300 people", "fewer"),
    ("tonnes", "1,300 tonnes", "less"),
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

  /// Number and unit agree, however the unit was written.
  @Test(arguments: [
    (1, "seats", "1 seat"), (1, "seat", "1 seat"), (2, "seat", "2 seats"), (2, "seats", "2 seats"),
    (1, "people", "1 person"), (3, "people", "3 people"), (3, "man", "3 men"),
    (1, "bodies", "1 body"), (1, "churches", "1 church"), (1, "class", "1 class"),
    (1, "million euro", "1 million euros"), (1, "percent", "1 percent"), (2, "km", "2 km"),
    (2, "seat in the council", "2 seats in the council"),
    (1, "seats in the council", "1 seat in the council"),
    (5, "working day", "5 working days"), (1, "working days", "1 working day"),
    (2, "truck a day", "2 trucks a day"), (2, "per cent", "2 per cent"),
    (3, "tonne of grain", "3 tonnes of grain"),
    (2, "m³/s", "2 m³/s"), (2, "gas", "2 gas"),
  ])
  func numberAndUnitAgree(_ number: Int32, _ unit: String, _ words: String) {
    #expect(Quantity(Amount(number), unit: unit).words == words)
  }
}
