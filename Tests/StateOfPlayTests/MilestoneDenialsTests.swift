import CaseModel
import StateOfPlay
import Testing

/// An event that is recorded as having come about, and denied: the arrival of observers.
@Suite struct MilestoneDenialsTests {
  private func made(_ statements: [String], asOf: String = "2025-05-20") throws -> (
    edge: PreconditionsView.Edge, rows: [CalendarView.Entry]
  ) {
    let theCase = try record(
      [
        "id: a, act: condition, date: 2025-05-01, about: {issue: water, option: metered}, requires: [{milestone: came, kind: before, due: 2025-05-10}]",
        "id: seen, speaker: west, act: state, date: 2025-05-08, about: {milestone: came}",
      ] + statements,
      with:
        "milestones: [{id: came, title: Observers come, planned: 2025-05-09, reached: {date: 2025-05-08, evidence: [seen]}, basis: ana}]"
    )
    let lens = try Lens.asOf(asOf)
    return (
      try #require(preconditions(theCase, lens).edges.first), calendar(theCase, lens).rows
    )
  }

  private static let denial =
    "id: no, speaker: consul, act: deny, date: 2025-05-12, about: {milestone: came}"

  @Test func whoDeniesThatItCameIsNamedWhereItIsShownAsDone() throws {
    let (edge, rows) = try made([Self.denial])
    #expect(edge.state == .fulfilled)
    #expect(edge.denied?.map(\.by) == ["south"])
    #expect(edge.denied?.map(\.statement) == ["no"])
    #expect(rows.map(\.kind) == [.event, .condition])
    for row in rows {
      #expect(row.state == .done)
      #expect(row.denied?.map(\.by) == ["south"])
      #expect(row.evidence.contains("no"))
    }
  }

  @Test func whatWasSaidBeforeOrTakenBackDeniesNothing() throws {
    let early = Self.denial.replacing("2025-05-12", with: "2025-05-05")
    let later = "id: yes, speaker: south, act: confirm, date: 2025-05-14, about: {milestone: came}"
    for statements in [[], [early], [Self.denial, later]] {
      let (edge, rows) = try made(statements)
      #expect(edge.denied == nil)
      #expect(rows.allSatisfy { $0.denied == nil })
    }
    #expect(try made([Self.denial], asOf: "2025-05-11").edge.denied == nil)
  }
}
