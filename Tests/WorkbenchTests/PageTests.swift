import CaseModel
import Interchange
import Foundation
import HTTPTypes
import Presentation
import StateOfPlay
import TestSupport
import Testing

@testable import Workbench

@Suite struct PageTests {
  /// Every page and twin, with addresses that exist in the worked example.
  static let addresses: [String] = Route.all.filter { $0.method == .get && !$0.isOpen }.flatMap {
    route in
    switch route.path {
    case let path where path.hasPrefix("/entries/"):
      ["issues/ceasefire", "actors/putin", "meetings/istanbul-2025-05-16", "sources/osw"].map {
        path.replacing("{section}/{id}", with: $0)
      }
    // Answers for those who have sent documents: IntakeTests.
    case let path where path.hasPrefix("/documents/intake/"): [String]()
    // A text that has an original and can be written: OriginalTests.
    case let path where path.hasSuffix("/original") || path.hasSuffix("/range"): [String]()
    case let path where path.hasPrefix("/documents/"):
      ["osw", "background"].map { path.replacing("{id}", with: $0) }
    case let path where path.hasPrefix("/contradictions/verdict"):
      [path + "?statement=" + conflict.joined(separator: "&statement=")]
    case let path where path.hasPrefix("/search"):
      [path, path + "?q=ceasefire"]
    // Its form needs a file that can be written: EntryFormTests.
    case "/edit": [String]()
    // So do those of coding, which answer questions about a passage: CodingTests.
    case let path
    where path.hasPrefix("/coding/") || path.hasPrefix("/scenarios/numbers")
      || path.hasPrefix("/conflicts/build"):
      [String]()
    case let path where path.hasPrefix("/suppose"):
      [path, path + "?party-to=ukraine&accepts=neutrality/permanent"]
    case let path where path.hasPrefix("/stability"):
      [path, path + "?sample=20&coalitions=yes", path + "?want=nonsense"]
    default: [GateTests.example(route)]
    }
  }

  /// A file for another program.
  static func isFile(_ path: some StringProtocol) -> Bool {
    [".ics", ".graphml", ".gexf", ".net", ".dl"].contains { path.hasSuffix($0) }
  }

  /// The statements of one contradiction of the worked example.
  static let conflict: [String] = {
    let group = (try? ExampleCase.istanbul()).map { contradictions($0.theCase) }?.groups.first
    return Set(group?.sides.flatMap { $0.statements.map(\.statement.raw) } ?? []).sorted()
  }()

  @Test(arguments: addresses)
  func everyPageIsThere(_ address: String) async throws {
    let file = try ExampleCase.istanbul()
    let site = TestSite(FixedKeeper(file.theCase, texts: file.texts))
    let cookie = try await site.signIn()
    let answer = try await site.get(address, cookie: cookie)
    #expect(
      answer.status
        == (address.hasPrefix("/stability.") && address.hasSuffix("?want=nonsense") ? 400 : 200),
      "\(answer.text.prefix(300))")
    let path = address.prefix { $0 != "?" }
    if path.hasSuffix(".json") {
      _ = try JSONSerialization.jsonObject(with: Data(answer.text.utf8))
    } else if path.hasSuffix(".csv") {
      if answer.status == 200 { #expect(answer.text.contains("\r\n")) }
    } else if !path.contains("export"), !Self.isFile(path) {
      #expect(answer.text.contains("<h1"))
      #expect(!answer.text.contains("<script>") && !answer.text.contains(" style="))
    }
  }

  /// Text and attributes alike: the mark would close either.
  @Test(arguments: addresses)
  func hostileWordsStayWords(_ address: String) async throws {
    let mark = "zq<b>zq\"zq'zq&zq\u{1}</title></script><script>alert(1)</script>"
    let (theCase, texts) = try Cases.hostile(mark)
    let site = TestSite(FixedKeeper(theCase, texts: texts))
    let cookie = try await site.signIn()
    for lens in ["", "as-of=2025-05-16&since=2022-12-31"] {
      let joint = address.contains("?") ? "&" : "?"
      let answer = try await site.get(
        address + (lens.isEmpty ? "" : joint + lens), cookie: cookie)
      guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
      for piece in ["zq<b", "zq\"", "zq'", "zq&zq", "<script>alert", "\u{1}"] {
        #expect(!answer.text.contains(piece), "\(address): \(piece)")
      }
    }
  }

