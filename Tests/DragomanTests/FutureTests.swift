import CaseModel
import Foundation
import Foundations
import Interchange
import Presentation
import StateOfPlay
import TestSupport
import Testing

/// Nothing shows what came after as-of: every date of the record that lies after it is moved further
/// on, and no view may be another for it.
@Suite struct FutureTests {
  /// Days that the record names ahead: when they were named is what counts, and each has tests of its
  /// own. When an entry was made is `--known-at`'s.
  private static let ahead: Set<String> = [
    "meetings.planned", "milestones.planned", "milestones.due", "statements.due",
    "statements.until", "statements.requires.due", "commitments.due", "commitments.until",
    "commitments.window.after",
    "commitments.schedule.due", "commitments.schedule.from", "commitments.schedule.until",
    "commitments.requires.due", "constraints.until", "actors.roles.to",
  ]

  private static func isMoved(_ kind: String) -> Bool {
    if kind.hasSuffix("entered") { return false }
    return !ahead.contains { kind == $0 || kind.hasPrefix("\($0).") }
  }

  /// Four years on, so that 29 February stays a day.
  private static func later(_ date: EDTFDate) -> EDTFDate? {
    let text = date.text.replacing(/(^|\/|Y)([0-9]{4})/) { found in
      "\(found.output.1)\((Int(found.output.2) ?? 0) + 4)"
    }
    return text == date.text ? nil : try? EDTFDate(text)
  }

  private static func moved(_ theCase: Case, after day: EDTFDate, only kind: String? = nil) -> Case
  {
    var lens = Lens()
    lens.asOf = day
    // A later document that reports of the time before is shown with its date.
    let shown = Set(
      StateOfPlay.sources(theCase, lens, texts: CaseTexts()).rows.map { "sources[\($0.source)]" })
    return theCase.replacingDates { path, date in
      let own = DatedField(path, date).kind
      if own == "sources.published", shown.contains(where: { "\(path)".hasPrefix($0) }) {
        return date
      }
      guard isMoved(own), kind.map({ $0 == own }) ?? true, date.begins > day.ends else {
        return date
      }
      return later(date) ?? date
    }
  }

  /// Every view that follows from case and lens, as data and as it is read.
  private static func views(_ theCase: Case, _ asOf: EDTFDate) throws -> [(
    name: String, text: String
  )] {
    var lens = Lens()
    lens.asOf = asOf
    let subject = ViewSubject(theCase, lens)
    let frame = ViewContext(theCase, lens, caseHash: "h", version: "test")
    let plain = try ViewCatalogue.all.compactMap { view in
      try (view as? any PlainView.Type).map { try shown($0, subject, frame) }
    }
    return plain + [try found(theCase, frame)] + (try entryPages(theCase, frame))
  }

  /// What a search finds whose words most entries have.
  private static func found(
    _ theCase: Case, _ frame: ViewContext
  ) throws -> (name: String, text: String) {
    let text = try ["the", "later", "round", "gate", "pay"].map { words in
      let view = search(theCase, frame.lens, for: words, texts: CaseTexts())
      return try frame.json(view) + TextFace(width: 200).render(frame.document(view, most: 1_000))
    }
    return ("search", text.joined(separator: "\n"))
  }

  /// The page of every entry, of statements of some: they are many, and each by itself.
  private static func entryPages(
    _ theCase: Case, _ frame: ViewContext
  ) throws -> [(name: String, text: String)] {
    let step = max(1, theCase.statements.count / 8)
    let ids = Case.Section.allCases.flatMap { section in
      let ids = frame.index.ids(section)
      return section == .statements
        ? stride(from: 0, to: ids.count, by: step).map { ids[$0] } : ids
    }
    return try ids.map { id in
      let views = entries(theCase, frame.lens, id: id, texts: CaseTexts())
      let text = TextFace(width: 200).render(frame.document(views))
      return ("show \(id)", try frame.json(views) + text)
    }
  }

  private static func shown<View: PlainView>(
    _: View.Type, _ subject: ViewSubject, _ frame: ViewContext
  ) throws -> (name: String, text: String) {
    let view = try View.make(subject, Checkpoint())
    let text = TextFace(width: 200).render(view.document(in: frame))
    return (View.declaration.name, try frame.json(view) + text)
  }

  /// The first lines that differ, for the message of a failure.
  private static func difference(_ a: String, _ b: String) -> String {
    let (x, y) = (a.split(separator: "\n"), b.split(separator: "\n"))
    let place = zip(x, y).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
    func lines(_ all: [Substring]) -> String {
      all.dropFirst(max(0, place - 2)).prefix(5).joined(separator: "\n")
    }
    return "before:\n\(lines(x))\nmoved:\n\(lines(y))"
  }

