import CaseModel
import StateOfPlay
import Testing

/// What is said of a package is said of its parts as parts of it: with its condition, as long as it
/// is open, and behind words on the part itself.
@Suite struct PackageWordsTests {
  private static let offer =
    "id: offer, speaker: company, act: offer, date: 2031-03-01, about: {together: [{issue: rehire, option: back}, {issue: pay, value: {quantity: 5, unit: percent}}]}"

  private func pay(_ lines: [String], asOf: String? = nil) throws -> PositionsView
    .OptionPosition?
  {
    try LedgerTests.views(lines, asOf: asOf).answer("union", "rehire", "back")
  }

  @Test func aReplyToThePackageSpeaksOfItsParts() throws {
    let reply =
      "id: reply, speaker: union, act: accept, date: 2031-03-05, about: {statement: offer}"
    let answer = try pay([Self.offer, reply])
    #expect(answer?.stances == [.for] && answer?.isPackage == true)
    // Words on what is no package say nothing of an issue.
    let plain = Self.offer.replacing(
      "{together: [{issue: rehire, option: back}, {issue: pay, value: {quantity: 5, unit: percent}}]}",
      with: "{milestone: audit}")
    #expect(try pay([plain, reply]) == nil)
  }

  @Test func aYesWithAConditionIsAYesWithAnIf() throws {
    let reply =
      "id: reply, speaker: union, act: accept, date: 2031-03-05, about: {statement: offer}, requires: [{milestone: audit, kind: before}]"
    #expect(try pay([Self.offer, reply])?.stances == [.forIf])
    let views = try LedgerTests.views([Self.offer, reply])
    #expect(views.line("rehire")?.state != .agreed)
    // Its own word on the part goes before it.
    let own =
      "id: own, speaker: union, act: demand, date: 2031-02-01, about: {issue: rehire, option: back}"
    #expect(try pay([own, Self.offer, reply])?.decidedBy == ["own"])
  }

  @Test func whatIsAskedForTheWholeIsAYesWithAnIf() throws {
    let reply =
      "id: reply, speaker: union, act: condition, date: 2031-03-05, about: {statement: offer}, requires: [{milestone: audit, kind: before}]"
    #expect(try pay([Self.offer, reply])?.stances == [.forIf])
    #expect(try pay([Self.offer, reply])?.standing.map(\.step) == ["The accounts are audited"])
  }

  @Test func aPackageRefusedIsNoRefusalOfEachPart() throws {
    let no =
      "id: no, speaker: union, act: reject, date: 2031-03-05, about: {statement: offer}"
    let own =
      "id: own, speaker: company, act: offer, date: 2031-03-06, about: {issue: rehire, option: back}"
    let line = try #require(LedgerTests.views([Self.offer, own, no]).line("rehire"))
    #expect(line.state == .noEvidence && line.silent == ["union"])
    // Its own refusal of the part is one.
    let part =
      "id: part, speaker: union, act: reject, date: 2031-03-07, about: {issue: rehire, option: back}"
    let refused = try #require(LedgerTests.views([Self.offer, own, no, part]).line("rehire"))
    // Either gives way.
    #expect(refused.moves.map(\.isAgainst) == [true, false])
  }

  @Test func aYesEndsWithThePackage() throws {
    let open = Self.offer.replacing("act: offer", with: "act: offer, until: 2031-03-31")
    let reply =
      "id: reply, speaker: union, act: accept, date: 2031-03-05, about: {statement: offer}"
    let joint = open.replacing("speaker: company", with: "speaker: mayor")
    #expect(try pay([joint, reply], asOf: "2031-03-31")?.stances == [.for])
    #expect(try pay([joint, reply], asOf: "2031-04-01") == nil)
    // Accepted by all to whom it was made, it is agreed and does not end.
    #expect(try pay([open, reply], asOf: "2031-04-01")?.stances == [.for])
  }

  @Test func aLaterYesToAnotherOptionReplacesAConditionalOne() throws {
    let lines = [
      "id: a, speaker: union, act: offer, date: 2031-03-01, about: {issue: terms, option: agreed}, requires: [{milestone: audit, kind: before}]",
      "id: b, speaker: union, act: demand, date: 2031-03-10, about: {issue: terms, option: old}",
      "id: c, speaker: union, act: accept, date: 2031-03-20, about: {issue: terms, option: agreed}",
    ]
    func standing(_ count: Int) throws -> [String] {
      let row = try #require(
        LedgerTests.views(Array(lines.prefix(count))).positions.rows.first { $0.issue == "terms" })
      return row.cells[0].answers.filter { !$0.isSuperseded }.map(\.answer)
    }
    #expect(try standing(2) == ["old"])
    #expect(try standing(3) == ["agreed"])
  }

  /// A text of one clause refused is that clause refused, and one party's *no* is no silence.
  @Test func aPackageOfOnePartRefusedIsThePartRefused() throws {
    let text = """

      drafts:
        - {id: paper, title: The paper, date: 2031-03-01, by: company, to: union, evidence: [offer], clauses: [{id: c, title: Back, about: {issue: rehire, option: back}, status: provisional, by: company, evidence: [offer]}]}
      """
    let lines = [
      "id: offer, speaker: company, act: propose, date: 2031-03-01, about: {draft: paper}",
      "id: no, speaker: union, act: reject, date: 2031-03-05, about: {draft: paper}",
    ]
    let line = try #require(
      LedgerTests.Views(record(lines, with: LedgerTests.port + text)).line("rehire"))
    #expect(line.state == .apart)
    #expect(line.silent.isEmpty)
    #expect(line.moves.contains { $0.party == "union" && $0.isAgainst })
  }

  /// What the others ask for an answer is named with the move to it.
  @Test func aMoveNamesWhatTheOthersAskForIt() throws {
    let lines = [
      "id: yes, speaker: company, act: accept, date: 2031-03-01, about: {issue: rehire, option: back}, requires: [{milestone: audit, kind: before}]",
      "id: no, speaker: union, act: reject, date: 2031-03-05, about: {issue: rehire, option: back}",
    ]
    let line = try #require(LedgerTests.views(lines).line("rehire"))
    #expect(line.moves.first?.obstacles.map(\.requirement) == ["The accounts are audited"])
    #expect(line.moves.first?.obstacles.map(\.holder) == ["company"])
  }
}