  @Test func formulasInCSVAreText() async throws {
    var theCase = try ExampleCase.istanbul().theCase
    for place in theCase.issues.indices { theCase.issues[place].title = "=1+1" }
    for place in theCase.statements.indices { theCase.statements[place].gist = "@SUM(A1)" }
    let site = TestSite(FixedKeeper(theCase))
    let cookie = try await site.signIn()
    for page in Page.all where page.csv != nil && !page.path.contains("{") {
      let text = try await site.get(page.path + ".csv", cookie: cookie).text
      let cells = text.split(whereSeparator: { $0 == "," || $0 == "\r\n" })
      #expect(!cells.contains { "=@".contains($0.first ?? "x") }, "\(page.name)")
    }
  }

  /// What stands for the reader's own words in a page is nothing in what is saved.
  @Test func aSavedFileHoldsNothingOfTheReader() async throws {
    var theCase = try ExampleCase.istanbul().theCase
    for place in theCase.issues.indices { theCase.issues[place].title = PageFrame.formToken.text }
    let site = TestSite(FixedKeeper(theCase))
    let cookie = try await site.signIn()
    let token = try await site.formToken(cookie: cookie)
    for address in ["/positions.csv", "/positions.json", "/brief/export/md", "/brief/export/txt"] {
      let answer = try await site.get(address, cookie: cookie)
      #expect(answer.status == 200 && !answer.text.contains(token), "\(address)")
    }
  }

  @Test func aFilterThatMakesNoDifferenceIsNamed() async throws {
    let site = TestSite(FixedKeeper(try ExampleCase.istanbul().theCase))
    let cookie = try await site.signIn()
    let words = "no effect on this page"
    for (address, isNamed) in [
      ("/positions?directness=quoted", false), ("/timeline?directness=quoted", true),
      ("/timeline?party=ukraine", false), ("/settlement?party=ukraine", true),
      ("/settlement?source=osw", false), ("/documents?issue=ceasefire", false),
    ] {
      let text = try await site.get(address, cookie: cookie).text
      #expect(text.contains(words) == isNamed, "\(address)")
    }
  }

  @Test(arguments: ["party=turkiye", "issue=ceasefire", "directness=quoted", "source=osw"])
  func documentsAndSourcesGoByEveryFilter(_ filter: String) async throws {
    let site = TestSite(FixedKeeper(try ExampleCase.istanbul().theCase))
    let cookie = try await site.signIn()
    for page in ["/documents.csv", "/sources.csv"] {
      let whole = try await site.get(page, cookie: cookie).text
      let part = try await site.get("\(page)?\(filter)", cookie: cookie).text
      #expect(part != whole && !part.isEmpty)
    }
  }

  @Test func theTwinIsWhatTheCommandPrints() async throws {
    let file = try ExampleCase.istanbul()
    let site = TestSite(FixedKeeper(file.theCase, hash: "h"))
    let cookie = try await site.signIn()
    var lens = Lens()
    lens.asOf = try EDTFDate("2025-05-16")
    lens.issues = ["ceasefire"]
    let frame = ViewContext(file.theCase, lens, caseHash: "h", version: "test")
    let expected = try frame.json(positions(file.theCase, lens))
    let twin = try await site.get(
      "/positions.json?as-of=2025-05-16&issue=ceasefire", cookie: cookie)
    #expect(twin.text == expected)
  }

  @Test func oneViewHasOneAddress() async throws {
    let site = TestSite(FixedKeeper(try ExampleCase.istanbul().theCase))
    let cookie = try await site.signIn()
    let answer = try await site.get(
      "/changes?issue=ceasefire&since=&x=1&as-of=2025-05-16&party=", cookie: cookie)
    #expect(answer.status == 303)
    #expect(answer.headers[.location] == "/changes?as-of=2025-05-16&issue=ceasefire")
  }

  @Test(arguments: [
    ("/positions?as-of=yesterday", "not a date"), ("/positions?issue=cease-fire", "nknown issue"),
    ("/positions?party=atlantis", "nknown actor"),
    ("/positions?credibility=9", "not a range of grades"),
    ("/positions?directness=near", "nknown word"), ("/timeline?from=soon", "not a date"),
    ("/statements/nobody", "no statement"), ("/documents/nobody", "no document"),
    ("/positions/nothing/ukraine", "no such cell"), ("/entries/wonders/x", "no such kind"),
  ])
  func whatCannotBeMeantIsSaid(_ address: String, _ words: String) async throws {
    let site = TestSite(FixedKeeper(try ExampleCase.istanbul().theCase))
    let cookie = try await site.signIn()
    let answer = try await site.get(address, cookie: cookie)
    #expect([400, 404].contains(answer.status))
    #expect(answer.text.contains(words), "\(answer.text.suffix(400))")
  }

