import CaseModel
import StateOfPlay
import Testing

/// What becomes of a threat when what it demands is done.
@Suite struct AvertedThreatsTests {
  private let promise =
    "id: p, speaker: north, act: commit, date: 2025-09-03, about: {commitment: guns}"
  private let threat =
    "id: t, speaker: south, to: north, act: threaten, stance: against, date: 2025-10-10, requires: [{commitment: guns, kind: trigger, party: north, stance: against, due: 2025-10-20}]"
  private let report =
    "id: r, speaker: west, of: north, act: state, date: 2025-10-18, about: {commitment: guns}"

  private func made(
    _ lines: [String] = [], done: String = "2025-10-18", level: String = "3",
    said: String = "2025-10-18", more: String = "due: 2025-09-19"
  ) throws -> Case {
    let sections = """
      commitments: [{id: guns, debtors: north, creditors: south, what: Withdraw the guns, strength: promised, \(more), status: [{date: \(done), level: \(level), evidence: [r]}], evidence: [p]}]
      """
    return try record(
      [promise, threat, report.replacing("2025-10-18", with: said)] + lines, with: sections)
  }

  private func edge(_ theCase: Case, asOf: String = "2025-11-20") throws -> PreconditionsView.Edge {
    try #require(preconditions(theCase, .asOf(asOf)).edges.first)
  }

  @Test func whatIsDoneByTheDayAvertsIt() throws {
    let averted = try edge(made())
    #expect(averted.state == .closed)
    #expect(averted.closing?.reason == .averted)
    #expect(averted.closing?.date?.text == "2025-10-18")
    #expect(try edge(made(), asOf: "2025-10-17").state == .standing)
    let day = try #require(calendar(made(), .asOf("2025-11-20")).rows.first { $0.kind == .threat })
    #expect(day.state == .done)
  }

  @Test func whatIsDoneLateOrInPartDoesNot() throws {
    let late = try edge(made(done: "2025-10-25"))
    #expect(late.state == .standing)
    #expect(late.setOff != nil)
    #expect(try edge(made(level: "2")).state == .standing)
  }

  @Test func whatIsKeptSoFarAvertsNothing() throws {
    #expect(try edge(made(more: "until: 2025-12-31")).state == .standing)
  }

  @Test func aPromiseBrokenBeforeIsStillOwedUntilTheDayOfTheThreat() throws {
    let broken = try made(done: "2025-10-01", level: "breached", said: "2025-10-02")
    func row(_ day: String) throws -> CalendarView.Entry {
      try #require(calendar(broken, .asOf(day)).rows.first { $0.kind == .threat })
    }
    #expect(try edge(broken, asOf: "2025-10-15").setOff == nil)
    #expect(try row("2025-10-15").state == .ahead)
    // Once the day has passed, what was broken before it says nothing of it.
    let after = try edge(broken, asOf: "2025-10-25")
    #expect(after.setOff == nil)
    #expect(after.dayPassed?.text == "2025-10-20")
    #expect(try row("2025-10-25").state == .notReported)
    let again = try made(done: "2025-10-21", level: "breached", said: "2025-10-22")
    #expect(try edge(again).setOff?.date?.text == "2025-10-21")
    // What is to be kept is broken on whatever day it is.
    let kept = try made(
      done: "2025-10-12", level: "breached", said: "2025-10-13", more: "until: 2025-12-31")
    #expect(try edge(kept, asOf: "2025-10-15").setOff != nil)
  }

  @Test func aMilestoneReachedInTimeAvertsAStrike() throws {
    let sections = """
      milestones: [{id: raise, title: Pay is raised, reached: {date: 2025-05-10, basis: ana}}]
      """
    let strike =
      "id: t, speaker: north, act: threaten, stance: against, date: 2025-05-01, requires: [{milestone: raise, kind: trigger, stance: against, due: 2025-05-15}]"
    let theCase = try record([strike], with: sections)
    #expect(try edge(theCase, asOf: "2025-05-20").closing?.reason == .averted)
    #expect(try edge(theCase, asOf: "2025-05-09").state == .standing)
  }

  @Test func whatSetsItOffIsSaidWithItsDay() throws {
    let theCase = try made()
    let requirement = try #require(theCase.statements[1].requires.first)
    #expect(
      requirement.occasionWords(CaseIndex(theCase))
        == "North has not carried out “Withdraw the guns” by 20 October 2025")
  }

  @Test func aThreatMakesAnAgreementNoNewer() throws {
    let theCase = try made([
      "id: a, speaker: north, act: accept, date: 2025-09-03",
      "id: b, speaker: south, act: accept, date: 2025-09-04",
    ])
    let line = try #require(convergence(theCase, .asOf("2025-10-12")).rows.first)
    #expect(line.state == .agreed)
    #expect(line.answers.first?.newest?.text == "2025-09-04")
    #expect(line.answers.first?.threats.map(\.holder) == ["south"])
    #expect(line.answers.first?.threats.flatMap(\.statements) == ["t"])
    let later = try #require(convergence(theCase, .asOf("2025-11-20")).rows.first)
    #expect(later.answers.first?.threats == [])
  }

  // MARK: Broken promises on an agreement

  @Test func allWhoBrokeTheirPromiseAreNamed() throws {
    func broken(_ south: String) throws -> PreconditionsView.Promise? {
      let sections = """
        commitments:
          - {id: fn, debtors: north, creditors: south, what: Share, about: {issue: water, option: shared}, strength: promised, until: 2025-12-31, status: [{date: 2025-10-08, level: breached, evidence: [x]}], evidence: [a]}
          - {id: fs, debtors: south, creditors: north, what: Share, about: {issue: water, option: shared}, strength: promised, until: 2025-12-31, status: [{date: 2025-10-08, level: \(south), evidence: [y]}], evidence: [b]}
        """
      let theCase = try record(
        [
          "id: a, speaker: north, act: accept, date: 2025-09-03",
          "id: b, speaker: south, act: accept, date: 2025-09-03",
          "id: x, speaker: west, of: north, act: state, date: 2025-10-14, about: {commitment: fn}",
          "id: y, speaker: west, of: south, act: state, date: 2025-10-14, about: {commitment: fs}",
        ], with: sections)
      return convergence(theCase).rows.first?.answers.first?.broken
    }
    let both = try #require(try broken("breached"))
    #expect(both.by == ["north", "south"])
    #expect(both.accounts.map(\.of) == [["north"], ["south"]])
    #expect(try broken("3")?.by == ["north"])
  }
}
