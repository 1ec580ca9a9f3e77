import CaseModel
import StateOfPlay
import Testing

/// What a condition awaits by a day, and what came later: the shutting of a dam.
@Suite struct LateConditionsTests {
  private func made(_ reached: String, due: String = "2025-05-10") throws -> Case {
    try record(
      [
        "id: a, act: condition, date: 2025-05-01, about: {issue: water, option: metered}, requires: [{milestone: dam, kind: before, due: \(due)}]"
      ],
      with:
        "milestones: [{id: dam, title: The dam, reached: {date: \(reached), basis: ana}}]")
  }

  @Test func whatCameAfterTheDayNamedIsMetSoManyDaysLate() throws {
    let late = try made("2025-05-12")
    let lens = try Lens.asOf("2025-05-20")
    let edge = try #require(preconditions(late, lens).edges.first)
    #expect(edge.state == .fulfilled)
    #expect(edge.closing?.daysLate == 2)
    #expect(edge.closing?.lateWords == "2 days after the day named")
    let met = changes(late, lens).changes.flatMap(\.answers).flatMap(\.requirementsMet)
    #expect(met.count == 1)
    #expect(met.allSatisfy { $0.hasSuffix("fulfilled 2 days after the day named") })
    let timely = try #require(preconditions(try made("2025-05-10"), lens).edges.first)
    #expect(timely.closing?.daysLate == nil)
  }

  @Test func theSentenceNamesTheDay() throws {
    func sentence(_ due: String) throws -> String {
      try #require(
        preconditions(try made("2025-05-12", due: due), try .asOf("2025-05-20")).edges.first
      ).sentence
    }
    #expect(try sentence("2025-05-10").hasSuffix(", by 10 May 2025"))
    #expect(try sentence("2025-22").hasSuffix(", in summer 2025"))
  }
}