  @Test(arguments: [
    ("istanbul", "2022-04-15"), ("istanbul", "2025-05-12"), ("istanbul", "2025-05-17"),
    ("sarn", "2023-12-31"), ("sarn", "2024-03-20"), ("sarn", "2024-04-10"),
    ("corvane", "2025-02-24"), ("corvane", "2025-04-01"), ("corvane", "2025-05-20"),
  ])
  func aWorkedCaseShowsNothingOfWhatCameLater(_ name: String, _ day: String) throws {
    let theCase = try CaseFile.open(
      Program.root.appendingPathComponent("Examples/\(name)").path
    ).theCase
    let asOf = try EDTFDate(day)
    let other = Self.moved(theCase, after: asOf)
    #expect(other != theCase, "something lies after \(day)")
    for (now, then) in zip(try Self.views(theCase, asOf), try Self.views(other, asOf)) {
      #expect(now.text == then.text, "\(now.name): \(Self.difference(now.text, then.text))")
    }
  }

  /// Neither the pages of entries nor what a search finds name a statement that was made later.
  @Test(arguments: [
    ("corvane", "2025-03-01"), ("corvane", "2025-05-15"), ("mirrow", "2025-09-10"),
    ("sarn", "2024-03-20"),
  ])
  func noPageNamesAStatementMadeLater(_ name: String, _ day: String) throws {
    let (theCase, frame) = try Self.example(name, day)
    // What an analyst writes in a note is of no day.
    let late = Self.late(frame).filter { id in !theCase.notes.contains { $0.text.contains(id) } }
    #expect(!late.isEmpty)
    for (page, text) in [try Self.found(theCase, frame)] + (try Self.entryPages(theCase, frame)) {
      let words = Self.words(text)
      let named = late.filter { words.contains($0[...]) && page != "show \($0)" }
      #expect(named.isEmpty, "\(page): \(named)")
    }
  }

  /// What the brief's text says is excluded is not in its data.
  @Test(arguments: [("corvane", "2025-05-15"), ("mirrow", "2025-10-01")])
  func theDataOfTheBriefHoldNoExcludedAnalysis(_ name: String, _ day: String) throws {
    let (theCase, frame) = try Self.example(name, day)
    let brief = try Brief(theCase, frame.lens, texts: CaseTexts())
    let excluded =
      brief.outcomes.filter { $0.restsOnExcluded == true }.map(\.title)
      + brief.settlements.filter { $0.restsOnExcluded == true }.map(\.title)
    #expect(!excluded.isEmpty)
    let text = TextFace(width: 200).render(frame.document(brief))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for title in excluded {
      #expect(text.contains("“\(title)” depends on entries that the current filters exclude"))
    }
    let words = Self.words(try frame.json(brief))
    #expect(Self.late(frame).filter { words.contains($0[...]) }.isEmpty)
  }

  private static func example(
    _ name: String, _ day: String
  ) throws -> (theCase: Case, frame: ViewContext) {
    let theCase = try CaseFile.open(
      Program.root.appendingPathComponent("Examples/\(name)").path
    ).theCase
    var lens = Lens()
    lens.asOf = try EDTFDate(day)
    return (theCase, ViewContext(theCase, lens, caseHash: "h", version: "test"))
  }

  /// The ids of statements made after as-of.
  private static func late(_ frame: ViewContext) -> [String] {
    frame.index.theCase.statements.filter { statement in
      guard let asOf = frame.lens.asOf, let said = frame.index.said(statement) else { return false }
      return said.isLater(than: asOf)
    }.map(\.id.raw)
  }

