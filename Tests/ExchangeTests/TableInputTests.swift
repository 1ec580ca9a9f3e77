import CaseModel
import Exchange
import Foundation
import Testing

/// Tables as spreadsheets save them, and workbooks made to do harm.
@Suite struct TableInputTests {
  @Test(arguments: ["\n", "\r\n", "\r"], [",", ";", "\t"])
  func lineEndsSeparatorsAndMarks(_ end: String, _ separator: String) throws {
    let rows = [
      ["speaker", "issue", "quote"], ["Anna", "Turns", "\"One\(separator) two\(end)lines.\""],
      ["Борис", "Turns", "No."],
    ]
    for mark in ["", "\u{FEFF}"] {
      for last in ["", end] {
        let text = mark + rows.map { $0.joined(separator: separator) }.joined(separator: end) + last
        let project = try TableReader.project(csv: Array(text.utf8)).project
        #expect(project.passages.count == 2)
        #expect(project.passages[0].fields.map(\.name) == ["speaker", "issue", "quote"])
        #expect(project.passages[0].fields[2].value == "One\(separator) two\(end)lines.")
        #expect(project.passages[1].fields[0].value == "Борис")
      }
    }
  }

  private func refused(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch {
      return (error as? ExchangeError)?.message ?? "\(error)"
    }
  }

  @Test func aWorkbookThatDeclaresEntities() throws {
    let xml = """
      <?xml version="1.0"?><!DOCTYPE workbook [<!ENTITY x SYSTEM "file:///etc/passwd">]>
      <workbook><sheets><sheet name="&x;" sheetId="1"/></sheets></workbook>
      """
    let bytes = try ZipFiles.archive([(name: "xl/workbook.xml", bytes: Array(xml.utf8))])
    #expect(refused { _ = try TableReader.project(xlsx: bytes) }.contains("entities"))
  }

  @Test func aSheetElsewhereIsNotFollowed() throws {
    let book = """
      <workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>
      """
    let relations = """
      <Relationships><Relationship Id="rId1" Target="/../../../etc/passwd"/></Relationships>
      """
    let bytes = try ZipFiles.archive([
      (name: "xl/workbook.xml", bytes: Array(book.utf8)),
      (name: "xl/_rels/workbook.xml.rels", bytes: Array(relations.utf8)),
    ])
    #expect(refused { _ = try TableReader.project(xlsx: bytes) }.contains("not in the file"))
  }

  /// What is not understood is named.
  @Test func keysAndElementsOfNoMeaningHereAreNamed() throws {
    let annotations = """
      [{"type": "Annotation", "mood": "grim", "target": {"source": "a.txt", "selector": \
      {"type": "TextQuoteSelector", "exact": "words"}}}]
      """
    let (_, report) = try AnnotationReader.project(Array(annotations.utf8))
    #expect(report.left.contains { $0.contains("mood") })
    let xml = """
      <Project xmlns="urn:QDA-XML:project:1.0" name="P"><CodeBook><Codes>\
      <Code guid="A" name="Turns"><Description>What is asked</Description></Code></Codes></CodeBook>\
      <Hologram/></Project>
      """
    let bytes = try ZipFiles.archive([(name: "project.qde", bytes: Array(xml.utf8))])
    let (project, left) = try QDAReader.project(bytes)
    #expect(left.left.contains { $0.contains("Hologram") })
    let made = ProjectImport(
      project, ExchangeMapping(proposedFor: project), id: "x", title: "X")
    #expect(made.theCase.notes.map(\.text) == ["What is asked"])
    #expect(made.theCase.notes.first?.to == EntryReference(.issues, "turns"))
  }

  /// A cell of white space is empty, and no reason to stop.
  @Test func blankCells() throws {
    let made = try made(
      "speaker,issue,stance,source,published,date,start,quote\nA,T,for, , , , ,words\n")
    #expect(made.theCase.statements.count == 1)
    #expect(made.theCase.sources.first?.published == nil)
  }

