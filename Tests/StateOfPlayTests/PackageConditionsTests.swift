import CaseModel
import StateOfPlay
import Testing

/// What is asked for a package or a text as a whole, on a toll bridge.
@Suite struct PackageConditionsTests {
  private static let offer =
    "id: offer, speaker: shore, to: hill, act: offer, date: 2051-03-05, about: {together: [{issue: toll, value: {quantity: 9, unit: coin}}, {issue: keeper, option: theirs}]}"
  private static let yes =
    "id: yes, speaker: hill, act: accept, date: 2051-03-09, about: {statement: offer}, requires: [{issue: lamps, option: lit, kind: before}]"
  private static let no =
    "id: no, speaker: shore, act: reject, date: 2051-03-10, about: {issue: lamps, option: lit}"

  // MARK: A package as a step

  @Test func whatIsAskedForAPackageHoldsItBackAndBlocks() throws {
    let open = try Bridge.views([Self.offer, Self.yes])
    let edge = try #require(open.preconditions.edges.first)
    #expect(edge.state == .standing)
    #expect(edge.holder == "hill")
    #expect(edge.awaited == "issue/lamps/lit")
    #expect(open.preconditions.blocked.isEmpty)
    #expect(open.preconditions.withoutStep.isEmpty)
    let refused = try Bridge.views([Self.offer, Self.yes, Self.no])
    #expect(refused.preconditions.blocked.map(\.step) == ["issue/lamps/lit"])
    #expect(refused.preconditions.blocked.first?.rejections.map(\.party) == ["shore"])
    #expect(refused.preconditions.steps.first { $0.kind == .accepted }?.state == .blocked)
  }

