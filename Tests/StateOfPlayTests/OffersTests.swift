import CaseModel
import StateOfPlay
import Testing

/// Packages put forward as a whole, on the dispute over pay at a port.
@Suite struct OffersTests {
  private let package =
    "about: {together: [{issue: pay, value: {quantity: 4, unit: percent}}, {issue: rehire, option: back}]}"
  private let next =
    "about: {together: [{issue: pay, value: {quantity: 5, unit: percent}}, {issue: rehire, option: back}]}"

  private func made(_ lines: [String], asOf: String? = nil, party: Case.Actor.ID? = nil) throws
    -> OffersView
  {
    var lens = Lens()
    lens.asOf = try asOf.map { try EDTFDate($0) }
    lens.parties = party.map { [$0] } ?? []
    return offers(try record(lines, with: LedgerTests.port), lens)
  }

  @Test func aPackageIsOnTheTableUntilTheOtherSideAnswers() throws {
    let lines = [
      "id: a, speaker: company, act: offer, date: 2031-03-01, \(package)",
      "id: b, speaker: union, act: reject, date: 2031-03-05, \(package)",
    ]
    let before = try #require(try made(lines, asOf: "2031-03-04").last)
    #expect(before.state == .onTheTable)
    #expect(before.by == ["company"])
    #expect(before.parts.count == 2)
    #expect(before.answers.first { $0.party == "union" }?.stance == nil)
    let after = try #require(try made(lines).last)
    #expect(after.state == .rejected)
    #expect(after.answers.first { $0.party == "union" }?.statements == ["b"])
  }

  @Test func aYesInOneReportAndANoInAnotherOfOneDayAreBothShown() throws {
    let lines = [
      "id: a, speaker: company, act: offer, date: 2031-03-01, \(package)",
      "id: b, speaker: union, act: reject, date: 2031-03-05, \(package)",
      "id: c, source: leaf, speaker: union, act: accept, date: 2031-03-05, \(package)",
    ]
    for order in [lines, [lines[0], lines[2], lines[1]]] {
      let offer = try #require(try made(order).last)
      let given = offer.answers.filter { $0.party == "union" }
      #expect(Set(given.flatMap(\.statements)) == ["b", "c"])
      #expect(offer.state == .onTheTable)
    }
    // Of a later day it is the answer.
    let later = lines[2].replacing("03-05", with: "03-06")
    let newest = try #require(try made([lines[0], lines[1], later]).last)
    #expect(newest.answers.filter { $0.party == "union" }.map(\.stance) == [.for])
  }

  @Test func anOfferPastItsDayHasLapsed() throws {
    let lines = [
      "id: a, speaker: company, act: offer, date: 2031-03-01, until: 2031-03-10, \(package)"
    ]
    #expect(try made(lines, asOf: "2031-03-10").offers.first?.state == .onTheTable)
    #expect(try made(lines, asOf: "2031-03-11").offers.first?.state == .lapsed)
  }

  @Test func oneSaidLaterIsNotShownBeforeItWasMade() throws {
    let lines = ["id: a, speaker: company, act: offer, date: 2031-03-01, \(next)"]
    #expect(try made(lines, asOf: "2031-02-28").offers.isEmpty)
  }

  @Test func aPartyChoosesTheOffersItMadeOrWasAsked() throws {
    let lines = ["id: a, speaker: company, act: offer, date: 2031-03-01, \(package)"]
    #expect(try made(lines, party: "company").offers.count == 1)
    #expect(try made(lines, party: "mayor").offers.isEmpty)
  }

  // MARK: Texts

  private func tabled(
    _ clauses: String, by: String = "[union, company]", level: String = "tabled"
  ) -> String {
    """
    drafts:
      - {id: pact, title: The pact, date: 2031-03-01, by: \(by), basis: ana,
         status: [{level: \(level), date: 2031-03-01, basis: ana}, {level: tabled, date: 2031-02-28, basis: ana}],
         clauses: [\(clauses)]}
    """
  }

  private let open =
    "{id: one, about: {issue: pay, value: {quantity: 4, unit: percent}}, status: agreed, basis: ana}, {id: two, about: {issue: rehire, option: back}, status: bracketed, by: company, basis: ana}"

  private func texts(_ draft: String, _ lines: [String] = []) throws -> OffersView {
    offers(try record(lines, with: LedgerTests.port + "\n" + draft))
  }

  @Test func aTextWrittenTogetherIsAcceptedByNoOneUntilItSaysSo() throws {
    let offer = try #require(try texts(tabled(open)).last)
    #expect(offer.state == .onTheTable)
    #expect(offer.answers.map(\.party) == ["union", "company"])
    #expect(offer.answers.allSatisfy { $0.stance == nil })
    let one = "id: a, speaker: union, act: accept, date: 2031-03-05, about: {draft: pact}"
    let other = "id: b, speaker: company, act: accept, date: 2031-03-05, about: {draft: pact}"
    #expect(try texts(tabled(open), [one]).last?.state == .onTheTable)
    #expect(try texts(tabled(open), [one, other]).last?.state == .accepted)
    #expect(try texts(tabled(open, level: "agreed")).last?.state == .accepted)
  }

