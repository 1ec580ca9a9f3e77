import CaseModel
import CaseStore
import Foundation
import TestSupport
import Testing

@testable import Workbench

/// What someone who codes for the first time relies on.
@Suite struct CodingNewcomerTests {
  private static func fields(_ changed: [(String, String)]) -> [(String, String)] {
    let names = Set(changed.map(\.0))
    return CodingTests.fields.filter { !names.contains($0.0) } + changed
  }

  @Test func aNewSpeakerSpeaksForAPartyFromTheSameForm() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let new = Self.fields([("speaker", "+Ingrid Solano")])
    let unlinked = try await CodingTests.live(desk, "/coding/preview", cookie, new)
    let sentences = try #require(unlinked.answer["sentences"] as? [String])
    #expect(
      sentences.first?.hasPrefix("Counts for no party: Ingrid Solano speaks for none.") == true,
      "\(sentences)")
    let linked = try await CodingTests.live(
      desk, "/coding/preview", cookie, new + [("speaksFor", "north")])
    let moved = try #require(linked.answer["sentences"] as? [String])
    #expect(moved.first?.hasPrefix("North on Sharing of water: now: for") == true, "\(moved)")
    let made = try await CodingTests.live(
      desk, "/coding/statements", cookie, new + [("speaksFor", "north")])
    #expect(
      made.answer["said"] as? String
        == "Saved: “North asks for turns” with new actor “Ingrid Solano”, “Ingrid Solano” speaking for “North”."
    )
    let actor = try #require(desk.store.theCase().actors.last)
    #expect(actor.speaksFor.map(\.actor) == ["north"])
    #expect(actor.speaksFor.map(\.evidence.basis) == ["ana-coder"])
    // Whoever counts already is not asked about, and only a party can be spoken for.
    let party = try await CodingTests.live(
      desk, "/coding/statements", cookie,
      Self.fields([("speaksFor", "south"), ("gist", "Another")]))
    #expect(party.status == 200)
    #expect(try desk.store.theCase().actors.first?.speaksFor.isEmpty == true)
    let unknown = try await CodingTests.live(
      desk, "/coding/statements", cookie, new + [("speaksFor", "ingrid-solano")])
    #expect(unknown.status == 400 && unknown.answer["field"] as? String == "speaksFor")
    // All of it is one change.
    _ = try await CodingTests.live(desk, "/coding/undo", cookie, [("do", "undo")])
    _ = try await CodingTests.live(desk, "/coding/undo", cookie, [("do", "undo")])
    #expect(try desk.store.theCase().actors.count == 2)
  }

  @Test func aNewIssueMayBeAnsweredByANumber() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let form = Self.fields([
      ("about", "+issue:Pay rise"), ("newIssue", "quantity"), ("unit", "percent"),
      ("value", "8 per cent"), ("due", "1 June 2025"), ("until", "30 June 2025"),
    ]).filter { $0.0 != "option" }
    let made = try await CodingTests.live(desk, "/coding/statements", cookie, form)
    #expect(made.status == 200, "\(made.answer)")
    let theCase = try desk.store.theCase()
    let issue = try #require(theCase.issues.last)
    #expect(issue.title == "Pay rise" && issue.value == .quantity && issue.unit == "percent")
    let statement = try #require(theCase.statements.last)
    guard case .issue("pay-rise", .value) = statement.about else {
      Issue.record("\(String(describing: statement.about))")
      return
    }
    #expect(statement.due?.value.text == "2025-06-01")
    #expect(statement.until?.value.text == "2025-06-30")
  }

  @Test func aPromiseIsOfferedAsACommitmentAndItsFormIsFilled() async throws {
    let desk = try CodingTests.desk()
    let cookie = try await desk.site.signIn()
    let plain = try await CodingTests.live(desk, "/coding/statements", cookie, Self.fields([]))
    #expect((plain.answer["followUps"] as? [Any])?.isEmpty == true)
    let form = Self.fields([
      ("act", "commit"), ("gist", "North will repair the weirs"), ("due", "1 June 2025"),
    ])
    let made = try await CodingTests.live(desk, "/coding/statements", cookie, form)
    let offered = (made.answer["followUps"] as? [[String: Any]])?.compactMap {
      $0["section"] as? String
    }
    #expect(offered == ["commitments", "milestones"])
    let id = try #require(made.answer["statement"] as? String)
    for (section, name) in [
      ("commitments", "f.what"), ("meetings", "f.title"), ("milestones", "f.title"),
    ] {
      let page = try await desk.site.get("/edit?section=\(section)&from=\(id)", cookie: cookie)
      #expect(page.status == 200)
      #expect(page.text.contains("North will repair the weirs"), "\(section)")
      #expect(page.text.contains("name=\"\(name)\""), "\(section)")
      #expect(page.text.contains("2025-06-01") || page.text.contains("1 June 2025"), "\(section)")
      #expect(page.text.contains("value=\"\(id)\" selected"), "\(section) rests on nothing")
    }
  }

  @Test func theDateOfferedIsThatOfTheSelectedWords() async throws {
    let text = "On 3 May 2025 North asked for turns, and on 5 May 2025 South agreed.\n"
    var (theCase, _) = try CodingTests.weirs()
    theCase.candidates = []
    let source = SourceText(text)
    (theCase.sources[0].text.sha256, theCase.sources[0].text.length) = (
      source.digest, source.bytes.count
    )
    let desk = try Desk(theCase, texts: CaseTexts(["paper": .loaded(source)]))
    let cookie = try await desk.site.signIn()
    let words = "on 5 May 2025 South agreed"
    let start = try #require(text.range(of: words))
    let offset = text.unicodeScalars.distance(from: text.startIndex, to: start.lowerBound)
    for (from, to, date) in [
      (offset, offset + words.count, "5 May 2025"), (offset + 14, offset + 26, "3 May 2025"),
    ] {
      let answer = try await desk.site.get(
        "/coding/choices.json?source=paper&start=\(from)&end=\(to)", cookie: cookie)
      #expect(
        answer.text.contains("\"dateWords\" : \"\(date)\"")
          || answer.text.contains("\"dateWords\":\"\(date)\""), "\(answer.text)")
    }
  }
}