  /// Whatever may be an id.
  private static func words(_ text: String) -> Set<Substring> {
    Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "-" })
  }

  /// Every kind of field that bears a date, each by itself.
  @Test func eachDatedFieldObeysByItself() throws {
    let theCase = try CaseReader.read(Array(Self.record.utf8), as: .yaml).theCase
    let asOf = try EDTFDate("2025-03-01")
    let kinds = Set(theCase.dates().map(\.kind))
    for kind in Self.ahead.union(Self.expected) {
      #expect(
        kinds.contains(kind) || kinds.contains("\(kind).value"),
        "no \(kind) in the record of the test")
    }
    let before = try Self.views(theCase, asOf)
    for kind in kinds.sorted() where Self.isMoved(kind) {
      let other = Self.moved(theCase, after: asOf, only: kind)
      #expect(other != theCase, "\(kind) lies after as-of")
      for (now, then) in zip(before, try Self.views(other, asOf)) {
        #expect(
          now.text == then.text, "\(kind) in \(now.name): \(Self.difference(now.text, then.text))")
      }
    }
  }

  /// Whatever field is added to the record with a date of its own has to be in the test's record.
  private static let expected: Set<String> = [
    "actors.roles.from", "actors.offices.from", "actors.offices.to", "actors.speaksFor.from",
    "actors.speaksFor.to", "issues.ended.date", "sources.published", "meetings.date",
    "milestones.reached.date", "milestones.lost.date", "statements.date", "statements.told",
    "commitments.agreed", "commitments.status.date", "constraints.issued",
    "constraints.readings.since", "drafts.date", "drafts.status.date", "drafts.signed.date",
  ]

  private static let record = """
    dragoman: 1
    case: {id: valley, title: Talks on the valley, parties: [north, south]}
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: west, name: West, kind: state, roles: [{role: mediator, from: 2025-05-01, to: 2025-08-01, evidence: [later]}]}
      - {id: gazette, name: The Gazette, kind: outlet}
      - id: envoy
        name: The envoy
        kind: person
        offices: [{title: Envoy, of: north, from: 2025-04-01, to: 2025-09-01, basis: ana}]
        speaksFor: [{actor: north, from: 2025-04-01, to: 2025-09-01, basis: ana}]
    issues:
      - id: water
        title: Who draws the water
        kind: negotiable
        options: [{id: shared, title: By turns}, {id: metered, title: By meter}]
        ended: {date: 2025-07-01, how: settled, evidence: [later]}
      - {id: flood, title: Why it flooded, kind: factual, options: [{id: rain, title: Rain}, {id: dam, title: The dam}]}
    sources:
      - {id: paper, publisher: gazette, title: The paper, published: 2025-02-01, text: \(Self.withheld)}
      - {id: late, publisher: gazette, title: The later paper, published: 2025-06-15, text: \(Self.withheld)}
    meetings:
      - {id: round, title: The round, kind: talks, status: held, planned: 2025-05-10, date: 2025-05-11, evidence: [later], delegations: [{party: north, members: [{actor: envoy, head: true, evidence: [later]}]}]}
    milestones:
      - {id: opened, title: The gate opened, planned: 2025-05-12, due: 2025-05-20, evidence: [later], reached: {date: 2025-05-15, evidence: [later]}, lost: {date: 2025-06-10, evidence: [later]}}
    statements:
      - {id: first, source: paper, quote: {start: 0, end: 1}, gist: First words, speaker: north, act: demand, about: {issue: water, option: shared}}
      - {id: second, source: paper, quote: {start: 0, end: 1}, gist: Second words, speaker: south, date: 2025-02-10, act: reject, about: {issue: water, option: shared}}
      - {id: told, source: paper, quote: {start: 0, end: 1}, gist: Said early and told late, speaker: south, date: 2025-02-11, told: 2025-06-01, act: propose, about: {issue: water, option: metered}}
      - {id: later, source: late, quote: {start: 0, end: 1}, gist: Later words, speaker: envoy, date: 2025-06-12, due: 2025-08-01, until: 2025-08-10, act: accept, about: {issue: water, option: shared}, requires: [{milestone: opened, kind: before, due: 2025-07-20}]}
      - {id: undated, source: late, quote: {start: 0, end: 1}, gist: Words of the later paper, speaker: north, act: state, about: {issue: flood, option: rain}}
    commitments:
      - {id: grain, what: Send grain, strength: promised, debtors: [north], creditors: [south], agreed: 2025-05-01, due: 2025-06-01, evidence: [later], requires: [{milestone: opened, kind: before, due: 2025-05-30}], status: [{date: 2025-06-02, level: 3, evidence: [later]}]}
      - {id: calm, what: Keep the sluice shut, strength: promised, debtors: [north], creditors: [south], agreed: 2025-05-01, until: 2025-08-15, evidence: [later]}
      - {id: old, what: Send seed, strength: promised, debtors: [south], creditors: [north], agreed: 2025-02-01, evidence: [first], status: [{date: 2025-06-02, level: breached, evidence: [later]}]}
      - {id: turns, what: Pay by turns, strength: promised, debtors: [south], creditors: [north], agreed: 2025-05-02, evidence: [later], schedule: [{due: 2025-06-01}, {due: 2025-07-01}]}
      - {id: yearly, what: Pay each year, strength: promised, debtors: [south], creditors: [north], agreed: 2025-05-03, evidence: [later], schedule: {every: year, from: 2025-06-01, until: 2030-06-01}}
      - {id: soon, what: Write soon, strength: expected, debtors: [south], creditors: [north], agreed: 2025-05-04, evidence: [later], window: {after: 2025-05-10, days: [1, 9]}}
    constraints:
      - {id: ban, title: The ban, holder: north, issued: 2025-05-05, until: 2025-12-01, evidence: [later], readings: [{id: wide, forbids: {act: meet}, since: 2025-05-06, evidence: [later]}]}
      - {id: act, title: The act, holder: south, issued: 2025-01-05, until: 2025-12-01, evidence: [first, later], readings: [{id: wide, forbids: {act: sign}, since: 2025-05-06, evidence: [later]}]}
    drafts:
      - {id: pact, title: The pact, date: 2025-05-07, by: north, to: south, evidence: [later], status: [{level: tabled, date: 2025-05-08, evidence: [later]}], signed: [{date: 2025-06-20, by: [north, south], evidence: [later]}], clauses: [{id: one, status: agreed, by: [north, south], about: {issue: water, option: shared}, evidence: [later]}]}
      - {id: sketch, title: The sketch, date: 2025-01-07, by: north, to: south, evidence: [first], status: [{level: signed, date: 2025-05-08, evidence: [later]}], signed: [{date: 2025-06-20, by: [north, south], evidence: [later]}], clauses: [{id: one, status: bracketed, about: {issue: water, option: metered}, evidence: [first]}]}
    analysts: [{id: ana, name: Ana}]
    """

  private static let withheld =
    "{withheld: true, sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, length: 100}"
}
