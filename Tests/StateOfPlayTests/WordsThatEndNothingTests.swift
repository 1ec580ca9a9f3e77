import CaseModel
import StateOfPlay
import Testing

/// Words that look as if they ended what a party said earlier and do not, and what ends instead, on
/// the dispute over pay at a port.
@Suite struct WordsThatEndNothingTests {
  private static let asks =
    "id: asks, speaker: union, act: offer, date: 2031-03-01, about: {issue: strike, option: \"off\"}, requires: [{milestone: audit, kind: before}]"

  private func condition(
    _ lines: [String], _ more: String = "", asOf: String? = nil
  ) throws -> PreconditionsView.Edge {
    try #require(LedgerTests.views(lines, more, asOf: asOf).preconditions.edges.first)
  }

  @Test func anOfferReaffirmedKeepsWhatWasAskedForIt() throws {
    let again =
      "id: again, speaker: union, act: offer, date: 2031-04-01, about: {issue: strike, option: \"off\"}"
    #expect(try condition([Self.asks, again]).closing?.reason == .undertaken)
    #expect(try condition([Self.asks, again + ", change: reaffirmed"]).state == .standing)
  }

  @Test func wordsTakenBackByNameLeaveTheRest() throws {
    let other =
      "id: other, speaker: union, act: condition, date: 2031-03-02, about: {issue: strike, option: \"off\"}, requires: [{milestone: count, met: agreed, kind: before}, {commitment: relief, kind: before}]"
    let relief =
      "\ncommitments: [{id: relief, what: Relief is paid, debtors: company, strength: promised, evidence: [asks]}]"
    let drops =
      "id: drops, speaker: union, act: withdraw, date: 2031-04-01, about: {issue: strike, option: \"off\"}, drops: [asks]"
    let views = try LedgerTests.views([Self.asks, other, drops], relief)
    let states = views.preconditions.edges.map { "\($0.awaited) \($0.state)" }
    #expect(states.contains("milestone/audit closed"))
    #expect(states.contains("commitment/relief standing"))
    // The offer itself stands, and the change is towards the other side.
    #expect(views.answer("union", "strike", "off")?.stances == [.forIf])
    let alone = try LedgerTests.views([Self.asks, drops])
    #expect(alone.answer("union", "strike", "off")?.stances == [.for])
    #expect(alone.kinds("union").last == [.softened])
  }

  @Test func whoDeniesABreachRefusesNothing() throws {
    let relief =
      "\ncommitments: [{id: relief, what: Relief is paid, debtors: company, strength: promised, evidence: [pays]}]"
    let pays =
      "id: pays, speaker: company, act: commit, date: 2031-03-01, about: {commitment: relief}, requires: [{milestone: audit, kind: before}]"
    let denies =
      "id: denies, speaker: company, act: deny, date: 2031-04-01, about: {commitment: relief}"
    #expect(try condition([pays, denies], relief).state == .standing)
    let refuses = denies.replacing("act: deny", with: "act: reject")
    #expect(try condition([pays, refuses], relief).closing?.reason == .refused)
  }

  @Test func whatIsThreatenedIsNoPosition() throws {
    let threat =
      "id: threat, speaker: union, act: threaten, stance: against, date: 2031-03-01, about: {issue: strike, option: \"off\"}, requires: [{milestone: audit, kind: trigger}]"
    let views = try LedgerTests.views([threat])
    #expect(views.answer("union", "strike", "off") == nil)
    #expect(
      views.preconditions.edges.map(\.sentence) == [
        "If “The accounts are audited”, an end to “The strike: It is called off” is threatened by the union"
      ])
  }

  @Test func aThreatOnAPaymentNotMadeSaysSo() throws {
    let relief =
      "\ncommitments: [{id: relief, what: Pay the relief, debtors: company, strength: promised, evidence: [threat]}]"
    let threat =
      "id: threat, speaker: union, act: threaten, date: 2031-03-01, about: {issue: terms, option: old}, requires: [{commitment: relief, kind: trigger, party: company, stance: against, due: 2031-04-30}]"
    #expect(
      try condition([threat], relief).sentence
        == "If the port company has not carried out “Pay the relief” by 30 April 2031, “New terms: The old ones” is threatened by the union"
    )
  }

  @Test func aReportOfAnotherConditionStandsBehindThePartysOwn() throws {
    let draft =
      "\ndrafts: [{id: text, title: The text, by: company, evidence: [own], clauses: []}]"
    let own =
      "id: own, speaker: union, act: condition, date: 2031-03-01, about: {draft: text}, requires: [{milestone: audit, kind: before}]"
    let rumour =
      "id: rumour, speaker: someone, act: accept, date: 2031-03-05, about: {draft: text}, requires: [{milestone: count, met: agreed, kind: before}, {issue: terms, option: agreed, kind: before}]"
    let talks = LedgerTests.port.replacing(
      "  - {id: agency,",
      with:
        "  - {id: someone, name: Someone close to the union, kind: unnamed, partOf: union}\n  - {id: agency,"
    )
    let view = try preconditions(record([own, rumour], with: talks + draft))
    #expect(
      view.edges.filter { $0.voice == .own }.map(\.state) == [.standing])
    #expect(
      view.edges.filter { $0.awaited.hasPrefix("issue/terms") }.map(\.state) == [.contradicted])
  }
}

