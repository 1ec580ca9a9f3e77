import CaseModel
import StateOfPlay
import Testing

/// What opens and closes an item of the ledger, on a dispute over pay at a port: the union asks for
/// more, the port company gives less, and each view must say the same of each step.
@Suite struct LedgerTests {
  static let port = """
    case: {id: port, title: Pay at the port, parties: [union, company]}
    actors:
      - {id: union, name: The union, kind: organisation}
      - {id: company, name: The port company, kind: organisation}
      - {id: secretary, name: The union's secretary, kind: person, speaksFor: [{actor: union, basis: ana}]}
      - {id: steward, name: The shop steward, kind: person, speaksFor: [{actor: union, basis: ana}]}
      - {id: manager, name: The manager, kind: person, speaksFor: [{actor: company, basis: ana}]}
      - {id: managers, name: Managers (not named), kind: unnamed, partOf: company}
      - {id: agency, name: The agency, kind: outlet}
      - {id: gazette, name: The Gazette, kind: outlet}
      - {id: mayor, name: The mayor, kind: person}
      - {id: board, name: The supervisory board, kind: body}
    milestones:
      - {id: audit, title: The accounts are audited}
      - {id: count, title: The ballot is counted, reached: {date: 2031-04-10, basis: ana}}
    issues:
      - id: strike
        title: The strike
        kind: negotiable
        options: [{id: "off", title: It is called off, takenBy: [union]}]
      - id: rehire
        title: The men dismissed
        kind: negotiable
        options: [{id: back, title: They are taken back, takenBy: [company]}]
      - {id: terms, title: New terms, kind: negotiable, options: [{id: agreed, title: As drafted}, {id: old, title: The old ones}]}
      - {id: pay, title: The rise, kind: negotiable, value: quantity, unit: percent, wants: {union: more, company: less}}
    """

  static func views(_ lines: [String], _ more: String = "", asOf: String? = nil) throws -> Views {
    var lens = Lens()
    lens.asOf = try asOf.map { try EDTFDate($0) }
    return try Views(record(lines, with: port + more), lens)
  }

  /// What the views say of one case.
  struct Views {
    var positions: PositionsView
    var changes: ChangesView
    var convergence: ConvergenceView
    var preconditions: PreconditionsView
    var commitments: CommitmentsView

    init(_ theCase: Case, _ lens: Lens = Lens()) throws {
      let all = try Overview(theCase, lens)
      positions = all.positions
      changes = all.changes
      convergence = all.convergence
      preconditions = all.preconditions
      commitments = all.commitments
    }

    func answer(
      _ party: Case.Actor.ID, _ issue: Case.Issue.ID, _ name: String
    ) -> PositionsView.OptionPosition? {
      positions.rows.first { $0.issue == issue }?.cells.first { $0.party == party }?.answers
        .first { $0.answer == name }
    }

    func line(_ issue: Case.Issue.ID) -> ConvergenceView.Line? {
      convergence.rows.first { $0.issue == issue }
    }

    func kinds(_ party: Case.Actor.ID) -> [[ChangesView.Kind]] {
      changes.changes.filter { $0.party == party }.map(\.kinds)
    }
  }

  static let calledOff = "about: {issue: strike, option: \"off\"}"
  static let takenBack = "about: {issue: rehire, option: back}"
  static let onlyAfterRehiring =
    "id: only-after, speaker: union, act: condition, redLine: true, date: 2031-03-01, \(calledOff), requires: [{issue: rehire, option: back, kind: before}]"
  static let companyWantsIt =
    "id: wants, speaker: company, act: demand, date: 2031-03-01, \(calledOff)"
  static let companyRefuses =
    "id: refuses, speaker: company, act: reject, date: 2031-03-02, \(takenBack)"

  // MARK: Conditions

