import CaseModel
import StateOfPlay
import Testing

/// What counts as a party's own answer, and what stands beside it, on the dispute over pay at a port.
@Suite struct OwnAnswersTests {
  private func pay(_ value: String) -> String { "about: {issue: pay, value: {\(value)}}" }

  @Test func aFigureOfUnnamedOfficialsStandsBesideTheOwnOne() throws {
    let own =
      "id: own, speaker: company, act: offer, date: 2031-03-01, \(pay("quantity: 4, unit: percent"))"
    let hint =
      "id: hint, speaker: managers, act: accept, date: 2031-03-09, \(pay("quantity: 6, unit: percent"))"
    let asked =
      "id: asked, speaker: union, act: demand, date: 2031-03-02, \(pay("quantity: 6, unit: percent"))"
    let views = try LedgerTests.Views(record([own, hint, asked], with: LedgerTests.port))
    let beside = try #require(views.answer("company", "pay", "6 percent"))
    #expect(beside.isBeside && !beside.isAccepted && beside.voice == .ownSide)
    #expect(views.answer("company", "pay", "4 percent")?.isAccepted == true)
    #expect(views.line("pay")?.state == .apart)
    #expect(views.line("pay")?.gap == "2 percentage points")
    // Where the party has said nothing itself, the hint is all there is, and is marked.
    let alone = try LedgerTests.Views(record([hint, asked], with: LedgerTests.port))
    #expect(alone.answer("company", "pay", "6 percent")?.isBeside == false)
    #expect(alone.line("pay")?.state == .saidAgreed)
  }

  private static let ownSide = LedgerTests.port.replacing(
    "kind: body}", with: "kind: body, partOf: company}")

  @Test func aRecommendationToOnesOwnBoardClosesAndOffersNothing() throws {
    let condition =
      "id: first, speaker: company, act: condition, date: 2031-03-01, \(LedgerTests.takenBack), requires: [{issue: strike, option: \"off\", kind: before}]"
    func views(_ to: String) throws -> LedgerTests.Views {
      let advice =
        "id: advice, speaker: manager, to: \(to), act: offer, date: 2031-03-09, \(LedgerTests.takenBack)"
      return try LedgerTests.Views(record([condition, advice], with: Self.ownSide))
    }
    let inside = try views("board")
    #expect(inside.preconditions.edges.map(\.state) == [.standing])
    #expect(inside.kinds("company") == [[.new]])
    #expect(inside.changes.possibleMoves.isEmpty)
    // The same words to the other side end the condition.
    #expect(try views("union").preconditions.edges.map(\.closing?.reason) == [.undertaken])
    #expect(try views("[board, union]").preconditions.edges.map(\.closing?.reason) == [.undertaken])
  }

  @Test func whatIsRefusedBeforeOnesOwnPeopleBinds() throws {
    let refused =
      "id: refused, speaker: manager, to: board, act: reject, date: 2031-03-09, \(LedgerTests.takenBack)"
    let views = try LedgerTests.Views(record([refused], with: Self.ownSide))
    #expect(views.answer("company", "rehire", "back")?.voice == .own)
  }

  @Test func whatOthersReportAsAnExchangeDoesNotRewordItsOwnBefore() throws {
    let own =
      "id: own, speaker: company, act: condition, date: 2031-03-01, \(LedgerTests.takenBack), requires: [{issue: strike, option: \"off\", kind: before}]"
    let told =
      "id: told, speaker: company, via: union, act: condition, date: 2031-03-05, \(LedgerTests.takenBack), requires: [{issue: strike, option: \"off\", kind: exchange}]"
    let edges = try LedgerTests.Views(record([own, told], with: LedgerTests.port)).preconditions
      .edges
    #expect(edges.filter(\.state.stands).map(\.kind) == [.before])
  }

