import CaseModel
import StateOfPlay
import Testing

/// Legal limits: what would breach them, under which reading.
@Suite struct ConstraintsTests {
  private let sections = """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: west, name: West, kind: state}
      - {id: gazette, name: The Gazette, kind: outlet}
      - {id: king, name: The king, kind: person, speaksFor: [{actor: south, to: 2025-05, basis: ana}]}
      - {id: consul, name: The consul, kind: person, speaksFor: [{actor: south, basis: ana}, {actor: king, basis: ana}]}
      - {id: envoy, name: The envoy, kind: person, speaksFor: [{actor: north, basis: ana}]}
    issues:
      - id: water
        title: Meetings
        kind: negotiable
        category: talks
        options:
          - {id: with-king, title: With the king, takenBy: [envoy, king]}
          - {id: with-consul, title: With the consul, takenBy: [envoy, consul]}
          - {id: with-west, title: With West, takenBy: [north, west]}
      - id: land
        title: Land
        kind: negotiable
        options: [{id: shared, title: Shared, takenBy: [north, king]}]
    meetings:
      - {id: sat, kind: talks, status: held, date: 2025-03-01, basis: ana, delegations: [
          {party: north, members: [{actor: envoy, basis: ana}], basis: ana},
          {party: south, members: [{actor: consul, basis: ana}], basis: ana}]}
      - {id: summit, kind: summit, status: planned, planned: 2025-04-01, basis: ana, delegations: [
          {party: north, basis: ana}, {party: south, members: [{actor: king, basis: ana}], basis: ana}]}
      - {id: never, kind: talks, status: notHeld, planned: 2025-03-02, basis: ana, delegations: [
          {party: north, basis: ana}, {party: south, members: [{actor: king, basis: ana}], basis: ana}]}
      - {id: elsewhere, kind: talks, status: held, date: 2025-03-05, basis: ana, delegations: [
          {party: west, basis: ana}, {party: south, members: [{actor: king, basis: ana}], basis: ana}]}
      - {id: early, kind: talks, status: held, date: 2024-12-01, basis: ana, delegations: [
          {party: north, basis: ana}, {party: south, members: [{actor: king, basis: ana}], basis: ana}]}
      - {id: late, kind: talks, status: held, date: 2026-02-01, basis: ana, delegations: [
          {party: north, basis: ana}, {party: south, members: [{actor: king, basis: ana}], basis: ana}]}
    constraints:
      - {id: decree, title: The decree, holder: north, issued: 2025-01-01, until: 2025-12-31,
         issuedBy: [{actor: north, evidence: [told]}], evidence: [told], readings: [
           {id: narrow, forbids: {act: negotiate, with: [king]}, heldBy: [west], basis: ana},
           {id: broad, forbids: {act: negotiate, with: [south]}, heldBy: [south, gazette], basis: ana}]}
    """

  private let told =
    "id: told, speaker: gazette, act: state, date: 2025-01-02, about: {constraint: decree}"

  private func readings(
    _ statements: [String] = [], _ lens: Lens = Lens()
  ) throws -> [ConstraintsView.Reading] {
    let view = try constraints(record([told] + statements, with: sections), lens)
    return try #require(view.rows.first).readings
  }

  private func offers(_ words: String) throws -> [[Case.Actor.ID]] {
    try readings(["id: o, \(words)"]).map { reading in
      reading.breaches.filter { $0.kind == .offer }.flatMap(\.because)
    }
  }

  private func option(_ id: String) -> String { "about: {issue: water, option: \(id)}" }

  @Test func aForbiddenOptionIsBreachedByTheHoldersOfferOfItAloneOrInAPackage() throws {
    let sections = sections.replacing(
      "forbids: {act: negotiate, with: [king]}", with: "forbids: {issue: water, option: with-king}")
    let package = "about: {together: [{issue: water, option: with-king}, {issue: water}]}"
    let view = try constraints(
      record(
        [
          told, "id: a, speaker: envoy, act: offer, date: 2025-03-01, \(option("with-king"))",
          "id: b, speaker: north, act: propose, date: 2025-03-02, \(package)",
          "id: c, speaker: south, act: offer, date: 2025-03-01, \(option("with-king"))",
          "id: d, speaker: north, act: reject, date: 2025-03-01, \(option("with-king"))",
          "id: e, speaker: north, act: offer, date: 2024-03-01, \(option("with-king"))",
        ], with: sections))
    let narrow = try #require(view.rows.first?.readings.first)
    #expect(narrow.breaches.map(\.statements) == [["a"], ["b"]])
    #expect(narrow.rules.map(\.kind) == [.forbids] && narrow.rules.map(\.issue) == ["water"])
  }

