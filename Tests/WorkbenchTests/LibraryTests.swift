import CaseModel
import CaseStore
import Foundation
import HTTPTypes
import Interchange
import TestSupport
import Testing

@testable import Workbench

/// A folder with cases of each form, served; it goes with the test.
private struct Shelf {
  let own: TemporaryFolder
  let site: TestSite

  init(options: Workbench.Options = .init(), _ fill: (String) throws -> Void = { _ in }) throws {
    own = try TemporaryFolder()
    try fill(own.url.path)
    site = TestSite(library: own.url.path, options: options)
  }

  func place(_ name: String) -> String { own.place(name) }

  var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: own.url.path)) ?? []).sorted()
      .filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
  }

  func post(_ path: String, cookie: String, _ form: [(String, String)]) async throws
    -> TestSite.Answer
  {
    let token = try await site.formToken(cookie: cookie)
    return try await site.post(path, cookie: cookie, [("form-token", token)] + form)
  }
}

private func store(_ name: String, _ theCase: Case? = nil) -> (String) throws -> Void {
  { folder in
    let file = try ExampleCase.istanbul()
    try DragomanFile.create(
      theCase ?? file.theCase, texts: theCase == nil ? file.texts : CaseTexts(),
      at: folder + "/" + name, by: "anna", on: Desk.start, message: "begin")
  }
}

@Suite struct LibraryTests {
  /// A named pipe among the files does not hold up the page, and is shown as what it is.
  @Test func whatIsNoFileIsSaid() async throws {
    let shelf = try Shelf { folder in
      try store("talks.dragoman")(folder)
      #expect(mkfifo(folder + "/pipe.yaml", 0o600) == 0)
    }
    let cookie = try await shelf.site.signIn()
    let page = try await shelf.site.get("/library", cookie: cookie)
    #expect(page.status == 200 && page.text.contains("named pipe"))
  }

  @Test func everyCaseOfTheFolderIsListedOfWhateverForm() async throws {
    let shelf = try Shelf { folder in
      try store("talks.dragoman")(folder)
      for example in ["sarn", "corvane"] {
        try FileManager.default.copyItem(
          at: Project.root.appendingPathComponent("Examples/\(example)"),
          to: URL(fileURLWithPath: folder + "/" + example))
      }
      try Data("case: [".utf8).write(to: URL(fileURLWithPath: folder + "/broken.yaml"))
      try Data("{\"name\": \"no case\"}".utf8).write(
        to: URL(fileURLWithPath: folder + "/package.json"))
      try Data("SQLite".utf8).write(to: URL(fileURLWithPath: folder + "/odd.dragoman"))
    }
    let cookie = try await shelf.site.signIn()
    let page = try await shelf.site.get("/library", cookie: cookie)
    #expect(page.status == 200)
    for name in ["talks", "sarn", "corvane"] {
      #expect(page.text.contains("href=\"/c/\(name)/positions\""), "\(name)")
    }
    #expect(page.text.contains("15 documents, 270 statements"))
    #expect(page.text.contains("Changed 1 March 2026 by anna"))
    #expect(!page.text.contains("package.json"))
    let unread = page.text.components(separatedBy: "class=\"unread\"").last ?? ""
    #expect(unread.contains("broken.yaml") && unread.contains("line"))
    #expect(unread.contains("odd.dragoman"))
    #expect(!unread.contains("<strong dir=\"auto\">talks"))
  }

