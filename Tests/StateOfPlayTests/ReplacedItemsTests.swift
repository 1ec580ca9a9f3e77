import CaseModel
import StateOfPlay
import Testing

/// What goes with an item of the ledger when it is replaced, lapses or is said again, on the dispute
/// over pay at a port.
@Suite struct ReplacedItemsTests {
  private func pay(_ value: String) -> String { "about: {issue: pay, value: {\(value)}}" }

  @Test func aConditionOnANumberEndsWithTheNextNumber() throws {
    let eight =
      "id: eight, speaker: union, act: offer, date: 2031-03-01, \(pay("quantity: 8, unit: percent")), requires: [{issue: rehire, option: back, kind: exchange}]"
    let seven =
      "id: seven, speaker: union, act: demand, date: 2031-03-09, \(pay("quantity: 7, unit: percent"))"
    let views = try LedgerTests.Views(record([eight, seven], with: LedgerTests.port))
    #expect(views.preconditions.edges.map(\.state) == [.closed])
    #expect(views.preconditions.edges.map(\.closing?.reason) == [.replaced])
    #expect(views.preconditions.edges.flatMap { $0.closing?.statements ?? [] } == ["seven"])
    #expect(views.preconditions.trades.isEmpty)
    let before = try LedgerTests.Views(
      record([eight, seven], with: LedgerTests.port), .asOf("2031-03-05"))
    #expect(before.preconditions.edges.map(\.state) == [.standing])
  }

  @Test func whatOthersReportOfAnotherNumberAsksForNothing() throws {
    let own =
      "id: own, speaker: union, act: demand, date: 2031-03-09, \(pay("quantity: 9, unit: percent"))"
    let told =
      "id: told, speaker: union, via: company, act: offer, date: 2031-03-05, \(pay("quantity: 8, unit: percent")), requires: [{issue: rehire, option: back, kind: exchange}]"
    let edges = try LedgerTests.Views(record([own, told], with: LedgerTests.port)).preconditions
      .edges
    #expect(edges.map(\.state) == [.contradicted])
    let alone = try LedgerTests.Views(record([told], with: LedgerTests.port)).preconditions.edges
    #expect(alone.map(\.state) == [.standing])
  }

  @Test func aRedLineOthersReportIsNotThePartysStatedOne() throws {
    let line =
      "id: line, speaker: managers, act: reject, redLine: true, date: 2031-03-09, \(LedgerTests.takenBack)"
    let cell = try #require(
      positions(record([line], with: LedgerTests.port)).rows.first { $0.issue == "rehire" }?
        .cells[1])
    #expect(!cell.isRedLine && cell.answers.map(\.isRedLine) == [true])
  }

  @Test func whatIsReportedSinceIsNotOnTheWay() throws {
    let lines = [
      "id: a, speaker: company, act: offer, date: 2031-03-01, \(pay("quantity: 4, unit: percent"))",
      "id: b, speaker: managers, act: accept, date: 2031-03-09, \(pay("quantity: 6, unit: percent"))",
    ]
    let cell = try #require(
      positions(record(lines, with: LedgerTests.port)).rows.first { $0.issue == "pay" }?.cells[1])
    #expect(cell.values?.trajectoryWords == "4")
    #expect(cell.answers.map(\.title) == ["4 percent", "6 percent"], "its own words come first")
  }

  @Test func aPartyThatSaysSoAgainClaimsNoChange() throws {
    func claims(_ of: String) throws -> [Case.Statement.ID] {
      let again =
        "id: again, speaker: secretary, act: demand, of: \(of), change: reaffirmed, date: 2031-03-09, \(LedgerTests.takenBack)"
      return try changes(record([again], with: LedgerTests.port)).unsupportedClaims.map(\.statement)
    }
    #expect(try claims("union") == [])
    #expect(try claims("company") == ["again"])
  }

  // MARK: Texts

  private func text(_ more: String = "") -> String {
    """
    \(LedgerTests.port.replacing("title: The men dismissed", with: "title: The men dismissed\n    consent: [board]"))
    drafts:
      - id: text
        by: company
        to: union
        evidence: [tabled]
        signed: {date: 2031-04-01, by: [union, company], evidence: [hands]}
        clauses: [{id: men, about: {issue: rehire, option: back}, status: agreed, by: [union, company], evidence: [tabled]}]
    """
  }

  private let hands =
    "id: hands, speaker: gazette, act: state, date: 2031-04-01, about: {draft: text}"

  @Test func whatWasAgreedUntilADayLapsesOnIt() throws {
    let tabled =
      "id: tabled, speaker: [union, company], act: commit, date: 2031-04-01, until: 2031-05-31, \(LedgerTests.takenBack)"
    let theCase = try record([tabled, hands], with: text())
    #expect(
      try LedgerTests.Views(theCase, .asOf("2031-05-31")).line("rehire")?.state == .agreed)
    let after = try LedgerTests.Views(theCase, .asOf("2031-06-01"))
    #expect(after.line("rehire")?.state == .noEvidence)
    #expect(after.answer("union", "rehire", "back") == nil)
  }

  @Test func consentToATextIsConsentToWhatItSettles() throws {
    let tabled =
      "id: tabled, speaker: company, act: propose, date: 2031-03-01, about: {draft: text}"
    let consents = "id: yes, speaker: board, act: accept, date: 2031-04-05, about: {draft: text}"
    func missing(_ lines: [String]) throws -> [Case.Actor.ID]? {
      let line = try LedgerTests.Views(record(lines, with: text())).line("rehire")
      #expect(line?.state == .agreed)
      return line?.consentMissing
    }
    #expect(try missing([tabled, hands]) == ["board"])
    #expect(try missing([tabled, hands, consents]) == [])
    let refuses = consents.replacing("act: accept", with: "act: reject")
    #expect(try missing([tabled, hands, refuses]) == ["board"])
  }
}
