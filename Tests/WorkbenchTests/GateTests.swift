import CaseModel
import Interchange
import HTTPTypes
import TestSupport
import Testing

@testable import Workbench

/// Who is let in: the promises of docs/threat-model.md, each with a test.
@Suite struct GateTests {
  private func site(_ options: Workbench.Options = .init()) throws -> TestSite {
    TestSite(FixedKeeper(try ExampleCase.istanbul().theCase), options: options)
  }

  /// A path of the route with something in place of its parameters.
  static func example(_ route: Route) -> String {
    route.path.replacing("{issue}", with: "ceasefire").replacing("{party}", with: "ukraine")
      .replacing("{section}", with: "issues").replacing("{id}", with: "bg-05")
      .replacing("{form}", with: "md").replacing("{group}", with: "1").replacing(
        "{name}", with: "workbench.css"
      )
      .replacing("{first}", with: "russia").replacing("{second}", with: "ukraine")
  }

  @Test(
    arguments: Route.all.map { GateTests.example($0) } + [
      "/no/such/page", "/.env", "/positions/../x",
    ])
  func nothingIsAnsweredWithoutASession(_ path: String) async throws {
    let site = try site()
    for method in [HTTPRequest.Method.get, .head, .post, .put, .delete, .options] {
      let answer = try await site.send(
        method, path,
        headers: [.origin: "http://\(TestSite.host)", .secFetchSite: "same-origin"])
      if Route.isOpen(method, path) { continue }
      #expect(answer.status == 401, "\(method) \(path)")
      #expect(!answer.text.contains("Istanbul"), "\(method) \(path)")
    }
  }

  @Test func openRoutesAreThese() {
    let open = Route.all.filter(\.isOpen).map(\.path)
    #expect(open == ["/", "/assets/{name}", "/sign-in"])
    #expect(!Route.isOpen(.get, "/assets/../positions"))
    #expect(!Route.isOpen(.post, "/"))
  }

  @Test(arguments: Route.all.map { GateTests.example($0) } + ["/no/such/page"])
  func everyAnswerTellsTheBrowserWhatToRefuse(_ path: String) async throws {
    let site = try site()
    let cookie = try await site.signIn()
    for answer in [
      try await site.get(path, cookie: cookie), try await site.send(.get, path),
      try await site.send(.get, path, host: "evil.example"),
    ] {
      let policy = answer.headers[.contentSecurityPolicy] ?? ""
      #expect(policy.contains("default-src 'none'"))
      #expect(policy.contains("frame-ancestors 'none'"))
      #expect(!policy.contains("unsafe-inline"))
      #expect(answer.headers[.xContentTypeOptions] == "nosniff")
      #expect(answer.headers[.named("Referrer-Policy")] == "no-referrer")
      let mayKeep = path.hasPrefix("/assets/") && answer.status == 200
      #expect(answer.headers[.cacheControl] == (mayKeep ? "private, no-cache" : "no-store"))
    }
  }