  @Test func takingARequirementBackWithNoneLeavesTheAnswer() throws {
    let condition =
      "id: first, speaker: company, act: condition, date: 2031-03-01, \(LedgerTests.takenBack), requires: [{issue: strike, option: \"off\", kind: before}]"
    let back =
      "id: back, speaker: company, act: withdraw, date: 2031-03-09, \(LedgerTests.takenBack), requires: none, drops: first"
    let views = try LedgerTests.Views(record([condition, back], with: LedgerTests.port))
    #expect(views.kinds("company") == [[.new], [.softened]])
    #expect(views.answer("company", "rehire", "back")?.stances == [.for])
  }

  @Test func wordsOnTheAnswerGoBeforeWordsOnThePackageOfOneDay() throws {
    let package =
      "id: all, speaker: company, act: accept, date: 2031-03-09, about: {together: [{issue: pay, value: {quantity: 4, unit: percent}}, {issue: rehire, option: back}]}"
    let part =
      "id: part, speaker: company, act: reject, date: 2031-03-09, \(LedgerTests.takenBack)"
    for lines in [[package, part], [part, package]] {
      let views = try LedgerTests.Views(record(lines, with: LedgerTests.port))
      #expect(views.answer("company", "rehire", "back")?.stances == [.against])
      #expect(views.answer("company", "pay", "4 percent")?.stances == [.for])
    }
  }

  // MARK: Numbers