  @Test func aVaguerYesLeavesTheConditionStandingInEveryView() throws {
    let yes = "id: yes, speaker: secretary, act: accept, date: 2031-04-01, \(Self.calledOff)"
    let views = try Self.views(
      [Self.onlyAfterRehiring, Self.companyWantsIt, Self.companyRefuses, yes])
    let answer = views.answer("union", "strike", "off")
    #expect(answer?.stances == [.forIf] && answer?.isRedLine == true)
    #expect(answer?.standing.map(\.state) == [.blocked])
    #expect(views.kinds("union") == [[.new], [.reaffirmed]])
    #expect(views.changes.possibleMoves.map(\.kind) == [.saidWithout])
    #expect(views.changes.possibleMoves.flatMap(\.words).map(\.statement) == ["yes"])
    #expect(views.line("strike")?.state == .blocked)
    #expect(views.line("strike")?.answers.first?.obstacles.map(\.rejectedBy) == [["company"]])
    #expect(views.preconditions.edges.map(\.state) == [.standing])
    #expect(views.preconditions.blocked.map(\.step) == ["issue/rehire/back"])
  }

  @Test(arguments: ["offer", "commit", "concede"])
  func undertakingTheVeryStepAndAskingForNothingEndsIt(_ act: String) throws {
    let later = "id: later, speaker: union, act: \(act), date: 2031-04-01, \(Self.calledOff)"
    let views = try Self.views([Self.onlyAfterRehiring, Self.companyWantsIt, later])
    #expect(views.answer("union", "strike", "off")?.stances == [.for])
    #expect(views.answer("union", "strike", "off")?.isRedLine == false)
    #expect(views.kinds("union") == [[.new], [.softened]])
    #expect(views.preconditions.edges.map(\.closing?.reason) == [.undertaken])
    #expect(views.line("strike")?.state == .agreed)
    // Not before it was said, and not by words of the same day.
    #expect(
      try Self.views([Self.onlyAfterRehiring, later], asOf: "2031-03-15").preconditions.edges
        .map(\.state) == [.standing])
    let sameDay = later.replacing("2031-04-01", with: "2031-03-01")
    #expect(
      try Self.views([Self.onlyAfterRehiring, sameDay]).preconditions.edges.map(\.state)
        == [.standing])
  }

  @Test func whatIsUndertakenWithAnotherConditionAddsUp() throws {
    let other =
      "id: other, speaker: union, act: offer, date: 2031-04-01, \(Self.calledOff), requires: [{milestone: audit, kind: before}]"
    let views = try Self.views([Self.onlyAfterRehiring, other])
    #expect(views.preconditions.edges.map(\.state) == [.standing, .standing])
    #expect(views.answer("union", "strike", "off")?.standing.count == 2)
    #expect(views.kinds("union") == [[.new], [.hardened]])
  }

  @Test func takingTheRequirementBackLeavesTheOffer() throws {
    let words: [(String, String)] = [
      ("act: withdraw", ", requires: [{issue: rehire, option: back, kind: before}]"),
      ("act: concede", ", requires: [{issue: rehire, option: back, kind: before}]"),
      ("act: state, drops: only-after", ""), ("act: accept, requires: none", ""),
    ]
    for (act, requires) in words {
      let later =
        "id: later, speaker: union, \(act), date: 2031-04-01, \(Self.calledOff)\(requires)"
      let views = try Self.views([Self.onlyAfterRehiring, later])
      #expect(views.answer("union", "strike", "off")?.stances == [.for], "\(act)")
      #expect(views.preconditions.edges.map(\.closing?.reason) == [.withdrawn], "\(act)")
      #expect(views.kinds("union") == [[.new], [.softened]], "\(act)")
    }
    // A concession with a condition of its own is one with an if.
    let fresh =
      "id: fresh, speaker: union, act: concede, date: 2031-04-01, \(Self.calledOff), requires: [{milestone: audit, kind: before}]"
    #expect(try Self.views([fresh]).preconditions.edges.map(\.state) == [.standing])
  }

  @Test func anOutrightRefusalEndsTheConditionAndARejectionWithOneDoesNot() throws {
    let no = "id: no, speaker: union, act: reject, date: 2031-04-01, \(Self.calledOff)"
    let views = try Self.views([Self.onlyAfterRehiring, no])
    #expect(views.preconditions.edges.map(\.closing?.reason) == [.refused])
    #expect(views.answer("union", "strike", "off")?.stances == [.against])
    let notBefore = try Self.views([
      "\(no), requires: [{milestone: audit, kind: before}]"
    ])
    #expect(notBefore.answer("union", "strike", "off")?.stances == [.forIf])
    #expect(notBefore.preconditions.blocked.isEmpty)
  }

  @Test func oneTieWordedTwiceIsOneTieAndNobodyGivesWhatIsNotHis() throws {
    let joint =
      "id: joint, speaker: [union, company], act: condition, date: 2031-03-01, \(Self.calledOff), requires: [{issue: rehire, option: back, kind: exchange}]"
    let again =
      "id: again, speaker: union, act: condition, date: 2031-03-05, \(Self.calledOff), requires: [{issue: rehire, option: back, kind: before}]"
    let views = try Self.views([joint, again])
    #expect(views.preconditions.deadlocks.isEmpty && views.preconditions.trades.count == 1)
    #expect(views.preconditions.edges.count == 2)
    #expect(views.preconditions.edges.map(\.grounds.count) == [2, 1])
    #expect(
      views.preconditions.edges.map(\.sentence) == [
        "The union gives “The strike: It is called off” only in exchange for “The men dismissed: They are taken back” from the port company",
        "The port company gives “The men dismissed: They are taken back” only in exchange for “The strike: It is called off” from the union",
      ])
    #expect(views.kinds("union") == [[.new], [.reaffirmed]])
    #expect(views.line("strike")?.state == .withinReach)
  }

  // MARK: Fulfilment

  @Test func aConditionMetIsProgressAndNoSoftening() throws {
    let once =
      "id: once, speaker: union, act: condition, date: 2031-04-01, \(Self.calledOff), requires: [{milestone: count, kind: before}]"
    let yes = "id: yes, speaker: union, act: accept, date: 2031-04-20, \(Self.calledOff)"
    let views = try Self.views([once, yes, Self.companyWantsIt])
    #expect(views.kinds("union") == [[.new], [.progress], [.reaffirmed]])
    #expect(views.changes.changes.first { $0.kinds == [.progress] }?.date.text == "2031-04-10")
    #expect(views.changes.possibleMoves.isEmpty, "the condition had been met by then")
    #expect(views.line("strike")?.state == .agreed)
    #expect(views.line("strike")?.answers.first?.newest?.text == "2031-04-20")
    let before = try Self.views([once, Self.companyWantsIt], asOf: "2031-04-09")
    #expect(before.line("strike")?.state == .conditional)
    #expect(before.answer("union", "strike", "off")?.stances == [.forIf])
    let after = try Self.views([once, Self.companyWantsIt], asOf: "2031-04-10")
    #expect(after.line("strike")?.answers.first?.since?.text == "2031-04-10")
  }

  static let promise = """

    commitments:
      - {id: rehiring, debtors: company, creditors: union, what: Take the men back, strength: promised,
         agreed: 2031-03-05, due: 2031-04-01, about: {issue: rehire, option: back},
         evidence: [promise], status: [{date: 2031-05-01, level: LEVEL, evidence: [report]}]}
    """
  static let promised =
    "id: promise, speaker: company, act: commit, date: 2031-03-05, about: {commitment: rehiring}"

  /// Promised, overdue, done: three states of one step, each by its day and by whose account.
  @Test func whatIsPromisedIsNotDone() throws {
    let report =
      "id: report, speaker: gazette, act: state, date: 2031-05-01, about: {commitment: rehiring}"
    let lines = [Self.onlyAfterRehiring, Self.companyWantsIt, Self.promised, report]
    let promise = Self.promise.replacing("LEVEL", with: "3")
    func at(_ date: String) throws -> Views { try Self.views(lines, promise, asOf: date) }
    let early = try at("2031-03-20")
    #expect(early.preconditions.step("issue/rehire/back")?.state == .promised)
    #expect(early.preconditions.edges.map(\.state) == [.standing])
    #expect(early.line("strike")?.state == .withinReach)
    let late = try at("2031-04-02")
    #expect(late.preconditions.step("issue/rehire/back")?.state == .overdue)
    #expect(late.line("strike")?.state == .conditional)
    #expect(late.commitments.rows.map(\.isOverdue) == [true])
    let done = try at("2031-05-01")
    #expect(done.preconditions.step("issue/rehire/back")?.state == .done)
    #expect(done.preconditions.edges.map(\.state) == [.fulfilled])
    #expect(done.preconditions.edges[0].closing?.words == "carried out, says the Gazette")
    #expect(done.line("strike")?.state == .agreed)
    #expect(done.kinds("union") == [[.new], [.progress]])
  }

  @Test func aPromiseBrokenAndRefusedBlocks() throws {
    let broken =
      "id: report, speaker: company, act: reject, date: 2031-05-01, \(Self.takenBack)"
    let lines = [Self.onlyAfterRehiring, Self.companyWantsIt, Self.promised, broken]
    let views = try Self.views(lines, Self.promise.replacing("LEVEL", with: "breached"))
    #expect(views.preconditions.step("issue/rehire/back")?.state == .blocked)
    #expect(views.preconditions.edges.map(\.state) == [.standing])
    #expect(views.line("strike")?.state == .blocked)
    #expect(views.commitments.rows.first?.accounts.map(\.level) == [.breached])
  }

  @Test func whatOneCallsBrokenAndAnotherDeniesIsDisputed() throws {
    let accusation =
      "id: report, speaker: union, act: accuse, of: company, date: 2031-05-01, about: {commitment: rehiring}"
    let denial =
      "id: denial, speaker: manager, act: deny, date: 2031-05-02, about: {commitment: rehiring}"
    let promise = Self.promise.replacing("LEVEL", with: "breached")
    let alone = try Self.views([Self.promised, accusation], promise)
    #expect(alone.commitments.rows.map(\.isDisputed) == [false])
    #expect(alone.commitments.rows.first?.accounts.map(\.by) == [["union"]])
    let theCase = try record([Self.promised, accusation, denial], with: Self.port + promise)
    let both = try Views(theCase)
    #expect(both.commitments.rows.map(\.isDisputed) == [true])
    #expect(both.commitments.rows.first?.accounts.map(\.by) == [["union"], ["company"]])
    #expect(both.commitments.rows.first?.accounts.map(\.denies) == [false, true])
    let groups = contradictions(theCase).groups
    #expect(groups.map(\.commitment) == ["rehiring"])
    #expect(groups.first?.sides.map(\.answer) == ["breached", "denied"])
    // A condition that awaits it stands while it is disputed whether it was carried out.
    let claimed = try Self.views(
      [Self.onlyAfterRehiring, Self.promised, accusation, denial],
      Self.promise.replacing("LEVEL", with: "3"))
    #expect(claimed.preconditions.edges.map(\.state) == [.standing])
  }

  @Test func aPartyThatOnlyTookNoteIsNotAskedForItsYes() throws {
    let parties = Self.port.replacing(
      "parties: [union, company]", with: "parties: [union, company, mayor]")
    let terms = "about: {issue: terms, option: agreed}"
    let lines = [
      "id: signed, speaker: [union, company], act: accept, date: 2031-03-01, \(terms)",
      "id: noted, speaker: mayor, act: takeNote, date: 2031-03-01, \(terms)",
      "id: wait, speaker: union, act: condition, date: 2031-03-02, \(Self.calledOff), requires: [{issue: terms, option: agreed, kind: before}]",
    ]
    let views = try Views(record(lines, with: parties))
    #expect(views.line("terms")?.state == .agreed)
    #expect(views.line("terms")?.tookNote == ["mayor"])
    #expect(views.preconditions.edges.map(\.state) == [.fulfilled])
    let refusing = try Views(
      record(
        [lines[0], lines[1].replacing("takeNote", with: "reject"), lines[2]], with: parties))
    #expect(refusing.line("terms")?.state == .apart)
    #expect(refusing.preconditions.edges.map(\.state) == [.standing])
  }

  @Test func whatWaitsForAMoveOfTheOtherIsAStandOff() throws {
    let terms = "about: {issue: terms, option: agreed}"
    let lines = [
      "id: u, speaker: union, act: condition, date: 2031-03-01, \(terms), requires: [{issue: rehire, option: back, kind: before}]",
      "id: c, speaker: company, act: condition, date: 2031-03-02, \(terms), requires: [{issue: strike, option: \"off\", kind: before}]",
    ]
    let views = try Self.views(lines)
    #expect(views.preconditions.deadlocks.isEmpty)
    #expect(views.preconditions.standoffs.map(\.parties) == [["union", "company"]])
    #expect(views.line("terms")?.state == .conditional)
    // Where the moves wait on each other it is a circle, and more than a stand-off.
    let moves = [
      "id: v, speaker: union, act: condition, date: 2031-03-03, \(Self.calledOff), requires: [{issue: rehire, option: back, kind: before}]",
      "id: d, speaker: company, act: condition, date: 2031-03-03, \(Self.takenBack), requires: [{issue: strike, option: \"off\", kind: before}]",
    ]
    let circling = try Self.views(lines + moves)
    #expect(circling.preconditions.deadlocks.count == 1)
    #expect(circling.line("terms")?.state == .blocked)
  }

  @Test func whatWasSaidToHoldUntilADayLapses() throws {
    let offer =
      "id: offer, speaker: union, act: offer, date: 2031-03-01, until: 2031-03-31, \(Self.calledOff)"
    let later = "id: later, speaker: company, act: demand, date: 2031-05-01, \(Self.calledOff)"
    let standing = try Self.views([offer, later], asOf: "2031-03-31")
    #expect(standing.answer("union", "strike", "off")?.stances == [.for])
    let lapsed = try Self.views([offer, later], asOf: "2031-04-01")
    #expect(lapsed.answer("union", "strike", "off") == nil)
    #expect(lapsed.kinds("union") == [[.new], [.progress]])
    let renewed =
      "id: renewed, speaker: union, act: offer, date: 2031-03-20, until: 2031-04-30, \(Self.calledOff)"
    #expect(
      try Self.views([offer, renewed, later], asOf: "2031-04-10").answer("union", "strike", "off")?
        .stances == [.for])
  }

  // MARK: Voices

  @Test func anAgencyChangesNothingAndALowerVoiceClosesNothing() throws {
    let own =
      "id: own, speaker: company, via: agency, verbatim: true, act: reject, date: 2031-03-01, \(Self.takenBack)"
    #expect(try Self.views([own]).answer("company", "rehire", "back")?.voice == .own)
    for (by, voice) in [
      ("via: managers", Voice.ownSide), ("via: mayor", .third), ("via: secretary", .opponent),
      ("hedge: it is said", .ownSide), ("credibility: 4", .ownSide),
    ] {
      let told =
        "id: told, speaker: company, \(by), act: offer, date: 2031-04-01, \(Self.takenBack)"
      #expect(
        try Self.views([told]).answer("company", "rehire", "back")?.voice == voice, "\(by)")
      let views = try Self.views([own, told])
      #expect(views.answer("company", "rehire", "back")?.stances == [.against], "\(by)")
      #expect(views.kinds("company") == [[.new]], "\(by)")
      let kind: ChangesView.PossibleMove.Kind =
        by == "via: managers" ? .sideSaysOtherwise : .reportedOtherwise
      #expect(views.changes.possibleMoves.map(\.kind) == [kind], "\(by)")
      let cell = views.positions.rows.first { $0.issue == "rehire" }?.cells.last
      #expect(cell?.isContested == true, "\(by)")
    }
    // An official not named may also speak himself.
    let himself =
      "id: himself, speaker: managers, act: offer, date: 2031-04-01, \(Self.takenBack)"
    let answer = try Self.views([himself]).answer("company", "rehire", "back")
    #expect(answer?.voice == .ownSide && answer?.reportedBy == ["managers"])
  }

  @Test func whatOthersReportAPartyAsksDoesNotStandAgainstItsOwnYes() throws {
    let own = "id: own, speaker: union, act: offer, date: 2031-03-01, \(Self.calledOff)"
    let told =
      "id: told, speaker: union, via: manager, act: condition, date: 2031-04-01, \(Self.calledOff), requires: [{milestone: audit, kind: before}]"
    let views = try Self.views([own, told, Self.companyWantsIt])
    #expect(views.preconditions.edges.map(\.state) == [.contradicted])
    #expect(views.line("strike")?.state == .agreed)
    #expect(views.line("strike")?.isContested == true)
    let alone = try Self.views([told, Self.companyWantsIt])
    #expect(alone.preconditions.edges.map(\.state) == [.standing])
    #expect(alone.line("strike")?.state == .conditional)
  }
}
