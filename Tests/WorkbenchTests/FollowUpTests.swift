import CaseModel
import Foundation
import Testing

@testable import Workbench

/// The entries that a statement gives reason to make, as their forms begin.
@Suite struct FollowUpTests {
  private static func promise(_ gist: String) throws -> (Case.Statement, Case) {
    var (theCase, _) = try CodingTests.weirs()
    var petersen = Case.Actor(id: "petersen", name: "Jona Petersen", kind: .person)
    petersen.speaksFor = [Case.Actor.SpeaksFor("north")]
    theCase.actors.append(petersen)
    var statement = Case.Statement()
    (statement.id, statement.source, statement.act) = ("s1", "paper", .commit)
    (statement.speaker, statement.gist) = (["petersen"], gist)
    return (statement, theCase)
  }

  @Test(arguments: [
    ("Petersen promises to send a draft text by 24 October", "Send a draft text by 24 October"),
    ("Jona Petersen undertakes: to send a draft text", "Send a draft text"),
    ("Petersen: North will publish its figures", "Publish its figures"),
    ("North pledged that it would pay 8 per cent more", "Pay 8 per cent more"),
    ("Petersen commits himself to a hearing", "A hearing"),
    ("South will pay in May", "South will pay in May"),
    ("Petersen will not send a text", "Petersen will not send a text"),
    ("A draft text goes to both capitals", "A draft text goes to both capitals"),
  ]) func thePromiseStandsWithoutItsSpeaker(_ gist: String, _ what: String) throws {
    let (statement, theCase) = try Self.promise(gist)
    let node = FollowUp.entry(.commitments, from: statement, theCase)
    #expect(node?["what"]?.scalar == what)
  }

  @Test func whatIsDueIsADeadline() throws {
    var (statement, theCase) = try Self.promise("Petersen promises a text")
    statement.due = Dating(try EDTFDate("2025-10-24"), text: "24 October")
    let node = try #require(FollowUp.entry(.milestones, from: statement, theCase))
    #expect(node["kind"]?.scalar == "deadline" && node["planned"] == nil)
    #expect(node["due"] != nil)
  }

  @Test func removingAnAlternativeRemovesIt() throws {
    var tree = FormTree()
    tree["planned"] = FormTree()
    tree["planned"]?["~"] = FormTree("1")
    tree["planned"]?["~1"] = FormTree()
    tree["planned"]?["~1"]?["value"] = FormTree("2025-10-24")
    tree.remove("planned.~1")
    #expect(tree["planned"]?["~"] == nil && tree["planned"]?["~1"] == nil)
    let shape = try #require(FormBook.shared.sections[.milestones])
    #expect(FormBook.shared.node(shape, tree)?["planned"] == nil)
  }
}