  @Test(arguments: [
    ("127.0.0.1:8010", true), ("localhost:8010", true), ("LOCALHOST:8010", true),
    ("[::1]:8010", true), ("127.0.0.1", false), ("127.0.0.1:80", false), ("evil.example", false),
    ("evil.example:8010", false), ("127.0.0.1.evil.example:8010", false), ("", false),
    ("localhost:8010.evil.example", false), ("0.0.0.0:8010", false), ("user@localhost:8010", false),
  ])
  func onlyItsOwnNamesAreAnswered(_ host: String, _ isOurs: Bool) async throws {
    let site = try site()
    let cookie = try await site.signIn()
    let answer = try await site.send(
      .get, "/positions", host: host, headers: [.cookie: cookie])
    #expect(answer.status == (isOurs ? 200 : 421))
    if !isOurs { #expect(!answer.text.contains("Istanbul")) }
  }

  @Test func aNameGivenIsAnswered() async throws {
    var options = Workbench.Options()
    options.host = "0.0.0.0"
    options.otherHosts = ["desk.example"]
    let site = try site(options)
    #expect(try await site.send(.get, "/", host: "desk.example:8010").status == 401)
    #expect(try await site.send(.get, "/", host: "0.0.0.0:8010").status == 421)
  }

  struct Sender: Sendable, CustomTestStringConvertible {
    var site: String?
    var origin: String?
    var isOurs: Bool
    var testDescription: String { "site \(site ?? "-"), origin \(origin ?? "-")" }
  }

  static let senders: [Sender] = [
    Sender(site: "same-origin", origin: "http://127.0.0.1:8010", isOurs: true),
    Sender(site: "same-origin", origin: nil, isOurs: true),
    Sender(site: nil, origin: "http://127.0.0.1:8010", isOurs: true),
    Sender(site: nil, origin: nil, isOurs: false),
    Sender(site: "same-site", origin: "http://127.0.0.1:8010", isOurs: false),
    Sender(site: "cross-site", origin: "http://127.0.0.1:8010", isOurs: false),
    Sender(site: "none", origin: nil, isOurs: false),
    Sender(site: nil, origin: "null", isOurs: false),
    // What browsers send from pages with `no-referrer`, as ours are.
    Sender(site: "same-origin", origin: "null", isOurs: true),
    Sender(site: "cross-site", origin: "null", isOurs: false),
    Sender(site: nil, origin: "http://127.0.0.1:9999", isOurs: false),
    Sender(site: nil, origin: "http://localhost:8010", isOurs: false),
    Sender(site: nil, origin: "https://127.0.0.1:8010", isOurs: false),
    Sender(site: nil, origin: "http://evil.example", isOurs: false),
    Sender(site: nil, origin: "http://127.0.0.1:8010.evil.example", isOurs: false),
  ]

  @Test(arguments: senders)
  func onlyAPageOfOursMayChangeAnything(_ sender: Sender) async throws {
    let site = try site()
    let cookie = try await site.signIn()
    let token = try await site.formToken(cookie: cookie)
    var headers: HTTPFields = [.accept: "text/html"]
    headers[.secFetchSite] = sender.site
    headers[.origin] = sender.origin
    let answer = try await site.post(
      "/room", cookie: cookie, [("form-token", token), ("to", "on")], headers: headers)
    #expect(answer.status == (sender.isOurs ? 303 : 403))
  }

  @Test func aFormNeedsItsToken() async throws {
    let site = try site()
    let cookie = try await site.signIn()
    let other = try await site.signIn()
    let foreign = try await site.formToken(cookie: other)
    for token in ["", "x", foreign] {
      let answer = try await site.post(
        "/room", cookie: cookie, [("form-token", token), ("to", "on")])
      #expect(answer.status == 403)
    }
    let page = try await site.get("/positions", cookie: cookie)
    #expect(!page.text.contains("Room mode: confidential"))
  }

  @Test(arguments: [
    (site: "cross-site", mode: "navigate", dest: "document", isShown: true),
    (site: "same-site", mode: "navigate", dest: "document", isShown: true),
    (site: "none", mode: "navigate", dest: "document", isShown: true),
    (site: "same-site", mode: "no-cors", dest: "script", isShown: false),
    (site: "same-site", mode: "cors", dest: "empty", isShown: false),
    (site: "cross-site", mode: "navigate", dest: "iframe", isShown: false),
    (site: "cross-site", mode: "no-cors", dest: "image", isShown: false),
  ])
  func anotherSiteMayLinkHereAndNoMore(
    site from: String, mode: String, dest: String, isShown: Bool
  ) async throws {
    let site = try site()
    let cookie = try await site.signIn()
    let answer = try await site.get(
      "/positions.json", cookie: cookie,
      headers: [.secFetchSite: from, .secFetchMode: mode, .secFetchDest: dest])
    #expect(answer.status == (isShown ? 200 : 403))
  }

  @Test func theTokenBecomesACookieThatScriptsCannotRead() async throws {
    let site = try site()
    let answer = try await site.send(.get, "/?token=\(TestSite.token)")
    let cookie = try #require(answer.headers[.setCookie])
    #expect(cookie.hasPrefix("dragoman-8010="))
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
    #expect(!cookie.contains(TestSite.token))
    #expect(answer.headers[.named("Refresh")] == "0; url=/positions")
    #expect(!answer.text.contains(TestSite.token))
  }

  @Test func aGuesserKeepsNobodyElseOut() async throws {
    var options = Workbench.Options()
    options.guessDelay = .milliseconds(200)
    let site = try site(options)
    for _ in 0..<GuessLimit.burst {
      #expect(try await site.send(.get, "/?token=wrong").status == 401)
    }
    let start = ContinuousClock.now
    #expect(try await site.send(.get, "/?token=wrong").status == 429)
    #expect(ContinuousClock.now - start >= .milliseconds(200), "the guesser waits")
    // A right one is let in at any time, by either way, also while others wait.
    async let guess = site.send(.get, "/?token=wrong")
    #expect(try await site.send(.get, "/?token=\(TestSite.token)").status == 200)
    let form = try await site.post("/sign-in", cookie: "", [("token", TestSite.token)])
    #expect(form.status == 200)
    #expect(try await guess.status == 429)
    site.wait(.seconds(7))
    #expect(try await site.send(.get, "/?token=wrong").status == 401)
  }

  @Test func theEndOfATunnelIsAnsweredWhereItIsNamed() async throws {
    let refused = try await site().send(.get, "/", host: "localhost:9000")
    #expect(refused.status == 421 && refused.text.contains("accepts the name `localhost:9000`"))
    let odd = try await site().send(.get, "/", host: "x\" --read-only")
    #expect(odd.status == 421 && !odd.text.contains("--read-only"))
    var options = Workbench.Options()
    options.otherHosts = ["localhost:9000", "https://desk.example"]
    let site = try site(options)
    let cookie = try await site.signIn()
    for (host, origin, status) in [
      ("localhost:9000", "http://localhost:9000", 303),
      ("localhost:9000", "http://localhost:9001", 403),
      ("desk.example", "https://desk.example", 303),
      ("desk.example:443", "https://desk.example:443", 303),
      ("127.0.0.1:8010", "https://127.0.0.1:8010", 403),
      ("localhost:9001", "http://localhost:9001", 421), ("desk.example:8010", "", 421),
    ] {
      let answer = try await site.send(
        .post, "/room", host: host,
        headers: [
          .cookie: cookie, .origin: origin, .contentType: "application/x-www-form-urlencoded",
        ],
        body: "to=on&form-token=\(try await site.formToken(cookie: cookie))")
      #expect(answer.status == status, "\(host) \(origin)")
    }
  }

  @Test(arguments: [
    "", "a b", "localhost:", "localhost:0", "localhost:70000", "a/b", "[::1", "[]:1", "x:1:2",
    "ftp://x", "x:-1", "\"x\"",
  ])
  func whatIsNoHostNameIsRefused(_ text: String) { #expect(HostName(text) == nil) }

  @Test func twoHostsAreRefused() async throws {
    let answer = try await site().send(
      .get, "/", headers: [.named("Host"): "evil.example"])
    #expect(answer.status == 400)
  }

  @Test func sessionsEnd() async throws {
    let site = try site()
    let idle = try await site.signIn()
    let busy = try await site.signIn()
    for _ in 0..<3 {
      site.wait(.seconds(7 * 3600))
      _ = try await site.get("/positions", cookie: busy)
    }
    #expect(try await site.get("/positions", cookie: busy).status == 200)
    #expect(try await site.get("/positions", cookie: idle).status == 401)
    site.wait(.seconds(4 * 3600))
    #expect(try await site.get("/positions", cookie: busy).status == 401)
    let left = try await site.signIn()
    let token = try await site.formToken(cookie: left)
    #expect(try await site.post("/sign-out", cookie: left, [("form-token", token)]).status == 303)
    #expect(try await site.get("/positions", cookie: left).status == 401)
  }

  @Test func tooMuchIsRefused() async throws {
    let site = try site()
    let cookie = try await site.signIn()
    let token = try await site.formToken(cookie: cookie)
    let body = String(repeating: "x", count: Gate.largestBody + 1)
    let answer = try await site.post("/room", cookie: cookie, [("form-token", token), ("x", body)])
    #expect(answer.status == 413)
    let long = "/search?q=" + String(repeating: "x", count: Gate.longestAddress)
    #expect(try await site.get(long, cookie: cookie).status == 414)
    let many = "/positions?" + String(repeating: "a=1&", count: Query.mostItems + 1)
    #expect(try await site.get(many, cookie: cookie).status == 400)
    let json = try await site.send(
      .post, "/room",
      headers: [
        .cookie: cookie, .contentType: "application/json", .origin: "http://\(TestSite.host)",
      ], body: "{}")
    #expect(json.status == 415)
  }

  @Test(arguments: [
    "/assets/..%2f..%2fPackage.swift", "/assets/%2e%2e/Package.swift", "/assets/nothing.css",
    "/documents/..%2f..%2fetc%2fpasswd", "/documents/%00", "/entries/sources/..%2fx",
  ])
  func noPathReachesTheFiles(_ path: String) async throws {
    let site = try site()
    let cookie = try await site.signIn()
    #expect([404, 401].contains(try await site.get(path, cookie: cookie).status))
  }

  @Test func theLogHoldsNoWordOfTheCase() async throws {
    let site = try site()
    let cookie = try await site.signIn()
    _ = try await site.get("/statements/bg-05?as-of=2025-05-16&issue=ceasefire", cookie: cookie)
    _ = try await site.get("/search?q=Arakhamia", cookie: cookie)
    _ = try await site.get("/no/such/Arakhamia", cookie: cookie)
    let log = site.log.map { "\($0.method) \($0.route) \($0.status)" }.joined(separator: "\n")
    #expect(site.log.count == 4)
    for word in ["bg-05", "ceasefire", "Arakhamia", "2025-05-16", TestSite.token] {
      #expect(!log.contains(word))
    }
  }

  @Test func redirectsStayHere() async throws {
    let site = try site()
    let cookie = try await site.signIn()
    for path in ["//evil.example", "//positions?party=", "/positions//?since=", "///positions?x=1"]
    {
      let answer = try await site.get(path, cookie: cookie)
      if let location = answer.headers[.location] {
        #expect(location.hasPrefix("/") && !location.hasPrefix("//"), "\(path) → \(location)")
      }
    }
  }
}
