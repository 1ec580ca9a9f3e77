import CaseModel
import Foundation
import Interchange
import Presentation
import StateOfPlay
import Testing

/// Lines of the brief that follow from how its parts fit together: a quarrel over a forest road.
@Suite struct BriefLinesTests {
  private static let base = """
    dragoman: 1
    case: {id: road, title: The road, parties: [north, south]}
    actors:
      - {id: north, name: North, kind: organisation}
      - {id: south, name: South, kind: organisation}
      - {id: guild, name: The Guild, kind: organisation}
      - {id: paper, name: The Paper, kind: outlet}
    sources:
      - {id: p, publisher: paper, title: The Paper, published: 2025-03-03, text: {withheld: true, length: 400, sha256: 2d7064038cfaeb690d807d1c657e38df82399e05818c608ed738a0dc517bc398}}
      - {id: q, publisher: paper, title: The Paper again, published: 2025-03-04, text: {withheld: true, length: 400, sha256: 33d9a6d2c3f715c2b0873a0b7822d3fa285c6a6ee26c456acb74231c3976663f}}
    issues:
      - {id: suit, title: A suit, kind: negotiable, options: [{id: filed, title: The Guild sues, takenBy: [guild]}]}
      - {id: width, title: The width, kind: negotiable, value: quantity, unit: metre, wants: {north: more, south: less}}
      - {id: toll, title: The toll, kind: negotiable, options: [{id: none, title: There is none}]}
      - {id: way, title: The way, kind: negotiable, options: [{id: hill, title: Over the hill}, {id: dale, title: Through the dale}]}
    analysts: [{id: me, name: Me}]

    """

  private func text(
    _ sections: String, _ statements: [String], asOf: String = "2025-03-20",
    _ change: (inout Lens) -> Void = { _ in }
  ) throws -> String {
    let lines = statements.map {
      "  - {source: p, quote: {start: 0, end: 8}, gist: words, \($0)}"
    }
    let file = Self.base + sections + "\nstatements:\n" + lines.joined(separator: "\n") + "\n"
    let theCase = try CaseReader.read(Array(file.utf8), as: .yaml).theCase
    var lens = Lens()
    lens.asOf = try EDTFDate(asOf)
    change(&lens)
    let brief = try Brief(theCase, lens, texts: CaseTexts())
    let frame = ViewContext(theCase, lens, caseHash: "h", version: "test")
    let shown = TextFace(width: 400).render(brief.document(in: frame))
    return shown.replacing("\n", with: " ").split(separator: " ").joined(separator: " ")
  }

  private let dues = """
    commitments:
      - {id: pay, debtors: north, creditors: south, what: Pay forty, strength: promised, agreed: 2025-03-03, due: 2025-03-20, evidence: [a]}
      - {id: plant, debtors: south, creditors: north, what: Plant trees, strength: promised, agreed: 2025-03-03, due: 2025-03-31, evidence: [a]}
      - {id: quiet, debtors: south, creditors: north, what: Keep quiet, strength: promised, agreed: 2025-03-03, until: 2026-12-31, evidence: [a]}
      - {id: calm, debtors: north, creditors: south, what: Keep calm, strength: promised, agreed: 2025-03-03, until: 2027-12-31, evidence: [a]}
    """
  private let said = [
    "id: a, speaker: [north, south], date: 2025-03-03, act: commit, about: {commitment: pay}",
    "id: b, speaker: guild, date: 2025-03-03, act: threaten, about: {issue: suit, option: filed}, requires: [{commitment: pay, kind: trigger, party: north, stance: against, due: 2025-03-20}]",
  ]

  @Test func accountsOfOneLevelWithDifferentNotesAreSeparate() throws {
    let lorries = """
      commitments:
        - {id: let, debtors: north, creditors: south, what: Let in lorries, strength: promised, agreed: 2025-03-03, until: 2026-12-31, evidence: [a], status: [{date: 2025-03-04, level: 2, note: 270 a day, evidence: [c]}, {date: 2025-03-04, level: 2, note: 395 a day, evidence: [d]}]}
      """
    func shown(_ second: String) throws -> String {
      try text(
        lorries.replacing("395 a day", with: second),
        [
          "id: a, speaker: north, date: 2025-03-03, act: commit, about: {commitment: let}",
          "id: c, speaker: guild, date: 2025-03-04, act: state, about: {commitment: let}",
          "id: d, speaker: north, date: 2025-03-04, act: state, about: {commitment: let}",
        ])
    }
    let both = try shown("395 a day")
    #expect(both.contains("says the Guild (4 March 2025): 270 a day"))
    #expect(both.contains("says North (4 March 2025): 395 a day"))
    #expect(!both.contains("say the Guild and North"))
    #expect(try shown("270 a day").contains("say the Guild and North (4 March 2025): 270 a day"))
  }

  @Test func whatComesNextIsWhatComesFirst() throws {
    let shown = try text(dues, said)
    let next = try #require(shown.firstRange(of: "What comes next"))
    let after = shown[next.upperBound...].prefix(300)
    #expect(after.contains("Pay forty"))
    #expect(after.contains("threat"))
    #expect(after.contains("Plant trees"))
    #expect(!after.contains("Keep calm (North)"))
  }