  @Test func whatLiesBeyondARedLineIsRejected() throws {
    let line =
      "id: line, speaker: company, act: offer, redLine: true, date: 2031-03-01, \(pay("quantity: 5, comparator: ≤, unit: percent"))"
    let ballot =
      "id: ballot, speaker: union, act: condition, date: 2031-03-02, about: {milestone: audit}, requires: [{issue: pay, value: {quantity: 6, unit: percent}, kind: before}]"
    let blocked = try LedgerTests.Views(record([line, ballot], with: LedgerTests.port))
      .preconditions.blocked
    #expect(blocked.map(\.step) == ["issue/pay/= 6 percent"])
    #expect(blocked.flatMap(\.rejections).map(\.party) == ["company"])
    #expect(blocked.flatMap(\.rejections).flatMap(\.statements) == ["line"])
    // A later number of its own goes beyond the line and crosses it.
    let more =
      "id: more, speaker: company, act: offer, date: 2031-03-20, \(pay("quantity: 6, comparator: ≤, unit: percent"))"
    #expect(
      try LedgerTests.Views(record([line, ballot, more], with: LedgerTests.port)).preconditions
        .blocked.isEmpty)
  }

  @Test func aRefusedNumberExcludesWhatIsWorse() throws {
    let refusal =
      "id: no, speaker: company, act: reject, date: 2031-03-01, \(pay("quantity: 5, comparator: '>', unit: percent"))"
    let ballot =
      "id: ballot, speaker: union, act: condition, date: 2031-03-02, about: {milestone: audit}, requires: [{issue: pay, value: {quantity: 7, unit: percent}, kind: before}]"
    let view = try LedgerTests.Views(record([refusal, ballot], with: LedgerTests.port))
    #expect(view.preconditions.blocked.flatMap(\.rejections).map(\.party) == ["company"])
  }

  @Test func aLaterOfferBeyondARefusalTakesItBack() throws {
    let lines = [
      "id: no, speaker: company, act: reject, date: 2031-03-01, \(pay("quantity: 4, comparator: '>', unit: percent"))",
      "id: yes, speaker: company, act: offer, date: 2031-03-09, \(pay("quantity: 6, comparator: ≤, unit: percent"))",
      "id: asks, speaker: union, act: demand, date: 2031-03-09, \(pay("quantity: 9, unit: percent"))",
    ]
    let views = try LedgerTests.Views(record(lines, with: LedgerTests.port))
    #expect(views.line("pay")?.gap == "3 percentage points")
  }

  private static let florins = LedgerTests.port.replacing(
    "wants: {union: more, company: less}}",
    with:
      "wants: {union: more, company: less}, equivalents: [{is: {quantity: 4.2, unit: florin}, of: {quantity: 1, unit: percent}, basis: ana}]}"
  )

  @Test func anotherUnitIsShownInTheIssuesOwn() throws {
    let lines = [
      "id: most, speaker: company, act: offer, date: 2031-03-09, \(pay("quantity: 25, comparator: ≤, unit: florin"))",
      "id: asks, speaker: union, act: demand, date: 2031-03-09, \(pay("quantity: 9, unit: percent"))",
    ]
    let views = try LedgerTests.Views(record(lines, with: Self.florins))
    let cell = try #require(views.positions.rows.first { $0.issue == "pay" }?.cells[1])
    #expect(cell.answers.first?.title == "≤ 25 florins (≈ 5.95 percent)")
    #expect(cell.values?.range == "5.95 percent or less")
    #expect(cell.values?.trajectory.first?.low == Amount("5.95"))
    #expect(views.line("pay")?.gap == "3.05 percentage points")
  }

  @Test func ofMoreThanTwoPartiesEachGapIsNamed() throws {
    let three = LedgerTests.port.replacing(
      "parties: [union, company]", with: "parties: [union, company, mayor]"
    )
    .replacing("company: less}", with: "company: less, mayor: less}")
    let lines = [
      "id: a, speaker: union, act: demand, date: 2031-03-09, \(pay("quantity: 9, unit: percent"))",
      "id: b, speaker: company, act: offer, date: 2031-03-09, \(pay("quantity: 4, unit: percent"))",
      "id: c, speaker: mayor, act: offer, date: 2031-03-09, \(pay("quantity: 8, unit: percent"))",
    ]
    let views = try LedgerTests.Views(record(lines, with: three))
    #expect(
      views.line("pay")?.gap
        == "5 percentage points between the union and the port company; 1 percentage point between the union and the mayor"
    )
  }

  @Test func reportsThatItsNextWordsDoNotBearOutAreNoMovement() throws {
    let lines = [
      "id: a, speaker: union, act: demand, date: 2031-03-01, \(pay("quantity: 9, unit: percent"))",
      "id: told, speaker: union, via: company, act: propose, date: 2031-03-05, \(pay("quantity: 7, unit: percent"))",
      "id: b, speaker: union, act: demand, date: 2031-03-09, \(pay("quantity: 9, unit: percent"))",
      "id: c, speaker: union, act: demand, date: 2031-03-12, \(pay("quantity: 8, unit: percent"))",
    ]
    func way(_ lines: [String]) throws -> String? {
      try positions(record(lines, with: LedgerTests.port)).rows.first { $0.issue == "pay" }?
        .cells.first?.values?.trajectoryWords
    }
    #expect(try way(lines) == "9 → 8")
    // Where the next words are other, what was reported is on the way.
    #expect(try way([lines[0], lines[1], lines[3]]) == "9 → 7 (reported) → 8")
    // What no one knew by then is said to be that.
    var lens = Lens()
    lens.asOf = try EDTFDate("2031-03-20")
    let later = lines[1].replacing("date: 2031-03-05", with: "date: 2031-03-05, told: 2031-04-04")
    let seen = positions(
      try record([lines[0], later, lines[3]], with: LedgerTests.port), lens)
    #expect(
      seen.rows.first { $0.issue == "pay" }?.cells.first?.values?.trajectoryWords
        == "9 → 7 (reported later) → 8")
  }

  // MARK: Signs and dates

  @Test func anothersClaimThatAConditionWasDroppedIsASign() throws {
    let claim =
      "id: claim, speaker: mayor, act: assess, of: union, change: withdrawn, date: 2031-04-01, \(LedgerTests.calledOff)"
    let views = try LedgerTests.Views(
      record([LedgerTests.onlyAfterRehiring, claim], with: LedgerTests.port))
    let sign = try #require(views.changes.possibleMoves.first)
    #expect(sign.kind == .saidDropped && sign.party == "union")
    #expect(sign.words.map(\.statement) == ["claim"])
    #expect(sign.against.map(\.statement) == ["only-after"])
    #expect(views.preconditions.edges.map(\.state) == [.standing])
    // Said before the condition it is of no condition.
    let early = claim.replacing("2031-04-01", with: "2031-02-01")
    #expect(
      try LedgerTests.Views(
        record([LedgerTests.onlyAfterRehiring, early], with: LedgerTests.port)
      ).changes.possibleMoves.isEmpty)
  }

  @Test func aLostVoteAndACancelledMeetingShowOnceTheyAreKnown() throws {
    let more = """
      \(LedgerTests.port.replacing("milestones:", with: "milestones:\n  - {id: ballot, title: The ballot, kind: vote, planned: 2031-03-20, lost: {date: 2031-03-20, evidence: [count]}}"))
      meetings:
        - {id: next, title: The next round, kind: talks, status: notHeld, planned: 2031-05-01, evidence: [set, off]}
      """
    let lines = [
      "id: count, speaker: union, act: state, date: 2031-03-20, about: {milestone: ballot}",
      "id: set, speaker: union, act: state, date: 2031-03-01, about: {meeting: next}",
      "id: off, speaker: union, act: state, date: 2031-03-25, about: {meeting: next}",
    ]
    let theCase = try record(lines, with: more)
    #expect(timeline(theCase).events.contains { $0.title == "The ballot: lost" })
    #expect(
      try !timeline(theCase, .asOf("2031-03-19")).events.contains { $0.title.contains("lost") })
    #expect(try delegations(theCase, .asOf("2031-03-24")).meetings.map(\.status) == [.planned])
    #expect(try delegations(theCase, .asOf("2031-03-26")).meetings.map(\.status) == [.notHeld])
  }

  // MARK: Offers

  @Test func onlyThoseToWhomAnOfferIsMadeNeedAnswer() throws {
    let three = LedgerTests.port.replacing(
      "parties: [union, company]", with: "parties: [union, company, mayor]")
    let package =
      "about: {together: [{issue: pay, value: {quantity: 4, unit: percent}}, {issue: rehire, option: back}]}"
    let lines = [
      "id: a, speaker: company, to: secretary, act: offer, date: 2031-03-01, \(package)",
      "id: b, speaker: union, act: accept, date: 2031-03-05, \(package)",
    ]
    let offer = try #require(offers(record(lines, with: three)).offers.first)
    #expect(offer.state == .accepted && offer.answers.map(\.party) == ["union"])
    let asked = lines[0].replacing("to: secretary", with: "to: board")
      .replacing("act: offer", with: "act: propose")
    let inside = three.replacing("kind: body}", with: "kind: body, partOf: company}")
    #expect(try offers(record([asked], with: inside)).offers.isEmpty)
  }

  @Test func aTextTabledIsAnOfferAndThoseWhoMustConsentAreAsked() throws {
    let more = """
      \(LedgerTests.port)
      drafts:
        - {id: text, title: The mayor's text, by: mayor, to: [union, company], consent: [board], status: [{level: tabled, date: 2031-03-01, evidence: [a]}], evidence: [a], clauses: [{id: c, about: {issue: rehire, option: back}, status: bracketed, by: union, evidence: [a]}]}
      """
    let lines = [
      "id: a, speaker: mayor, act: state, date: 2031-03-01, about: {draft: text}",
      "id: b, speaker: board, act: reject, date: 2031-03-05, about: {draft: text}",
    ]
    let offer = try #require(offers(record(lines, with: more)).offers.first)
    #expect(offer.by == ["mayor"] && offer.state == .rejected)
    #expect(offer.answers.map(\.party) == ["union", "company", "board"])
    #expect(offer.answers.last?.statements == ["b"])
    #expect(try offers(record(lines, with: more), .asOf("2031-02-20")).offers.isEmpty)
  }
}
