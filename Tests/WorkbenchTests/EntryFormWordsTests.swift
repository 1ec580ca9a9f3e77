import CaseModel
import CaseStore
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Workbench

/// What a form offers and says in words, where the file has keys.
@Suite struct EntryFormWordsTests {
  private static func open(_ more: [(String, String)]) -> [(String, String)] {
    [
      ("section", "commitments"), ("key", ""), ("expected", ""), ("back", "/record"),
      ("f.~here", "yes"), ("f.what", "Repair the weirs"),
    ] + more
  }

  @Test func closedListsAreChosenFromByWords() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let issue = try await desk.site.get("/edit?section=issues", cookie: cookie).text
    for name in ["f.kind", "f.value"] {
      #expect(issue.contains("<select id=\"\(name)\""), "\(name) is typed")
    }
    #expect(issue.contains("<input id=\"f.id\""), "an id is chosen among those of other entries")
    #expect(issue.contains("<option value=\"quantity\">a number with a unit</option>"))
    let status = try await desk.post(
      "/entries", cookie: cookie, Self.open([("do", "open f.status.0")])
    ).text
    #expect(status.contains("<select id=\"f.status.0.level\""))
    #expect(status.contains(">3 in full, and goes on</option>"))
    #expect(status.contains(">breached: broken</option>"))
  }

  @Test func anEmptyLineIsNotSentBackAsOneMore() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let page = try await desk.post(
      "/entries", cookie: cookie,
      Self.open([
        ("f.debtors.0", "north"), ("f.debtors.1", ""), ("f.debtors.2", ""), ("f.creditors.0", ""),
        ("do", "open f.status.0"),
      ])
    ).text
    #expect(page.contains("name=\"f.debtors.1\"") && !page.contains("name=\"f.debtors.2\""))
    #expect(page.contains("name=\"f.creditors.0\"") && !page.contains("name=\"f.creditors.1\""))
    // Another line is there where it was asked for.
    let more = try await desk.post(
      "/entries", cookie: cookie, Self.open([("do", "open f.debtors.0")])
    ).text
    #expect(more.contains("name=\"f.debtors.1\""))
  }

  @Test func whatWasSavedIsNamedWithTheWayToIt() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let saved = try await desk.post(
      "/entries", cookie: cookie,
      [
        ("section", "actors"), ("key", ""), ("expected", ""), ("do", "save"), ("back", "/record"),
        ("f.~here", "yes"), ("f.name", "The Lake Office"), ("f.kind", "organisation"),
      ])
    #expect(saved.status == 303)
    #expect(saved.headers[.location] == "/record?saved=actors/the-lake-office")
    let page = try await desk.site.get("/record?saved=actors/the-lake-office", cookie: cookie)
    #expect(page.text.contains("Saved the actor"))
    #expect(page.text.contains("href=\"/entries/actors/the-lake-office\""))
    let other = try await desk.site.get("/record?saved=actors/no-one", cookie: cookie)
    #expect(other.status == 200 && !other.text.contains("Saved the actor"))
  }

  @Test func digestsAndPlacesAreFoldedAway() async throws {
    let (theCase, texts) = try CodingTests.weirs()
    var whole = theCase
    whole.statements = [theCase.candidates[0].statement]
    let desk = try Desk(whole, texts: texts)
    let cookie = try await desk.site.signIn()
    let id = whole.statements[0].id
    let page = try await desk.site.get("/edit?section=statements&key=\(id)", cookie: cookie).text
    let folded = page.components(separatedBy: "<summary>Technical</summary>")
    #expect(folded.count == 2)
    let before = try #require(folded.first)
    #expect(before.contains("name=\"f.quote.0.exact\""))
    for name in ["start", "end"] {
      #expect(!before.contains("name=\"f.quote.0.\(name)\""), "\(name)")
      #expect(page.contains("name=\"f.quote.0.\(name)\""), "\(name) is lost")
    }
  }
}
