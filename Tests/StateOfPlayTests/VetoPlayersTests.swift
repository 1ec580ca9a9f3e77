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
