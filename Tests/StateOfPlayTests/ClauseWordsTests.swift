import CaseModel
import StateOfPlay
import Testing

/// What clauses of texts settle, on a toll bridge: each view must give the same answer.
@Suite struct ClauseWordsTests {
  private static let high =
    "id: high, speaker: hill, act: demand, date: 2051-02-01, \(Bridge.coins("16"))"
  private static let low =
    "id: low, speaker: shore, act: offer, date: 2051-02-01, \(Bridge.coins("9"))"
  private static let report =
    "id: report, speaker: gazette, act: state, date: 2051-03-28, about: {draft: common, clause: c0}"

  private static func common(_ clause: String) -> String {
    Bridge.text(
      "common", "2051-03-28",
      "by: [hill, shore], status: [{level: tabled, date: 2051-03-28, basis: ana}]", [clause])
  }

  private static let clause =
    "about: {issue: toll, value: {quantity: 12, unit: coin}}, status: agreed, evidence: [report]"

  @Test func aClauseAgreedByAllWhoseTextItIsIsTheWordOfEachOfThem() throws {
    for clause in [Self.clause, Self.clause + ", by: [hill, shore]"] {
      let lines = [Self.high, Self.low, Self.report]
      let views = try Bridge.views(lines, texts: [Self.common(clause)])
      let line = try #require(views.line("toll"))
      #expect(line.state == .agreed)
      #expect(line.answers.map(\.answer) == ["12 coins"])
      #expect(line.reservations.isEmpty)
      #expect(views.answer("hill", "toll", "12 coins")?.stances == [.for])
      #expect(views.answer("hill", "toll", "16 coins")?.isSuperseded == true)
      #expect(views.kinds("hill").last == [.softened])
      // Before the day on which it was agreed the demand stands.
      let before = try Bridge.views(lines, texts: [Self.common(clause)], asOf: "2051-03-01")
      #expect(before.answer("hill", "toll", "16 coins")?.isSuperseded == false)
    }
  }

  @Test func aClauseOfOneIsNoOneElsesWord() throws {
    let views = try Bridge.views(
      [Self.high, Self.low, Self.report], texts: [Self.common(Self.clause + ", by: [shore]")])
    #expect(views.line("toll")?.state == .apart)
    #expect(views.answer("hill", "toll", "16 coins")?.isSuperseded == false)
    #expect(views.answer("shore", "toll", "12 coins")?.stances == [.for])
  }

  @Test func anAgreedClauseDropsNoConditionOfItsOwnAnswer() throws {
    let asked =
      "id: asked, speaker: hill, act: offer, date: 2051-03-01, \(Bridge.coins("12")), requires: [{issue: lamps, option: lit, kind: before}]"
    let views = try Bridge.views(
      [Self.low, asked, Self.report], texts: [Self.common(Self.clause)])
    #expect(views.preconditions.edges.map(\.state) == [.standing])
    #expect(views.line("toll")?.state == .conditional)
  }

  @Test func aClauseOnSeveralSubjectsSettlesEach() throws {
    let ours =
      "id: ours, speaker: hill, act: demand, date: 2051-02-01, about: {issue: keeper, option: ours}"
    let theirs =
      "id: theirs, speaker: shore, act: demand, date: 2051-02-01, about: {issue: keeper, option: theirs}"
    let sign =
      "id: sign, speaker: [hill, shore], act: accept, date: 2051-04-01, about: {draft: pact}"
    let pact = Bridge.text(
      "pact", "2051-04-01",
      "by: [hill, shore], signed: {date: 2051-04-01, by: [hill, shore], evidence: [sign]}",
      [
        "about: [{issue: keeper, option: theirs}, {issue: lamps, option: lit}], status: agreed, evidence: [sign]"
      ])
    let wait =
      "id: wait, speaker: shore, act: condition, date: 2051-02-05, \(Bridge.coins("11")), requires: [{issue: lamps, option: lit, kind: before}]"
    let views = try Bridge.views([ours, theirs, wait, sign], texts: [pact])
    #expect(views.line("keeper")?.state == .agreed)
    #expect(views.line("keeper")?.answers.map(\.answer) == ["theirs"])
    #expect(views.line("lamps")?.state == .agreed)
    #expect(views.answer("hill", "keeper", "ours")?.isSuperseded == true)
    #expect(views.preconditions.edges.map(\.state) == [.fulfilled])
  }
}
