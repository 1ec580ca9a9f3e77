import CaseModel
import StateOfPlay
import Testing

/// What sets a threat off and what carries it out, in a dispute over pay.
@Suite struct ThreatsSetOffTests {
  private let sections = """
    case: {id: port, title: Pay at the port, parties: [union, company]}
    actors:
      - {id: union, name: The union, kind: organisation}
      - {id: company, name: The company, kind: organisation}
    issues:
      - {id: pay, title: The rise, kind: negotiable, value: quantity, unit: percent, wants: {union: more, company: less}}
      - {id: strike, title: The strike, kind: negotiable, parties: [union], options: [{id: begun, title: It begins, takenBy: [union]}]}
    """

  private func edge(
    _ lines: [String], _ milestones: [String] = [], asOf: String? = nil
  ) throws -> PreconditionsView.Edge {
    var with = sections
    if !milestones.isEmpty {
      with += "\nmilestones:\n" + milestones.map { "  - {\($0)}" }.joined(separator: "\n")
    }
    var lens = Lens()
    lens.asOf = try asOf.map { try EDTFDate($0) }
    return try #require(preconditions(record(lines, with: with), lens).edges.first)
  }

  @Test func aNumberWithinTheRangeSetsItOff() throws {
    let threat =
      "id: threat, speaker: union, act: threaten, date: 2031-03-01, about: {issue: strike, option: begun}, requires: [{issue: pay, value: {quantity: 3, comparator: '<', unit: percent}, kind: trigger, party: company, stance: for}]"
    func offer(_ number: Int) -> String {
      "id: offer, speaker: company, act: offer, date: 2031-03-09, about: {issue: pay, value: {quantity: \(number), unit: percent}}"
    }
    let low = try edge([threat, offer(2)])
    #expect(low.setOff?.date?.text == "2031-03-09")
    #expect(low.setOff?.evidence == ["offer"])
    #expect(try edge([threat, offer(4)]).setOff == nil)
    #expect(try edge([threat, offer(2)], asOf: "2031-03-08").setOff == nil)
    // Said again later, it was set off when it was said first.
    let again = offer(2).replacing("id: offer", with: "id: again")
      .replacing("2031-03-09", with: "2031-03-20")
    #expect(try edge([threat, offer(2), again]).setOff?.date?.text == "2031-03-09")
  }

  private let ifCut =
    "id: threat, speaker: union, act: threaten, date: 2031-03-01, about: {issue: strike, option: begun}, requires: [{milestone: cut, kind: trigger}]"
  private let cut = "id: cut, title: Pay is cut, reached: {date: 2031-03-20, basis: ana}"
  private func strike(_ id: String, _ day: String) -> String {
    "id: \(id), title: A strike, of: {issue: strike, option: begun}, reached: {date: \(day), basis: ana}"
  }

  @Test func whatWasDoneBeforeTheEventCarriesNoThreatOut() throws {
    let both = [cut, strike("first", "2031-03-17"), strike("second", "2031-03-20")]
    let done = try edge([ifCut], both)
    #expect(done.closing?.reason == .carriedOut)
    #expect(done.closing?.date?.text == "2031-03-20")
    #expect(try edge([ifCut], both, asOf: "2031-03-18").state == .standing)
    let early = try edge([ifCut], [cut, strike("first", "2031-03-17")])
    #expect(early.state == .standing)
    #expect(early.setOff != nil)
  }

  private let unless =
    "id: threat, speaker: union, act: threaten, date: 2031-03-01, about: {issue: strike, option: begun}, requires: [{milestone: offer, kind: trigger, stance: against, due: 2031-04-30}]"
  private let offered = "id: offer, title: An offer is made, due: 2031-04-30, basis: ana"

  @Test func aDayThatPassedWithoutAReportMayHaveSetItOff() throws {
    let after = try edge([unless], [offered], asOf: "2031-05-15")
    #expect(after.setOff == nil, "silence is not failure")
    #expect(after.dayPassed?.text == "2031-04-30")
    #expect(try edge([unless], [offered], asOf: "2031-04-30").dayPassed == nil)
    let made = offered + ", reached: {date: 2031-04-20, basis: ana}"
    #expect(try edge([unless], [made], asOf: "2031-05-15").dayPassed == nil)
    // What was threatened and done after that day was done for that reason.
    let struck = try edge([unless], [offered, strike("first", "2031-05-05")])
    #expect(struck.closing?.reason == .carriedOut)
  }
}
