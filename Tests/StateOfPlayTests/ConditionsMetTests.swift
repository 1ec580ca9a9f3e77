import CaseModel
import StateOfPlay
import Testing

/// When what was done or agreed meets a condition, on a dispute over pay at a port.
@Suite struct ConditionsMetTests {
  private func views(_ lines: [String], _ more: String = "") throws -> LedgerTests.Views {
    try LedgerTests.views(lines, more)
  }

  private func back(_ status: String, _ more: [String] = [], asOf: String? = nil) throws
    -> PreconditionsView.Edge
  {
    let sections =
      LedgerTests.port + """

        commitments:
          - {id: return, debtors: company, creditors: union, what: Take the men back, strength: promised, agreed: 2031-02-01, about: {issue: rehire, option: back}, basis: ana, status: [\(status)]}
        """
    let lines =
      [
        "id: cond, speaker: union, act: condition, date: 2031-03-01, about: {issue: strike, option: \"off\"}, requires: [{issue: rehire, option: back, kind: before}]"
      ] + more
    var lens = Lens()
    lens.asOf = try asOf.map { try EDTFDate($0) }
    return try #require(preconditions(record(lines, with: sections), lens).edges.first)
  }

  private let kept = "{date: 2031-03-10, level: 3, basis: ana}"
  private let broken = "{date: 2031-04-10, level: breached, basis: ana}"

  @Test func whatWasMetAndUndoneStandsAgainUnlessItsHolderHasActed() throws {
    #expect(try back(kept).closing?.reason == .fulfilled)
    let undone = try back("\(kept), \(broken)")
    #expect(undone.state == .standing)
    #expect(undone.metBefore?.date?.text == "2031-03-10")
    #expect(try back("\(kept), \(broken)", asOf: "2031-04-09").state == .fulfilled)
    let yes =
      "id: yes, speaker: union, act: accept, date: 2031-03-20, about: {issue: strike, option: \"off\"}"
    let acted = try back("\(kept), \(broken)", [yes])
    #expect(acted.closing?.reason == .fulfilled)
    #expect(acted.closing?.date?.text == "2031-03-10")
    // Said before it was met, a yes without the condition is only a vaguer word.
    #expect(
      try back("\(kept), \(broken)", [yes.replacing("2031-03-20", with: "2031-03-05")]).state
        == .standing)
  }

  @Test func whatWasDoneBeforeItWasAskedForDoesNotMeetIt() throws {
    let early = kept.replacing("2031-03-10", with: "2031-02-20")
    #expect(try back(early).state == .standing)
    #expect(try back(kept.replacing("2031-03-10", with: "2031-03-01")).state == .fulfilled)
    // Asked for again after it was done, it is asked for anew.
    let again =
      "id: again, speaker: union, act: condition, date: 2031-03-20, about: {issue: strike, option: \"off\"}, requires: [{issue: rehire, option: back, kind: before}]"
    #expect(try back(kept, [again]).state == .standing)
  }

  @Test func whatIsAgreedInTheTextThatTakesTheStepIsFulfilled() throws {
    let draft = """

      drafts:
        - {id: pact, title: The pact, date: 2031-03-10, by: [union, company], status: [{level: signed, date: 2031-03-10, basis: ana}], signed: {date: 2031-03-10, by: [union, company], evidence: [both]}, evidence: [both], clauses: [{id: rise, about: {issue: pay, value: {quantity: 4, unit: percent}}, status: agreed, evidence: [both]}CLAUSE]}
      """
    let only =
      "id: only, speaker: company, act: accept, date: 2031-03-01, about: {issue: pay, value: {quantity: 4, unit: percent}}, requires: [{issue: terms, option: agreed, kind: before}]"
    let both =
      "id: both, speaker: [union, company], act: accept, date: 2031-03-10, about: {draft: pact}"
    let terms =
      ", {id: terms, about: {issue: terms, option: agreed}, status: agreed, evidence: [both]}"
    #expect(
      try views([only, both], draft.replacing("CLAUSE", with: terms)).preconditions.edges
        .map(\.closing?.reason) == [.fulfilled])
    #expect(
      try views([only, both], draft.replacing("CLAUSE", with: "")).preconditions.edges
        .map(\.closing?.reason) == [.undertaken])
  }
}
