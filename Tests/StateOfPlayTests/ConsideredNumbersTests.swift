import CaseModel
import StateOfPlay
import Testing

/// "A number to which the party is only open is one that it would consider, and none that it has moved to."
@Suite struct ConsideredNumbersTests {
  private func pay(_ number: String) -> String {
    "about: {issue: pay, value: {quantity: \(number), unit: percent}}"
  }

  private func values(_ lines: [String]) throws -> ValuePosition {
    let theCase = try record(lines, with: LedgerTests.port)
    return try #require(try cell(theCase, of: "union", on: "pay").values)
  }

  @Test func whoIsOnlyOpenHasNamedNothingThatItWouldTake() throws {
    let open =
      "id: a, speaker: union, act: state, stance: open, date: 2031-03-01, \(pay("6"))"
    let found = try values([open])
    #expect(found.range == nil && found.considered == "6 percent or more")
    #expect(found.trajectoryWords == "6 (considered)")
    #expect(found.trajectory.map(\.isConsidered) == [true])
  }

  @Test func beyondWhatItWouldTakeBothAreSaid() throws {
    let lines = [
      "id: a, speaker: union, act: demand, date: 2031-03-01, \(pay("8"))",
      "id: b, speaker: union, act: state, stance: open, date: 2031-03-05, \(pay("6"))",
    ]
    let found = try values(lines)
    #expect(found.range == "8 percent or more" && found.considered == "6 percent or more")
    #expect(found.trajectoryWords == "8 → 6 (considered)")
    let takes = "id: c, speaker: union, act: accept, date: 2031-03-09, \(pay("6"))"
    let after = try values(lines + [takes])
    #expect(after.range == "6 percent or more" && after.considered == nil)
    #expect(after.trajectoryWords == "8 → 6 (considered) → 6")
  }

  @Test func aYesIsNoConsidering() throws {
    let found = try values(["id: a, speaker: union, act: demand, date: 2031-03-01, \(pay("8"))"])
    #expect(found.considered == nil && found.trajectory.map(\.isConsidered) == [false])
  }
}