  /// The order of day and month is taken from the column as a whole, and never guessed.
  @Test func datesWithStrokes() throws {
    let head = "speaker,issue,stance,date,source,published,quote\n"
    let rows = "A,T,for,3/4/2031,Paper,3/4/2031,One.\nA,T,for,13/4/2031,Paper,3/4/2031,Two.\n"
    let days = try made(head + rows)
    #expect(days.theCase.statements.map { $0.date?.value.text } == ["2031-04-03", "2031-04-13"])
    // Of the other column nothing tells the order.
    #expect(days.theCase.sources.first?.published == nil)
    #expect(days.report.left.contains { $0.contains("3/4/2031") })
    let months = try made(head + rows.replacing("13/4", with: "4/13"))
    #expect(months.theCase.statements.map { $0.date?.value.text } == ["2031-03-04", "2031-04-13"])
    var given = ExchangeMapping()
    given.dates = ["published": .monthFirst]
    #expect(
      try made(head + rows, given).theCase.sources.first?.published?.text == "2031-03-04")
    let mixed = try made(head + rows.replacing("3/4/2031,Paper", with: "4/13/2031,Paper"))
    #expect(mixed.theCase.statements.allSatisfy { $0.date == nil })
  }

  /// An outlet's name is no document: what it published on two days are two.
  @Test func oneTitleOnTwoDays() throws {
    let made = try made(
      """
      speaker,issue,stance,source,published,quote
      A,T,for,Gazette,2031-03-01,One.
      B,T,against,Gazette,2031-03-02,Two.
      A,T,for,Gazette,2031-03-01,Three.
      """)
    #expect(made.theCase.sources.map { $0.published?.text } == ["2031-03-01", "2031-03-02"])
    #expect(made.theCase.sources.map(\.title) == ["Gazette", "Gazette"])
    #expect(
      made.theCase.statements.map(\.source) == [
        made.theCase.sources[0].id, made.theCase.sources[1].id, made.theCase.sources[0].id,
      ])
  }

  private func made(
    _ csv: String, _ given: ExchangeMapping? = nil
  ) throws -> (theCase: Case, report: ExchangeReport) {
    var project = try TableReader.project(csv: Array(csv.utf8)).project
    var mapping = ExchangeMapping(proposedFor: project)
    if let given { mapping = mapping.overridden(by: given) }
    let left = project.takeColumns(mapping)
    let made = ProjectImport(project, mapping, id: "made", title: "Made")
    var report = made.report
    report.left += left
    return (made.theCase, report)
  }

  /// Many rows into a case that has half of them: of many documents, or all of one, which is a text
  /// as long as all rows.
  @Test(arguments: [(100_000, 100), (20_000, 1)])
  func manyRowsIntoACaseThatHasHalfOfThem(_ total: Int, _ papers: Int) throws {
    let rows = (0..<total).map { number in
      "s\(number),Speaker \(number % 300),Issue \(number % 200),Yes,for,Paper \(number % papers),\(number)"
    }
    func project(_ count: Int) throws -> (CodedProject, ExchangeMapping) {
      let head = "id,speaker,issue,answer,stance,source,quote\n"
      var project = try TableReader.project(
        csv: Array((head + rows.prefix(count).joined(separator: "\n")).utf8)
      ).project
      let mapping = ExchangeMapping(proposedFor: project)
      project.takeColumns(mapping)
      return (project, mapping)
    }
    let (half, mapping) = try project(total / 2)
    let first = ProjectImport(half, mapping, id: "many", title: "Many")
    let existing = ExistingCase(
      first.theCase, CaseTexts(first.texts.mapValues { .loaded(SourceText($0)) }))
    let clock = ContinuousClock()
    let took = try clock.measure {
      var (all, mapping) = try project(total)
      _ = existing.supplyTexts(to: &all)
      let made = ProjectImport(all, mapping, into: existing)
      #expect(made.theCase.statements.count == total)
      #expect(made.theCase.statements.prefix(total / 2) == first.theCase.statements[...])
      #expect(made.theCase.issues == first.theCase.issues)
      #expect(made.report.already.map(\.count) == [papers, total / 2])
    }
    // Seconds on any machine; what grows with the square takes minutes.
    #expect(took < .seconds(60), "\(took)")
  }

  /// Names without a letter that an id could have: each gets a number of its own at once.
  @Test func manyNamesWithoutLatinLetters() throws {
    let rows = (0..<20_000).map { number in
      "\(UnicodeScalar(0x4E00 + number).map { String($0) } ?? ""),T,for"
    }
    let clock = ContinuousClock()
    let took = try clock.measure {
      let made = try made("speaker,issue,stance\n" + rows.joined(separator: "\n"))
      #expect(made.theCase.actors.count == 20_000)
      #expect(Set(made.theCase.actors.map(\.id)).count == 20_000)
    }
    #expect(took < .seconds(30), "\(took)")
  }
}
