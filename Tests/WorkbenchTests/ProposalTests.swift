import CaseModel
import CaseStore
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Workbench

/// Statements proposed as a document comes in, and for one that is in already.
@Suite struct ProposalTests {
  private static let article = """
    Ferries stay in port

    The crews’ union said on Friday that the ferries would not sail on Monday.

    The Skerry Line rejected the demand for a second watch, its director told reporters.
    """

  private static func reception() async throws -> Reception {
    var theCase = Case(Case.Header(id: "ferries", title: "Ferries", parties: ["union", "line"]))
    theCase.actors = [
      Case.Actor(id: "union", name: "The crews’ union", kind: .organisation),
      Case.Actor(id: "line", name: "The Skerry Line", kind: .organisation),
    ]
    return try await Reception(theCase)
  }

  @Test func aDocumentComesInWithItsSuggestionsInOneChange() async throws {
    let reception = try await Self.reception()
    let (page, upload) = try await reception.asked(.field("text", Self.article))
    #expect(page.contains(#"name="propose" value="yes" checked"#))
    let before = try reception.desk.store.theCase()
    let saved = try await reception.save(
      upload, Reception.fields(title: "Ferries") + [("propose", "yes")])
    #expect(saved.status == 303)
    let theCase = try reception.desk.store.theCase()
    let source = try #require(theCase.sources.first)
    let count = theCase.candidates.count
    #expect(count >= 2)
    #expect(theCase.candidates.allSatisfy { $0.statement.source == source.id })
    #expect(theCase.candidates.contains { $0.statement.speaker == ["union"] })
    #expect(saved.headers[.location] == "/documents/\(source.id)?proposed=\(count)")
    let shown = try await reception.desk.site.get(
      "/documents/\(source.id)?proposed=\(count)", cookie: reception.cookie
    ).text
    #expect(shown.contains("data-proposed=\"\(count)\""))
    #expect(shown.contains("\(count) statements proposed: a accepts, x rejects"))
    // What forms lead back to says it once only.
    #expect(shown.contains("name=\"back\" value=\"/documents/\(source.id)\""))
    let log = try reception.desk.store.log().items.map(\.group.message)
    #expect(log.contains("document Ferries with \(count) suggestions"))
    let group = try reception.desk.store.newestGroup()
    _ = try await reception.desk.post(
      "/undo", cookie: reception.cookie, [("group", "\(group)")])
    let after = try reception.desk.store.theCase()
    #expect(after.sources.isEmpty && after.candidates.isEmpty && after.actors == before.actors)
  }

  @Test func whereNothingIsToBeProposedThatIsSaid() async throws {
    let reception = try await Self.reception()
    let (_, upload) = try await reception.asked(.field("text", "A list\n\nBread, milk, salt.\n"))
    let saved = try await reception.save(
      upload, Reception.fields(title: "A list") + [("propose", "yes")])
    let location = try #require(saved.headers[.location])
    #expect(location.hasSuffix("?proposed=0"))
    let shown = try await reception.desk.site.get(location, cookie: reception.cookie).text
    #expect(shown.contains("No statements to propose were found in this document"))
    // A language that is not read is another reason.
    let (_, other) = try await reception.asked(
      .field("text", "قال المندوب إن الماء يُقسم بالدور.\n"))
    var fields = Reception.fields(title: "Other") + [("propose", "yes")]
    fields = fields.map { $0.0 == "d1-language" ? ($0.0, "ar") : $0 }
    let arabic = try #require(try await reception.save(other, fields).headers[.location])
    let words = try await reception.desk.site.get(arabic, cookie: reception.cookie).text
    #expect(words.contains("this document is in Arabic"), "\(arabic)")
  }

