import CaseModel
import StateOfPlay
import Testing

/// Those who are no party and must consent.
@Suite struct VetoPlayersTests {
  private static let sections = """
    issues:
      - id: water
        title: Who draws the water
        kind: negotiable
        consent: [west]
        options: [{id: shared, title: By turns}, {id: metered, title: By meter}]
      - {id: dam, title: The dam, kind: negotiable, options: [{id: shut, title: Shut}]}
    drafts:
      - {id: pact, title: The pact, date: 2025-05-01, consent: [deputies], basis: ana, clauses: [{id: one, status: bracketed, about: {issue: dam, option: shut}}]}
    """

  private func players(_ statements: [String], _ lens: Lens = Lens()) throws -> [VetoPlayer] {
    positions(try record(statements, with: Self.sections), lens).vetoPlayers
  }

  @Test func eachIsListedWithWhatItMustConsentToAndHasSaid() throws {
    let found = try players(["id: a, speaker: west, act: reject, date: 2025-05-01"])
    #expect(found.map(\.actor) == ["west", "deputies"])
    #expect(found[0].consents.map(\.kind) == [.issue])
    #expect(found[0].words.map(\.issue) == ["water"])
    #expect(found[0].words[0].cell.answers.map(\.stances) == [[.against]])
    #expect(found[1].consents.map(\.title) == ["The pact"])
    #expect(found[1].words.map(\.issue) == ["dam"])
    #expect(found[1].words[0].cell.isEmpty, "no evidence, which is said")
  }

  @Test func whatItSaidLaterIsNotShown() throws {
    let found = try players(
      ["id: a, speaker: west, act: reject, date: 2025-05-10"], .asOf("2025-05-09"))
    #expect(found[0].words[0].cell.isEmpty)
  }

  @Test func aDraftOfLaterAsksNobodyYet() throws {
    #expect(try players([], .asOf("2025-04-30")).map(\.actor) == ["west"])
  }

  // MARK: Consent without a date

  private static let ballot = """
    case: {id: valley, title: T, parties: [north, south], consent: [deputies, west]}
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: west, name: West, kind: state}
      - {id: gazette, name: The Gazette, kind: outlet}
      - {id: deputies, name: The deputies, kind: body, partOf: north}
      - {id: whip, name: The whip, kind: person, partOf: deputies}
    """

  private func ballot(_ lines: [String], _ lens: Lens) throws -> PositionsView {
    positions(try record(lines, with: Self.ballot), lens)
  }

  @Test func consentIsAskedForFromTheFirstMentionOn() throws {
    let lines = [
      "id: a, act: accept, date: 2025-05-01",
      "id: b, speaker: gazette, act: state, date: 2025-05-10, about: {actor: deputies}",
    ]
    let early = try Lens.asOf("2025-05-09")
    #expect(try ballot(lines, early).vetoPlayers.map(\.actor) == ["west"], "nothing mentions it")
    #expect(
      try ballot(lines, .asOf("2025-05-10")).vetoPlayers.map(\.actor) == ["deputies", "west"])
    #expect(try ballot([lines[0]], early).vetoPlayers.map(\.actor) == ["deputies", "west"])
    // Words of its people mention it, and so does what is said to it.
    let whip = "id: b, speaker: whip, act: reject, date: 2025-05-05"
    #expect(
      try ballot([lines[0], whip, lines[1].replacing("id: b", with: "id: c")], early)
        .vetoPlayers.map(\.actor) == ["deputies", "west"])
    // A vote of theirs that was entered without evidence is of no day.
    let vote =
      "\nmilestones: [{id: vote, title: The vote, kind: vote, by: [deputies], enteredBy: ana}]"
    #expect(
      positions(try record(lines, with: Self.ballot + vote), early).vetoPlayers.count == 2)
    // What was reported later is not known earlier.
    let report = lines[1] + ", told: 2025-05-20"
    #expect(
      try ballot([lines[0], report], .reportedBy("2025-05-15")).vetoPlayers.map(\.actor) == ["west"]
    )
  }

  @Test func consentIsNotMissingBeforeItIsAskedFor() throws {
    let theCase = try record(
      [
        "id: a, speaker: [north, south], act: accept, date: 2025-05-01",
        "id: b, speaker: gazette, act: state, date: 2025-05-10, about: {actor: deputies}",
      ], with: Self.ballot.replacing(", west]", with: "]"))
    func missing(_ date: String) throws -> [Case.Actor.ID]? {
      convergence(theCase, try .asOf(date)).rows.first { $0.issue == "water" }?.consentMissing
    }
    #expect(try missing("2025-05-09") == [])
    #expect(try missing("2025-05-10") == ["deputies"])
  }

  @Test func whatItsPeopleSayStandsBeside() throws {
    let offer =
      "id: o, speaker: south, act: offer, date: 2025-05-02, about: {together: [{issue: water, option: shared}]}"
    let found = try ballot(
      [
        offer, "id: a, speaker: whip, act: reject, date: 2025-05-01",
        "id: b, speaker: whip, act: reject, date: 2025-05-03, about: {statement: o}",
      ], .asOf("2025-05-10"))
    let deputies = try #require(found.vetoPlayers.first { $0.actor == "deputies" })
    #expect(deputies.words.isEmpty)
    #expect(deputies.members?.map(\.member.member) == ["whip"])
    #expect(deputies.members?.flatMap(\.member.words).map(\.statement) == ["a"])
    #expect(deputies.memberAnswers?.map(\.statements) == [["b"]])
  }

  @Test func aPartyIsNoVetoPlayer() throws {
    let theCase = try record(
      [],
      with: Self.sections + "\ncase: {id: valley, title: T, parties: [north, south, west]}")
    #expect(positions(theCase).vetoPlayers.map(\.actor) == ["deputies"])
  }

  @Test func theLensChoosesThem() throws {
    var lens = Lens()
    lens.parties = ["west"]
    #expect(try players([], lens).map(\.actor) == ["west"])
  }
}