/// What ends a condition, and when: the first of all that would.
@Suite struct FirstEndingTests {
  private static let asks =
    "id: asks, speaker: union, act: offer, date: 2031-03-01, about: {issue: strike, option: \"off\"}, requires: [{milestone: audit, kind: before}]"
  private static let audited = LedgerTests.port.replacing(
    "{id: audit, title: The accounts are audited}",
    with: "{id: audit, title: The accounts are audited, reached: {date: 2031-04-01, basis: ana}}")

  @Test func whatWasMetBeforeItWasGivenUpWasMet() throws {
    let gives =
      "id: gives, speaker: union, act: withdraw, date: 2031-05-01, about: {issue: strike, option: \"off\"}, drops: [asks]"
    let late = try preconditions(record([Self.asks, gives], with: Self.audited))
    #expect(late.edges.first?.closing?.reason == .fulfilled)
    let early = gives.replacing("2031-05-01", with: "2031-03-15")
    let first = try preconditions(record([Self.asks, early], with: Self.audited))
    #expect(first.edges.first?.closing?.reason == .withdrawn)
  }

  @Test func aNumberIsReplacedByTheFirstThatFollows() throws {
    let lines = [
      "id: ten, speaker: union, act: offer, date: 2031-03-01, about: {issue: pay, value: {quantity: 10, unit: percent}}, requires: [{milestone: audit, kind: before}]",
      "id: eight, speaker: union, act: demand, date: 2031-03-10, about: {issue: pay, value: {quantity: 8, unit: percent}}",
      "id: seven, speaker: union, act: demand, date: 2031-04-10, about: {issue: pay, value: {quantity: 7, unit: percent}}",
    ]
    let edge = try #require(LedgerTests.views(lines).preconditions.edges.first)
    #expect(edge.closing?.reason == .replaced)
    #expect(edge.closing?.statements == ["eight"])
  }
}

/// Of options that exclude each other, one that waits for any of several waits for one thing.
@Suite struct AnyOfSeveralTests {
  private static let waits =
    "id: waits, speaker: union, act: condition, date: 2031-03-01, about: {issue: strike, option: \"off\"}, requires: [{issue: terms, option: [agreed, old], kind: before}]"

  @Test func itIsOneCondition() throws {
    let views = try LedgerTests.views([Self.waits])
    #expect(
      views.preconditions.edges.map(\.sentence) == [
        "The union will not proceed to “The strike: It is called off” until “New terms: As drafted or The old ones” is agreed"
      ])
  }

  @Test func itIsBlockedOnlyWhereAllAreRefused() throws {
    let one =
      "id: one, speaker: company, act: reject, date: 2031-03-02, about: {issue: terms, option: agreed}"
    #expect(try LedgerTests.views([Self.waits, one]).preconditions.blocked.isEmpty)
    let both = one.replacing("option: agreed", with: "option: [agreed, old]")
    #expect(try LedgerTests.views([Self.waits, both]).preconditions.blocked.count == 1)
  }

  @Test func anyOfThemAgreedMeetsIt() throws {
    let yes =
      "id: yes, speaker: [union, company], act: accept, date: 2031-03-02, about: {issue: terms, option: old}"
    let edge = try #require(LedgerTests.views([Self.waits, yes]).preconditions.edges.first)
    #expect(edge.closing?.reason == .fulfilled)
  }
}

/// Two things offered for one price are two trades: that one of them is refused does not hold back
/// the other.
@Suite struct OnePriceTwiceTests {
  @Test func theOtherTradeIsNotBlocked() throws {
    let lines = [
      "id: a, speaker: company, act: offer, date: 2031-03-01, about: {issue: rehire, option: back}, requires: [{issue: strike, option: \"off\", kind: exchange}]",
      "id: b, speaker: company, act: offer, date: 2031-03-01, about: {issue: terms, option: agreed}, requires: [{issue: strike, option: \"off\", kind: exchange}]",
      "id: c, speaker: union, act: reject, date: 2031-03-02, about: {issue: terms, option: agreed}",
    ]
    let views = try LedgerTests.views(lines)
    #expect(views.preconditions.blocked.isEmpty)
    #expect(
      views.preconditions.steps.filter { $0.id == "issue/rehire/back" }.map(\.state) == [.open])
  }
}
