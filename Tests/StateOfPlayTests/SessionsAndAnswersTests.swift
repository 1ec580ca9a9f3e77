import CaseModel
import StateOfPlay
import Testing

/// Meetings of several days, limits that several have to meet, and what third parties answer.
@Suite struct SessionsAndAnswersTests {
  private let meetings = """
    meetings:
      - {id: assembly, title: The assembly, kind: talks, status: held, date: 2025-05-10/2025-05-23, evidence: [open, closed]}
      - {id: evening, title: The evening, kind: talks, status: held, date: 2025-05-17, basis: ana}
    """
  private let said = [
    "id: open, act: state, date: 2025-05-10, about: {meeting: assembly}",
    "id: closed, act: state, date: 2025-05-23, about: {meeting: assembly}",
  ]

  @Test func aMeetingOfSeveralDaysIsInSessionOnceItHasBegun() throws {
    let view = try delegations(record(said, with: meetings), .asOf("2025-05-20"))
    let assembly = try #require(view.meetings.first { $0.meeting == "assembly" })
    #expect(assembly.isInSession)
    #expect(assembly.date?.text == "2025-05-10/..", "its end is not known yet")
    #expect(view.lastHeld?.meeting == "evening")
    #expect(
      try delegations(record(said, with: meetings), .asOf("2025-05-09")).meetings.isEmpty)
  }

  @Test func theMostRecentMeetingIsTheOneThatEndedLast() throws {
    let view = try delegations(record(said, with: meetings), .asOf("2025-05-25"))
    #expect(view.lastHeld?.meeting == "assembly")
    #expect(view.meetings.allSatisfy { !$0.isInSession })
  }

  @Test func theCalendarKnowsThatItIsInSession() throws {
    let planned = meetings.replacing(
      "status: held, date: 2025-05-10/2025-05-23",
      with: "status: held, planned: 2025-05-10/2025-05-22, date: 2025-05-10/2025-05-23")
    func state(_ date: String) throws -> CalendarView.State? {
      try calendar(record(said, with: planned), .asOf(date)).rows.first { $0.id == "assembly" }?
        .state
    }
    #expect(try state("2025-05-20") == .inSession)
    #expect(try state("2025-05-24") == .done)
  }

  @Test func aDayByWhichSomethingIsDueIsNotTheDayOfIt() throws {
    let rows = try calendar(
      record(
        [
          "id: a, speaker: south, act: demand, date: 2025-05-01, due: 2025-06-05",
          "id: b, act: state, date: 2025-05-01, about: {issue: water}, due: 2025-06-06",
          "id: set, act: state, date: 2025-05-01, about: {issue: water}",
        ],
        with: """
          milestones:
            - {id: vote, title: The vote, kind: vote, due: 2025-06-01, by: [west], evidence: [set]}
            - {id: sitting, title: The sitting, kind: vote, planned: 2025-06-02, by: [west], evidence: [set]}
            - {id: both, title: Both, kind: event, planned: 2025-06-03, due: 2025-06-09, evidence: [set]}
          commitments:
            - {id: pay, debtors: north, what: Pay, strength: promised, agreed: 2025-05-01, due: 2025-06-04, basis: ana}
          """), .asOf("2025-05-20")
    ).rows
    #expect(rows.filter(\.isLimit).map(\.id) == ["vote", "pay", "a", "both"])
    #expect(rows.filter { !$0.isLimit }.map(\.id) == ["sitting", "both", "b"])
  }

  @Test func aMonthIsNoSession() throws {
    let month = meetings.replacing("2025-05-10/2025-05-23", with: "2025-05")
    let view = try delegations(record(said, with: month), .asOf("2025-05-20"))
    #expect(view.meetings.map(\.meeting) == ["evening"])
  }

  @Test func aLimitOfSeveralOnWhichThereIsAReportIsMetInPart() throws {
    let lines = [
      "id: set, speaker: west, act: ask, date: 2025-05-14, about: {milestone: comments}, due: 2025-05-16",
      "id: late, speaker: west, act: state, date: 2025-05-18, about: {milestone: comments}",
    ]
    func row(_ by: String, _ lines: [String]) throws -> CalendarView.Entry? {
      try calendar(
        record(
          lines,
          with:
            "milestones: [{id: comments, title: Comments are in, kind: deadline, due: 2025-05-16, by: \(by), evidence: [set]}]"
        ), .asOf("2025-05-20")
      ).rows.first { $0.kind == .deadline }
    }
    let both = try row("[north, south]", lines)
    #expect(both?.state == .partly)
    #expect(both?.evidence.contains("late") == true)
    #expect(try row("[north, south]", [lines[0]])?.state == .notReported)
    #expect(try row("[north]", lines)?.state == .notReported)
  }

  private let chair = """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: chair, name: The chair, kind: body, roles: [{role: mediator, basis: ana}]}
      - {id: gazette, name: The Gazette, kind: outlet}
    """

  @Test func whatAThirdPartyRefusesIsShownWithWhoAskedForIt() throws {
    let view = delegations(
      try record(
        [
          "id: a, act: demand, date: 2025-05-01",
          "id: b, speaker: chair, act: reject, date: 2025-05-03",
        ], with: chair))
    #expect(view.thirdParties.first?.offers.map(\.askedBy) == [["north"]])
    // It accepts only what was asked of it.
    func accepted(_ to: String) throws -> [[Case.Actor.ID]]? {
      delegations(
        try record(
          [
            "id: a, act: demand, date: 2025-05-01\(to)",
            "id: b, speaker: chair, act: accept, date: 2025-05-03",
          ], with: chair)
      ).thirdParties.first?.offers.map(\.askedBy)
    }
    #expect(try accepted("") == [[]], "its last words, which answer nobody")
    #expect(try accepted(", to: chair") == [["north"]])
  }

  @Test func aPackageOneIssueOfWhichWasSettledIsNoLongerOnTheTable() throws {
    func state(_ ended: String) throws -> OffersView.State? {
      offers(
        try record(
          [
            "id: a, speaker: chair, act: propose, date: 2025-05-10, about: {together: [{issue: agenda, option: adopted}, {issue: water, option: shared}]}"
          ],
          with: chair + """

            issues:
              - {id: agenda, title: The agenda, kind: negotiable, options: [{id: adopted, title: Adopted}]\(ended)}
              - {id: water, title: The water, kind: negotiable, options: [{id: shared, title: By turns}]}
            """)
      ).offers.first?.state
    }
    #expect(try state("") == .onTheTable)
    #expect(
      try state(", ended: {date: 2025-05-12, how: settled, basis: ana}") == .lapsed)
  }

  @Test func whoTookTheStepWithoutWhatItAskedForDidItWithoutIt() throws {
    let theCase = try record(
      [
        "id: a, act: condition, date: 2025-05-21, requires: [{milestone: number, kind: before}]"
      ],
      with: """
        issues:
          - {id: water, title: The water, kind: negotiable, parties: [north], options: [{id: shared, title: By turns, takenBy: [north]}]}
        milestones:
          - {id: number, title: A number is back, basis: ana}
          - {id: back, title: They are back, of: {issue: water, option: shared}, reached: {date: 2025-05-22, basis: ana}}
        """)
    let edge = try #require(try preconditions(theCase).edges.first)
    #expect(edge.closing?.reason == .overtaken)
    #expect(edge.closing?.reason.words == "done without it")
    let met = changes(theCase).changes.filter { $0.kinds == [.progress] }
      .flatMap(\.answers).flatMap(\.requirementsMet)
    #expect(met.allSatisfy { $0.hasSuffix("done without it") } && !met.isEmpty)
  }
}