  @Test func anEmptyFolderSaysHowToBegin() async throws {
    let shelf = try Shelf()
    let cookie = try await shelf.site.signIn()
    #expect(try await shelf.site.get("/", cookie: cookie).headers[.location] == "/library")
    let page = try await shelf.site.get("/library", cookie: cookie).text
    #expect(
      page.contains("action=\"/library/new\"") && page.contains("action=\"/library/example\""))
  }

  @Test func aNewCaseAsksForTitleAndPartiesAndIsAFileOfItsOwn() async throws {
    let shelf = try Shelf()
    let cookie = try await shelf.site.signIn()
    let made = try await shelf.post(
      "/library/new", cookie: cookie,
      [("title", " Переговоры  о долине "), ("parties", "Північ\nSouth, The East; \n")])
    #expect(made.status == 303)
    let location = try #require(made.headers[.location])
    #expect(location == "/c/peregovori-o-doline/positions")
    #expect(shelf.files == ["peregovori-o-doline.dragoman"])
    let home = try await shelf.site.get(location, cookie: cookie)
    #expect(home.status == 200 && home.text.contains("Переговоры о долине"))
    let theCase = try DragomanFile.open(shelf.place(shelf.files[0]), .readOnly).theCase()
    #expect(theCase.actors.map(\.name) == ["Північ", "South", "The East"])
    #expect(theCase.header.parties == theCase.actors.map(\.id))
    // Another of the same name lies beside it, and neither is touched.
    let again = try await shelf.post(
      "/library/new", cookie: cookie, [("title", "Переговоры о долине"), ("parties", "")])
    #expect(again.headers[.location] == "/c/peregovori-o-doline-2/positions")
    #expect(shelf.files.count == 2)
  }

  @Test(arguments: [
    ("", "North", "no title"), ("Talks", "North\nnorth", "twice"),
    (String(repeating: "x", count: 301), "", "longer than 300"),
    ("Talks", String(repeating: "y", count: 201), "longer than 200"),
  ])
  func aNewCaseThatCannotBeKeepsWhatWasTyped(
    _ title: String, _ parties: String, _ why: String
  ) async throws {
    let shelf = try Shelf()
    let cookie = try await shelf.site.signIn()
    let answer = try await shelf.post(
      "/library/new", cookie: cookie, [("title", title), ("parties", parties)])
    #expect(answer.status == 400)
    #expect(answer.text.contains(why) && answer.text.contains("aria-invalid"))
    #expect(answer.text.contains(">\(parties)</textarea>"))
    #expect(shelf.files.isEmpty)
  }

  @Test func theExampleIsTheOneThatShips() async throws {
    let shelf = try Shelf()
    let cookie = try await shelf.site.signIn()
    let made = try await shelf.post("/library/example", cookie: cookie, [])
    #expect(made.headers[.location] == "/c/sarn/positions")
    let stored = try DragomanFile.open(shelf.place("sarn.dragoman"), .readOnly).stored()
    let shipped = try CaseFile.open(Project.root.appendingPathComponent("Examples/sarn").path)
    #expect(stored.theCase == shipped.theCase)
    for source in shipped.theCase.sources {
      #expect(stored.texts[source.id].text?.digest == source.text.sha256, "\(source.id)")
    }
    #expect(
      try await shelf.post("/library/example", cookie: cookie, []).headers[.location]
        == "/c/sarn-2/positions")
  }

  // MARK: Addresses

  /// Every page of a case leads to pages of that case, and to what all cases share.
  @Test func everyAddressOnAPageIsOneOfItsCase() async throws {
    let shelf = try Shelf(store("talks.dragoman"))
    let cookie = try await shelf.site.signIn()
    var pages = 0
    for route in Route.all where route.method == .get {
      let path = "/c/talks" + GateTests.example(route)
      var answer = try await shelf.site.get(path, cookie: cookie)
      if let location = answer.headers[.location] {
        #expect(location.hasPrefix("/c/talks/"), "\(path) leads to \(location)")
        answer = try await shelf.site.get(location, cookie: cookie)
      }
      guard answer.headers[.contentType]?.hasPrefix("text/html") == true,
        answer.headers[.contentDisposition] == nil
      else { continue }
      pages += 1
      #expect(answer.text.contains("<body data-base=\"/c/talks\""), "\(path)")
      for match in answer.text.matches(of: /(?:^|\s)(?:href|action|src|formaction)="(\/[^"]*)"/) {
        let address = String(match.1)
        let isOwn = ["/c/talks/", "/assets/", "/library"].contains { address.hasPrefix($0) }
        #expect(isOwn && !address.hasPrefix("/c/talks/c/"), "\(path): \(address)")
      }
    }
    #expect(pages > 25)
  }

  @Test func whatPeopleTypeIsNoAddress() async throws {
    let shelf = try Shelf(store("talks.dragoman"))
    let cookie = try await shelf.site.signIn()
    let page = try await shelf.site.get(
      "/c/talks/search?q=/positions%20href%3D%22/x", cookie: cookie)
    #expect(page.text.contains("value=\"/positions href=&quot;/x\""))
    #expect(!page.text.contains("href=&quot;/c/"))
  }

  @Test func aFormLeadsBackIntoItsCase() async throws {
    let shelf = try Shelf(store("talks.dragoman"))
    let cookie = try await shelf.site.signIn()
    for back in ["/entries/issues/ceasefire", "/c/talks/entries/issues/ceasefire"] {
      let answer = try await shelf.post(
        "/c/talks/notes", cookie: cookie,
        [
          ("section", "issues"), ("id", "ceasefire"), ("text", back), ("by", "Berta"),
          ("back", back),
        ])
      #expect(answer.headers[.location] == "/c/talks/entries/issues/ceasefire")
    }
    let notes = try DragomanFile.open(shelf.place("talks.dragoman")).theCase().notes
    #expect(notes.count { $0.text.hasSuffix("/entries/issues/ceasefire") } == 2)
  }

  @Test func namesStayApart() throws {
    let own = try TemporaryFolder()
    for name in ["talks.dragoman", "Talks.dragoman", "переговоры.dragoman", "!.dragoman"] {
      try Data().write(to: own.url.appendingPathComponent(name))
    }
    try Data("case:\n".utf8).write(to: own.url.appendingPathComponent("TALKS.yaml"))
    let entries = try CaseFolder(path: own.url.path).entries()
    #expect(Set(entries.map(\.name)).count == 5)
    #expect(entries.allSatisfy { Slug.isSlug($0.name) })
    #expect(entries.first { $0.file == "переговоры.dragoman" }?.name == "peregovori")
    // A file with a history goes before one without.
    #expect(entries.first { $0.name == "talks" }?.file.hasSuffix(".dragoman") == true)
  }

  @Test func aCaseUnusedForLongIsClosed() async throws {
    let shelf = try Shelf(store("talks.dragoman"))
    let cookie = try await shelf.site.signIn()
    _ = try await shelf.site.get("/c/talks/positions", cookie: cookie)
    #expect(shelf.site.openCases == ["talks"])
    shelf.site.wait(.seconds(901))
    _ = try await shelf.site.get("/library", cookie: cookie)
    #expect(shelf.site.openCases.isEmpty)
    #expect(try await shelf.site.get("/c/talks/positions", cookie: cookie).status == 200)
  }

  @Test func aFileThatTookTheNameOfAnotherIsTheCaseThen() async throws {
    let shelf = try Shelf(store("talks.dragoman"))
    let cookie = try await shelf.site.signIn()
    _ = try await shelf.site.get("/c/talks/positions", cookie: cookie)
    try FileManager.default.removeItem(atPath: shelf.place("talks.dragoman"))
    try store("talks.dragoman", Case(Case.Header(id: "other", title: "Other", parties: [])))(
      shelf.own.url.path)
    let page = try await shelf.site.get("/c/talks/positions", cookie: cookie)
    #expect(page.status == 200 && page.text.contains("Other"))
    try FileManager.default.removeItem(atPath: shelf.place("talks.dragoman"))
    #expect(try await shelf.site.get("/c/talks/positions", cookie: cookie).status == 404)
  }
}

