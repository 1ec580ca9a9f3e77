import CaseModel
import Exchange
import Foundation
import Interchange
import Testing

/// One odd cell, answer, id or stance of a file is named, and takes nothing else with it.
@Suite struct SilentLossTests {
  private func made(
    _ csv: String, texts: [(name: String, bytes: [UInt8])] = []
  ) throws -> (theCase: Case, left: [String]) {
    var (project, report) = try TableReader.project(csv: Array(csv.utf8))
    let mapping = ExchangeMapping(proposedFor: project)
    let left = report.left + project.takeColumns(mapping)
    _ = project.takeTexts(texts)
    let made = ProjectImport(project.placed().project, mapping, id: "x", title: "X")
    report.add(made.report)
    return (made.theCase, left + made.report.left)
  }

  @Test func aTitleOfThisProgramsOwnTakesNoText() throws {
    let csv = "speaker,issue,answer,stance,quote\nB,J,no,against,They refuse the other thing\n"
    let text = (name: "statements.txt", bytes: Array("We agree to the plan\n".utf8))
    let (theCase, left) = try made(csv, texts: [text])
    #expect(theCase.statements.count == 1 && left.isEmpty)
    // A title that the table gives takes it as before.
    let titled = csv.replacing("quote\n", with: "quote,source\n")
      .replacing("thing\n", with: "thing,Statements\n")
    let named = try made(titled, texts: [text])
    #expect(named.theCase.statements.isEmpty && named.left.contains { $0.contains("place") })
  }

  @Test func oneOddCellLeavesTheMatrix() throws {
    let (theCase, left) = try made("issue,North,South\nI,for,against\nJ,for,probably\n")
    #expect(theCase.statements.count == 3)
    #expect(left == ["cells that are not a stance: 1 (row 3, South: probably)"])
    let named = try made("issue,north_stance\nI,for\n\nJ,dunno\n")
    #expect(named.theCase.statements.count == 1)
    #expect(named.left == ["cells that are not a stance: 1 (row 4, north_stance: dunno)"])
  }

  @Test func aMatrixOfOneActor() throws {
    let one = try made("issue,answer,North\nFlow,9 m,for\nFlow,8 m,against\n")
    #expect(one.theCase.statements.count == 2 && one.left.isEmpty)
    let empty = try made("issue,answer,North,South\nFlow,9 m,for,\nFlow,8 m,against,\n")
    #expect(empty.theCase.statements.count == 2)
    #expect(empty.left == ["columns with nothing in them: 1 (South)"])
    // A column that answers a question is no actor.
    #expect(try made("issue,binding\nI,yes\nJ,no\n").theCase.statements.isEmpty)
  }

  @Test func oneOddNumberLeavesTheCategory() throws {
    let (theCase, left) = try made(
      """
      Agt,Dat,Part,TjPrire,TjAm,Ce,HrGen
      Accord of A,2001-05-06,North,2,1,3,1
      Accord of B,2001-06-05,South,-1,x,2,NA
      """)
    #expect(theCase.statements.count == 5)
    #expect(
      left.contains(
        "cells that are not the number of a category: 2 (row 3, TjPrire: -1, row 3, TjAm: x)"))
  }

  @Test func idsThatCannotBeKept() throws {
    let (theCase, left) = try made(
      """
      id,speaker,issue,answer,stance,quote
      s1,A,I,yes,for,q1
      s1,B,I,no,for,q2
      ../etc,B,I,no,against,q3
      """)
    #expect(Set(theCase.statements.map(\.id)).count == 3)
    #expect(left.contains("ids that an earlier row has, replaced by others: 1 (s1)"))
    #expect(
      left.contains("ids that are not valid here, replaced by others: 1 (../etc)"))
  }

  @Test func twoStancesAndTwoActs() throws {
    func body(_ tag: String) -> String {
      "{\"type\": \"TextualBody\", \"purpose\": \"tagging\", \"value\": \"\(tag)\"}"
    }
    let bodies = ["Actors/A", "Stances/for", "Stances/against", "Acts/propose", "Acts/reject"]
    let json = """
      [{"type": "Annotation", "body": [\(bodies.map(body).joined(separator: ", "))], "target":
      {"source": "a", "selector": {"type": "TextQuoteSelector", "exact": "one two"}}},
      {"type": "Annotation", "body": [\(body("Actors/A"))]}]
      """
    let (project, report) = try AnnotationReader.project(Array(json.utf8))
    #expect(report.left == ["annotations without a target: 1 (annotation 2)"])
    let made = ProjectImport(
      project, ExchangeMapping(proposedFor: project), id: "x", title: "X")
    #expect(made.theCase.statements.map(\.stance) == [.for])
    #expect(made.theCase.statements.map(\.act) == [.propose])
    #expect(made.report.left.contains { $0.contains("against beside for") })
    #expect(made.report.left.contains { $0.contains("reject beside propose") })
  }

  @Test(arguments: [
    ("{\"columns\": {\"speaker\": \"nonsense\"}}", "`columns`, “speaker”: “nonsense”"),
    ("{\"columns\": {\"speaker\": 5}}", "`columns`, “speaker”: 5"),
    ("{\"dates\": {\"date\": \"dmy\"}}", "`dates`, “date”: “dmy”"),
    ("{\"acts\": {\"state\": \"shout\"}}", "`acts`, “state”: “shout”"),
    ("{\"unknownkey\": 1}", "`unknownkey` is not part of one"),
    ("[]", "it is a list, not an object"),
  ]) func aMappingNamesWhatIsWrong(_ json: String, _ words: String) {
    do {
      _ = try ExchangeMapping.read(Array(json.utf8))
      Issue.record("it was read")
    } catch {
      #expect(error.message == "the mapping cannot be read: \(words)")
      #expect(error.hint != nil)
    }
  }

  @Test func aMappingOfAnotherFileNamesItsColumns() throws {
    let (project, _) = try TableReader.project(csv: Array("speaker,issue\nA,I\n".utf8))
    let mapping = try ExchangeMapping.read(
      Array("{\"columns\": {\"nocolumn\": \"speaker\", \"issue\": \"issue\"}}".utf8))
    #expect(mapping.unknown(in: project) == ["the column “nocolumn”"])
  }
}
