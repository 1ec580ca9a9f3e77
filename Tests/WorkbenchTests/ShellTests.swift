import CaseModel
import Foundation
import HTTPTypes
import Interchange
import Presentation
import TestSupport
import Testing

@testable import Workbench

/// What goes wrong is said within the frame of all pages, and nothing that was typed is lost.
@Suite struct ShellTests {
  private static let wrong: [(path: String, status: Int, field: String?)] = [
    ("/positions?as-of=31+June+2025", 400, "as-of"), ("/positions?since=soon", 400, "since"),
    ("/changes?told-by=5/6/2025", 400, "told-by"), ("/timeline?from=Mai%202025", 400, "from"),
    ("/search?q=truce&to=then", 400, "to"), ("/stability?sample=many", 400, "sample"),
    ("/settlement?draws=-1", 400, "draws"), ("/positions?issue=nothing", 400, nil),
    ("/statements/nobody", 404, nil), ("/no/such/page", 404, nil),
  ]

  @Test(arguments: ShellTests.wrong.map(\.path))
  func anErrorKeepsTheFrameAndWhatWasTyped(_ path: String) async throws {
    let expected = try #require(Self.wrong.first { $0.path == path })
    let site = TestSite(FixedKeeper(try ExampleCase.istanbul().theCase))
    let cookie = try await site.signIn()
    _ = try await site.get("/positions", cookie: cookie)
    let answer = try await site.get(path, cookie: cookie)
    #expect(answer.status == expected.status)
    #expect(answer.text.contains("id=\"pages\"") && answer.text.contains("id=\"find\""))
    #expect(answer.text.contains("Talks of Istanbul") || answer.text.contains("Istanbul"))
    guard let field = expected.field else { return }
    #expect(answer.text.contains("aria-describedby=\"fault-\(field)\""), "\(answer.text)")
    #expect(answer.text.contains("id=\"fault-\(field)\""))
    let query = try #require(Query(String(path.drop { $0 != "?" }.dropFirst())))
    #expect(answer.text.contains("value=\"\(query[field] ?? "")\""))
  }

  @Test func theRestOfTheLookStaysWhereOneDateIsWrong() async throws {
    let site = TestSite(FixedKeeper(try ExampleCase.istanbul().theCase))
    let answer = try await site.get(
      "/positions?as-of=soon&issue=ceasefire&since=2023", cookie: try await site.signIn())
    #expect(answer.status == 400)
    #expect(answer.text.contains("value=\"ceasefire\" checked"))
    #expect(answer.text.contains("name=\"since\" value=\"2023\""))
  }

  @Test func aDateIsTakenAsPeopleWriteIt() async throws {
    let site = TestSite(FixedKeeper(try ExampleCase.istanbul().theCase))
    let cookie = try await site.signIn()
    for written in ["16+May+2025", "16.5.2025", "May+16,+2025", "16/5/2025"] {
      let answer = try await site.get("/positions?as-of=\(written)", cookie: cookie)
      #expect(answer.headers[.location] == "/positions?as-of=2025-05-16", "\(written)")
    }
    let page = try await site.get("/positions?as-of=2025-05-16", cookie: cookie)
    #expect(page.text.contains("id=\"as-of\" value=\"16 May 2025\""))
  }

  @Test func aRefusedFormKeepsItsWords() async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    let answer = try await desk.post(
      "/notes", cookie: cookie,
      [
        ("section", "issues"), ("id", "ceasefire"), ("text", "Ask <Ankara> again"), ("by", ""),
        ("back", "/entries/issues/ceasefire"),
      ])
    #expect(answer.status == 400)
    #expect(answer.text.contains(">Ask &lt;Ankara&gt; again</textarea>"))
    #expect(answer.text.contains("href=\"/entries/issues/ceasefire\""))
    #expect(answer.text.contains("id=\"pages\""))
    // Sent again with a name, it is written.
    let token = try await desk.site.formToken(cookie: cookie)
    #expect(answer.text.contains("name=\"form-token\" value=\"\(token)\""))
    let again = try await desk.post(
      "/notes", cookie: cookie,
      [
        ("section", "issues"), ("id", "ceasefire"), ("text", "Ask <Ankara> again"), ("by", "Berta"),
        ("back", "/entries/issues/ceasefire"),
      ])
    #expect(again.status == 303)
  }

  @Test func wordsThatMayNotBeWrittenCanBeCopied() async throws {
    var options = Workbench.Options()
    options.isReadOnly = true
    let desk = try Desk(options: options)
    let cookie = try await desk.site.signIn()
    let answer = try await desk.post(
      "/notes", cookie: cookie,
      [("section", "issues"), ("id", "ceasefire"), ("text", "Keep this")])
    #expect(answer.status == 403)
    #expect(answer.text.contains("readonly>Keep this</textarea>"))
    #expect(!answer.text.contains("action=\"/notes\""))
  }

  /// What is saved is one file that asks for nothing and runs nothing.
  @Test(arguments: Page.all.filter { $0.document != nil }.map(\.name))
  func aPageIsSavedAsOneFile(_ name: String) async throws {
    let page = try #require(Page.all.first { $0.name == name })
    let file = try ExampleCase.istanbul()
    let site = TestSite(FixedKeeper(file.theCase, texts: file.texts))
    let cookie = try await site.signIn()
    var path = page.path.replacing("{section}", with: "issues").replacing(
      "/{id}", with: name == "statement" ? "/rev-16" : "/ceasefire")
    path += ".html"
    let answer = try await site.get(path + "?as-of=2025-05-16", cookie: cookie)
    #expect(answer.status == 200)
    #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"") == true)
    #expect(answer.text.contains("<style>") && !answer.text.contains("<script"))
    #expect(!answer.text.contains("href=\"/") && !answer.text.contains("src="))
    // Of a supposition nothing is derived until it is put.
    if page.lens.contains(.asOf), name != "suppose" { #expect(answer.text.contains("16 May 2025")) }
  }
}
