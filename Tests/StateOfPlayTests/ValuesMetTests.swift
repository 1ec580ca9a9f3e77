import CaseModel
import StateOfPlay
import Testing

/// Which numbers, dates and sets meet what is asked, on a toll bridge.
@Suite struct ValuesMetTests {
  private static let both =
    "id: both, speaker: [hill, shore], act: accept, date: 2051-05-28, \(Bridge.coins("12"))"

  private static func lamps(_ asked: String, _ kind: String = "before") -> String {
    "id: lamps, speaker: hill, act: offer, date: 2051-05-05, about: {issue: lamps, option: dark}, requires: [{issue: toll, value: {\(asked), unit: coin}, kind: \(kind)}]"
  }

  // MARK: Conditions

  @Test func aConditionOnANumberIsMetByAnyNumberWithinIt() throws {
    for asked in ["quantity: 12", "quantity: 12, comparator: ≥", "quantity: 10, to: 15"] {
      for kind in ["before", "exchange"] {
        let edges = try Bridge.views([Self.lamps(asked, kind), Self.both]).preconditions.edges
        #expect(edges.map(\.state) == [.fulfilled], "\(asked) \(kind)")
        #expect(edges.map(\.closing?.statements) == [["both"]], "\(asked) \(kind)")
      }
    }
    #expect(
      try Bridge.views([Self.lamps("quantity: 13, comparator: ≥"), Self.both]).preconditions.edges
        .map(\.state) == [.standing])
  }

  @Test func aConditionOnANumberIsMetByOneThatIsBetterForItsHolder() throws {
    // Hill wants more.
    #expect(
      try Bridge.views([Self.lamps("quantity: 10"), Self.both]).preconditions.edges.map(\.state)
        == [.fulfilled])
    let shore = Self.lamps("quantity: 10").replacing("speaker: hill", with: "speaker: shore")
    #expect(
      try Bridge.views([shore, Self.both]).preconditions.edges.map(\.state) == [.standing])
  }

  @Test func anOfferOfANumberWithinItAcceptsACondition() throws {
    let yes =
      "id: yes, speaker: shore, act: accept, date: 2051-05-20, about: {issue: lamps, option: dark}"
    for (asked, isAccepted) in [
      ("quantity: 12, comparator: ≥", true), ("quantity: 13, comparator: ≥", false),
    ] {
      let offer = "id: offer, speaker: shore, act: offer, date: 2051-05-20, \(Bridge.coins("12"))"
      let line = try #require(
        try Bridge.views([Self.lamps(asked, "exchange"), yes, offer]).line("lamps"))
      #expect(line.state == (isAccepted ? .withinReach : .conditional), "\(asked)")
    }
  }

  @Test func aConditionOnASetIsMetByOneThatHoldsIt() throws {
    let asked =
      "id: asked, speaker: hill, act: offer, date: 2051-05-05, about: {issue: lamps, option: dark}, requires: [{issue: repairs, value: {set: [deck]}, kind: before}]"
    func state(_ set: String) throws -> [PreconditionsView.State] {
      let both =
        "id: both, speaker: [hill, shore], act: accept, date: 2051-05-28, about: {issue: repairs, value: {set: [\(set)]}}"
      return try Bridge.views([asked, both]).preconditions.edges.map(\.state)
    }
    #expect(try state("arch, deck") == [.fulfilled])
    #expect(try state("arch") == [.standing])
  }

  // MARK: Sets

  @Test func anOpenListIsMetByWhoGivesWhatItNames() throws {
    let ask =
      "id: ask, speaker: hill, act: demand, date: 2051-02-04, about: {issue: repairs, value: {set: [rail], open: true}}"
    let give =
      "id: give, speaker: shore, act: offer, date: 2051-02-05, about: {issue: repairs, value: {set: [rail, deck]}}"
    #expect(try Bridge.views([ask, give]).line("repairs")?.state == .withinReach)
    let other = give.replacing("[rail, deck]", with: "[arch]")
    #expect(try Bridge.views([ask, other]).line("repairs")?.state == .apart)
  }

  private static let pact = Bridge.text(
    "pact", "2051-04-01",
    "by: [hill, shore], signed: {date: 2051-04-01, by: [hill, shore], evidence: [sign]}",
    ["about: {issue: repairs, value: {set: [arch, deck]}}, status: agreed, evidence: [sign]"])
  private static let sign =
    "id: sign, speaker: [hill, shore], act: accept, date: 2051-04-01, about: {draft: pact}"

  @Test func moreThanWasSignedReplacesNothingOfIt() throws {
    for set in ["rail", "arch, deck, rail"] {
      let ask =
        "id: ask, speaker: hill, act: demand, date: 2051-06-01, about: {issue: repairs, value: {set: [\(set)]}}"
      let asked = try Bridge.views([Self.sign, ask], texts: [Self.pact])
      let line = try #require(asked.line("repairs"))
      #expect(line.state == .agreed, "\(set)")
      #expect(line.answers.map(\.answer) == ["arch, deck"], "\(set)")
      #expect(line.reservations.map(\.isInAddition) == [true], "\(set)")
      #expect(asked.kinds("hill").last == [.hardened], "\(set)")
      let give = ask.replacing("speaker: hill, act: demand", with: "speaker: shore, act: concede")
      let given = try Bridge.views([Self.sign, give], texts: [Self.pact])
      #expect(given.line("repairs")?.state == .agreed, "\(set)")
      #expect(given.kinds("shore").last == [.softened], "\(set)")
    }
    // One that names some of what was signed, and not all, takes the rest back.
    let less =
      "id: less, speaker: shore, act: offer, date: 2051-06-01, about: {issue: repairs, value: {set: [deck, rail]}}"
    let views = try Bridge.views([Self.sign, less], texts: [Self.pact])
    #expect(views.line("repairs")?.state != .agreed)
    #expect(views.answer("shore", "repairs", "arch, deck")?.isSuperseded == true)
  }

  // MARK: Any value, and if you do

  @Test func whoAcceptsAnIssueWithoutAValueTakesAny() throws {
    let ask =
      "id: ask, speaker: shore, act: demand, date: 2051-02-16, about: {issue: opening, value: {date: 2053-01-01/..}}"
    let any = "id: any, speaker: hill, act: accept, date: 2051-02-17, about: {issue: opening}"
    let line = try #require(try Bridge.views([ask, any]).line("opening"))
    #expect(line.silent.isEmpty)
    #expect(line.state == .withinReach)
    #expect(line.answers.first?.statements == ["ask", "any"])
    // It then names one.
    let own =
      "id: own, speaker: hill, act: demand, date: 2051-03-01, about: {issue: opening, value: {date: ../2052-01-01}}"
    #expect(try Bridge.views([ask, any, own]).line("opening")?.state == .apart)
  }

  @Test func whatIsOfferedIfTheOtherDoesTheSameIsGivenOnceItDoes() throws {
    let about = "about: {issue: opening, value: {date: ../2052-12-31}}"
    let offer =
      "id: offer, speaker: hill, act: offer, date: 2051-04-14, \(about), requires: [{issue: opening, value: {date: ../2052-12-31}, kind: trigger, party: shore, stance: for}]"
    let open = try Bridge.views([offer])
    let position = try #require(
      open.positions.rows.first { $0.issue == "opening" }?.cells.first?.answers.first)
    #expect(position.stances == [.forIf])
    #expect(position.standing.map(\.step).first?.hasPrefix("Shore is for") == true)
    let yes = "id: yes, speaker: shore, act: accept, date: 2051-04-20, \(about)"
    let views = try Bridge.views([offer, yes])
    #expect(views.line("opening")?.state == .agreed)
    #expect(
      views.positions.rows.first { $0.issue == "opening" }?.cells.first?.answers.first?.stances
        == [.for])
  }

  // MARK: Said to be agreed

  @Test func whatOnePartyReportsOfBothIsSaidToBeAgreed() throws {
    let high = "id: high, speaker: hill, act: demand, date: 2051-05-05, \(Bridge.coins("16"))"
    let low = "id: low, speaker: shore, act: offer, date: 2051-05-05, \(Bridge.coins("9"))"
    let told =
      "id: told, speaker: [hill, shore], via: clerk, act: accept, date: 2051-05-20, \(Bridge.coins("12"))"
    let line = try #require(try Bridge.views([high, low, told]).line("toll"))
    #expect(line.state == .saidAgreed)
    #expect(line.answers.map(\.answer) == ["12 coins"])
    #expect(line.otherwise.map(\.statements) == [["high"]])
    // What it says of the other alone settles nothing.
    let alone = told.replacing("speaker: [hill, shore]", with: "speaker: hill")
    let own = "id: own, speaker: shore, act: accept, date: 2051-05-20, \(Bridge.coins("12"))"
    #expect(try Bridge.views([high, low, alone, own]).line("toll")?.state == .apart)
  }
}
