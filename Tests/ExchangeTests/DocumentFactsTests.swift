import CaseModel
import Exchange
import Foundation
import GRDB
import TestSupport
import Testing

/// What other programs know of documents and actors beside the coded words.
@Suite struct DocumentFactsTests {
  private func facts() -> CodedProject {
    var project = CodedProject()
    project.name = "Facts"
    var document = CodedProject.Document("d", title: "Paper", text: "The north agrees.")
    document.author = "A. Berg; C. Dorn"
    document.publisher = "Gazette: evening"
    document.published = try? EDTFDate("2031-03-01")
    document.address = "https://example.org/a;b"
    project.documents = [document]
    project.codes = [.init("n", path: ["Actors", "North"])]
    var passage = CodedProject.Passage(document: "d")
    passage.place = 0..<9
    passage.codes = ["n"]
    passage.fields = [.init("speaker", "North"), .init("issue", "Truce"), .init("stance", "for")]
    project.passages = [passage]
    var unit = CodedProject.Unit("North")
    unit.attributes = [.init("kind", "state"), .init("alias", "The North"), .init("alias", "N")]
    project.units = [unit]
    return project
  }

  @Test func aProjectKeepsWhatItSaysOfItsDocuments() throws {
    let project = facts()
    let bytes = try QDAWriter.project(project, at: "2031-01-01T00:00:00Z").bytes
    let back = try #require(try QDAReader.project(bytes).project.documents.first)
    let document = project.documents[0]
    #expect(back.author == document.author && back.publisher == document.publisher)
    #expect(back.published == document.published && back.address == document.address)
    #expect(back.note == nil)
  }

  @Test func descriptionsAndVariablesOfDocumentsBecomeNotes() throws {
    let xml = """
      <Project xmlns="urn:QDA-XML:project:1.0" name="P" origin="Other"><Variables>\
      <Variable guid="V" name="Outlet" typeOfVariable="Text"/></Variables><Sources>\
      <TextSource guid="A" name="T"><Description>Author: of the file</Description>\
      <PlainTextContent>One envoy spoke.</PlainTextContent>\
      <VariableValue><VariableRef targetGUID="V"/><TextValue>Gazette</TextValue></VariableValue>\
      </TextSource></Sources><Description>Of all</Description></Project>
      """
    let bytes = try ZipFiles.archive([(name: "project.qde", bytes: Array(xml.utf8))])
    let (project, report) = try QDAReader.project(bytes)
    let made = ProjectImport(project, ExchangeMapping(proposedFor: project), id: "x", title: "X")
    #expect(made.theCase.notes.map(\.text) == ["Author: of the file\nOutlet: Gazette"])
    #expect(made.theCase.notes.first?.to == EntryReference(.sources, "t"))
    #expect(report.left.contains { $0.contains("Of all") })
  }

  @Test func notesGoWhereTheyAreReferredTo() throws {
    let xml = """
      <Project xmlns="urn:QDA-XML:project:1.0" name="P"><CodeBook><Codes>\
      <Code guid="C" name="Truce" isCodable="true"><NoteRef targetGUID="N1"/></Code></Codes></CodeBook>\
      <Cases><Case guid="K" name="North"><NoteRef targetGUID="N2"/></Case></Cases>\
      <Sources><TextSource guid="A" name="T"><PlainTextContent>One envoy spoke.</PlainTextContent>\
      <PlainTextSelection guid="B" startPosition="4" endPosition="9"><Description>Short</Description>\
      <Coding guid="D"><CodeRef targetGUID="C"/><NoteRef targetGUID="N3"/></Coding>\
      </PlainTextSelection><NoteRef targetGUID="N4"/></TextSource></Sources><Notes>\
      <Note guid="N1" name="1"><PlainTextContent>On the code</PlainTextContent></Note>\
      <Note guid="N2" name="2"><PlainTextContent>On the actor</PlainTextContent></Note>\
      <Note guid="N3" name="3" plainTextPath="internal://n3.txt"/>\
      <Note guid="N4" name="4"><PlainTextContent>On the text</PlainTextContent></Note>\
      <Note guid="N5" name="Diary"><PlainTextContent>On all</PlainTextContent></Note></Notes></Project>
      """
    let bytes = try ZipFiles.archive([
      (name: "project.qde", bytes: Array(xml.utf8)),
      (name: "sources/n3.txt", bytes: Array("On the words".utf8)),
    ])
    let (project, report) = try QDAReader.project(bytes)
    #expect(project.codes.first?.note == "On the code")
    #expect(project.units.first?.note == "On the actor")
    #expect(project.passages.first?.note == "Short\nOn the words")
    #expect(project.documents.first?.note == "On the text")
    #expect(report.left == ["notes of their own: 1 (Diary)"])
  }

  @Test func whatDiscourseNetworkAnalyzerKnowsOfDocumentsAndActors() throws {
    let folder = try TemporaryFolder()
    let path = folder.place("a.dna")
    var writer = DNAWriter(facts(), others: .leave, password: "sample")
    try writer.write(to: path, salt: [UInt8](repeating: 7, count: 16))
    #expect(
      try DNAReader.project(at: path).project.documents.first?.address == "https://example.org/a;b")
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      try database.execute(
        sql: """
          UPDATE DOCUMENTS SET Section = 'World', Notes = 'Read twice';
          INSERT INTO ATTRIBUTEVARIABLES (ID, VariableId, AttributeVariable) VALUES
            (90, 1, 'Capital'), (91, 3, 'colour');
          INSERT INTO ATTRIBUTEVALUES (ID, EntityId, AttributeVariableId, AttributeValue)
            SELECT 90, E.ID, A.ID, 'A state' FROM ENTITIES E JOIN ATTRIBUTEVARIABLES A
            ON A.VariableId = E.VariableId WHERE E.VariableId = 1 AND AttributeVariable = 'Notes';
          INSERT INTO ATTRIBUTEVALUES (ID, EntityId, AttributeVariableId, AttributeValue)
            SELECT 91, ID, 91, 'an issue' FROM ENTITIES WHERE VariableId = 3;
          """)
    }
    try queue.close()
    let (project, report) = try DNAReader.project(at: path)
    let made = ProjectImport(
      project.placed().project, ExchangeMapping(proposedFor: project), id: "x", title: "X")
    let north = try #require(made.theCase.actors.first { $0.name == "North" })
    #expect(north.aliases == ["The North", "N"] && north.kind == .state)
    #expect(
      made.theCase.notes.map(\.text).sorted() == ["A state", "Section: World\nNotes: Read twice"])
    #expect(report.left.contains { $0.contains("colour") && $0.contains("an issue") })
  }
}
