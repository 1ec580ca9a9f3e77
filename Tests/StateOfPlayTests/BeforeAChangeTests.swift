import CaseModel
import StateOfPlay
import Testing

/// What was on record before a change decides which way it went.
@Suite struct BeforeAChangeTests {
  private static let three = """
    case: {id: valley, title: Talks on the valley, parties: [north, south, west]}
    """
  private static let sum = """
    issues:
      - {id: sum, title: The sum, kind: negotiable, value: quantity, unit: crown, wants: {north: less, south: more}}
    milestones: [{id: audit, title: The audit}, {id: vote, title: The vote}]
    """

  private func last(_ lines: [String], with sections: String) throws -> ChangesView.Change {
    try #require(changes(record(lines, with: sections)).changes.last { $0.party == "north" })
  }

  @Test func aDemandDroppedWhileThoseAskedAreSilentIsSofter() throws {
    let lines = [
      "id: a, act: demand, date: 2031-03-01", "id: b, speaker: west, act: demand, date: 2031-03-01",
      "id: c, act: withdraw, drops: a, date: 2031-04-01",
    ]
    #expect(try last(lines, with: Self.three).kinds == [.softened, .withdrawn])
    // What the other side had given is common ground that is left.
    let given = "id: d, speaker: south, act: accept, date: 2031-03-02"
    #expect(try last(lines + [given], with: Self.three).kinds == [.mixed, .withdrawn])
  }

  private func sum(_ id: String, _ day: String, _ number: Int, _ more: String = "") -> String {
    "id: \(id), act: offer, date: 2031-\(day), about: {issue: sum, value: {quantity: \(number), unit: crown}}\(more)"
  }
  private let demand =
    "id: s, speaker: south, act: demand, date: 2031-03-01, about: {issue: sum, value: {quantity: 500, unit: crown}}"
  private let whole =
    "id: c, act: condition, date: 2031-03-01, about: {issue: sum}, requires: [{milestone: audit, kind: before}]"

  @Test func whatWasAskedForAnyNumberIsNoNewRequirementOfTheNext() throws {
    let audit = "{milestone: audit, kind: before}"
    let same = try last(
      [demand, whole, sum("a", "03-01", 200), sum("b", "04-01", 300, ", requires: [\(audit)]")],
      with: Self.sum)
    #expect(same.kinds == [.softened])
    #expect(same.answers.flatMap(\.requirementsAdded).isEmpty)
    let more = try last(
      [
        demand, whole, sum("a", "03-01", 200),
        sum("b", "04-01", 300, ", requires: [\(audit), {milestone: vote, kind: before}]"),
      ], with: Self.sum)
    #expect(more.kinds == [.mixed])
    #expect(more.answers.flatMap(\.requirementsAdded) == ["before: The vote"])
  }

  @Test func aReportThatThePartyDeniedStandsWithItsDenial() throws {
    let told = sum("told", "03-10", 300, ", via: west")
    let denied = "id: no, act: deny, date: 2031-03-11, about: {statement: told}"
    let lines = [demand, sum("a", "03-01", 200), told, sum("b", "04-01", 300)]
    let plain = try last(lines, with: Self.sum)
    #expect(plain.announced.map(\.statement) == ["told"])
    #expect(plain.announced.map(\.denials) == [nil])
    let change = try last(lines + [denied], with: Self.sum)
    #expect(change.announced.map(\.denials) == [["no"]])
  }
}
