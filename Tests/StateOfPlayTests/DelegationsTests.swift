import CaseModel
import StateOfPlay
import Testing

/// Who sat at each meeting, and what changed from one to the next.
@Suite struct DelegationsTests {
  private func view(
    _ meetings: String, _ lens: Lens = Lens(), statements: [String] = []
  ) throws -> DelegationsView {
    delegations(try record(statements, with: "meetings:\n\(meetings)"), lens)
  }

  private let held = """
      - {id: talks, kind: talks, status: held, planned: 2025-05-15, date: 2025-05-16, place: The hall, host: west, basis: ana,
         delegations: [{party: north, absent: [minister], members: [{actor: envoy, head: true, level: aide}]}]}
    """

  @Test func withoutAsOfAMeetingIsAsItIs() throws {
    let sitting = try #require(view(held).meetings.first)
    #expect(sitting.status == .held)
    #expect(sitting.when?.text == "2025-05-16")
    #expect(sitting.title == "The hall")
    #expect(sitting.host == ["west"])
    #expect(sitting.delegations.first?.absent == ["minister"])
  }

  @Test func beforeItsDayAHeldMeetingIsPlanned() throws {
    let sitting = try #require(view(held, .asOf("2025-05-10")).meetings.first)
    #expect(sitting.status == .planned)
    #expect(sitting.date == nil)
    #expect(sitting.planned?.text == "2025-05-15")
    #expect(try view(held, .asOf("2025-05-16")).meetings.first?.status == .held)
  }

  @Test func beforeItsDayNobodyIsAbsent() throws {
    let sitting = try #require(view(held, .asOf("2025-05-10")).meetings.first)
    #expect(sitting.delegations.allSatisfy { $0.absent.isEmpty })
  }

  @Test func onTheDayPlannedAMeetingHeldLaterIsStillPlanned() throws {
    let sitting = try #require(view(held, .asOf("2025-05-15")).meetings.first)
    #expect(sitting.status == .planned)
  }

  @Test func aMeetingNobodyHadPlannedIsNotShownBefore() throws {
    let meetings = "  - {id: talks, kind: talks, status: held, date: 2025-05-16, basis: ana}"
    #expect(try view(meetings, .asOf("2025-05-10")).meetings.isEmpty)
  }

