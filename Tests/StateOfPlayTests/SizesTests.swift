import CaseModel
import StateOfPlay
import TestSupport
import Testing

/// Cases with little in them, and with much.
@Suite struct SizesTests {
  @Test func noEvidenceIsNotNeutral() throws {
    let one = try cell(record([]))
    #expect(one.isEmpty)
    #expect(one.statements.isEmpty)
    #expect(one["shared"] == nil)
    #expect(one.newest == nil && one.directness == nil && one.depth == nil)
    let unclear = try cell(record(["id: a, act: silent"]))
    #expect(!unclear.isEmpty)
  }

  @Test func anIssueNobodySpokeOnHasARowOfEmptyCells() throws {
    let issues = """
      issues:
        - {id: water, title: A, kind: negotiable, options: [{id: shared, title: S}]}
        - {id: land, title: B, kind: negotiable}
      """
    let view = positions(try record(["id: a, act: accept"], with: issues))
    #expect(view.rows.map(\.issue) == ["water", "land"])
    #expect(view.rows[1].cells.map(\.isEmpty) == [true, true])
  }

  @Test func aPartyOfOne() throws {
    let header = "case: {id: v, title: V, parties: [north]}"
    let theCase = try record(
      ["id: a, act: accept, via: south", "id: b, speaker: south, act: reject"], with: header)
    let view = positions(theCase)
    #expect(view.parties == ["north"])
    #expect(view.rows[0].cells.count == 1)
    #expect(try cell(theCase).directness("a") == .third, "South is no party here")
  }

  @Test func noParties() throws {
    let theCase = try record(["id: a, act: accept"], with: "case: {id: v, title: V}")
    #expect(positions(theCase).rows.map(\.cells.count) == [0])
  }

  @Test func anIssueOfOtherPartiesConcernsThoseAlone() throws {
    let issues = "issues: [{id: water, title: A, kind: negotiable, parties: [north, west]}]"
    let view = positions(try record(["id: a, speaker: south, act: accept"], with: issues))
    #expect(view.parties == ["north", "south", "west"])
    #expect(view.rows[0].cells.map(\.concerned) == [true, false, true])
    #expect(view.rows[0].cells[1].statements.map(\.statement) == ["a"], "still shown")
  }

  @Test func aThousandParties() throws {
    let time = ProcessorTime()
    let ids = (0..<1000).map { "p\($0)" }
    let sections = """
      case: {id: v, title: V, parties: [\(ids.joined(separator: ", "))]}
      actors:
      \(ids.map { "  - {id: \($0), name: \($0), kind: state}" }.joined(separator: "\n"))
      """
    let theCase = try record(
      ids.map { "id: s-\($0), speaker: \($0), act: accept" }
        + ["id: joint, speaker: [\(ids.joined(separator: ", "))], act: reject, date: 2025-01-01"],
      with: sections)
    let view = positions(theCase)
    #expect(view.rows[0].cells.count == 1000)
    for (id, one) in zip(ids, view.rows[0].cells) {
      #expect(one.answers.map(\.decidedBy) == [[Case.Statement.ID("s-\(id)")]])
      #expect(one.statements.count == 2)
    }
    #expect(time.seconds < 60)
  }

  @Test func theEmptyCase() {
    let theCase = Case(Case.Header(id: "v", title: "V"))
    #expect(positions(theCase).rows.isEmpty)
    #expect(commitments(theCase).rows.isEmpty)
    #expect(delegations(theCase).meetings.isEmpty)
    #expect(timeline(theCase).events.isEmpty)
    #expect(sources(theCase, texts: CaseTexts()).rows.isEmpty)
    #expect(search(theCase, for: "x", texts: CaseTexts()).hits.isEmpty)
    #expect(entries(theCase, id: "x", texts: CaseTexts()).isEmpty)
  }

  @Test func danglingReferencesDoNotStopAView() throws {
    let theCase = try record(
      [
        "id: a, source: nowhere, speaker: nobody, act: accept, at: never, via: no-one",
        "id: b, act: accept, about: {issue: nothing, option: none}",
        "id: c, act: accept, about: {issue: water, option: unknown}",
      ],
      with: """
        commitments:
          - {id: k, what: X, strength: promised, debtors: [no-one], at: never, evidence: [missing],
             window: {after: never, days: [1, 2]}}
        """)
    #expect(try cell(theCase)["unknown"]?.title == "unknown")
    #expect(commitments(theCase).rows.count == 1)
    #expect(timeline(theCase).events.count == 2)
    #expect(delegations(theCase).meetings.isEmpty)
  }

  /// All by one party on one step, each waiting for a milestone of its own: pairs would be 200 million.
  @Test func manyConditionsOnOneStep() throws {
    let time = ProcessorTime()
    let count = 20_000
    var theCase = try record(
      ["id: s, act: condition, date: 2025-05-01, requires: [{milestone: m, kind: before}]"],
      with: "milestones: [{id: m, title: One}]")
    let (statement, milestone) = (theCase.statements[0], theCase.milestones[0])
    for number in 1..<count {
      var (next, awaited) = (statement, milestone)
      next.id = .init("s-\(number)")
      awaited.id = .init("m-\(number)")
      next.requires = [Requirement(.milestone(awaited.id), .before)]
      theCase.statements.append(next)
      theCase.milestones.append(awaited)
    }
    let views = try Overview(theCase)
    #expect(views.preconditions.edges.count == count)
    let answer = try #require(views.positions.rows.first?.cells.first?["shared"])
    #expect(answer.standing.count == count && answer.decidedBy.count == count)
    #expect(time.seconds < 60)
  }

  /// Every one of many refusals of one day ends with the act.
  @Test func manyRefusalsEndedByOneDeed() throws {
    let time = ProcessorTime()
    var theCase = try record(
      ["id: s, act: reject, date: 2025-05-01"],
      with: """
        milestones: [{id: m, title: Done, of: {issue: water, option: shared}, by: [north], reached: {date: 2025-06-01, basis: ana}}]
        """)
    let statement = theCase.statements[0]
    for number in 1..<50_000 {
      var next = statement
      next.id = .init("s-\(number)")
      theCase.statements.append(next)
    }
    #expect(try cell(theCase).answers.isEmpty)
    #expect(try cell(theCase, .asOf("2025-05-31")).answers.map(\.stances) == [[.against]])
    #expect(time.seconds < 60)
  }
}
