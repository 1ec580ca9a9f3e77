import CaseModel
import Foundation
import StateOfPlay
import Testing

@testable import Presentation

/// What is said of a supposition, and of what silent parties require.
@Suite struct SuppositionWordsTests {
  /// North and South speak of the water; West only asks for an answer to it, for the gate.
  private static func theCase(_ answers: [String], westAsks: Bool = false) -> Case {
    var header = Case.Header()
    (header.id, header.title) = ("valley", "Talks on the valley")
    header.parties = ["north", "south", "west"]
    var theCase = Case(header)
    for (id, name) in [("north", "North"), ("south", "South"), ("west", "The west")] {
      var actor = Case.Actor()
      (actor.id, actor.name) = (Case.Actor.ID(id), name)
      theCase.actors.append(actor)
    }
    var source = Case.Source()
    (source.id, source.title, source.publisher) = ("paper", "The paper", "north")
    source.text.withheld = true
    theCase.sources = [source]
    for (id, title) in [("water", "The water"), ("gate", "The gate")] {
      var issue = Case.Issue()
      (issue.id, issue.title, issue.kind) = (Case.Issue.ID(id), title, .negotiable)
      for (id, title) in [("shared", "By turns"), ("metered", "By meter")] {
        var option = Case.Issue.Option()
        (option.id, option.title) = (Slug(id), title)
        issue.options.append(option)
      }
      theCase.issues.append(issue)
    }
    for (speaker, answer) in zip(["north", "south"], answers) {
      theCase.statements.append(statement(speaker, "water", answer))
    }
    if westAsks {
      var asking = statement("west", "gate", "shared")
      asking.requires = [Requirement(.issue("water", .options(["metered"])), .before)]
      theCase.statements.append(asking)
    }
    return theCase
  }

  private static func statement(_ speaker: String, _ issue: String, _ answer: String)
    -> Case.Statement
  {
    var statement = Case.Statement()
    (statement.id, statement.gist) = (Case.Statement.ID("\(speaker)-\(issue)"), "words")
    (statement.source, statement.speaker) = ("paper", [Case.Actor.ID(speaker)])
    statement.act = .accept
    statement.about = .issue(Case.Issue.ID(issue), .options([Slug(answer)]))
    statement.quote = Quote([QuoteAnchor(start: 0, end: 5)])
    return statement
  }

  private func text(_ document: (ViewContext) throws -> Document, _ theCase: Case) rethrows
    -> String
  {
    let frame = ViewContext(theCase, Lens(), caseHash: "h", version: "test")
    return TextFace(width: 400).render(try document(frame))
  }

  private func supposed(_ theCase: Case, _ party: Case.Actor.ID) throws -> String {
    let view = try supposition(
      theCase, that: party, accepts: "shared", on: "water",
      conditions: try preconditions(theCase))
    return text({ $0.document(view) }, theCase)
  }

  /// The same answer is not called another where only a silence has ended.
  @Test func anAnswerThatStaysTheSameIsSaidToStay() throws {
    let page = try supposed(Self.theCase(["shared", "shared"]), "west")
    let before = "agreed among those who have spoken, with no statement from the west"
    #expect(
      page.contains(
        "“The water” would go from “\(before)” to “agreed”, still on “By turns”."))
    #expect(!page.contains("on other answers") && !page.contains("The state of"))
  }

  @Test func aSilencePartlyEndedIsNoOtherAnswer() throws {
    let page = try supposed(Self.theCase([]), "west")
    #expect(page.contains("“The water” would go from “no evidence, with no statement from"))
    #expect(!page.contains("on other answers"))
  }

  @Test func whatASilentPartyRequiresIsSaid() throws {
    let theCase = Self.theCase(["shared", "metered"], westAsks: true)
    let page = text({ $0.document(convergence(theCase)) }, theCase)
    #expect(page.contains("the west requires “By meter”, as a condition [west-gate]"))
    #expect(!page.contains("no statement from the west"))
  }
}