/// What the gate promises of one case it promises of all.
@Suite struct LibraryGateTests {
  private static let paths =
    LibraryRoute.all.map { $0.path.replacing("{name}", with: "workbench.css") }
    + Route.all.map { "/c/talks" + GateTests.example($0) } + [
      "/c/none/positions", "/c/", "/c/talks",
    ]

  @Test func nothingIsAnsweredWithoutASession() async throws {
    let shelf = try Shelf(store("talks.dragoman"))
    for path in Self.paths {
      for method in [HTTPRequest.Method.get, .head, .post, .put, .delete] {
        if LibraryRoute.isOpen(method, path) { continue }
        let answer = try await shelf.site.send(
          method, path,
          headers: [.origin: "http://\(TestSite.host)", .secFetchSite: "same-origin"])
        #expect(answer.status == 401, "\(method) \(path)")
        #expect(!answer.text.contains("Istanbul") && !answer.text.contains("talks"), "\(path)")
      }
    }
    #expect(shelf.site.openCases.isEmpty, "no file is opened for a stranger")
  }

  @Test func openRoutesAreThese() {
    #expect(
      LibraryRoute.all.filter(\.isOpen).map(\.path) == ["/", "/assets/{name}", "/sign-in"])
    #expect(!LibraryRoute.isOpen(.get, "/c/talks/sign-in"))
  }

  @Test(arguments: GateTests.senders)
  func onlyAPageOfOursMayChangeAnything(_ sender: GateTests.Sender) async throws {
    let shelf = try Shelf(store("talks.dragoman"))
    let cookie = try await shelf.site.signIn()
    let token = try await shelf.site.formToken(cookie: cookie)
    var headers: HTTPFields = [.accept: "text/html"]
    headers[.secFetchSite] = sender.site
    headers[.origin] = sender.origin
    for (path, form) in [
      ("/library/new", [("title", "New"), ("parties", "")]),
      ("/c/talks/notes", [("section", "issues"), ("id", "ceasefire"), ("text", "x"), ("by", "B")]),
    ] {
      let answer = try await shelf.site.post(
        path, cookie: cookie, [("form-token", token)] + form, headers: headers)
      #expect(answer.status == (sender.isOurs ? 303 : 403), "\(path)")
    }
    #expect(shelf.files.count == (sender.isOurs ? 2 : 1))
  }

  @Test func aFormNeedsItsToken() async throws {
    let shelf = try Shelf(store("talks.dragoman"))
    let cookie = try await shelf.site.signIn()
    let foreign = try await shelf.site.formToken(cookie: try await shelf.site.signIn())
    for action in LibraryAction.all where !action.isOpen {
      for token in ["", foreign] {
        let answer = try await shelf.site.post(
          action.path, cookie: cookie, [("form-token", token), ("title", "x")])
        #expect(answer.status == 403, "\(action.path)")
      }
    }
    for action in Action.all where !action.isOpen {
      let answer = try await shelf.site.post(
        "/c/talks" + action.path, cookie: cookie, [("form-token", foreign)])
      #expect(answer.status == 403, "\(action.path)")
    }
    #expect(shelf.files == ["talks.dragoman"])
  }

  @Test func forReadingOnlyNothingIsMade() async throws {
    var options = Workbench.Options()
    options.isReadOnly = true
    let shelf = try Shelf(options: options, store("talks.dragoman"))
    let cookie = try await shelf.site.signIn()
    #expect(try await !shelf.site.get("/library", cookie: cookie).text.contains("/library/example"))
    for action in LibraryAction.all where action.writes {
      let answer = try await shelf.post(action.path, cookie: cookie, [("title", "x")])
      #expect(answer.status == 403 && answer.text.contains("for reading only"))
    }
    for action in Action.all where action.changesCase {
      let answer = try await shelf.post("/c/talks" + action.path, cookie: cookie, [])
      #expect(answer.status == 403, "\(action.path)")
    }
    #expect(shelf.files == ["talks.dragoman"])
  }

  @Test func whatIsConfidentialIsLeftOutOfListAndSearch() async throws {
    let theCase = try Cases.confidential("zebra")
    let shelf = try Shelf(store("talks.dragoman", theCase))
    let cookie = try await shelf.site.signIn()
    let open = try await shelf.site.get("/library/search?q=zebra", cookie: cookie).text
    #expect(open.contains("1 case with") && open.contains("/c/talks/"))
    let count = "\(theCase.statements.count) statements"
    #expect(try await shelf.site.get("/library", cookie: cookie).text.contains(count))
    #expect(try await shelf.post("/room", cookie: cookie, [("to", "on")]).status == 303)
    let shut = try await shelf.site.get("/library/search?q=zebra", cookie: cookie).text
    #expect(shut.contains("No case holds") && !shut.contains("/c/talks/"))
    let list = try await shelf.site.get("/library", cookie: cookie).text
    #expect(list.contains("Room mode: confidential") && !list.contains(count))
    // One session's room is the room of every case.
    let inner = try await shelf.site.get("/c/talks/positions", cookie: cookie).text
    #expect(inner.contains("Room mode: confidential"))
  }
}
