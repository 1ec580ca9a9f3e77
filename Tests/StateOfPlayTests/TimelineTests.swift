import CaseModel
import StateOfPlay
import Testing

/// Everything dated on one axis.
@Suite struct TimelineTests {
  @Test func byFirstDayThenLastThenTheFilesOrder() throws {
    let theCase = try record([
      "id: month, act: state, date: 2025-05", "id: last, act: state, date: 2025-05-31",
      "id: day, act: state, date: 2025-05-01", "id: second, act: state, date: 2025-05-01",
      "id: open, act: state, date: ../2025-05",
    ])
    #expect(timeline(theCase).events.map(\.id) == ["day", "second", "month", "last", "open"])
  }

  @Test func aDateLessExactThanADayIsASpan() throws {
    let event = try #require(
      timeline(try record(["id: a, act: state, date: 2022-23"])).events.first)
    #expect(event.date.earliest == CivilDay(year: 2022, month: 9, day: 1))
    #expect(event.date.latest == CivilDay(year: 2022, month: 11, day: 30))
    #expect(!event.date.isDay)
  }

  private let everything = """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: west, name: West, kind: state, roles: [{role: mediator, from: 2025-06-10, to: 2025-06-20, basis: ana}]}
      - {id: gazette, name: The Gazette, kind: outlet}
    meetings:
      - {id: talks, title: Talks, kind: talks, status: held, planned: 2025-05-15, date: 2025-05-16, basis: ana, delegations: [{party: north}]}
      - {id: kept, title: Kept, kind: talks, status: held, planned: 2025-05-18, date: 2025-05-18, basis: ana}
      - {id: off, title: Off, kind: talks, status: notHeld, planned: 2025-05-17, basis: ana}
      - {id: never, kind: talks, status: proposed, basis: ana}
    milestones:
      - {id: dam, title: Dam, reached: {date: 2025-05-20, basis: ana}}
      - {id: open, title: Open}
      - {id: lamp, title: Lamp, planned: 2025-05-29, basis: ana}
    constraints:
      - {id: act, title: Act, holder: north, issued: 2022-10, readings: []}
    drafts:
      - {id: text, title: Text, date: 2022-03, by: north, clauses: []}
    commitments:
      - {id: grain, what: Grain, strength: promised, debtors: [north], creditors: [south], agreed: 2025-05-16, due: 2025-06-01,
         basis: ana, status: [{date: 2025-05-25, level: 1}]}
    """

  @Test func everyKindIsOnTheAxis() throws {
    let events = timeline(try record(["id: s, act: state, date: 2025-05-30"], with: everything))
      .events
    #expect(
      events.map { "\($0.kind.rawValue) \($0.id)" } == [
        "draft text", "constraint act", "plannedMeeting talks", "meeting talks", "commitment grain",
        "plannedMeeting off", "meeting kept", "milestone dam", "commitmentReport grain",
        "plannedMilestone lamp", "statement s", "commitmentDue grain", "role west", "role west",
      ])
    #expect(Set(events.map(\.kind)).count == TimelineView.Event.Kind.allCases.count)
  }

  @Test func anEndedActASignatureAndAReportSayWhatTheyAre() throws {
    let sections = """
      constraints:
        - {id: act, title: The ban, holder: [north, south], issued: 2022-10, until: 2025-05-01, basis: ana, readings: [{id: r, forbids: {act: meet}}]}
      drafts:
        - {id: text, title: The pact, date: 2025-03-01, by: north, basis: ana, clauses: [], signed: {date: 2025-03-02, by: [north, south], basis: ana},
           status: [{level: signed, date: 2025-03-02}, {level: inForce, date: 2025-03-09}, {level: ended, date: 2025-04-09}]}
      commitments:
        - {id: grain, what: Grain, strength: promised, debtors: north, creditors: south, agreed: 2025-01-01, quantity: 9, unit: ton, evidence: [p],
           status: [{date: 2025-02-01, level: 1, done: 3, evidence: [s]}]}
      """
    let view = timeline(
      try record(
        [
          "id: p, act: commit, about: {commitment: grain}, date: 2025-01-01",
          "id: s, speaker: south, act: state, about: {commitment: grain}, date: 2025-02-01",
        ], with: sections))
    let titles = view.events.filter { $0.kind != .statement && $0.kind != .commitment }.map(\.title)
    #expect(
      titles == [
        "The ban", "Grain (North): carried out in small part, 3 tons, says South", "The pact",
        "The pact: signed by North and South", "The pact: in force", "The pact: ended",
        "The ban: last day",
      ])
    #expect(view.events.first { $0.kind == .constraint }?.actors == ["north", "south"])
  }

  @Test func aMeetingReportedAsNotHeldSaysSo() throws {
    let off = """
      meetings:
        - {id: off, title: Off, kind: talks, status: notHeld, planned: 2025-05-17, evidence: [a, b]}
      """
    let lines = [
      "id: a, act: state, date: 2025-05-10, about: {meeting: off}",
      "id: b, act: state, date: 2025-05-18, about: {meeting: off}",
    ]
    func title(_ lens: Lens) throws -> String? {
      timeline(try record(lines, with: off), lens).events.first { $0.id == "off" }?.title
    }
    #expect(try title(Lens()) == "Off: not held")
    #expect(try title(.asOf("2025-05-17")) == "Off")
  }

  @Test func plannedStandsBesideHeldWhereTheyDiffer() throws {
    let events = timeline(try record([], with: everything)).events
    #expect(events.filter { $0.id == "talks" }.map(\.kind) == [.plannedMeeting, .meeting])
    #expect(events.filter { $0.id == "kept" }.map(\.kind) == [.meeting])
    #expect(events.filter { $0.id == "off" }.map(\.kind) == [.plannedMeeting])
  }

  @Test func whatHasNoDateIsCounted() throws {
    let view = timeline(
      try record(["id: u, act: state, source: leaf"], with: everything))
    #expect(view.undated == 2, "a meeting and a statement")
    #expect(!view.events.contains { $0.id == "u" || $0.id == "never" })
  }

  @Test func asOfEndsTheAxisButForWhatIsDue() throws {
    let view = timeline(
      try record(["id: s, act: state, date: 2025-05-30"], with: everything), try .asOf("2025-05-16")
    )
    #expect(
      view.events.map { "\($0.kind.rawValue) \($0.id)" } == [
        "draft text", "constraint act", "plannedMeeting talks", "meeting talks", "commitment grain",
        "commitmentDue grain",
      ])
  }

  @Test func aSpanOverAsOfIsPerhapsLater() throws {
    let view = timeline(
      try record(["id: a, act: state, date: 2025-05", "id: b, act: state, date: 2025-05-02"]),
      try .asOf("2025-05-16"))
    #expect(view.events.map(\.id) == ["a", "b"])
    #expect(view.events.map(\.possiblyLater) == [true, false])
  }

  @Test func whatWasToldLaterIsMarked() throws {
    let theCase = try record([
      "id: a, act: state, date: 2025-05-01, told: 2025-05-20",
      "id: b, act: state, date: 2025-05-01, told: 2025-05-02",
    ])
    #expect(
      timeline(theCase, try .asOf("2025-05-10")).events.map(\.reportedLater) == [true, false])
    #expect(timeline(theCase).events.map(\.reportedLater) == [false, false])
    #expect(timeline(theCase, try .reportedBy("2025-05-10")).events.map(\.id) == ["b"])
  }

  @Test func eachEventNamesWhatItRestsOn() throws {
    let theCase = try record(
      ["id: s, act: commit, date: 2025-05-16"],
      with: """
        commitments: [{id: k, what: K, strength: promised, debtors: [north], evidence: [s]}]
        """)
    let events = timeline(theCase).events
    #expect(events.map(\.kind) == [.commitment, .statement])
    #expect(events.map(\.evidence) == [["s"], ["s"]])
  }

  @Test func aCommitmentIsOnItsCreditorsAxisToo() throws {
    var lens = Lens()
    lens.parties = ["south"]
    let events = timeline(try record([], with: everything), lens).events.filter { $0.id == "grain" }
    #expect(events.map(\.kind) == [.commitment, .commitmentReport, .commitmentDue])
  }

  @Test func theLensChoosesIssues() throws {
    var lens = Lens()
    lens.issues = ["water"]
    let theCase = try record(
      [
        "id: a, act: state, date: 2025-05-01",
        "id: b, act: state, date: 2025-05-01, about: {actor: north}",
      ],
      with: everything)
    #expect(timeline(theCase, lens).events.map(\.id) == ["a"])
  }

  /// What was said by a later day, and no one knows when, is not shown.
  @Test func aLastDayAfterAsOfShowsNothing() throws {
    let theCase = try record([
      "id: bounded, act: state, source: leaf, date: ../2025-06-18",
      "id: between, act: state, date: 2025-05-18/2025-06-18",
    ])
    var lens = Lens()
    lens.asOf = try EDTFDate("2025-06-01")
    let shown = timeline(theCase, lens).events.filter { $0.kind == .statement }
    #expect(shown.map(\.id) == ["between"])
  }
}