  @Test func aPlanIsKnownOnceSomebodySaidSo() throws {
    let meetings =
      "  - {id: talks, kind: talks, status: held, planned: 2025-05-15, date: 2025-05-16, evidence: [s]}"
    let said = ["id: s, act: state, date: 2025-05-11, about: {meeting: talks}"]
    #expect(try view(meetings, .asOf("2025-05-10"), statements: said).meetings.isEmpty)
    #expect(
      try view(meetings, .asOf("2025-05-11"), statements: said).meetings.first?.status == .planned)
  }

  /// Of what the lens leaves out nothing is shown, and no one who rests on it alone.
  @Test func whoRestsOnWhatIsLeftOutAloneIsNotShown() throws {
    let meetings = """
        - {id: talks, kind: talks, status: held, date: 2025-05-16, evidence: [good, bad],
           delegations: [{party: north, evidence: [good, bad], members: [
             {actor: envoy, head: true, evidence: [bad, good]}, {actor: minister, evidence: [bad]}]}]}
      """
    let said = [
      "id: good, act: state, credibility: 1, about: {meeting: talks}",
      "id: bad, act: state, credibility: 5, about: {meeting: talks}",
    ]
    var lens = Lens()
    #expect(try view(meetings, lens, statements: said).meetings[0].delegations[0].size == 2)
    lens.worstCredibility = 3
    let seated = try #require(
      try view(meetings, lens, statements: said).meetings.first?.delegations.first)
    #expect(seated.members.map(\.actor) == ["envoy"])
    #expect(seated.members[0].evidence == ["good"] && seated.evidence == ["good"])
  }

  @Test func aMeetingProposedStaysProposed() throws {
    let meetings = "  - {id: talks, kind: summit, status: proposed, basis: ana}"
    #expect(try view(meetings, .asOf("2025-05-10")).meetings.first?.status == .proposed)
    #expect(try view(meetings).meetings.first?.status == .proposed)
  }

  @Test func aMeetingNotHeldIsPlannedBeforeItsDay() throws {
    let meetings = "  - {id: talks, kind: talks, status: notHeld, planned: 2025-05-15, basis: ana}"
    #expect(try view(meetings, .asOf("2025-05-10")).meetings.first?.status == .planned)
    #expect(try view(meetings, .asOf("2025-05-15")).meetings.first?.status == .notHeld)
  }

  @Test func inOrderOfDateUndatedLast() throws {
    let meetings = """
        - {id: none, kind: talks, status: proposed, basis: ana}
        - {id: later, kind: talks, status: held, date: 2025-06-02, basis: ana}
        - {id: ahead, kind: talks, status: planned, planned: 2025-05-20, basis: ana}
        - {id: first, kind: talks, status: held, date: 2025-05-16, basis: ana}
      """
    #expect(try view(meetings).meetings.map(\.meeting) == ["first", "ahead", "later", "none"])
  }

  private func sittings(_ first: String, _ second: String, kind: String = "talks") throws
    -> DelegationsView.DelegationLine
  {
    let meetings = """
        - {id: one, kind: talks, status: held, date: 2025-05-16, basis: ana, delegations: [{party: north, \(first)}]}
        - {id: two, kind: \(kind), status: held, date: 2025-06-02, basis: ana, delegations: [{party: north, \(second)}]}
      """
    let sitting = try #require(view(meetings).meetings.last)
    return try #require(sitting.delegations.first)
  }

  @Test func changesFromMeetingToMeeting() throws {
    let line = try sittings(
      "others: 0, members: [{actor: envoy, head: true, level: aide}, {actor: west}]",
      "others: 3, members: [{actor: minister, head: true, level: minister}, {actor: west}]")
    #expect(line.changes.map(\.kind) == [.head, .levelRose, .grew, .joined, .left])
    #expect(line.changes.allSatisfy { $0.comparedWith == "one" })
    #expect(line.size == 5)
  }

  @Test func levelFellAndShrank() throws {
    let line = try sittings(
      "others: 4, members: [{actor: envoy, level: leader}]",
      "others: 1, members: [{actor: envoy, level: official}]")
    #expect(line.changes.map(\.kind) == [.levelFell, .shrank])
  }

  @Test func sizesCompareOnlyWhereBothAreKnown() throws {
    let line = try sittings("members: [{actor: envoy}]", "others: 9, members: [{actor: envoy}]")
    #expect(line.changes.isEmpty)
    let other = try sittings("others: 9, members: [{actor: envoy}]", "members: [{actor: envoy}]")
    #expect(other.changes.isEmpty)
    #expect(other.othersUnknown && other.size == 1)
  }

  @Test func talksCompareWithTalksOnly() throws {
    let line = try sittings(
      "members: [{actor: envoy}]", "members: [{actor: minister}]", kind: "call")
    #expect(line.changes.isEmpty)
  }

  @Test func aMeetingNotHeldIsNoComparison() throws {
    let meetings = """
        - {id: one, kind: talks, status: held, date: 2025-05-16, basis: ana, delegations: [{party: north, members: [{actor: envoy}]}]}
        - {id: two, kind: talks, status: notHeld, planned: 2025-05-20, basis: ana, delegations: [{party: north, members: [{actor: minister}]}]}
        - {id: three, kind: talks, status: held, date: 2025-06-02, basis: ana, delegations: [{party: north, members: [{actor: envoy}]}]}
      """
    let last = try #require(view(meetings).meetings.last)
    #expect(last.delegations.first?.changes == [])
  }

  @Test func changesAreFoundWhateverPartiesAreShown() throws {
    var lens = Lens()
    lens.parties = ["south"]
    #expect(try view(held, lens).meetings.map(\.delegations.count) == [0])
  }

  @Test func theHeadComesFirst() throws {
    let line = try sittings(
      "members: []", "members: [{actor: west, rank: R, role: expert}, {actor: envoy, head: true}]")
    #expect(line.members.map(\.actor) == ["envoy", "west"])
    #expect(line.heads.map(\.name) == ["The envoy"])
    #expect(line.members.last?.rank == "R")
    #expect(line.members.last?.role == "expert")
  }

  @Test func claimsAboutMandateWithWhoClaimsThem() throws {
    let claims = [
      "id: c, speaker: consul, act: accuse, date: 2025-05-17, gist: Low rank, about: {meeting: talks, delegation: north}",
      "id: d, speaker: west, act: state, date: 2025-05-17, about: {meeting: talks, delegation: south}",
      "id: e, speaker: west, act: state, date: 2025-05-17, about: {meeting: talks}",
    ]
    let line = try #require(view(held, statements: claims).meetings.first?.delegations.first)
    #expect(line.mandateClaims.map(\.statement) == ["c"])
    #expect(line.mandateClaims.map(\.speakers) == [["consul"]])
    #expect(line.mandateClaims.map(\.gist) == ["Low rank"])
    let before = try #require(view(held, .asOf("2025-05-16"), statements: claims).meetings.first)
    #expect(before.delegations.first?.mandateClaims == [])
  }

  // MARK: Replies

  private let proposed = """
      - {id: talks, title: Talks of May, kind: talks, status: proposed, planned: 2025-05-18, host: west, basis: ana}
    """

  private func replies(_ statements: [String], _ lens: Lens) throws
    -> [DelegationsView.Reply.Kind?]
  {
    try view(
      proposed, lens, statements: statements.map { "\($0), about: {meeting: talks}" }
    ).meetings.first?.replies.map(\.kind) ?? []
  }

  @Test func theNewestWordsOfEachPartyAreItsReply() throws {
    let said = [
      "id: a, act: reject, date: 2025-05-02",
      "id: b, act: accept, speaker: envoy, date: 2025-05-04",
      "id: c, act: silent, speaker: south, date: 2025-05-05",
    ]
    #expect(try replies(said, .asOf("2025-05-10")) == [.accepted, .undecided])
    #expect(try replies(said, .asOf("2025-05-03")) == [.declined, nil])
  }

  @Test func whatIsRequiredFirstMakesAReplyConditional() throws {
    let said = [
      "id: a, act: accept, date: 2025-05-02, requires: [{kind: before, issue: water, option: shared}]"
    ]
    #expect(try replies(said, .asOf("2025-05-10")) == [.conditional, nil])
  }

  /// Silence after a reply leaves the reply; the words of third parties are no reply.
  @Test func silenceTakesNoReplyBack() throws {
    let said = [
      "id: a, act: accept, date: 2025-05-02", "id: b, act: silent, date: 2025-05-04",
      "id: c, act: propose, speaker: west, date: 2025-05-01",
    ]
    #expect(try replies(said, .asOf("2025-05-10")) == [.accepted, nil])
    #expect(try replies([said[2]], .asOf("2025-05-10")).isEmpty)
  }

  @Test func afterItsDayThereIsNothingToReplyTo() throws {
    #expect(
      try replies(["id: a, act: accept, date: 2025-05-02"], .asOf("2025-05-19")).isEmpty)
  }
}

