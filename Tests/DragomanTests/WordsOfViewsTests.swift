import CaseModel
import Interchange
import Presentation
import StateOfPlay
import TestSupport
import Testing

/// What views say, in a sentence that a reader can take as it stands.
@Suite struct WordsOfViewsTests {
  private struct Shown {
    let theCase: Case
    let frame: ViewContext

    init(_ theCase: Case, asOf: String? = nil) throws {
      self.theCase = theCase
      var lens = Lens()
      lens.asOf = try asOf.map { try EDTFDate($0) }
      frame = ViewContext(theCase, lens, caseHash: "h", version: "test")
    }

    /// On one line, whatever the width.
    func text(_ document: Document) -> String {
      TextFace(width: 1_000).render(document)
    }
  }

  private static func mirrow(asOf: String? = nil) throws -> Shown {
    let file = try ExampleCase.open("mirrow")
    return try Shown(file.theCase.placed(in: file.texts), asOf: asOf)
  }

  @Test func contradictions() throws {
    let shown = try Self.mirrow(asOf: "2025-10-20")
    let view = StateOfPlay.contradictions(shown.theCase, shown.frame.lens)
    let text = shown.text(shown.frame.document(view))
    #expect(text.contains("“It did” is denied") && !text.contains("not: "))
    // Judged later than the as-of date, which is shown to the reader.
    #expect(text.contains("Dragoman's coder, 19 November 2025: one is wrong"))
    let table = shown.frame.data(view)
    let denied = try #require(table.columns.firstIndex { $0.title == "denied" })
    #expect(table.rows.contains { $0[denied].map(\.text) == ["true"] })
  }

