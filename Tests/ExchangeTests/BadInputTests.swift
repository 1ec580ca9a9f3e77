import CaseModel
import Exchange
import Foundation
import GRDB
import Interchange
import TestSupport
import Testing

/// Files that are broken, or made to do harm.
@Suite struct BadInputTests {
  private func refused(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch {
      return (error as? ExchangeError)?.message ?? "\(error)"
    }
  }

  /// A project with one text, and the XML and names as given.
  private func archive(_ files: [(String, [UInt8])]) throws -> [UInt8] {
    try ZipFiles.archive(files.map { (name: $0.0, bytes: $0.1) })
  }

  private func project(_ inner: String, name: String = "project.qde") throws -> [UInt8] {
    let xml = """
      <?xml version="1.0" encoding="utf-8"?>
      <Project xmlns="urn:QDA-XML:project:1.0" name="P"><Sources>\(inner)</Sources></Project>
      """
    return try archive([(name, Array(xml.utf8)), ("sources/a.txt", Array("One envoy spoke.".utf8))])
  }

  @Test func aProjectWithAnyNameOfItsXML() throws {
    let bytes = try project(
      "<TextSource guid=\"A\" name=\"T\" plainTextPath=\"internal://a.txt\"><PlainTextSelection guid=\"B\" startPosition=\"4\" endPosition=\"9\"/></TextSource>",
      name: "Other.QDE")
    let read = try QDAReader.project(bytes).project
    #expect(read.documents.first?.text == "One envoy spoke.")
    #expect(read.placed().project.passages.first?.place == 4..<9)
  }

  @Test func pathsThatLeadOutsideAreNotFollowed() throws {
    for path in [
      "internal://../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "relative://../a.txt",
      "internal://../sources/a.txt",
    ] {
      let bytes = try project("<TextSource guid=\"A\" name=\"T\" plainTextPath=\"\(path)\"/>")
      let (read, report) = try QDAReader.project(bytes)
      #expect(read.documents.first?.text == nil, "\(path)")
      #expect(!report.left.isEmpty)
    }
  }