/// Mediators, hosts and guarantors, and what they offer.
@Suite struct ThirdPartiesTests {
  private func thirds(_ statements: [String], _ lens: Lens = Lens()) throws -> [ThirdParty] {
    let actors = """
      actors:
        - {id: north, name: North, kind: state, roles: [{role: host, basis: ana}]}
        - {id: south, name: South, kind: state}
        - id: west
          name: West
          kind: state
          roles: [{role: mediator, from: 2025-02-01, to: 2025-05-31, basis: ana}]
        - {id: legate, name: The legate, kind: person, speaksFor: [{actor: west, basis: ana}]}
        - {id: gazette, name: The Gazette, kind: outlet}
      """
    return delegations(try record(statements, with: actors), lens).thirdParties
  }

  @Test func aRoleIsShownWithItsDatesAndOffers() throws {
    let found = try thirds([
      "id: a, speaker: west, act: offer, date: 2025-03-01, until: 2025-03-31",
      "id: b, speaker: legate, act: propose, date: 2025-04-01",
      "id: c, speaker: west, act: offer, date: 2025-02-01",
      "id: d, speaker: west, act: withdraw, date: 2025-02-02, drops: c",
      "id: e, speaker: west, act: assess, date: 2025-02-02, of: north",
    ])
    #expect(found.map(\.actor) == ["west"], "a party has no third party's role")
    #expect(found[0].roles.map(\.role) == [.mediator])
    #expect(found[0].roles[0].to?.text == "2025-05-31")
    #expect(found[0].offers.map(\.statement) == ["b", "a"])
    #expect(found[0].offers.map(\.hasLapsed) == [false, true])
  }

  /// It answers for the steps that are its own to take; of others' it only has an opinion.
  @Test func itsAnswersOnItsOwnStepsAreShown() throws {
    let guarantee = """

      issues:
        - {id: backing, title: The guarantee, kind: negotiable, options: [{id: given, title: West gives it, takenBy: [west]}]}
        - {id: water, title: The water, kind: negotiable, options: [{id: shared, title: By turns}]}
      """
    let actors = """
      actors:
        - {id: north, name: North, kind: state}
        - {id: south, name: South, kind: state}
        - {id: west, name: West, kind: state, roles: [{role: guarantor, basis: ana}]}
        - {id: gazette, name: The Gazette, kind: outlet}
      """
    let theCase = try record(
      [
        "id: a, speaker: west, act: accept, date: 2025-05-01, about: {issue: backing, option: given}",
        "id: b, speaker: west, act: accept, date: 2025-05-02",
      ], with: actors + guarantee)
    #expect(delegations(theCase).thirdParties[0].offers.map(\.statement) == ["a"])
  }

  @Test func whatItAsksForAndRefusesIsShownAndOneTextOnce() throws {
    let found = try thirds([
      "id: a, speaker: west, act: demand, date: 2025-03-01",
      "id: b, speaker: legate, act: reject, date: 2025-03-02, about: {issue: water, option: metered}",
      "id: c, speaker: west, act: propose, date: 2025-03-03, about: {together: [{issue: water, option: shared}]}, until: 2025-03-10",
      "id: d, speaker: west, act: propose, date: 2025-03-03, about: {together: [{issue: water, option: shared}]}",
      "id: e, speaker: west, act: state, date: 2025-05-01",
    ])
    #expect(found[0].offers.map(\.statement) == ["c", "b", "a"])
    #expect(found[0].offers.map(\.hasLapsed) == [true, false, false])
  }

  @Test func itBeginsAndEndsOnItsDay() throws {
    #expect(try thirds([], .asOf("2025-01-31")).isEmpty)
    #expect(try thirds([], .asOf("2025-02-01")).first?.roles.first?.to == nil)
    #expect(try thirds([], .asOf("2025-05-31")).first?.roles.first?.to?.text == "2025-05-31")
  }
}
