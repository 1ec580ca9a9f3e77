import CaseModel
import StateOfPlay
import Testing

/// What taking a text or a package changes: conditions that it contains, conditions on which it is
/// taken, and what had lapsed before it; a wage round at a shipyard.
@Suite struct TextsAndChangesTests {
  private static let yard = """
    case: {id: yard, title: The wage round, parties: [union, yard]}
    actors:
      - {id: union, name: The union, kind: organisation}
      - {id: yard, name: The yard, kind: organisation}
      - {id: board, name: The yard's board, kind: body, partOf: yard}
      - {id: mediator, name: The mediator, kind: person, roles: [{role: mediator, basis: ana}]}
      - {id: gazette, name: The Gazette, kind: outlet}
    issues:
      - {id: pay, title: Pay, kind: negotiable, value: quantity, unit: percent, wants: {union: more, yard: less}}
      - {id: nights, title: Night work, kind: negotiable, options: [{id: banned, title: None}, {id: paid, title: Paid double}]}
      - {id: canteen, title: The canteen, kind: negotiable, options: [{id: kept, title: It is kept}]}
      - {id: clock, title: Working time, kind: negotiable, options: [{id: book, title: In a book}, {id: card, title: By card}]}
    milestones: [{id: ratified, title: The board approves, kind: vote, by: [board]}]
    """

  private static let deal = """

    drafts:
      - id: deal
        title: The deal
        date: 2031-05-20
        by: mediator
        to: [union, yard]
        status: [{level: inForce, date: 2031-05-20, basis: ana}]
        clauses:
          - {id: one, about: {issue: pay, value: {quantity: 5, unit: percent}}, status: proposed, basis: ana}
          - {id: two, about: {issue: nights, option: paid}, status: proposed, basis: ana}
          - {id: three, about: {issue: canteen, option: kept}, status: proposed, basis: ana}
        basis: ana
    """

  private static let six = "about: {issue: pay, value: {quantity: 6, unit: percent}}"
  private static let put =
    "id: put, speaker: mediator, to: [union, yard], act: propose, date: 2031-05-10, until: 2031-05-13, about: {together: [{issue: pay, value: {quantity: 5, unit: percent}}, {issue: nights, option: paid}, {issue: canteen, option: kept}]}"
  private static let took =
    "id: took, speaker: union, act: accept, date: 2031-05-10, about: {statement: put}"
  private static let joined =
    "id: joined, speaker: union, act: accept, date: 2031-05-20, about: {draft: deal}"

  private func views(_ lines: [String], _ more: String = "") throws -> LedgerTests.Views {
    try .init(record(lines, with: Self.yard + more), .asOf("2031-06-01"))
  }

  private func last(
    _ views: LedgerTests.Views, _ party: Case.Actor.ID, _ issue: Case.Issue.ID
  ) -> ChangesView.Change? {
    views.changes.changes.last {
      $0.party == party && $0.issue == issue && $0.kinds != [.progress]
    }
  }

  // MARK: Conditions that a text or a package contains