/// Who sat, who was missing, and what others set for the talks.
@Suite struct AbsenceTests {
  @Test func whoIsRecordedAsAbsentIsNotMerelyUnnamed() throws {
    let view = delegations(
      try record(
        [],
        with: """
          meetings:
            - {id: first, kind: talks, status: held, date: 2025-02-11, basis: ana, delegations: [{party: north, members: [{actor: envoy}]}, {party: south, absent: [consul]}]}
            - {id: second, kind: talks, status: held, date: 2025-05-05, basis: ana, delegations: [{party: north, absent: [envoy]}, {party: south, members: [{actor: consul}]}]}
          """))
    let changes = try #require(view.meetings.last).delegations.map { $0.changes.map(\.kind) }
    #expect(changes == [[.absent], [.present]])
  }

  @Test func whatAnOutsideActorSetsIsShownWithIt() throws {
    let view = delegations(
      try record(
        [
          "id: set, speaker: palace, act: state, date: 2025-02-12, about: {milestone: sworn}",
          "id: mused, speaker: palace, act: state, date: 2025-02-13",
        ],
        with: """
          actors:
            - {id: north, name: North, kind: state}
            - {id: south, name: South, kind: state}
            - {id: palace, name: The palace, kind: body, roles: [{role: outside, basis: ana}]}
            - {id: gazette, name: The Gazette, kind: outlet}
          milestones: [{id: sworn, title: Sworn in, kind: deadline, due: 2025-04-15, evidence: [set]}]
          """))
    #expect(view.thirdParties.first?.offers.map(\.statement) == ["set"])
  }
}