  @Test func aTriggeredThreatStandsUnderWhatBlocks() throws {
    let late = dues.replacing(
      "due: 2025-03-20, evidence: [a]",
      with: "due: 2025-03-20, evidence: [a], status: [{date: 2025-03-21, level: 1, evidence: [a]}]")
    let shown = try text(late, said, asOf: "2025-03-25")
    #expect(shown.contains("Threat triggered: If North has not carried out"))
    #expect(try !text(dues, said).contains("Threat triggered"))
  }

  @Test func theCalendarOfTheBriefDeniesNoOverduePromise() throws {
    let one = """
      commitments:
        - {id: pay, debtors: north, creditors: south, what: Pay forty, strength: promised, agreed: 2025-03-03, due: 2025-03-10, status: [{date: 2025-03-11, level: 0, evidence: [a]}], evidence: [a]}
      """
    let shown = try text(one, [said[0]])
    #expect(shown.contains("The record names no date still to come. "))
    #expect(!shown.contains("no past date whose outcome is open"))
    #expect(shown.contains("Promises whose date has passed stand under"))
    // The dispute stands there once.
    #expect(shown.components(separatedBy: "Overdue or in dispute Pay forty").count == 2)
  }

  @Test func aFilterOnAPartyMakesNoOtherSilent() throws {
    let both = [
      "id: a, speaker: north, date: 2025-03-03, act: demand, about: {issue: width, value: {quantity: 9, unit: metre}}",
      "id: b, speaker: south, date: 2025-03-03, act: offer, about: {issue: width, value: {quantity: 5, unit: metre}}",
    ]
    let shown = try text("", both) { $0.parties = ["south"] }
    #expect(!shown.contains("South alone"))
    #expect(!shown.contains("only one side has stated"))
    #expect(try text("", [both[0]]).contains("North alone"))
  }

  @Test func aStatementOnSeveralIssuesCountsForEach() throws {
    let package =
      "id: a, speaker: north, date: 2025-03-03, act: offer, about: {together: [{issue: width, value: {quantity: 9, unit: metre}}, {issue: toll, option: none}]}"
    let shown = try text("", [package]) { $0.issues = ["toll"] }
    #expect(shown.contains("1 statement from 1 source."))
    #expect(!shown.contains("No statement is left"))
  }

  @Test func aRedLineIsMarkedWhereOneSideAloneHasSpoken() throws {
    let alone = [
      "id: a, speaker: north, date: 2025-03-03, act: reject, about: {issue: toll, option: none}, redLine: true"
    ]
    #expect(try text("", alone).contains("✗ There is none — red line"))
  }

  @Test func whereEachRejectsTheOthersAnswerThatIsSaid() throws {
    func said(_ id: String, _ who: String, _ act: String, _ option: String) -> String {
      "id: \(id), speaker: \(who), date: 2025-03-03, act: \(act), about: {issue: way, option: \(option)}"
    }
    let shown = try text(
      "",
      [
        said("a", "north", "demand", "hill"), said("b", "north", "reject", "dale"),
        said("c", "south", "demand", "dale"), said("d", "south", "reject", "hill"),
      ])
    #expect(shown.contains("each rejects what would bring the sides together: "))
    #expect(!shown.contains("which it rejects"))
  }

  @Test func aConditionIsNamedWhereOneSideAloneHasSpoken() throws {
    let alone = [
      "id: a, speaker: north, date: 2025-03-03, act: condition, about: {issue: toll, option: none}, requires: [{issue: suit, option: filed, kind: before}]"
    ]
    #expect(try text("", alone).contains("⇄ There is none if first: A suit: The Guild sues"))
  }

  @Test func whatWasDoneOfAPromiseStandsBesideItsState() throws {
    let parts = """
      commitments:
        - {id: pay, debtors: north, creditors: south, what: Pay, quantity: 30, unit: crown, strength: promised, agreed: 2025-03-01, evidence: [a], schedule: [{due: 2025-03-05, quantity: 10}, {due: 2025-03-10, quantity: 20}], status: [{date: 2025-03-04, level: 3, done: 10, evidence: [c]}, {date: 2025-03-12, level: 0, evidence: [d]}]}
      """
    let shown = try text(
      parts,
      [
        "id: a, speaker: north, date: 2025-03-01, act: commit, about: {commitment: pay}",
        "id: c, speaker: guild, date: 2025-03-04, act: state, about: {commitment: pay}, due: 2025-03-05",
        "id: d, speaker: guild, date: 2025-03-12, act: state, about: {commitment: pay}, due: 2025-03-10",
      ])
    #expect(shown.contains("overdue, not begun"))
    #expect(shown.contains("; 10 crowns done"))
  }

  @Test func whoDeniesAReportOfWhatItHoldsDeniesThatAndNotTheThing() throws {
    let lines = [
      "id: a, speaker: north, via: guild, date: 2025-03-03, act: accept, about: {issue: toll, option: none}",
      "id: b, speaker: north, date: 2025-03-04, act: deny, about: {statement: a}",
    ]
    let shown = try text("", lines)
    #expect(shown.contains("North denies the report of “There is none”"))
    #expect(!shown.contains("“There is none” is denied"))
  }
}