  @Test func theBriefCountsWhatItsSectionLists() throws {
    let shown = try Self.mirrow(asOf: "2025-11-20")
    let brief = try Brief(shown.theCase, shown.frame.lens, texts: CaseTexts())
    let text = shown.text(shown.frame.document(brief))
    #expect(
      text.contains(
        "Accounts contradict each other on \(brief.contradictions.groups.count) matters in all"))
    // The monitors offered and asked for nothing; what they said last is shown.
    #expect(!text.contains("nothing of it is on record"))
    // A text of the mediator in which all three agree is no report of what they said.
    #expect(text.contains("in a text of Ines Falk") && !text.contains("reported by Ines Falk"))
    #expect(text.contains("red line of Sorrane: “31 March 2026”"))
  }

  @Test func threatsAndConditions() throws {
    let shown = try Self.mirrow(asOf: "2025-11-20")
    let conditions = try preconditions(shown.theCase, shown.frame.lens)
    let text = shown.text(shown.frame.document(conditions))
    #expect(
      text.contains("If Sorrane has not agreed to “The renewal of the truce” by 2 December 2025"))
    #expect(text.contains("Sorrane will not settle “The renewal of the truce” until"))
    #expect(!text.contains(": reached"))
    let days = shown.text(
      shown.frame.document(calendar(shown.theCase, shown.frame.lens)))
    #expect(
      days.contains(
        "“The renewal of the truce”; if not, an end to “The lake road: It is kept open” is threatened"
      ))
    #expect(days.contains("past and missed, put off, in dispute or not reported on"))
  }

  /// The first page of the brief names two ultimatums, and counts the others.
  @Test func manyUltimatums() throws {
    let shown = try Self.mirrow(asOf: "2025-11-20")
    var view = try preconditions(shown.theCase, shown.frame.lens)
    #expect(shown.frame.ultimatumLines(view).count == 1)
    let one = try #require(
      view.edges.first {
        $0.act == .threaten && $0.due != nil && $0.state.stands && $0.dayPassed == nil
      })
    view.edges += [one, one, one, one]
    let lines = shown.frame.ultimatumLines(view).map(\.text)
    #expect(lines.count == 3 && lines[2] == "and 3 more, under Preconditions")
  }

  @Test func equalPromisesAreToldApart() throws {
    let theCase = try Self.mirrow().theCase
    let reports = timeline(theCase, Lens()).events.filter { $0.kind == .commitmentReport }
      .map { "\($0.date.text) \($0.title)" }
    #expect(reports.contains { $0.contains("(Sorrane): breached") })
    #expect(reports.contains { $0.contains("(Highland Front): breached") })
    #expect(Set(reports).count == reports.count)
  }

  @Test func tablesHaveWhatTheViewHas() throws {
    let shown = try Self.mirrow(asOf: "2025-11-20")
    let view = commitments(shown.theCase, shown.frame.lens)
    let table = shown.frame.data(view)
    func cell(_ row: [[Inline]], _ column: String) -> String {
      table.columns.firstIndex { $0.title == column }.map { row[$0].map(\.text).joined() } ?? ""
    }
    let disputed = try #require(table.rows.first { cell($0, "status") == "disputed" })
    #expect(cell(disputed, "done").contains("35") && cell(disputed, "done").contains("43"))
    #expect(
      cell(disputed, "reports").contains("end-02") && cell(disputed, "reports").contains("end-03"))
    #expect(table.rows.contains { cell($0, "until") == "2025-12-02" })
    // A file for a spreadsheet is one table.
    let moves = changes(shown.theCase, shown.frame.lens)
    #expect(moves.data(in: shown.frame).count == 1)
    #expect(!moves.csv(in: shown.frame).contains("\r\n\r\n"))
  }

  @Test func theEntryIsOnOneLineAField() throws {
    let file = try ExampleCase.open("corvane")
    var theCase = file.theCase
    theCase.statements[0].quote = Quote([QuoteAnchor(start: 0, end: 0, exact: "two\nlines")])
    let view = try #require(
      entries(theCase, id: theCase.statements[0].id.raw, texts: CaseTexts()).first)
    let quote = try #require(view.fields.first { $0.name == "quote" })
    #expect(quote.value.contains("two lines") && !quote.value.contains("\n"))
  }

  // MARK: Coders

  private func hall(_ second: String) throws -> Shown {
    let yaml = """
      dragoman: 1
      case: {id: hall, title: The hall, parties: [traders, town]}
      actors:
        - {id: traders, name: The traders, kind: organisation}
        - {id: town, name: The town, kind: organisation}
      issues:
        - {id: move, title: Leaving, kind: negotiable, options: [{id: leave, title: They leave, takenBy: [traders]}]}
      milestones: [{id: roof, title: The new hall has a roof}]
      analysts: [{id: anna, name: Anna}, {id: ben, name: Ben}]
      sources: [{id: paper, title: Paper, published: 2031-03-01, text: {withheld: true, length: 100, sha256: \(SHA256Digest(of: "p".utf8))}}]
      statements:
        - {id: a1, source: paper, quote: {start: 0, end: 20}, gist: Not before the roof, speaker: traders, act: condition, about: {issue: move, option: leave}, requires: [{milestone: roof, kind: before}], by: anna}
        - {id: b1, \(second), gist: Will not leave, speaker: traders, act: reject, about: {issue: move, option: leave}, by: ben}
      """
    return try Shown(try CaseReader.read(Array(yaml.utf8), as: .yaml).theCase)
  }

  /// Two readings of one sentence: the coders differ, and no one has contradicted anyone.
  @Test func codersWhoDiffer() throws {
    let one = try hall("source: paper, quote: {start: 5, end: 30}")
    let cells = one.text(one.frame.document(positions(one.theCase), detail: false))
    #expect(cells.contains("contested: the coders differ"))
    let text = one.text(one.frame.document(StateOfPlay.contradictions(one.theCase)))
    #expect(text.contains("Coders differ (1)") && text.contains("Anna: ") && text.contains("Ben: "))
    let two = try hall("source: paper, quote: {start: 40, end: 60}")
    let others = two.text(two.frame.document(positions(two.theCase), detail: false))
    #expect(!others.contains("coders differ"))
    #expect(
      !two.text(two.frame.document(StateOfPlay.contradictions(two.theCase))).contains(
        "Coders differ"))
  }
}