  @Test func entitiesAreRefused() throws {
    let xml = """
      <?xml version="1.0"?><!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]>
      <Project xmlns="urn:QDA-XML:project:1.0" name="&x;"/>
      """
    let bytes = try archive([("project.qde", Array(xml.utf8))])
    #expect(refused { _ = try QDAReader.project(bytes) }.contains("entities"))
    #expect(
      refused {
        _ = try QDAReader.codebook(Array(xml.replacing("Project", with: "CodeBook").utf8))
      }.contains("entities"))
  }

  /// Each code has the names of all above it, so that a small file of nested ones would fill memory.
  @Test func codesNestedWithoutEnd() throws {
    let depth = 1_500
    let codes =
      String(repeating: "<Code guid=\"A\" name=\"c\">", count: depth)
      + String(repeating: "</Code>", count: depth)
    let xml = "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"><Codes>\(codes)</Codes></CodeBook>"
    let (project, report) = try QDAReader.codebook(Array(xml.utf8))
    #expect(project.codes.count == 60)
    #expect(report.left.contains { $0.hasPrefix("codes more than 60 levels deep: 1,440 ") })
    _ = ProjectImport(project, ExchangeMapping(proposedFor: project), id: "x", title: "X")
    let tag = String(repeating: "a/", count: 50_000)
    let annotation = """
      {"target": {"source": "a", "selector": {"type": "TextQuoteSelector", "exact": "w"}}, "tags": ["\(tag)"]}
      """
    let (tagged, named) = try AnnotationReader.project(Array(annotation.utf8))
    #expect(tagged.codes.isEmpty && named.left.contains { $0.contains("steps") })
  }

  /// What stands beyond the head of a table is named, and not dropped.
  @Test func rowsLongerThanTheHead() throws {
    let csv = "speaker,issue,stance\nA,T,for\nB,T,against,more,,\n"
    let project = try TableReader.project(csv: Array(csv.utf8)).project
    #expect(project.passages[1].fields.last == .init("column 4", "more"))
    #expect(ExchangeMapping(proposedFor: project).columns["column 4"] == .ignore)
  }

  @Test func anArchiveThatFillsMemoryIsNotReadFurther() throws {
    // Zeros compress a thousandfold.
    let bytes = try ZipFiles.archive([
      (name: "project.qde", bytes: [UInt8](repeating: 0x20, count: 40_000_000))
    ])
    #expect(refused { _ = try QDAReader.project(bytes, limit: 1 << 20) }.contains("MiB"))
  }

  @Test func filesThatAreNotWhatTheirNameSays() throws {
    let text = Array("Not a database at all".utf8)
    #expect(refused { _ = try ForeignFormat.of(text, named: "a.dna") }.contains("SQLite"))
    #expect(refused { _ = try ForeignFormat.of(text, named: "a.qdpx") }.contains("ZIP"))
    #expect(refused { _ = try ForeignFormat.of(text, named: "a.bin") }.contains("format"))
    #expect(!refused { _ = try QDAReader.project(text) }.isEmpty)
    #expect(!refused { _ = try QDAReader.codebook(text) }.isEmpty)
    #expect(!refused { _ = try TableReader.project(xlsx: text) }.isEmpty)
    #expect(!refused { _ = try AnnotationReader.project(text) }.isEmpty)
    #expect(!refused { _ = try AnnotationReader.project(Array("{\"a\": [1]}".utf8)) }.isEmpty)
    #expect(!refused { _ = try TableReader.project(csv: []) }.isEmpty)
    #expect(!refused { _ = try TableReader.project(csv: Array("a,b\n\"open".utf8)) }.isEmpty)
  }

  @Test func databasesOfOtherPrograms() throws {
    let folder = try TemporaryFolder()
    let path = folder.place("a.dna")
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE OTHER (ID INTEGER)") }
    try queue.close()
    #expect(refused { _ = try DNAReader.project(at: path) }.contains("DOCUMENTS"))
    // Cut in the middle.
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try Data(bytes.prefix(600)).write(to: URL(fileURLWithPath: path))
    #expect(!refused { _ = try DNAReader.project(at: path) }.isEmpty)
  }

  /// Version 2 counts milliseconds and keeps values as text.
  @Test func versionTwoOfDiscourseNetworkAnalyzer() throws {
    let folder = try TemporaryFolder()
    let path = folder.place("two.dna")
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      try database.execute(
        sql: """
          CREATE TABLE SETTINGS (Property TEXT, Value TEXT);
          INSERT INTO SETTINGS VALUES ('version', '2.0 beta 25');
          CREATE TABLE CODERS (ID INTEGER, Name TEXT);
          INSERT INTO CODERS VALUES (1, 'Anna');
          CREATE TABLE DOCUMENTS (ID INTEGER, Title TEXT, Text TEXT, Coder INTEGER, Author TEXT, Source TEXT, Section TEXT, Notes TEXT, Type TEXT, Date INTEGER);
          INSERT INTO DOCUMENTS VALUES (1, 'T', '😀 The envoy agreed.', 1, '', 'Gazette', '', '', '', 1930089600000);
          CREATE TABLE STATEMENTS (ID INTEGER, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER, Stop INTEGER, Coder INTEGER);
          INSERT INTO STATEMENTS VALUES (5, 1, 1, 3, 19, 1), (6, 1, 9, 3, 4, 1), (7, 1, 1, 8, 3, 1);
          CREATE TABLE VARIABLES (ID INTEGER, Variable TEXT, DataType TEXT, StatementTypeId INTEGER);
          INSERT INTO VARIABLES VALUES (1, 'organization', 'short text', 1), (2, 'concept', 'short text', 1), (3, 'agreement', 'boolean', 1);
          CREATE TABLE DATASHORTTEXT (ID INTEGER, StatementId INTEGER, VariableId INTEGER, Value TEXT);
          INSERT INTO DATASHORTTEXT VALUES (1, 5, 1, 'North'), (2, 5, 2, 'Turns');
          CREATE TABLE DATABOOLEAN (ID INTEGER, StatementId INTEGER, VariableId INTEGER, Value INTEGER);
          INSERT INTO DATABOOLEAN VALUES (1, 5, 3, 0);
          """)
    }
    try queue.close()
    let (project, report) = try DNAReader.project(at: path)
    #expect(report.left.contains { $0.contains("without a place") })
    #expect(project.documents.first?.published?.text == "2031-03-01")
    let (placed, _) = project.placed()
    let made = ProjectImport(
      placed, ExchangeMapping(proposedFor: placed), id: "two", title: "Two")
    let statement = try #require(made.theCase.statements.first)
    #expect(made.theCase.statements.count == 1)
    #expect(statement.speaker == ["north"] && statement.stance == .against)
    #expect(statement.quote.spans.first?.exact == "The envoy agreed")
    #expect(made.report.left.contains { $0.contains("document that is not there") })
  }

  /// Each column of each table renamed in turn, as another program's file may lack any: the file is read
  /// without it, or refused by the table and the column.
  @Test func aDatabaseThatLacksAColumn() throws {
    let folder = try TemporaryFolder()
    let file = try ExampleCase.open("sarn")
    var writer = DNAWriter(
      ProjectExport(file.theCase, file.texts).project, others: .agreement, password: "sample")
    try writer.write(to: folder.place("whole.dna"), salt: [UInt8](repeating: 7, count: 16))
    let whole = folder.place("whole.dna")
    let columns = try DatabaseQueue(path: whole).read { database in
      try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
      ).flatMap { table in try database.columns(in: table).map { (table, $0.name) } }
    }
    #expect(columns.count > 60)
    var refusals: [String] = []
    for (number, (table, column)) in columns.enumerated() {
      let path = folder.place("\(number).dna")
      try FileManager.default.copyItem(atPath: whole, toPath: path)
      let queue = try DatabaseQueue(path: path)
      try queue.write {
        try $0.execute(sql: "ALTER TABLE \(table) RENAME COLUMN \(column) TO gone")
      }
      try queue.close()
      do {
        let (project, report) = try DNAReader.project(at: path)
        #expect(!project.passages.isEmpty, "\(table).\(column)")
        if ["DOCUMENTS.Type", "DOCUMENTS.Date", "STATEMENTS.Coder"].contains("\(table).\(column)") {
          #expect(report.left.contains { $0.contains("\(table).\(column)") }, "\(column)")
        }
      } catch {
        #expect(error.message.contains("\(table) has no column \(column)"), "\(error.message)")
        refusals.append("\(table).\(column)")
      }
    }
    #expect(refusals.contains("DOCUMENTS.Text") && refusals.contains("STATEMENTS.Start"))
    #expect(!refusals.contains("DOCUMENTS.Type"))
  }

  @Test func aHundredThousandCodings() throws {
    var project = CodedProject()
    let sentence = "The envoy asked for turns at the sluice. "
    project.documents = (0..<100).map {
      .init("d\($0)", title: "Document \($0)", text: String(repeating: sentence, count: 1000))
    }
    project.codes = (0..<200).map { .init("c\($0)", path: ["Issues", "Issue \($0)"]) }
    for place in 0..<100_000 {
      var passage = CodedProject.Passage(document: "d\(place % 100)")
      let start = (place / 100) * sentence.count
      passage.counted = start..<start + sentence.count - 1
      passage.codes = ["c\(place % 200)"]
      project.passages.append(passage)
    }
    let clock = ContinuousClock()
    let took = clock.measure {
      let (placed, result) = project.placed()
      #expect(result?.isSure == true)
      let made = ProjectImport(
        placed, ExchangeMapping(proposedFor: placed), id: "many", title: "Many")
      #expect(made.theCase.statements.count == 100_000)
    }
    // Seconds on any machine; what grows with the square would take hours.
    #expect(took < .seconds(120), "\(took)")
  }
}
