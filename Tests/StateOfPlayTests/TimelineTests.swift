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
    meetings:
      - {id: talks, title: Talks, kind: talks, status: held, planned: 2025-05-15, date: 2025-05-16, basis: ana, delegations: [{party: north}]}
      - {id: kept, title: Kept, kind: talks, status: held, planned: 2025-05-18, date: 2025-05-18, basis: ana}
      - {id: off, title: Off, kind: talks, status: notHeld, planned: 2025-05-17, basis: ana}
      - {id: never, kind: talks, status: proposed, basis: ana}
    milestones:
      - {id: dam, title: Dam, reached: {date: 2025-05-20, basis: ana}}
      - {id: open, title: Open}
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
        "statement s", "commitmentDue grain",
      ])
    #expect(Set(events.map(\.kind)).count == TimelineView.Event.Kind.allCases.count)
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
}
