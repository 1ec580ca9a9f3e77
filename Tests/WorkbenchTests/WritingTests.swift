import CaseModel
import CaseStore
import Foundation
import HTTPTypes
import Interchange
import TestSupport
import Testing

@testable import Workbench

/// Writing from the pages: verdicts, notes, and taking them back.
@Suite struct WritingTests {
  @Test func aVerdictIsPutDownSeenAndTakenBack() async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    let statements = try desk.conflict()
    let taken = try #require(statements.first)
    #expect(
      try await desk.site.get("/contradictions", cookie: cookie).text.contains("Give a verdict"))
    let form = try await desk.verdictForm(cookie: cookie)
    #expect(form.filter { $0.0 == "statement" }.map(\.1) == statements)
    let answer = try await desk.post(
      "/verdicts", cookie: cookie,
      form + [("verdict", "oneWrong"), ("taken", taken), ("reason", "He was in the room.\r\nSo.")])
    #expect(answer.status == 303, "\(answer.text)")
    #expect(answer.headers[.location]?.hasPrefix("/contradictions#c-") == true)

    let verdict = try #require(try desk.store.theCase().verdicts.last)
    #expect(verdict.statements.map(\.raw) == statements && verdict.taken.map(\.raw) == [taken])
    #expect(verdict.verdict == .oneWrong && verdict.reason == "He was in the room.\nSo.")
    #expect(verdict.by == "berta-vogel" && verdict.entered?.text == "2026-03-01")
    #expect(try desk.store.theCase().analysts.last == .init(id: "berta-vogel", name: "Berta Vogel"))

    let page = try await desk.site.get("/contradictions", cookie: cookie).text
    let words = OneRenderingTests.words(page).joined(separator: " ")
    #expect(words.contains("Berta Vogel, 1 March 2026: one is wrong. He was in the room."))
    #expect(page.contains("✓ accepted") && page.contains("Change the verdict"))
    let history = try await desk.site.get("/history", cookie: cookie).text
    #expect(history.contains("verdict on \(statements.joined(separator: ", "))"))
    #expect(history.contains("Berta Vogel"))

    let newest = try desk.store.newestGroup()
    #expect(history.contains("Undo change \(newest)"))
    let undone = try await desk.post(
      "/undo", cookie: cookie, [("group", "\(newest)"), ("back", "/history")])
    #expect(undone.status == 303)
    #expect(try !desk.store.theCase().verdicts.contains(verdict))
    let after = try await desk.site.get("/contradictions", cookie: cookie).text
    #expect(!after.contains("He was in the room"))
    let log = try await desk.site.get("/history", cookie: cookie).text
    #expect(log.contains("undoes") && log.contains("He was in the room"), "history keeps it")
  }

  @Test func aVerdictTakesThePlaceOfTheOneThatStands() async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    for (round, kind) in ["explained", "bothPartial"].enumerated() {
      let form = try await desk.verdictForm(cookie: cookie)
      let answer = try await desk.post("/verdicts", cookie: cookie, form + [("verdict", kind)])
      #expect(answer.status == 303, "round \(round): \(answer.text)")
    }
    let ids = Set(try desk.conflict())
    let verdicts = try desk.store.theCase().verdicts.filter { Set($0.statements.map(\.raw)) == ids }
    #expect(verdicts.map(\.verdict) == [.bothPartial])
  }

  @Test func whatSomebodyElseChangedIsShownBesideOnesOwn() async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    let mine =
      try await desk.verdictForm(cookie: cookie) + [
        ("verdict", "explained"), ("reason", "Two audiences"),
      ]
    var theirs = Case.Verdict()
    theirs.statements = try desk.conflict().map { Case.Statement.ID($0) }
    (theirs.verdict, theirs.reason, theirs.by) = (
      .bothPartial, "Another's <b>reason</b>", "analyst"
    )
    try desk.another().setVerdict(theirs, expectedRevision: nil, by: "carl", at: Desk.start)
    let answer = try await desk.post("/verdicts", cookie: cookie, mine)
    #expect(answer.status == 409)
    for words in ["Two audiences", "Another&#39;s &lt;b&gt;reason", "Overwrite with my version"] {
      #expect(answer.text.contains(words), "\(words)")
    }
    #expect(!answer.text.contains("<b>reason"))
    #expect(try desk.store.theCase().verdicts.last == theirs, "nothing was written")
    // The page's own form puts it in its place all the same.
    let again = answer.text.matches(of: /type="hidden" name="([a-z-]+)" value="([^"]*)"/)
      .map { (String($0.1), String($0.2)) }.filter { $0.0 != "form-token" }
    #expect(try await desk.post("/verdicts", cookie: cookie, again).status == 303)
    #expect(try desk.store.theCase().verdicts.last?.reason == "Two audiences")
    // And an edit of what was changed since the page was loaded.
    let form = try await desk.verdictForm(cookie: cookie)
    let name = try #require(
      try desk.store.stored().name(
        of: .verdicts, at: try desk.store.theCase().verdicts.count - 1))
    try desk.another().remove(
      name, expectedRevision: try #require(try desk.store.stored().revision(of: name)), by: "carl",
      at: Desk.start, message: "gone")
    let late = try await desk.post("/verdicts", cookie: cookie, form + [("verdict", "open")])
    #expect(late.status == 409 && late.text.contains("was removed"), "\(late.text)")
  }

  @Test(arguments: [
    ("statements", "bg-05", "/statements/bg-05"),
    ("issues", "ceasefire", "/entries/issues/ceasefire"),
  ])
  func aNoteStandsWithItsEntry(_ section: String, _ id: String, _ path: String) async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    let form = [
      ("section", section), ("id", id), ("text", "Ask <i>again</i>"), ("back", path),
      ("confidential", "yes"),
    ]
    for _ in 0..<2 {
      let answer = try await desk.post("/notes", cookie: cookie, form)
      #expect(answer.status == 303 && answer.headers[.location] == path)
    }
    #expect(try desk.store.theCase().notes.filter { $0.to.id == id }.count == 1, "sent twice")
    let page = try await desk.site.get(path, cookie: cookie).text
    #expect(
      page.contains("Ask &lt;i&gt;again&lt;/i&gt;") && page.contains("Berta Vogel, 1 March 2026"))
    #expect(page.contains("(confidential)</span>"))
    #expect(
      try await desk.site.get(path + ".json", cookie: cookie).text.contains("Ask <i>again</i>"))
  }

  @Test func nobodyIsNamedUnlessSomebodySaysSo() async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    let newest = try desk.store.newestGroup()
    let form = [("section", "issues"), ("id", "ceasefire"), ("text", "Who?")]
    for name in ["", "  ", "two\nlines", String(repeating: "x", count: 201)] {
      let answer = try await desk.post("/notes", cookie: cookie, form + [("by", name)])
      #expect(
        answer.status == 400 && answer.text.contains("The author of the change is missing"),
        "\(name)")
    }
    #expect(try desk.store.newestGroup() == newest)
    let empty = try await desk.site.get("/entries/issues/ceasefire", cookie: cookie).text
    #expect(empty.contains("name=\"by\" value=\"\""))
    let answer = try await desk.post("/notes", cookie: cookie, form + [("by", " Олена \"К\" ")])
    let kept = try #require(answer.headers[.setCookie])
    #expect(kept.contains("HttpOnly") && kept.contains("SameSite=Strict"))
    let both = "\(cookie); \(kept.prefix { $0 != ";" })"
    let page = try await desk.site.get("/entries/issues/ceasefire", cookie: both).text
    #expect(page.contains("name=\"by\" value=\"Олена &quot;К&quot;\""))
    #expect(try desk.store.theCase().notes.last?.by == "olena-k")
    // Where the browser knows nobody, whom the file names.
    try desk.another().setAnalyst("olena-k", by: "olena-k", at: Desk.start)
    let named = try await desk.site.get("/entries/issues/ceasefire", cookie: cookie).text
    #expect(named.contains("name=\"by\" value=\"Олена &quot;К&quot;\""))
  }

  @Test func anUndoThatWouldLoseLaterWorkIsRefused() async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    var verdict = Case.Verdict()
    verdict.statements = try desk.conflict().map { Case.Statement.ID($0) }
    let first = try desk.store.setVerdict(
      verdict, expectedRevision: nil, by: "anna", at: Desk.start)
    verdict.verdict = .explained
    try desk.store.setVerdict(
      verdict, expectedRevision: first.revisions.first?.revision, by: "anna", at: Desk.start)
    for (group, words) in [
      (first.group ?? 0, "was changed again"), (1, "created the file"), (99, "no group 99"),
    ] {
      let answer = try await desk.post("/undo", cookie: cookie, [("group", "\(group)")])
      #expect(answer.status == 409 && answer.text.contains(words), "\(answer.text)")
    }
    #expect(try desk.store.theCase().verdicts.last == verdict)
  }

  @Test func whatAnotherProgramWritesIsSeenAtOnce() async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    let path = "/entries/issues/ceasefire"
    #expect(try await !desk.site.get(path, cookie: cookie).text.contains("From elsewhere"))
    var note = Case.Note()
    (note.to, note.text) = (EntryReference(.issues, "ceasefire"), "From elsewhere")
    let other = try desk.another()
    let written = try other.addNote(note, by: "carl", at: Desk.start)
    #expect(try await desk.site.get(path, cookie: cookie).text.contains("From elsewhere"))
    try other.undo(try #require(written.group), by: "carl", at: Desk.start)
    // The case is as it was and its history is not: neither page is an old one.
    #expect(try await !desk.site.get(path, cookie: cookie).text.contains("From elsewhere"))
    #expect(try await desk.site.get("/history", cookie: cookie).text.contains("From elsewhere"))
  }

  static let forms: [(path: String, form: [(String, String)])] = [
    ("/verdicts", [("statement", "bg-05"), ("statement", "bg-06"), ("verdict", "open")]),
    ("/notes", [("section", "issues"), ("id", "ceasefire"), ("text", "x")]),
    ("/undo", [("group", "2")]),
    (
      "/entries",
      [("section", "actors"), ("f.~here", "yes"), ("f.name", "X"), ("f.kind", "person")]
    ),
  ]

  @Test func everyFormThatChangesTheCaseIsTriedHere() {
    // Those of coding and of documents coming in are tried in CodingTests and IntakeTests.
    let own = Action.all.filter { action in
      action.changesCase && !action.path.hasPrefix("/coding/")
        && !action.path.hasPrefix("/scenarios/") && !action.path.hasPrefix("/conflicts/")
        && !action.path.hasPrefix("/documents/")
    }
    #expect(own.map(\.path) == Self.forms.map { $0.path })
    #expect(
      Action.all.filter { !$0.changesCase }.map(\.path) == [
        "/sign-in", "/sign-out", "/room", "/writable-copy",
      ])
  }

  @Test(arguments: ["yaml", "read-only", "read-only file", "room", "redact", "past"])
  func whereNothingMayBeWrittenItIsRefusedAndSaid(_ way: String) async throws {
    var options = Workbench.Options()
    options.isReadOnly = way == "read-only"
    options.room = way == "room"
    options.redact = way == "redact"
    let desk = try Desk(access: way == "read-only file" ? .readOnly : .readWrite, options: options)
    let file = try ExampleCase.istanbul()
    let site =
      way == "yaml" ? TestSite(FixedKeeper(file.theCase, texts: file.texts)) : desk.site
    let cookie = try await site.signIn()
    let token = try await site.formToken(cookie: cookie)
    let newest = try desk.store.newestGroup()
    let words = [
      "yaml": "may not be written", "room": "are left out here", "redact": "are left out here",
      "past": "earlier version",
    ][way, default: "read-only here"]
    if way != "past" {
      for (path, form) in Self.forms {
        let answer = try await site.post(
          path, cookie: cookie, [("form-token", token), ("by", "Berta")] + form)
        #expect(answer.status == 403 && answer.text.contains(words), "\(path): \(answer.text)")
      }
    }
    #expect(try desk.store.newestGroup() == newest)
    for path in ["/contradictions", "/entries/issues/ceasefire", "/statements/bg-05"] {
      let page = try await site.get(
        way == "past" ? "\(path)?known-at=2026-03-02" : path, cookie: cookie
      ).text
      #expect(page.contains(words), "\(path)")
      #expect(!page.contains("action=\"/notes\"") && !page.contains("Give a verdict"))
    }
    if way == "yaml" {
      let page = try await site.get("/history", cookie: cookie).text
      #expect(page.contains("dragoman convert"))
    }
  }

  @Test func aFileThatTakesChangesDoesNotSayReadOnly() async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    #expect(try await !desk.site.get("/positions", cookie: cookie).text.contains("Read only"))
    var options = Workbench.Options()
    options.isReadOnly = true
    let shut = try Desk(options: options)
    let other = try await shut.site.signIn()
    #expect(try await shut.site.get("/positions", cookie: other).text.contains("Read only"))
  }

  @Test(arguments: WritingTests.forms.map { $0.path })
  func aFormOfAnotherSiteChangesNothing(_ path: String) async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    let newest = try desk.store.newestGroup()
    let form =
      (Self.forms.first { $0.path == path }?.form ?? []) + [("by", "Mallory")]
    let token = try await desk.site.formToken(cookie: cookie)
    for sender in GateTests.senders where !sender.isOurs {
      var headers: HTTPFields = [.accept: "text/html"]
      headers[.secFetchSite] = sender.site
      headers[.origin] = sender.origin
      let answer = try await desk.site.post(
        path, cookie: cookie, [("form-token", token)] + form, headers: headers)
      #expect(answer.status == 403, "\(sender.testDescription)")
    }
    let other = try await desk.site.signIn()
    let foreign = try await desk.site.formToken(cookie: other)
    for token in ["", foreign] {
      let answer = try await desk.site.post(
        path, cookie: cookie, [("form-token", token)] + form)
      #expect(answer.status == 403)
    }
    let most = try #require(Action.all.first { $0.path == path }).largestForm.bytes
    let huge = [("x", String(repeating: "x", count: most))]
    #expect(try await desk.post(path, cookie: cookie, form + huge).status == 413)
    #expect(try await desk.site.post(path, cookie: "", form).status == 401)
    #expect(try desk.store.newestGroup() == newest)
  }

  @Test(arguments: [
    ("//evil.example/x", "/positions"), ("https://evil.example", "/positions"),
    ("/history\r\nSet-Cookie: a=b", "/positions"), ("/\\evil.example", "/positions"),
    ("/statements/bg-05?as-of=2025#x", "/statements/bg-05?as-of=2025#x"),
  ])
  func afterWritingOneStaysHere(_ back: String, _ location: String) async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    let answer = try await desk.post(
      "/notes", cookie: cookie, (Self.forms[1].form) + [("back", back)])
    #expect(answer.status == 303 && answer.headers[.location] == location)
  }

  /// What a form asks, as a query, and what is answered.
  struct Refused: Sendable {
    var path: String
    var form: String
    var status: Int
    var words: String
  }

  static let refused: [Refused] = [
    Refused(
      path: "/verdicts", form: "statement=bg-05&verdict=open", status: 400, words: "two statements"),
    Refused(
      path: "/verdicts", form: "statement=bg-05&statement=nobody&verdict=open", status: 409,
      words: "no longer holds"),
    Refused(
      path: "/verdicts", form: "statement=bg-05&statement=bg-06", status: 400,
      words: "contains no assessment"),
    Refused(
      path: "/verdicts", form: "statement=bg-05&statement=bg-06&verdict=oneWrong&taken=bg-07",
      status: 400, words: "not one of the contradiction"),
    Refused(
      path: "/verdicts", form: "statement=bg-05&statement=bg-06&verdict=open&taken=bg-05",
      status: 400, words: "no account can be accepted"),
    Refused(
      path: "/notes", form: "section=issues&id=nothing&text=x", status: 409,
      words: "no longer has the entry"),
    Refused(
      path: "/notes", form: "section=notes&id=%231&text=x", status: 409,
      words: "no longer has the entry"),
    Refused(
      path: "/notes", form: "section=issues&id=ceasefire&text=+%0D%0A+", status: 400,
      words: "empty"),
    Refused(path: "/undo", form: "group=all", status: 400, words: "which change"),
  ]

  @Test(arguments: refused)
  func whatCannotBeWrittenIsSaid(_ refused: Refused) async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    let newest = try desk.store.newestGroup()
    let form = try #require(Query(refused.form)).items.map { ($0.name, $0.value) }
    let answer = try await desk.post(refused.path, cookie: cookie, form)
    #expect(
      answer.status == refused.status && answer.text.contains(refused.words), "\(answer.text)")
    #expect(try desk.store.newestGroup() == newest)
  }

  @Test func aFileThatIsGoneIsSaid() async throws {
    let desk = try Desk()
    let cookie = try await desk.site.signIn()
    _ = try await desk.site.get("/positions", cookie: cookie)
    try FileManager.default.moveItem(atPath: desk.path, toPath: desk.path + ".away")
    let answer = try await desk.site.get("/positions", cookie: cookie)
    #expect(answer.status == 503 && answer.text.contains("deleted or moved away"))
  }
}