  @Test func withoutTheTickNothingIsProposed() async throws {
    let reception = try await Reception()
    let (page, upload) = try await reception.asked(.field("text", Self.article))
    #expect(page.contains(#"name="propose" value="yes" aria-describedby"#))
    let saved = try await reception.save(upload, Reception.fields(title: "Ferries"))
    #expect(try reception.desk.store.theCase().candidates.isEmpty)
    #expect(saved.headers[.location]?.contains("proposed") == false)
    // A fault keeps the answer.
    let (_, again) = try await reception.asked(.field("text", "The union said no.\n"))
    let wrong = try await reception.save(
      again, Reception.fields(title: "") + [("propose", "yes")])
    #expect(wrong.text.contains(#"name="propose" value="yes" checked"#))
  }

  @Test func aDocumentOfTheCaseIsReadWhenAsked() async throws {
    let reception = try await Self.reception()
    let (_, upload) = try await reception.asked(.field("text", Self.article))
    _ = try await reception.save(upload, Reception.fields(title: "Ferries"))
    let id = try #require(try reception.sources.first).id.raw
    let page = try await reception.desk.site.get("/documents/\(id)", cookie: reception.cookie)
    #expect(page.text.contains("formaction=\"/coding/proposals\""))
    let asked = [("source", id)]
    let first = try await CodingTests.live(
      reception.desk, "/coding/proposals", reception.cookie, asked)
    #expect(first.status == 200, "\(first.answer)")
    let count = try reception.desk.store.theCase().candidates.count
    #expect(count >= 2)
    #expect((first.answer["said"] as? String)?.hasPrefix("\(count) statements proposed") == true)
    // Asked once more, nothing is proposed twice, and nothing is written.
    let group = try reception.desk.store.newestGroup()
    let second = try await CodingTests.live(
      reception.desk, "/coding/proposals", reception.cookie, asked)
    #expect(
      second.answer["said"] as? String
        == "Nothing new to propose in this document. Select a passage to code it.")
    #expect(try reception.desk.store.newestGroup() == group)
    // The plain form leads back to the document.
    let plain = try await reception.desk.post(
      "/coding/proposals", cookie: reception.cookie, asked + [("back", "/documents")])
    #expect(plain.status == 303 && plain.headers[.location] == "/documents/\(id)?proposed=0")
    let unknown = try await CodingTests.live(
      reception.desk, "/coding/proposals", reception.cookie, [("source", "nowhere")])
    #expect(unknown.status == 404)
  }

  private static let watches = """
    Ferries stay in port

    The crews’ union demanded a second watch of 9 hours on Monday, its leader said.

    The Skerry Line rejected the second watch. The crews’ union offered to sail if the second watch is paid.
    """

  /// An issue that is entered with one statement is found in the suggestions that still wait; the condition
  /// of an offer comes into the form, and with it into the case.
  @Test func whatWaitsFollowsANewIssue() async throws {
    let reception = try await Self.reception()
    let (desk, cookie) = (reception.desk, reception.cookie)
    let (_, upload) = try await reception.asked(.field("text", Self.watches))
    _ = try await reception.save(
      upload, Reception.fields(title: "Ferries") + [("propose", "yes")])
    let source = try #require(try reception.sources.first).id.raw
    let page = try await desk.site.get("/documents/\(source)", cookie: cookie).text
    let keys = page.matches(of: /id="line-c-(\d+)"/).map { String($0.1) }
    let waiting = try desk.store.theCase().candidates
    let place = try #require(waiting.firstIndex { $0.statement.act == .reject })
    #expect(waiting[place].statement.about == nil)
    let saved = try await CodingTests.live(
      desk, "/coding/statements", cookie,
      [
        ("source", source), ("candidate", keys[place]), ("speaker", "line"), ("act", "reject"),
        ("about", "+issue:A second watch"), ("gist", "The line wants one watch only"),
      ])
    #expect(saved.status == 200, "\(saved.answer)")
    let theCase = try desk.store.theCase()
    let issue = try #require(theCase.issues.first)
    #expect(
      theCase.candidates.contains { $0.statement.about?.issue == issue.id },
      "\(theCase.candidates.map(\.statement.gist))")
    let offer = try #require(theCase.candidates.first { !$0.statement.requires.isEmpty })
    #expect(offer.statement.act == .offer)
  }
}