  @Test func aReadingHeldOnlyLaterIsNotShown() throws {
    let sections = sections.replacing("heldBy: [west]", with: "since: 2025-06, heldBy: [west]")
    var lens = Lens()
    lens.asOf = try EDTFDate("2025-05-01")
    let early = try constraints(record([told], with: sections), lens)
    #expect(early.rows.first?.readings.map(\.reading) == ["broad"])
    lens.asOf = try EDTFDate("2025-07-01")
    let late = try constraints(record([told], with: sections), lens)
    #expect(late.rows.first?.readings.map(\.reading) == ["narrow", "broad"])
  }

  @Test func aBanOnSigningIsBreachedByOffersToSignAndByNoMeeting() throws {
    let signing = sections.replacing("act: negotiate", with: "act: sign")
    func breaches(_ category: String) throws -> [[ConstraintsView.Breach.Kind]] {
      let sections = signing.replacing("category: talks", with: "category: \(category)")
      let offer = "id: o, speaker: envoy, act: offer, date: 2025-03-01, \(option("with-king"))"
      let view = try constraints(record([told, offer], with: sections))
      return try #require(view.rows.first).readings.map { $0.breaches.map(\.kind) }
    }
    #expect(try breaches("signature") == [[.offer], [.offer]])
    #expect(try breaches("talks") == [[], []])
  }

  @Test func meetingsPlannedOrHeldByTheHolderBreachByReading() throws {
    let found = try readings()
    #expect(found.map(\.reading) == ["narrow", "broad"])
    #expect(found.map { $0.breaches.compactMap(\.meeting) } == [["summit"], ["sat", "summit"]])
    #expect(found[1].breaches.map(\.kind) == [.meetingHeld, .meetingPlanned])
  }

  @Test func aPersonMatchesOnlyHimselfAndAStateWhoeverSpeaksForIt() throws {
    // The consul speaks for the king too, and is not the king.
    let found = try readings()
    #expect(found[0].breaches.map(\.because) == [["king"]])
    #expect(found[1].breaches.map(\.because) == [["south", "consul"], ["south", "king"]])
  }

