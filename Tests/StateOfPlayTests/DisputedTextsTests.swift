import CaseModel
import StateOfPlay
import Testing

/// "Where reports of one time differ on whether the party accepted or signed a text as a whole, it is
/// contested on all that the text settles, unless newer words of its own decide there."
@Suite struct DisputedTextsTests {
  private static let sections = """
    sources:
      - {id: paper, publisher: gazette, title: P, published: 2031-06-01, text: \(withheld)}
      - {id: other, publisher: gazette, title: O, published: 2031-06-01, text: \(withheld)}
    issues:
      - {id: water, title: Who draws the water, kind: negotiable, options: [{id: shared, title: By turns}, {id: metered, title: By meter}]}
      - {id: gate, title: The gate, kind: negotiable, options: [{id: open, title: It is opened}]}
      - {id: road, title: The road, kind: negotiable, options: [{id: paved, title: It is paved}]}
    drafts:
      - id: pact
        title: The pact
        date: 2031-05-01
        by: south
        to: [north]
        basis: ana
        clauses:
          - {id: turns, about: {issue: water, option: shared}, status: proposed, basis: ana}
          - {id: gate, about: {issue: gate, option: open}, status: proposed, basis: ana}
    """
  private let yes = "id: a, act: accept, date: 2031-05-03, about: {draft: pact}"
  private let no = "id: b, source: other, act: reject, date: 2031-05-03, about: {draft: pact}"

  private func cells(_ lines: [String]) throws -> [PositionsView.Cell] {
    let theCase = try record(lines, with: Self.sections)
    let issues: [Case.Issue.ID] = ["water", "gate", "road"]
    return try issues.map { try cell(theCase, on: $0) }
  }

  @Test func theCellsOfWhatTheTextSettlesAreContested() throws {
    let found = try cells([yes, no])
    #expect(found.map(\.isContested) == [true, true, false])
    #expect(found.map { $0.disputedTexts?.map(\.title) } == [["The pact"], ["The pact"], nil])
    #expect(found[0].disputedTexts?.first?.statements == ["a", "b"])
    #expect(try cells([yes]).map(\.isContested) == [false, false, false])
    let line = try #require(
      convergence(record([yes, no], with: Self.sections)).rows.first { $0.issue == "water" })
    #expect(line.isContested, "other views say the same")
  }

  @Test func reportsByOthersAloneContestACellWithoutWords() throws {
    let says =
      "id: a, speaker: west, act: state, of: north, stance: for, date: 2031-05-03, about: {draft: pact}"
    let denies =
      "id: b, source: other, speaker: gazette, act: state, of: north, stance: against, date: 2031-05-03, about: {draft: pact}"
    let found = try cells([says, denies])
    #expect(found[0].isEmpty && found[0].isContested && !found[2].isContested)
  }

  @Test func newerWordsOfItsOwnEndItWhereTheyDecide() throws {
    let own =
      "id: c, act: demand, date: 2031-05-09, about: {issue: water, option: metered}"
    #expect(try cells([yes, no, own]).map(\.isContested) == [false, true, false])
  }

  @Test func twoOfItsOwnSpeakersDivideIt() throws {
    let found = try cells([
      yes + ", speaker: envoy", no.replacing("source: other, ", with: "") + ", speaker: minister",
    ])
    #expect(found.map(\.isDivided) == [true, true, false])
    #expect(!found[0].isContested)
  }
}
