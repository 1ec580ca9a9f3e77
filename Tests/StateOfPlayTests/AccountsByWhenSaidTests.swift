import CaseModel
import StateOfPlay
import Testing

/// Accounts of a promise in the order in which they were given, whatever day each speaks of: North owes
/// South 100 millions.
@Suite struct AccountsByWhenSaidTests {
  private let broken =
    "id: broken, speaker: south, act: accuse, date: 2025-03-01, about: {commitment: pay}"
  private let reached =
    "id: reached, speaker: north, act: state, date: 2025-05-04, about: {commitment: pay}"
  private let counted =
    "id: counted, speaker: west, act: state, date: 2025-05-10, about: {commitment: pay}"

  private func theCase(_ status: String, due: String = "'2020'") throws -> Case {
    try record(
      [broken, reached, counted],
      with: """
        commitments:
          - {id: pay, what: Pay 100, quantity: 100, unit: million, strength: promised, debtors: [north], creditors: [south], agreed: '2015', due: \(due), basis: ana, status: [\(status)]}
        """)
  }

  private let late =
    "{date: 2025-03-01, level: breached, evidence: [broken]}, {date: '2022', level: 3, done: 100, evidence: [reached]}"

  @Test func whatWasDoneByAnEarlierDayAnswersWhatWasSaidBefore() throws {
    let line = try #require(commitments(theCase(late), .asOf("2025-05-05")).rows.first)
    #expect(line.status == .full)
    #expect(!line.isDisputed)
    #expect(line.isUnconfirmed)
    #expect(line.accounts.map(\.by) == [["south"], ["north"]])
    #expect(line.shownAccounts.count == 2)
    #expect(line.accounts.last?.given?.text == "2025-05-04")
    #expect(line.late != nil)
  }

  @Test func whatIsSaidOnlyLaterIsMarkedAndOutdoesNothing() throws {
    let paid = try theCase(late)
    let line = try #require(commitments(paid, .asOf("2025-04-01")).rows.first)
    #expect(line.status == .breached)
    #expect(line.done == nil)
    #expect(line.accounts.map(\.by) == [["south"]])
    #expect(line.reports.map(\.reportedLater) == [false, true])
    let events = try timeline(paid, .asOf("2025-04-01")).events
      .filter { $0.kind == .commitmentReport }
    #expect(events.map(\.reportedLater) == [true, false])
  }

  @Test func whatOneSaysIsDoneAndAnotherLaterCallsBrokenIsDisputed() throws {
    let line = try #require(
      commitments(
        theCase(
          "{date: 2025-05-04, level: 3, done: 110, evidence: [reached]}, {date: 2025-05-10, level: breached, done: 70, evidence: [counted]}",
          due: "'2025'")
      ).rows.first)
    #expect(line.isDisputed)
    #expect(line.shownAccounts.map(\.by) == [["north"], ["west"]])
  }

  @Test func aLaterCountOfLessStandsBesideTheEarlierOne() throws {
    func line(_ first: String, _ second: String) throws -> CommitmentsView.Line {
      try #require(
        commitments(
          theCase(
            "{date: 2025-05-04, level: 2, done: \(first), evidence: [reached]}, {date: 2025-05-10, level: 2, done: \(second), evidence: [counted]}",
            due: "'2026'")
        ).rows.first)
    }
    let less = try line("25", "15")
    #expect(less.isDisputed)
    #expect(less.shownAccounts.count == 2)
    // More of it by a later day is progress.
    #expect(try !line("15", "25").isDisputed)
  }

  @Test func whatWasToComeBeforeAStepAndIsCalledBrokenIsNotOverdue() throws {
    func line(_ status: String) throws -> CommitmentsView.Line {
      try #require(
        commitments(
          record(
            [broken],
            with: """
              milestones: [{id: text, title: The text is out, reached: {date: 2025-02-20, basis: ana}}]
              commitments:
                - {id: pay, what: Put it in, strength: promised, debtors: [north], creditors: [south], agreed: 2025-02-01, dueStep: {before: {milestone: text}}, basis: ana, status: [\(status)]}
              """)
        ).rows.first)
    }
    #expect(try line("").isOverdue == true)
    #expect(try line("{date: 2025-03-01, level: breached, evidence: [broken]}").isOverdue == false)
  }

  @Test func aDocumentOfALaterDayIsNoSourceOfWhatWasReportedByThen() throws {
    let theCase = try record(
      ["id: a, act: demand, date: 2025-05-01"],
      with: """
        sources:
          - {id: paper, publisher: gazette, title: The paper, published: 2025-05-02, text: \(withheld)}
          - {id: next, publisher: gazette, title: The next, published: 2025-05-20, text: \(withheld)}
        """)
    #expect(
      try sources(theCase, .reportedBy("2025-05-10"), texts: CaseTexts()).rows.map(\.source)
        == ["paper"])
  }

  @Test func whatIsOnlyKnownToBeNoLaterThanADayIsNotOnRecordBeforeIt() throws {
    let theCase = try record(
      [
        "id: a, act: demand, date: 2025-05-01",
        "id: b, act: demand, date: ../2025-05-20, source: next, about: {issue: coal, option: kept}",
      ],
      with: """
        issues:
          - {id: water, title: The water, kind: negotiable, options: [{id: shared, title: By turns}]}
          - {id: coal, title: The coal, kind: negotiable, options: [{id: kept, title: Kept}]}
        sources:
          - {id: paper, publisher: gazette, title: The paper, published: 2025-05-02, text: \(withheld)}
          - {id: next, publisher: gazette, title: The next, published: 2025-05-21, text: \(withheld)}
        """)
    #expect(try positions(theCase, .asOf("2025-05-10")).rows.map(\.issue) == ["water"])
    #expect(
      try sources(theCase, .asOf("2025-05-10"), texts: CaseTexts()).rows.map(\.source) == ["paper"])
    #expect(try positions(theCase, .asOf("2025-05-22")).rows.count == 2)
  }
}
