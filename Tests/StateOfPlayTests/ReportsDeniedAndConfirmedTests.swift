import CaseModel
import StateOfPlay
import Testing

/// What a party itself says of a report of its position, in a quarrel over a fishing quota.
@Suite struct ReportsDeniedAndConfirmedTests {
  private static let sections = """
    case: {id: quota, title: The quota, parties: [north, south]}
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: consul, name: The consul, kind: person, speaksFor: [{actor: north, basis: ana}]}
      - {id: paper, name: A leaked paper, kind: unnamed}
      - {id: gazette, name: The Gazette, kind: outlet}
    issues:
      - {id: cod, title: The cod quota, kind: negotiable, value: quantity, unit: percent, wants: {north: more, south: less}}
      - {id: gear, title: The nets, kind: negotiable, options: [{id: fine, title: Fine}, {id: wide, title: Wide}]}
    """

  private func cell(_ lines: [String], _ issue: Case.Issue.ID) throws -> PositionsView.Cell {
    try StateOfPlayTests.cell(record(lines, with: Self.sections), of: "north", on: issue)
  }

  private static func cod(_ id: String, _ number: Int, _ day: String, _ more: String = "") -> String
  {
    "id: \(id), act: offer, date: 2031-\(day), about: {issue: cod, value: {quantity: \(number), unit: percent}}\(more)"
  }

  private func held(_ cell: PositionsView.Cell) -> [String] {
    cell.answers.filter { !$0.isSuperseded && !$0.isBeside }.map(\.title)
  }

  @Test func aDeniedReportIsNoPosition() throws {
    let first = Self.cod("a", 40, "02-20")
    let leak = Self.cod("leak", 30, "02-27", ", via: gazette")
    let denial = "id: no, act: deny, date: 2031-02-28, about: {statement: leak}"
    #expect(try held(cell([first, leak], "cod")) == ["30 percent"])
    #expect(try held(cell([first, leak, denial], "cod")) == ["40 percent"])
    let views = try LedgerTests.Views(
      record([first, leak, denial, Self.cod("b", 35, "03-09")], with: Self.sections))
    #expect(views.kinds("north") == [[.new], [.softened]])
  }

  @Test func aConfirmedLeakIsItsOwnWord() throws {
    let first = Self.cod("a", 40, "02-20")
    let leak = Self.cod("leak", 30, "02-27", ", via: paper")
    let yes = "id: yes, speaker: consul, act: confirm, date: 2031-03-02, about: {statement: leak}"
    let reported = try cell([first, leak], "cod")
    #expect(reported.isContested)
    let confirmed = try cell([first, leak, yes], "cod")
    #expect(!confirmed.isContested)
    #expect(held(confirmed) == ["30 percent"])
    #expect(confirmed.answers.first?.voice == .own)
  }

  /// Said before the party itself took another answer, a report contests nothing.
  @Test func aReportIsSettledByTheAnswerThatThePartyThenTook() throws {
    let lines = [
      "id: no, act: reject, date: 2031-01-14, about: {issue: gear, option: wide}",
      "id: leak, act: offer, date: 2031-03-10, about: {issue: gear, option: wide}, via: paper",
    ]
    #expect(try cell(lines, "gear").isContested)
    let yes = "id: yes, act: accept, date: 2031-05-28, about: {issue: gear, option: fine}"
    #expect(try !cell(lines + [yes], "gear").isContested)
  }

  /// An offer that lapsed leaves the red line that it would have crossed.
  @Test func aRedLineComesBackWithTheLapseOfAnOffer() throws {
    let lines = [
      "id: line, act: demand, redLine: true, date: 2031-02-16, about: {issue: gear, option: fine}",
      "id: offer, act: offer, date: 2031-03-05, until: 2031-03-10, about: {together: [{issue: gear, option: wide}, {issue: cod, value: {quantity: 50, unit: percent}}]}",
      "id: again, act: demand, change: reaffirmed, date: 2031-03-18, about: {issue: gear, option: fine}",
    ]
    let held = try cell(lines, "gear")
    #expect(held["fine"]?.isRedLine == true)
    // Given up for good it does not come back.
    let given = lines[1].replacing("act: offer", with: "act: concede")
      .replacing(", until: 2031-03-10", with: "")
      .replacing(
        "{together: [{issue: gear, option: wide}, {issue: cod, value: {quantity: 50, unit: percent}}]}",
        with: "{issue: gear, option: wide}")
    #expect(try cell([lines[0], given, lines[2]], "gear")["fine"]?.isRedLine == false)
  }

  /// Where all refuse the one answer of an issue they are agreed on that.
  @Test func whatAllRefuseIsAgreed() throws {
    let sections = Self.sections.replacing(", {id: wide, title: Wide}", with: "")
    let no = "id: n, act: reject, date: 2031-02-01, about: {issue: gear, option: fine}"
    let other =
      "id: s, speaker: south, act: reject, date: 2031-02-02, about: {issue: gear, option: fine}"
    func line(_ lines: [String]) throws -> ConvergenceView.Line? {
      try LedgerTests.Views(record(lines, with: sections)).line("gear")
    }
    #expect(try line([no, other])?.state == .agreed)
    #expect(try line([no, other])?.answers.map(\.title) == ["not “Fine”"])
    #expect(try line([no, other.replacing("reject", with: "accept")])?.state == .apart)
  }
}
