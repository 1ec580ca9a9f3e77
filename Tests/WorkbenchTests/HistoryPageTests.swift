import CaseModel
import CaseStore
import Foundation
import HTTPTypes
import Testing

@testable import Workbench

@Suite struct HistoryPageTests {
  /// A desk on which a note was written, changed and left, each a change of its own.
  private func desk() throws -> (desk: Desk, groups: [Int]) {
    let desk = try Desk()
    var statement = try #require(try desk.store.theCase().statements.first)
    var groups: [Int] = []
    for gist in ["First <b>wording</b>", "Second wording"] {
      statement.gist = gist
      let revision = try desk.store.stored().revision(of: .statements, id: statement.id.raw)
      let written = try desk.store.write(
        statement, expectedRevision: revision, by: "anna", at: Desk.start, message: "reworded")
      groups.append(try #require(written.group))
    }
    return (desk, groups)
  }

  @Test func everyChangeShowsWhatItMadeOfWhat() async throws {
    let (desk, groups) = try desk()
    let cookie = try await desk.site.signIn()
    let list = try await desk.site.get("/history", cookie: cookie).text
    for group in groups { #expect(list.contains("href=\"/history/\(group)\"")) }
    #expect(list.contains("✓ The history is whole"))
    #expect(list.contains(try desk.store.stored().hash))
    let page = try await desk.site.get("/history/\(groups[1])", cookie: cookie).text
    #expect(page.contains("<del>First &lt;b&gt;wording&lt;/b&gt;</del>"))
    #expect(page.contains("<ins>Second wording</ins>"))
    let json = try await desk.site.get("/history/\(groups[1]).json", cookie: cookie).text
    #expect(json.contains("Second wording") && json.contains("\"holds\" : true"))
    let csv = try await desk.site.get("/history/\(groups[1]).csv", cookie: cookie).text
    #expect(csv.hasPrefix("group,made,counted,who,message,revision,kind,key,before,after\r\n"))
    #expect(csv.contains("Second wording"))
    for number in ["77", "-1", "A", "%41", "-1.json"] {
      #expect(try await desk.site.get("/history/\(number)", cookie: cookie).status == 404)
    }
  }

  @Test func aChangeThatIsNotTheNewestCanBeUndone() async throws {
    let (desk, groups) = try desk()
    let cookie = try await desk.site.signIn()
    var note = Case.Note()
    (note.to, note.text) = (EntryReference(.issues, "ceasefire"), "Between")
    try desk.store.addNote(note, by: "anna", at: Desk.start)
    let page = try await desk.site.get("/history/\(groups[1])", cookie: cookie).text
    #expect(page.contains("Undo change \(groups[1])"))
    let answer = try await desk.post("/undo", cookie: cookie, [("group", "\(groups[1])")])
    #expect(answer.status == 303)
    #expect(try desk.store.theCase().statements.first?.gist == "First <b>wording</b>")
    #expect(try desk.store.theCase().notes.last?.text == "Between")
  }

  @Test func theHistoryOfOneEntryIsItsOwn() async throws {
    let (desk, groups) = try desk()
    let cookie = try await desk.site.signIn()
    let id = try #require(try desk.store.theCase().statements.first?.id.raw)
    let entry = try await desk.site.get("/statements/\(id)", cookie: cookie).text
    let path = "/history?kind=statements&key=\(id)"
    #expect(entry.contains(path.replacing("&", with: "&amp;")))
    let page = try await desk.site.get(path, cookie: cookie).text
    #expect(page.contains("History of statement \(id)"))
    for group in [1] + groups {
      #expect(page.contains("/history/\(group)?") || page.contains("/history/\(group)\""))
    }
    #expect(try await desk.site.get("/history?kind=wonders", cookie: cookie).status == 400)
    #expect(try await desk.site.get("/history?from=x", cookie: cookie).status == 400)
  }

  @Test func aLargeChangeComesInParts() async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    let first = try await desk.site.get("/history/1", cookie: cookie).text
    #expect(first.contains("Part 1 of") && first.contains("/history/1?part=2"))
    let second = try await desk.site.get("/history/1?part=2", cookie: cookie).text
    #expect(second.contains("Revision \(HistoryData.most + 1)"))
    #expect(!second.contains("Revision \(HistoryData.most)."))
    #expect(try await desk.site.get("/history/1?part=999", cookie: cookie).status == 404)
  }

  /// Everything in which something confidential once stood, in a file with a history.
  private func secretDesk(_ mark: String, _ options: Workbench.Options) throws -> Desk {
    let desk = try Desk(try Cases.confidential(mark), options: options)
    let store = desk.store
    var note = Case.Note()
    note.to = EntryReference(.issues, "ceasefire")
    note.text = "Written and undone: \(mark)"
    note.confidential = true
    let written = try store.addNote(note, by: "anna", at: Desk.start)
    try store.undo(try #require(written.group), by: "anna", at: Desk.start)
    // What was confidential once and is not now: its earlier words still are.
    note.text = "Open later: \(mark)"
    let secret = try #require(try store.addNote(note, by: "anna", at: Desk.start).revisions.first)
    (note.text, note.confidential) = ("Open now", false)
    try store.write(
      note, key: secret.name.key, expectedRevision: secret.revision, by: "anna", at: Desk.start,
      message: "no longer about \(mark)")
    // A judgement on a confidential statement speaks of it.
    var verdict = Case.Verdict()
    verdict.statements = ["bg-05", "bg-06", Case.Statement.ID("secret-\(mark)")]
    (verdict.verdict, verdict.reason) = (.explained, "As \(mark) shows")
    try store.setVerdict(verdict, expectedRevision: nil, by: "anna", at: Desk.start)
    return desk
  }

  @Test(arguments: ["redact", "room"])
  func nothingConfidentialIsShown(_ way: String) async throws {
    let mark = "xylophone"
    var options = Workbench.Options()
    options.redact = way == "redact"
    options.room = way == "room"
    let (open, shut) = (try secretDesk(mark, .init()), try secretDesk(mark, options))
    let (openCookie, shutCookie) = (
      try await open.site.signIn(), try await shut.site.signIn()
    )
    let newest = try open.store.newestGroup()
    let twins = ["", ".json", ".csv"]
    let addresses =
      PageTests.addresses
      + (1...newest).flatMap { group in twins.map { "/history/\(group)\($0)" } }
      + twins.flatMap { twin in
        [
          "/history\(twin)", "/history\(twin)?kind=statements&key=secret-\(mark)",
          "/history\(twin)?kind=notes&key=%23\(newest)", "/search\(twin)?q=\(mark)",
          "/search\(twin)?q=Open", "/statements/secret-\(mark)\(twin)",
          "/entries/issues/issue-\(mark)\(twin)", "/positions\(twin)?known-at=2026-03-01",
          "/contradictions/verdict\(twin)?statement=bg-05&statement=secret-\(mark)",
        ]
      }
      + (1...12).map { "/history/1?part=\($0)" }
    var seen = 0
    for address in addresses {
      let shown = try await shut.site.get(address, cookie: shutCookie)
      // What somebody asked for stands in the answer as asked, and nothing more.
      var text = shown.text
      for asked in [
        "“\(mark)”", "value=\"\(mark)\"", "q=\(mark)", "`secret-\(mark)`", "`issue-\(mark)`",
        "\"query\" : \"\(mark)\"", "key=secret-\(mark)", "statement secret-\(mark)",
        "value=\"secret-\(mark)\"", "statement=secret-\(mark)", "\"word\" : \"\(mark)\"",
        "/statements/secret-\(mark)", "/entries/issues/issue-\(mark)",
      ] { text = text.replacing(asked, with: "") }
      #expect(!text.contains(mark), "\(address): \(Self.around(mark, text))")
      #expect(!(shown.headers[.location] ?? "").contains(mark))
      if try await open.site.get(address, cookie: openCookie).text.contains(mark) { seen += 1 }
    }
    // The mark is there to be found.
    #expect(seen > 30)
    let log = shut.site.log.map { "\($0.method) \($0.route) \($0.status)" }.joined()
    #expect(!log.contains(mark))
  }

  private static func around(_ mark: String, _ text: String) -> String {
    guard let range = text.range(of: mark) else { return "" }
    return String(text[..<range.lowerBound].suffix(120) + text[range.lowerBound...].prefix(60))
  }

  @Test func roomModeHidesTheHistoryItselfWhenEntered() async throws {
    let desk = try secretDesk("xylophone", .init())
    let cookie = try await desk.site.signIn()
    #expect(try await desk.site.get("/history", cookie: cookie).text.contains("xylophone"))
    let token = try await desk.site.formToken(cookie: cookie)
    _ = try await desk.site.post("/room", cookie: cookie, [("form-token", token), ("to", "on")])
    #expect(try await !desk.site.get("/history", cookie: cookie).text.contains("xylophone"))
    _ = try await desk.site.post("/room", cookie: cookie, [("form-token", token), ("to", "off")])
    #expect(try await desk.site.get("/history", cookie: cookie).text.contains("xylophone"))
  }
}
