import CaseModel
import StateOfPlay
import Testing

/// Who holds a condition, who refuses it, and what waits for what in turn, on a dispute over pay at a
/// port.
@Suite struct RefusedConditionsTests {
  private func views(_ lines: [String], _ more: String = "") throws -> LedgerTests.Views {
    try LedgerTests.views(lines, more)
  }

  @Test func aConditionRejectedAsSuchNamesWhoRejectsIt() throws {
    let cond =
      "id: cond, speaker: union, act: condition, date: 2031-03-01, about: {issue: strike, option: \"off\"}, requires: [{issue: rehire, option: back, kind: before}]"
    let rejects =
      "id: rejects, speaker: company, act: reject, date: 2031-03-05, about: {requirement: cond}"
    let edge = try views([cond, rejects]).preconditions.edges.first
    #expect(edge?.state == .standing)
    #expect(edge?.rejections.map(\.party) == ["company"])
    #expect(edge?.rejections.map(\.statements) == [["rejects"]])
    #expect(try views([cond]).preconditions.edges.first?.rejections.isEmpty == true)
  }

  @Test func aThreatToEndItIsNoRefusalOfIt() throws {
    let cond =
      "id: cond, speaker: union, act: condition, date: 2031-03-01, about: {issue: strike, option: \"off\"}, requires: [{issue: rehire, option: back, kind: before}]"
    let threat =
      "id: threat, speaker: union, act: threaten, stance: against, date: 2031-03-05, about: {issue: strike, option: \"off\"}, requires: [{milestone: audit, kind: trigger, stance: against}]"
    let edges = try views([cond, threat]).preconditions.edges
    #expect(edges.first { $0.kind == .before }?.state == .standing)
    let no = threat.replacing("act: threaten", with: "act: reject")
      .replacing(", requires: [{milestone: audit, kind: trigger, stance: against}]", with: "")
    #expect(try views([cond, no]).preconditions.edges.first?.closing?.reason == .refused)
  }

  @Test func whoeverAsksForTheSameIsNamed() throws {
    let first =
      "id: m, speaker: mayor, act: condition, date: 2031-02-01, about: {issue: terms, option: agreed}, requires: [{issue: rehire, option: back, kind: before}]"
    let refuses =
      "id: no, speaker: company, act: reject, date: 2031-03-05, about: {issue: rehire, option: back}"
    let view = try views([
      first, first.replacing("id: m, speaker: mayor", with: "id: u, speaker: union"), refuses,
    ]).preconditions
    let holders = view.blocked.first?.chains.compactMap {
      $0.first.flatMap { view.edge($0)?.holder }
    }
    #expect(holders == ["union", "mayor"])
  }

  @Test func whereOneWaitsForTheOtherAndThatOneForTheFirstItIsAStandoff() throws {
    let talks =
      "id: t, speaker: union, act: condition, date: 2031-03-01, about: {issue: terms, option: agreed}, requires: [{issue: rehire, option: back, kind: before}]"
    let back =
      "id: b, speaker: company, act: condition, date: 2031-03-02, about: {issue: rehire, option: back}, requires: [{issue: strike, option: \"off\", kind: before}]"
    let view = try views([talks, back]).preconditions
    #expect(view.standoffs.map(\.parties) == [["union", "company"]])
    #expect(view.standoffs.map(\.edges) == [[1, 2]])
    // The second holds back the move awaited of it, and not the talks.
    #expect(
      view.standoffs.first?.sentence.contains("; before that, the port company waits") == true)
    #expect(view.deadlocks.isEmpty)
    #expect(try views([talks]).preconditions.standoffs.isEmpty)
  }

  @Test func oneThingAtTwoPricesIsTwoTrades() throws {
    func offer(_ id: String, _ percent: Int, _ speaker: String) -> String {
      "id: \(id), speaker: \(speaker), act: offer, date: 2031-03-01, about: {issue: strike, option: \"off\"}, requires: [{issue: pay, value: {quantity: \(percent), unit: percent}, kind: exchange, giver: company}]"
    }
    let two = try views([offer("a", 8, "union"), offer("b", 2, "company")]).preconditions
    #expect(two.trades.count == 2)
    #expect(two.trades.allSatisfy { $0.steps.count == 2 })
    let one = try views([offer("a", 8, "union"), offer("b", 8, "company")]).preconditions
    #expect(one.trades.count == 1)
  }

  @Test func theBodyThatAloneAsksForItIsNamed() throws {
    let actors = LedgerTests.port.replacing(
      "- {id: agency,",
      with:
        "- {id: council, name: The council, kind: body, speaksFor: [{actor: union, basis: ana}]}\n  - {id: committee, name: The committee, kind: body, speaksFor: [{actor: union, basis: ana}]}\n  - {id: agency,"
    )
    func edge(_ lines: [String]) throws -> PreconditionsView.Edge? {
      try preconditions(record(lines, with: actors)).edges.first
    }
    let asks =
      "id: cond, speaker: council, act: condition, date: 2031-03-01, about: {issue: strike, option: \"off\"}, requires: [{milestone: audit, kind: before}]"
    #expect(try edge([asks])?.body == "council")
    #expect(try edge([asks])?.sentence.hasPrefix("The union (the council) will not") == true)
    let also = asks.replacing("id: cond, speaker: council", with: "id: also, speaker: committee")
    #expect(try edge([asks, also])?.body == nil)
  }
}