  @Test func aClauseInBracketsIsNeverGivenAsAgreed() throws {
    let parts = try #require(try texts(tabled(open)).last).parts
    #expect(parts[0].hasSuffix("(agreed)"))
    #expect(parts[1].hasSuffix("(in brackets by the port company)"))
  }

  @Test func aPackageComesBeforeAWorkingTextThatIsNotNewer() throws {
    let line =
      "id: a, speaker: mayor, act: propose, date: 2031-03-01, until: 2031-03-02, \(package)"
    let answer = "id: b, speaker: union, act: reject, date: 2031-03-09, about: {statement: a}"
    #expect(try texts(tabled(open), [line, answer]).last?.draft == nil)
    let older = line.replacing("2031-03-01", with: "2031-02-20")
    #expect(try texts(tabled(open), [older, answer]).last?.draft == "pact")
  }

  @Test func aStatementThatTablesATextIsCitedOnce() throws {
    let draft = tabled(open, by: "mayor").replacing(
      "status: [{level: tabled, date: 2031-03-01, basis: ana}",
      with: "status: [{level: tabled, date: 2031-03-01, evidence: [a]}")
    let line = "id: a, speaker: mayor, act: propose, date: 2031-03-01, about: {draft: pact}"
    #expect(try texts(draft, [line]).last?.statements == ["a"])
  }

  // MARK: Answers

  private let offered = "id: o, speaker: company, act: offer, date: 2031-03-01"

  @Test func aDenialOfAnAnswerIsNoAnswer() throws {
    let lines = [
      "\(offered), \(package)",
      "id: a, speaker: union, via: mayor, act: accept, date: 2031-03-05, \(package)",
      "id: b, speaker: secretary, act: deny, date: 2031-03-06, about: {statement: a}",
    ]
    let answer = try #require(try made(lines).last).answers.first { $0.party == "union" }
    #expect(answer?.stance != .against)
  }

  @Test func takingNoteIsKnownForWhatItIs() throws {
    let lines = [
      "\(offered), \(package)",
      "id: a, speaker: union, act: takeNote, date: 2031-03-05, about: {statement: o}",
    ]
    let answer = try #require(try made(lines).last).answers.first { $0.party == "union" }
    #expect(answer?.act == .takeNote)
  }

  @Test func whatAnAnswerWaitsForIsSaid() throws {
    let lines = [
      "\(offered), \(package)",
      "id: a, speaker: union, act: accept, date: 2031-03-05, about: {statement: o}, requires: [{milestone: audit, kind: before}]",
    ]
    let answer = try #require(try made(lines).last).answers.first { $0.party == "union" }
    #expect(answer?.conditions == ["if first: The accounts are audited"])
  }

  @Test func bodiesOfOnePartyThatDifferEachHaveAnAnswer() throws {
    let bodies = ["office", "branch"].map { id in
      "  - {id: \(id), name: The \(id), kind: body, partOf: union, speaksFor: [{actor: union, basis: ana}]}"
    }
    let actors = LedgerTests.port.replacing(
      "actors:\n", with: "actors:\n\(bodies.joined(separator: "\n"))\n")
    let lines = [
      "\(offered), \(package)",
      "id: a, speaker: office, act: accept, date: 2031-03-05, \(package)",
      "id: b, speaker: branch, act: reject, date: 2031-03-05, \(package)",
    ]
    let differing = try #require(offers(try record(lines, with: actors)).last)
    #expect(differing.answers.map(\.body) == ["office", "branch"])
    #expect(differing.answers.map(\.stance) == [.for, .against])
    #expect(differing.state == .rejected)
    let alike = [lines[0], lines[1], lines[2].replacing("act: reject", with: "act: accept")]
    #expect(offers(try record(alike, with: actors)).last?.answers.map(\.body) == [nil])
  }

  @Test func aReplyToASingleStatementIsListedWithWhatItAnswers() throws {
    let lines = [
      "id: a, speaker: company, act: demand, date: 2031-03-01, about: {issue: rehire, option: back}",
      "id: b, speaker: union, act: takeNote, date: 2031-03-05, about: {statement: a}",
      "id: c, speaker: company, act: state, date: 2031-03-03, about: {statement: a}",
      "id: d, speaker: union, act: deny, date: 2031-03-06, about: {statement: a}",
      "id: e, speaker: company, act: offer, date: 2031-03-01, \(package)",
      "id: f, speaker: union, act: reject, date: 2031-03-05, about: {statement: e}",
    ]
    let found = try made(lines).replies
    #expect(
      found.map(\.statement) == ["c", "b"],
      "a denial is an account, a refusal of a package an answer")
    #expect(
      found.map(\.to) == ["a", "a"] && found.map(\.toSpeakers) == [["company"], ["company"]])
    #expect(try made(lines, asOf: "2031-03-04").replies.map(\.statement) == ["c"])
  }
}
