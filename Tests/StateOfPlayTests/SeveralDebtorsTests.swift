import CaseModel
import StateOfPlay
import Testing

/// Whom reports on a promise speak of: North and South owe the monitor of a strike fund quiet, or one of
/// them alone does.
@Suite struct SeveralDebtorsTests {
  private func line(
    _ lines: [String], debtors: String = "north, south", status: String, asOf: String? = nil,
    more: String = "until: 2025-12-31"
  ) throws -> (line: CommitmentsView.Line, theCase: Case) {
    let made =
      "id: made, speaker: [\(debtors)], act: commit, date: 2025-09-03, about: {commitment: quiet}"
    let sections = """
      commitments:
        - {id: quiet, what: Keep quiet, strength: promised, debtors: [\(debtors)], creditors: [west], evidence: [made], \(more), status: [\(status)]}
      """
    let theCase = try record([made] + lines, with: sections)
    var lens = Lens()
    lens.asOf = try asOf.map { try EDTFDate($0) }
    return (try #require(commitments(theCase, lens).rows.first), theCase)
  }

  private func report(_ id: String, by who: String, of whom: String, _ day: String = "14") -> String
  {
    "id: \(id), speaker: \(who), of: [\(whom)], act: state, date: 2025-10-\(day), about: {commitment: quiet}"
  }

  @Test func aReportOnOneDebtorLeavesWhatWasSaidOfAnother() throws {
    let lines = [
      report("a", by: "gazette", of: "north"), report("b", by: "gazette", of: "south"),
    ]
    for until in ["until: 2025-12-31", "due: 2025-10-31"] {
      let view = try line(
        lines,
        status:
          "{date: 2025-10-08, level: breached, evidence: [a]}, {date: 2025-10-08, level: 3, evidence: [b]}",
        more: until)
      #expect(view.line.shownAccounts.map(\.of) == [["north"], ["south"]])
      #expect(view.line.shownAccounts.map(\.level) == [.breached, .full])
      #expect(!view.line.isDisputed)
      #expect(view.line.status == .breached)
      #expect(!view.line.isBrokenBefore)
      let day = try #require(calendar(view.theCase).rows.first { $0.section == .commitments })
      #expect(day.accounts.map(\.level) == [.breached, .full])
    }
  }

  @Test func whatItsAuthorSaysLaterOfAllAnswersWhatItSaidOfOne() throws {
    let lines = [
      report("a", by: "gazette", of: "north"), report("b", by: "gazette", of: "north, south", "20"),
    ]
    let view = try line(
      lines,
      status:
        "{date: 2025-10-08, level: 1, evidence: [a]}, {date: 2025-10-20, level: 3, evidence: [b]}",
      more: "due: 2025-10-31")
    #expect(view.line.accounts.map(\.level) == [.full])
    #expect(view.line.status == .full)
  }

  @Test func whoOwesItAloneIsNotSaidToBeAnother() throws {
    let lines = [report("a", by: "gazette", of: "north, south")]
    let status = "{date: 2025-10-08, level: breached, evidence: [a]}"
    #expect(try line(lines, debtors: "north", status: status).line.accounts.map(\.of) == [[]])
    let other = [report("a", by: "gazette", of: "south")]
    #expect(
      try line(other, debtors: "north", status: status).line.accounts.map(\.of) == [["south"]])
  }

  // MARK: Kept since

  @Test func whatIsToBeKeptAndWasBrokenStaysMarked() throws {
    let lines = [
      report("a", by: "gazette", of: "north", "24"), report("b", by: "gazette", of: "north", "30"),
    ]
    func view(_ days: (Int, Int), _ more: String = "until: 2025-12-31") throws
      -> CommitmentsView.Line
    {
      try line(
        lines, debtors: "north",
        status:
          "{date: 2025-10-\(days.0), level: breached, evidence: [a]}, {date: 2025-10-\(days.1), level: 3, evidence: [b]}",
        more: more
      ).line
    }
    let kept = try view((24, 30))
    #expect(kept.isBrokenBefore)
    #expect(!kept.isUnconfirmed)
    #expect(!kept.isDisputed)
    #expect(kept.shownAccounts.map(\.level) == [.breached, .full])
    // A report on the same day corrects it, and what is done once was done.
    #expect(try !view((24, 24)).isBrokenBefore)
    let once = try view((24, 30), "due: 2025-12-31")
    #expect(!once.isBrokenBefore)
    #expect(once.shownAccounts.map(\.level) == [.full])
  }

  @Test func theBreachThatAnotherReportsOutlastsItsBeingKept() throws {
    let lines = [
      report("a", by: "west", of: "north", "24"), report("b", by: "gazette", of: "north", "30"),
    ]
    let view = try line(
      lines, debtors: "north",
      status:
        "{date: 2025-10-24, level: breached, evidence: [a]}, {date: 2025-10-30, level: 3, evidence: [b]}"
    )
    #expect(view.line.isBrokenBefore)
    let day = try #require(calendar(view.theCase).rows.first { $0.section == .commitments })
    #expect(day.accounts == view.line.shownAccounts)
  }

  // MARK: Each lays it to the other

  @Test func bothMayHaveBrokenIt() throws {
    let lines = [
      report("a", by: "north", of: "south"), report("b", by: "south", of: "north"),
      report("c", by: "gazette", of: "north, south"),
    ]
    let two =
      "{date: 2025-10-08, level: breached, evidence: [a]}, {date: 2025-10-08, level: breached, evidence: [b]}"
    let accused = try line(lines, status: two)
    #expect(accused.line.isDisputed)
    #expect(contradictions(accused.theCase).groups.isEmpty)
    let found = try line(
      lines, status: two + ", {date: 2025-10-08, level: breached, evidence: [c]}")
    #expect(!found.line.isDisputed)
    #expect(contradictions(found.theCase).groups.isEmpty)
    // That it was kept cannot be true with either.
    let kept = try line(
      lines, status: two + ", {date: 2025-10-08, level: 3, evidence: [c]}")
    #expect(kept.line.isDisputed)
    #expect(
      contradictions(kept.theCase).groups.first?.sides.map(\.answer)
        == ["breached by South", "breached by North", "carried out by North and South"])
  }
}