  @Test func toTakeAPackageThatContainsTheConditionIsNoYesWithoutIt() throws {
    func signs(_ asked: String) throws -> [ChangesView.PossibleMove.Kind] {
      let first =
        "id: first, speaker: union, act: accept, date: 2031-05-02, about: {issue: canteen, option: kept}, requires: [{\(asked), kind: before}]"
      let put = Self.put.replacing("2031-05-13", with: "2031-06-13")
      return try views([first, put, Self.took]).changes.possibleMoves.map(\.kind)
    }
    #expect(try signs("issue: nights, option: paid").isEmpty)
    #expect(try signs("issue: nights, option: banned") == [.saidWithout])
    // A number is contained where the package's is as good for who asks for it.
    #expect(try signs("issue: pay, value: {quantity: 4, unit: percent}").isEmpty)
    #expect(
      try signs("issue: pay, value: {quantity: 7, unit: percent, comparator: ≥}") == [.saidWithout])
  }

  @Test func whatTheTextContainsIsNotGivenUpByTakingIt() throws {
    func change(_ option: String) throws -> ChangesView.Change? {
      let first =
        "id: first, speaker: union, act: accept, date: 2031-05-02, about: {issue: canteen, option: kept}, requires: [{issue: nights, option: \(option), kind: before}]"
      return last(try views([first, Self.joined], Self.deal), "union", "canteen")
    }
    let contained = try #require(try change("paid"))
    #expect(contained.kinds == [.reaffirmed])
    let other = try #require(try change("banned"))
    #expect(other.kinds == [.softened])
    #expect(other.answers.flatMap(\.requirementsDropped) == ["before: Night work: None"])
  }

  // MARK: Conditions on the issue as a whole

  private static let whole =
    "id: whole, speaker: union, act: condition, date: 2031-05-01, about: {issue: pay}, requires: [{issue: nights, option: banned, kind: before}]"
  private static let instead =
    "id: instead, speaker: union, act: condition, date: 2031-05-03, about: {issue: pay}, requires: [{issue: nights, option: paid, kind: before}], drops: whole"

  @Test func aConditionOnTheWholeIssueNamesWhatCameInItsPlace() throws {
    let change = try #require(last(try views([Self.whole, Self.instead]), "union", "pay"))
    #expect(change.kinds == [.softened])
    let answer = try #require(change.answers.first)
    #expect(answer.isOfWholeIssue)
    #expect(answer.requirementsDropped == ["before: Night work: None"])
    #expect(answer.requirementsAdded == ["before: Night work: Paid double"])
  }

  @Test func aConditionOnTheWholeIssueThatTheTextContainsSoftensNothing() throws {
    func change(_ lines: [String]) throws -> ChangesView.Change? {
      let five =
        "id: five, speaker: union, act: demand, date: 2031-05-04, about: {issue: pay, value: {quantity: 5, unit: percent}}"
      return last(try views(lines + [five, Self.joined], Self.deal), "union", "pay")
    }
    let contained = try #require(try change([Self.whole, Self.instead]))
    #expect(!contained.kinds.contains(.softened))
    #expect(
      contained.answers.last?.requirementsDropped
        == ["before: Night work: Paid double (which the text contains)"])
    let other = try #require(try change([Self.whole]))
    #expect(other.kinds.contains(.softened))
  }

  // MARK: Conditions on which a text is taken

  @Test func aTextTakenSubjectToAVoteIsTakenOnThatCondition() throws {
    let yard =
      "id: yes, speaker: yard, act: accept, date: 2031-05-20, about: {draft: deal}, requires: [{milestone: ratified, kind: before}]"
    let three =
      "id: three, speaker: yard, act: offer, date: 2031-05-01, about: {issue: pay, value: {quantity: 3, unit: percent}}"
    let views = try views([three, yard], Self.deal)
    let change = try #require(last(views, "yard", "pay"))
    let five = try #require(change.answers.first { $0.answer == "5 percent" })
    #expect(five.after == [.forIf])
    #expect(five.requirementsAdded == ["before: The board approves"])
    #expect(views.answer("yard", "pay", "5 percent")?.stances == [.forIf])
    // Without it the yes is plain.
    let plain = yard.replacing(", requires: [{milestone: ratified, kind: before}]", with: "")
    let other = try #require(
      last(try self.views([three, plain], Self.deal), "yard", "pay"))
    #expect(other.answers.first { $0.answer == "5 percent" }?.after == [.for])
    #expect(other.answers.flatMap(\.requirementsAdded).isEmpty)
  }

  // MARK: What had lapsed

  private static let asked = [
    "id: six, speaker: union, act: demand, date: 2031-05-01, \(six)",
    "id: ban, speaker: union, act: demand, date: 2031-05-01, about: {issue: nights, option: banned}",
  ]

  @Test func aConcessionRepeatedAfterItsPackageLapsedIsCountedOnce() throws {
    let views = try views(Self.asked + [Self.put, Self.took, Self.joined], Self.deal)
    for issue: Case.Issue.ID in ["pay", "nights"] {
      let moves = views.changes.changes.filter { $0.issue == issue && $0.isMove }
      #expect(moves.map(\.date.text) == ["2031-05-10"], "\(issue)")
      let again = try #require(last(views, "union", issue))
      #expect(again.kinds == [.reaffirmed], "\(issue)")
      #expect(again.answers.count == 1)
      #expect(again.answers.first?.lapsedOn?.text == "2031-05-13")
      #expect(again.before.map(\.statement) == ["took"])
      #expect(again.before.map(\.lapsedOn?.text) == ["2031-05-13"])
    }
  }

  @Test func whatIsAskedForAgainAfterTheLapseIsGivenUpAgain() throws {
    let back =
      "id: back, speaker: union, act: demand, date: 2031-05-16, about: {issue: nights, option: banned}"
    let views = try views(Self.asked + [Self.put, Self.took, back, Self.joined], Self.deal)
    let moves = views.changes.changes.filter { $0.issue == "nights" && $0.isMove }
    #expect(moves.map(\.date.text) == ["2031-05-10", "2031-05-20"])
  }

  @Test func aRefusalGivenUpForATimeIsReversedOnce() throws {
    let lines = [
      "id: no, speaker: union, act: reject, date: 2031-05-01, about: {issue: clock, option: card}",
      "id: till, speaker: union, act: offer, date: 2031-05-05, until: 2031-05-08, about: {issue: clock, option: card}",
      "id: again, speaker: union, act: offer, date: 2031-05-15, about: {issue: clock, option: card}",
    ]
    let views = try views(lines)
    #expect(views.changes.changes.count { $0.kinds.contains(.reversed) } == 1)
    #expect(last(views, "union", "clock")?.kinds == [.reaffirmed])
  }
}