  @Test(arguments: ["redact", "room"])
  func nothingConfidentialIsShown(_ way: String) async throws {
    let mark = "xylophone"
    var options = Workbench.Options()
    options.redact = way == "redact"
    options.room = way == "room"
    let open = TestSite(FixedKeeper(try Cases.confidential(mark)))
    let shut = TestSite(FixedKeeper(try Cases.confidential(mark)), options: options)
    let (openCookie, shutCookie) = (try await open.signIn(), try await shut.signIn())
    var seen = 0
    let extra = [
      "/search?q=\(mark)", "/search.json?q=\(mark)", "/statements/secret-\(mark)",
      "/statements/secret-\(mark).json", "/positions?issue=issue-\(mark)",
      "/entries/issues/issue-\(mark)", "/documents/rev", "/documents/rev.json",
    ]
    for address in Self.addresses + extra {
      let shown = try await shut.get(address, cookie: shutCookie)
      // What somebody asked for stands in the answer as asked, and nothing more.
      let text = shown.text.replacing("“\(mark)”", with: "").replacing(
        "value=\"\(mark)\"", with: ""
      )
      .replacing("q=\(mark)", with: "").replacing("`secret-\(mark)`", with: "")
      .replacing("`issue-\(mark)`", with: "").replacing("\"query\" : \"\(mark)\"", with: "")
      .replacing("\"word\" : \"\(mark)\"", with: "")
      .replacing("/statements/secret-\(mark)", with: "")
      .replacing("/entries/issues/issue-\(mark)", with: "")
      #expect(!text.contains(mark), "\(address)")
      #expect(!(shown.headers[.location] ?? "").contains(mark))
      if try await open.get(address, cookie: openCookie).text.contains("gist on \(mark)") {
        seen += 1
      }
    }
    // The mark is there to be found.
    #expect(seen > 3)
  }

  @Test func roomModeIsEnteredAndLeft() async throws {
    let mark = "xylophone"
    let site = TestSite(FixedKeeper(try Cases.confidential(mark)))
    let cookie = try await site.signIn()
    let token = try await site.formToken(cookie: cookie)
    let path = "/statements/secret-\(mark)"
    #expect(try await site.get(path, cookie: cookie).status == 200)
    _ = try await site.post("/room", cookie: cookie, [("form-token", token), ("to", "on")])
    #expect(try await site.get(path, cookie: cookie).status == 404)
    #expect(
      try await site.get("/positions", cookie: cookie).text.contains("Room mode: confidential"))
    _ = try await site.post("/room", cookie: cookie, [("form-token", token), ("to", "off")])
    #expect(try await site.get(path, cookie: cookie).status == 200)
  }

  @Test func aConditionTickedAwayOpensADeadlock() async throws {
    let file = try ExampleCase.istanbul()
    let view = try preconditions(file.theCase)
    let deadlock = try #require(view.deadlocks.first)
    let opening = try #require(deadlock.openings.sets.first)
    let site = TestSite(FixedKeeper(file.theCase))
    let cookie = try await site.signIn()
    let query = opening.waivers.map { "without=\($0)" }.joined(separator: "&")
    let page = try await site.get("/preconditions?\(query)", cookie: cookie).text
    #expect(page.contains("class=\"opens\""))
    #expect(page.contains("given up hypothetically"))
    #expect(try await !site.get("/preconditions", cookie: cookie).text.contains("class=\"opens\""))
  }

  @Test func everyLinkLeadsSomewhere() async throws {
    let file = try ExampleCase.istanbul()
    let site = TestSite(FixedKeeper(file.theCase, texts: file.texts))
    let cookie = try await site.signIn()
    var waiting = ["/positions?as-of=2025-05-16"]
    var seen = Set(waiting)
    var count = 0
    while let address = waiting.popLast(), count < 1500 {
      count += 1
      let answer = try await site.get(address, cookie: cookie)
      #expect(answer.status == 200, "\(address)")
      guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
      for match in answer.text.matches(of: /href="(\/[^"#]*)/) {
        let link = String(match.1).replacing("&amp;", with: "&")
        if seen.insert(link).inserted, !link.hasPrefix("/assets/") { waiting.append(link) }
      }
    }
    #expect(count > 300)
  }
}
