import CaseModel
import Foundation
import StateOfPlay
import Testing

@testable import Presentation

/// Cells, cards and deadlocks as they are worded.
@Suite struct PositionsDocumentTests {
  private static var theCase: Case {
    var header = Case.Header()
    header.id = "valley"
    header.title = "Talks on the valley"
    header.parties = ["north", "south"]
    var theCase = Case(header)
    for (id, name) in [("north", "North"), ("south", "South")] {
      var actor = Case.Actor()
      (actor.id, actor.name) = (Case.Actor.ID(id), name)
      theCase.actors.append(actor)
    }
    var source = Case.Source()
    (source.id, source.title, source.publisher) = ("paper", "The paper", "south")
    source.text.withheld = true
    source.language = "fr"
    theCase.sources = [source]
    return theCase
  }

  private static func issue(_ kind: Case.Issue.Kind) -> Case.Issue {
    var issue = Case.Issue()
    (issue.id, issue.title, issue.kind) = ("water", "Who draws the water", kind)
    var option = Case.Issue.Option()
    (option.id, option.title) = ("shared", "By turns")
    issue.options = [option]
    return issue
  }

  private static func statement(_ id: String, _ act: Case.Statement.Act) -> Case.Statement {
    var statement = Case.Statement()
    (statement.id, statement.gist, statement.act) = (Case.Statement.ID(id), "words", act)
    statement.source = "paper"
    statement.speaker = ["north"]
    statement.credibility = .doubtful
    statement.about = .issue("water", .options(["shared"]))
    statement.quote = Quote([QuoteAnchor(start: 0, end: 5)])
    return statement
  }

  private static func document(
    _ kind: Case.Issue.Kind, _ lens: Lens = Lens()
  ) -> (String, ViewContext) {
    var theCase = Self.theCase
    theCase.issues = [issue(kind)]
    theCase.statements = [statement("a", .demand)]
    let frame = ViewContext(theCase, lens, caseHash: "h", version: "test")
    let view = positions(theCase, lens)
    return (TextFace(width: 200).render(frame.document(view, detail: false)), frame)
  }

  @Test func whatAFilterLeavesOutIsNotSilence() {
    #expect(Self.document(.negotiable).0.contains("✓ By turns"))
    var lens = Lens()
    lens.worstCredibility = 2
    let text = Self.document(.negotiable, lens).0
    #expect(text.contains("— 1 statement left out by the filters"))
    // The other party is silent, and its cell alone says so.
    #expect(text.components(separatedBy: "— no evidence").count == 3, "\(text)")
  }

  @Test func nobodyIsForAFact() throws {
    let (_, frame) = Self.document(.factual)
    let statement = try #require(frame.index.statement("a"))
    let provenance = try #require(provenances(frame.index, of: ["a"], texts: CaseTexts())["a"])
    let card = frame.card(statement, provenance)
    #expect(card.head.text.contains("says so") && !card.head.text.contains("✓ for"))
    let html = HTMLFace().fragment(Document("", [.card(card)])).text
    #expect(html.contains("says so") && !html.contains("</b>for"))
    let denial = frame.stanceWords(.against, of: statement)
    #expect(denial.text == "✗ denies")
    let (_, negotiable) = Self.document(.negotiable)
    #expect(negotiable.stanceWords(.for, of: statement).text == "✓")
  }

  @Test func aQuoteNotShownSaysWhyAndFoldsItsPlace() throws {
    let (_, frame) = Self.document(.negotiable)
    let card = try #require(frame.cards(["a"]).first)
    #expect(card.notes.contains { $0.text.contains("not in this file (published by South") })
    #expect(!card.notes.contains { $0.text.contains("code points") })
    let html = HTMLFace().fragment(Document("", [.card(card)])).text
    #expect(html.contains("<details class=\"more\"><summary>Place in the text</summary>"))
  }

  @Test func theWholeCellLeadsToItsStatements() {
    var cell = Matrix.Cell(.plain, [Inline("✓", .stance(.for)) + " By turns"])
    cell.link = .cell("water", "north")
    cell.small = "1 May 2025"
    cell.references = Inline("[a]", links: ["a"])
    cell.linkWords = " behind North"
    let matrix = Matrix(
      caption: "", corner: "Issue", columns: ["North"],
      rows: [.init(head: ["Water"], cells: [cell])])
    let page = HTMLFace { _ in "/here" }.fragment(Document("", [.matrix(matrix)])).text
    #expect(page.contains("<a class=\"open\" href=\"/here\">1 May 2025"))
    #expect(!page.contains("[<a"))
    // Where nothing leads to them, the statements are named.
    let file = HTMLFace().fragment(Document("", [.matrix(matrix)])).text
    #expect(file.contains("1 May 2025") && file.contains("<span>a</span>"))
    #expect(TextFace().render(Document("", [.matrix(matrix)])).contains("1 May 2025 [a]"))
  }

  @Test func headingsGoDownByOne() {
    let card = Card("a", head: "", title: "words")
    let blocks: [Document.Block] = [
      .pair([Document.Side("first", [card])]), .heading("Second"),
      .part(Document.Part("third", [.pair([Document.Side("fourth", [card])])])),
      .pair([Document.Side("third again", [card])]),
    ]
    let html = HTMLFace().fragment(Document("", blocks)).text
    for words in [
      "<h2 dir=\"auto\">first", "<h2 dir=\"auto\">Second", "<h3 dir=\"auto\">third</h3>",
      "<h4 dir=\"auto\">fourth", "<h3 dir=\"auto\">third again",
    ] { #expect(html.contains(words), "\(words)") }
  }

  @Test func quotesBearTheirLanguage() {
    var card = Card("a", head: "", title: "")
    card.quotation = Card.Quotation(words: "l'eau", language: "fr")
    let html = HTMLFace().fragment(Document("", [.pair([Document.Side("one", [card])])])).text
    #expect(html.contains("<blockquote dir=\"auto\" lang=\"fr\">"))
  }
}