  @Test func theConditionOnAPackageEndsWithIt() throws {
    let plain = "id: plain, speaker: hill, act: accept, date: 2051-03-20, about: {statement: offer}"
    let taken = try Bridge.views([Self.offer, Self.yes, plain])
    #expect(taken.preconditions.edges.map(\.closing?.reason) == [.overtaken])
    let back =
      "id: back, speaker: shore, act: withdraw, date: 2051-03-20, about: {statement: offer}"
    #expect(
      try Bridge.views([Self.offer, Self.yes, back]).preconditions.edges
        .allSatisfy { !$0.state.stands })
    let next = Self.offer.replacing("id: offer", with: "id: next")
      .replacing("2051-03-05", with: "2051-03-21").replacing("quantity: 9", with: "quantity: 10")
    #expect(
      try Bridge.views([Self.offer, Self.yes, next]).preconditions.edges.map(\.closing?.reason)
        == [.replaced])
  }

  // MARK: A condition that is met

  private static let paper = Bridge.text(
    "paper", "2051-03-01",
    "by: arbiter, to: [hill, shore], status: [{level: tabled, date: 2051-03-01, basis: ana}]",
    [
      "about: {issue: toll, value: {quantity: 12, unit: coin}}, status: proposed, basis: ana",
      "about: {issue: keeper, option: theirs}, status: proposed, basis: ana",
    ])
  private static let high =
    "id: high, speaker: hill, act: demand, date: 2051-02-01, \(Bridge.coins("16"))"

  @Test func aConditionThatIsMetNoLongerQualifiesTheAnswerToAPaper() throws {
    let yes =
      "id: yes, speaker: hill, act: accept, date: 2051-03-02, about: {draft: paper}, requires: [{milestone: vote, kind: before}]"
    let milestones =
      "milestones: [{id: vote, title: The town votes, reached: {date: 2051-03-15, basis: ana}}]"
    func answer(_ day: String) throws -> OffersView.Answer? {
      offers(
        try Bridge.record([Self.high, yes], texts: [Self.paper], milestones: milestones),
        try .asOf(day)
      ).offers.first?.answers.first { $0.party == "hill" }
    }
    #expect(try answer("2051-03-10")?.stance == .forIf)
    #expect(try answer("2051-03-20")?.stance == .for)
    #expect(try answer("2051-03-20")?.conditions == [])
    let before = try Bridge.views(
      [Self.high, yes], texts: [Self.paper], milestones: milestones, asOf: "2051-03-10")
    #expect(before.answer("hill", "toll", "16 coins")?.isSuperseded == false)
    let after = try Bridge.views([Self.high, yes], texts: [Self.paper], milestones: milestones)
    #expect(after.answer("hill", "toll", "12 coins")?.stances == [.for])
    #expect(after.answer("hill", "toll", "16 coins")?.isSuperseded == true)
    let change = try #require(after.changes.changes.last { $0.issue == "toll" })
    #expect(change.kinds == [.softened])
    #expect(change.date == (try EDTFDate("2051-03-15")))
  }

  // MARK: Reservations

  private static let pact = Bridge.text(
    "pact", "2051-04-01",
    "by: [hill, shore], consent: [guild], signed: {date: 2051-04-01, by: [hill, shore], evidence: [sign]}",
    [
      "about: {issue: toll, value: {quantity: 12, unit: coin}}, status: agreed, evidence: [sign]",
      "about: {issue: keeper, option: theirs}, status: agreed, evidence: [sign]",
    ])
  private static let sign =
    "id: sign, speaker: [hill, shore], act: accept, date: 2051-04-01, about: {draft: pact}"
  private static let reserved =
    "id: reserved, speaker: guild, act: accept, date: 2051-04-11, about: {draft: pact}, requires: [{issue: keeper, option: ours, kind: before}]"

  @Test func aReservationOnAClauseGoesBeforeTheYesToTheWhole() throws {
    let views = try Bridge.views([Self.sign, Self.reserved], texts: [Self.pact])
    let guild = try #require(views.positions.vetoPlayers.first { $0.actor == "guild" })
    let keeper = try #require(guild.words.first { $0.issue == "keeper" }?.cell)
    #expect(keeper.answers.map(\.answer) == ["ours"])
    #expect(keeper.answers.first?.stances == [.for])
    // It consents to the rest with that condition.
    let toll = try #require(guild.words.first { $0.issue == "toll" }?.cell)
    #expect(toll.answers.first?.stances == [.forIf])
  }

  @Test func whoConsentsWithAConditionHasNotConsented() throws {
    let open = try Bridge.views([Self.sign, Self.reserved], texts: [Self.pact])
    #expect(open.line("toll")?.consentMissing == ["guild"])
    #expect(open.line("toll")?.answers.first?.obstacles.map(\.holder) == ["guild"])
    let no =
      "id: no, speaker: shore, act: reject, date: 2051-04-12, about: {issue: keeper, option: ours}"
    let refused = try Bridge.views([Self.sign, Self.reserved, no], texts: [Self.pact])
    #expect(refused.line("toll")?.state == .blocked)
    #expect(refused.line("toll")?.answers.first?.obstacles.first?.rejectedBy == ["shore"])
    let plain = Self.reserved.replacing(
      ", requires: [{issue: keeper, option: ours, kind: before}]", with: "")
    let given = try Bridge.views([Self.sign, plain], texts: [Self.pact])
    #expect(given.line("toll")?.consentMissing == [])
    #expect(given.line("toll")?.state == .agreed)
  }

  // MARK: Parts of a paper

  @Test func whoTakesAPaperOfOthersAsksForNothingInExchange() throws {
    let yes = "id: yes, speaker: hill, act: accept, date: 2051-03-09, about: {draft: paper}"
    let own =
      "id: own, speaker: shore, act: offer, date: 2051-03-10, about: {issue: keeper, option: theirs}"
    let low = "id: low, speaker: shore, act: offer, date: 2051-02-01, \(Bridge.coins("8"))"
    let line = try #require(
      try Bridge.views([low, yes, own], texts: [Self.paper]).line("keeper"))
    let meeting = try #require(line.answers.first)
    #expect(line.state == .conditional)
    #expect(meeting.obstacles.isEmpty)
    #expect(meeting.partOf.map(\.title) == ["Text paper"])
    #expect(meeting.partOf.map(\.parties) == [["hill"]])
    // Who puts a package forward itself asks for its other parts.
    let other = Self.offer.replacing("speaker: shore, to: hill", with: "speaker: hill, to: shore")
    let traded = try #require(try Bridge.views([low, other, own]).line("keeper")?.answers.first)
    #expect(traded.obstacles.map(\.kind) == [.exchange])
    #expect(traded.partOf.isEmpty)
  }
}
