import CaseModel
import StateOfPlay
import Testing

/// "An issue concerns the parties that it names, or else those of the case; a party with the role of
/// mediator, facilitator or observer only where the issue names it, and one with that of host or guarantor
/// where it has taken a position."
@Suite struct PartiesWithRolesTests {
  private static func sections(_ role: String, _ issue: String = "") -> String {
    """
    case: {id: valley, title: Talks on the valley, parties: [north, south, west]}
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: west, name: West, kind: state, roles: [\(role)]}
      - {id: gazette, name: The Gazette, kind: outlet}
    issues:
      - {id: water, title: Who draws the water, kind: negotiable\(issue),
         options: [{id: shared, title: By turns}, {id: metered, title: By meter}]}
    """
  }
  private static let mediator = "{role: mediator, basis: ana}"
  private static let agreed = [
    "id: a, act: accept, date: 2031-05-01", "id: b, speaker: south, act: accept, date: 2031-05-02",
  ]

  private func line(
    _ role: String, _ more: [String] = [], issue: String = "", lens: Lens = Lens()
  ) throws -> ConvergenceView.Line {
    let theCase = try record(Self.agreed + more, with: Self.sections(role, issue))
    return try #require(convergence(theCase, lens).rows.first)
  }

  @Test(arguments: ["mediator", "facilitator", "observer", "host", "guarantor"])
  func whatTheOthersAgreeIsAgreedWithoutIt(_ role: String) throws {
    let found = try line("{role: \(role), basis: ana}")
    #expect(found.state == .agreed && found.parties == ["north", "south"])
  }

  @Test func withoutARoleItIsSilent() throws {
    let found = try line("")
    #expect(found.state == .noEvidence && found.silent == ["west"] && found.among == .agreed)
  }

  @Test func whatAMediatorProposesIsNoPosition() throws {
    let proposes =
      "id: c, speaker: west, act: propose, date: 2031-04-01, about: {issue: water, option: metered}"
    #expect(try line(Self.mediator, [proposes]).state == .agreed)
    // A host may have a side, and has taken it.
    #expect(try line("{role: host, basis: ana}", [proposes]).state == .apart)
  }

  @Test(arguments: [
    ", parties: [north, south, west]", ", wants: {west: more}", ", consent: [west]",
  ])
  func anIssueThatNamesItConcernsIt(_ names: String) throws {
    let value = names.contains("wants") ? ", value: quantity" : ""
    let found = try line(Self.mediator, issue: names + value)
    #expect(found.parties.contains("west") && found.state == .noEvidence)
  }

  @Test func aRoleCountsWhileItIsHeld() throws {
    let held = "{role: observer, from: 2031-04-01, to: 2031-06-30, basis: ana}"
    #expect(try line(held, lens: .asOf("2031-05-10")).state == .agreed)
    #expect(try line(held, lens: .asOf("2031-07-01")).state == .noEvidence)
  }

  @Test func whereFewerThanTwoWouldBeLeftAllAreAsked() throws {
    let two = Self.sections("{role: host, basis: ana}")
      .replacing("parties: [north, south, west]", with: "parties: [north, west]")
    let found = try #require(convergence(record([Self.agreed[0]], with: two)).rows.first)
    #expect(found.parties == ["north", "west"] && found.silent == ["west"])
  }

  @Test func itStandsAmongThirdPartiesWithWhatItProposed() throws {
    let proposes =
      "id: c, speaker: west, act: propose, date: 2031-04-01, about: {issue: water, option: metered}"
    let theCase = try record(Self.agreed + [proposes], with: Self.sections(Self.mediator))
    let found = delegations(theCase).thirdParties
    #expect(found.map(\.actor) == ["west"] && found[0].offers.map(\.statement) == ["c"])
    // And it is asked to accept nothing.
    let gone =
      "id: d, act: demand, date: 2031-05-09, about: {issue: water, option: metered}"
    let draft = try draftScenario(
      record(Self.agreed + [proposes, gone], with: Self.sections(Self.mediator)))
    #expect(draft.parties.map(\.id) == ["north", "south"])
  }

  @Test func itsNoToAPackageOfOthersRefusesNothing() throws {
    let lines = [
      "id: p, speaker: north, act: offer, date: 2031-05-01, about: {together: [{issue: water, option: shared}, {issue: gate, option: open}]}",
      "id: q, speaker: south, act: accept, date: 2031-05-02, about: {statement: p}",
    ]
    let no = "id: r, speaker: west, act: reject, date: 2031-05-03, about: {statement: p}"
    let gate =
      "\n  - {id: gate, title: The gate, kind: negotiable, options: [{id: open, title: It is opened}]}"
    func state(_ role: String) throws -> OffersView.State? {
      try offers(record(lines + [no], with: Self.sections(role) + gate)).offers.first?.state
    }
    #expect(try state(Self.mediator) == .accepted)
    #expect(try state("") == .rejected)
  }
}

/// Who mediated or hosted without being a party, and what was said.
@Suite struct ThirdPartiesOnRecordTests {
  private func thirds(_ lines: [String], _ more: String = "") throws -> [ThirdParty] {
    try delegations(record(lines, with: more)).thirdParties
  }

  @Test func whoPutsSomethingForwardIsShownWithoutARole() throws {
    let found = try thirds(["id: a, speaker: west, act: propose, date: 2031-05-01"])
    #expect(found.map(\.actor) == ["west"] && found[0].roles.isEmpty)
    #expect(found[0].offers.map(\.statement) == ["a"])
    // Nor a party, nor its people, nor an outlet, nor who only says what it thinks.
    for other in ["north", "envoy", "deputies", "gazette"] {
      #expect(try thirds(["id: a, speaker: \(other), act: propose, date: 2031-05-01"]).isEmpty)
    }
    #expect(try thirds(["id: a, speaker: west, act: assess, of: north, date: 2031-05-01"]).isEmpty)
  }

  @Test func whoHostsAMeetingHeldIsAHost() throws {
    let meetings = """
      meetings:
        - {id: first, kind: talks, status: held, date: 2031-05-01, host: west, basis: ana}
        - {id: second, kind: talks, status: held, date: 2031-06-01, host: [west, north], basis: ana}
        - {id: third, kind: talks, status: planned, planned: 2031-07-01, host: gazette, basis: ana}
      """
    let found = try thirds([], meetings)
    #expect(found.map(\.actor) == ["west"])
    #expect(found[0].roles.map(\.role) == [.host])
    #expect(found[0].roles[0].from?.text == "2031-05-01")
    #expect(found[0].roles[0].to?.text == "2031-06-01")
  }

  @Test func whoOfferedNothingIsShownWithTheLastItSaid() throws {
    let actors = """
      actors:
        - {id: north, name: North, kind: state}
        - {id: south, name: South, kind: state}
        - {id: west, name: West, kind: state, roles: [{role: observer, basis: ana}]}
        - {id: gazette, name: The Gazette, kind: outlet}
      """
    let lines = [
      "id: a, speaker: west, act: state, date: 2031-05-01",
      "id: b, speaker: west, act: assess, of: north, date: 2031-05-02",
    ]
    #expect(try thirds(lines, actors)[0].offers.map(\.statement) == ["b"])
    let offer = "id: c, speaker: west, act: offer, date: 2031-04-01"
    #expect(try thirds(lines + [offer], actors)[0].offers.map(\.statement) == ["c"])
  }
}