  @Test func anOfferOrAcceptanceByTheHolderBreaches() throws {
    for act in ["offer", "accept", "propose", "condition", "state, stance: for"] {
      #expect(
        try offers("act: \(act), date: 2025-03-01, \(option("with-king"))") == [["king"], ["king"]])
      #expect(
        try offers("act: \(act), date: 2025-03-01, \(option("with-consul"))") == [[], ["consul"]])
      #expect(try offers("act: \(act), date: 2025-03-01, \(option("with-west"))") == [[], []])
    }
    #expect(
      try offers("speaker: envoy, act: offer, date: 2025-03-01, \(option("with-king"))")
        == [["king"], ["king"]], "whoever speaks for the holder")
    #expect(
      try offers("act: accept, date: 2025-03-01, about: {meeting: summit}")
        == [["king"], ["south", "king"]])
  }

  @Test func aRefusalAnothersOfferAndAnythingButAMeetingBreachNothing() throws {
    for words in [
      "act: reject", "act: deny", "act: withdraw", "act: takeNote", "act: accept, stance: against",
      "speaker: south, act: offer", "speaker: west, act: offer", "act: offer, doubted: a rumour",
    ] {
      #expect(
        try offers("\(words), date: 2025-03-01, \(option("with-king"))") == [[], []], "\(words)")
    }
    let land = "act: offer, date: 2025-03-01, about: {issue: land, option: shared}"
    #expect(try offers(land) == [[], []], "land is no meeting")
  }

  @Test func onlyWhatFallsInTheDatesInForceBreaches() throws {
    for (date, breaches) in [
      ("2024-12-31", false), ("2025-01-01", true), ("2025-12-31", true), ("2026-01-01", false),
      ("2024/2025", true),
    ] {
      let found = try offers("act: offer, date: \(date), \(option("with-king"))")
      #expect(found[0].isEmpty == !breaches, "\(date)")
    }
  }

  @Test func whoSpokeForAStateThenIsWhatCounts() throws {
    let found = try offers("act: offer, date: 2025-06-15, \(option("with-king"))")
    #expect(found == [["king"], []], "the king speaks for South until May")
  }

  @Test func whoHoldsWhichReadingAndWhoSaysWhoIssuedIt() throws {
    let row = try #require(constraints(record([told], with: sections)).rows.first)
    #expect(row.readings.map(\.heldBy) == [["west"], ["south", "gazette"]])
    #expect(row.issuers.map(\.actor) == ["north"])
    #expect(row.issuers.map(\.saidBy) == [["gazette"]])
    #expect(row.issuers.map(\.evidence) == [["told"]])
    #expect(row.holders == ["north"] && row.evidence == ["told"])
    #expect(row.issued?.text == "2025-01-01" && row.until?.text == "2025-12-31")
  }

  @Test func asOfLeavesOutWhatWasNotYetIssuedOrSaid() throws {
    let theCase = try record(
      [told, "id: o, act: offer, date: 2025-03-20, \(option("with-king"))"], with: sections)
    #expect(try constraints(theCase, .asOf("2024-12-31")).rows.isEmpty)
    let then = try #require(constraints(theCase, .asOf("2025-03-19")).rows.first)
    #expect(then.readings.flatMap(\.breaches).allSatisfy { $0.kind != .offer })
    let later = try #require(constraints(theCase, .asOf("2025-03-20")).rows.first)
    #expect(later.readings.flatMap(\.breaches).contains { $0.kind == .offer })
  }

  @Test func breachesStandInOrderOfDate() throws {
    let found = try readings([
      "id: z, act: offer, date: 2025-05-01, \(option("with-king"))",
      "id: y, act: offer, date: 2025-02-01, \(option("with-king"))",
    ])
    #expect(
      found[0].breaches.compactMap(\.date?.text) == ["2025-02-01", "2025-04-01", "2025-05-01"])
  }

  @Test func aLensChoosesSourcesAndHolders() throws {
    let theCase = try record([told], with: sections)
    var lens = Lens()
    lens.parties = ["south"]
    #expect(constraints(theCase, lens).rows.isEmpty)
    lens.parties = ["north"]
    #expect(constraints(theCase, lens).rows.count == 1)
    lens = Lens()
    lens.sources = ["leaf"]
    #expect(constraints(theCase, lens).rows.isEmpty, "its only evidence is left out")
  }

  // MARK: Deeds and promises

  private let ban = """
    issues:
      - {id: water, title: The gate, kind: negotiable, options: [{id: shared, title: It is opened, takenBy: [north]}]}
    milestones:
      - {id: opened, title: The gate opens, of: {issue: water, option: shared}, reached: {date: 2025-03-01, basis: ana}, basis: ana}
    commitments:
      - {id: open, what: Open the gate, strength: promised, debtors: north, creditors: south, agreed: 2024-12-01, due: 2025-04-01,
         about: {issue: water, option: shared}, basis: ana, status: [{date: 2025-03-05, level: 2, basis: ana}]}
    constraints:
      - {id: order, title: The order, holder: [west, north], issued: 2025-01-01, until: 2025-12-31, basis: ana, readings: [
           {id: all, forbids: {issue: water, option: shared}, heldBy: [west], basis: ana}]}
    """

  private func kinds(_ sections: String, _ lens: Lens = Lens()) throws
    -> [ConstraintsView.Breach.Kind]
  {
    let view = try constraints(record([], with: sections), lens)
    return try #require(view.rows.first?.readings.first).breaches.map(\.kind)
  }

  @Test func aForbiddenStepIsBreachedByTakingItAndByAPromiseOfItThatFallsDueUnderTheAct() throws {
    #expect(try kinds(ban) == [.promise, .performance, .performance])
    #expect(try kinds(ban, .asOf("2025-02-01")) == [.promise])
    #expect(
      try kinds(ban.replacing("issued: 2025-01-01", with: "issued: 2025-03-03")) == [
        .promise, .performance,
      ])
    #expect(try kinds(ban.replacing("issued: 2025-01-01", with: "issued: 2025-06-01")).isEmpty)
    #expect(try kinds(ban.replacing("holder: [west, north]", with: "holder: west")).isEmpty)
  }

  @Test func aPromiseInWordsIsOneBreach() throws {
    let words = "id: p, act: commit, date: 2025-02-01"
    let view = try constraints(
      record(
        [words],
        with: ban.replacing(
          "about: {issue: water, option: shared}, basis: ana, status",
          with: "about: {issue: water, option: shared}, evidence: [p], status")))
    #expect(
      view.rows.first?.readings.first?.breaches.map(\.kind) == [.offer, .performance, .performance])
  }
}
