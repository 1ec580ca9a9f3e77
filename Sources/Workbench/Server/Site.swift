internal import CaseModel
internal import CaseStore
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Interchange
internal import Presentation
internal import StateOfPlay
internal import Synchronization

/// Everything the routes share: the case, the threads, what was made lately, and who is signed in.
final class Site: Sendable {
  let keeper: any CaseProvider
  let options: Workbench.Options
  let version: String
  let startToken: String
  let origin: Origin
  let sessions = Sessions()
  let guesses = GuessLimit()
  let connections = Connections()
  let outgoing = OutgoingLimit()
  let pool: AnalysisPool
  let assets: Assets
  let looks = PageCache<LensedCase>(capacity: 24)
  /// The case as it was known on other days.
  let pasts = PageCache<Snapshot>(capacity: 4)
  /// By weight, in bytes.
  let pages = PageCache<RenderedPage>(capacity: 64_000_000) { $0.size }
  /// The case's title as it was last read, for pages that say why there is nothing else.
  let title = Mutex<String?>(nil)
  let log: @Sendable (AccessLine) -> Void
  /// Time since some moment; sessions and guesses are measured by it.
  let clock: @Sendable () -> Duration
  /// What the calendar says, for changes.
  let now: @Sendable () -> Moment

  init(
    _ keeper: any CaseProvider, options: Workbench.Options, version: String, startToken: String,
    log: @escaping @Sendable (AccessLine) -> Void, clock: @escaping @Sendable () -> Duration,
    now: @escaping @Sendable () -> Moment
  ) {
    self.keeper = keeper
    self.options = options
    self.version = version
    self.startToken = startToken
    self.log = log
    self.clock = clock
    self.now = now
    origin = Origin(host: options.host, port: options.port, others: options.otherHosts)
    pool = AnalysisPool(threads: options.threads)
    assets = Assets(folder: options.assetsFolder)
  }

  /// Names another cookie for each port, as ports of one machine share their cookies.
  var cookieName: String { "dragoman-\(options.port)" }

  func cookie(_ value: String, maxAge: Int? = nil) -> String {
    Cookie.ownPages(cookieName, value, maxAge: maxAge)
  }

  func sessionID(of request: Request) -> String? {
    request.cookies[cookieName].map(\.value)
  }

  func session(of request: Request) -> Sessions.Session? {
    sessionID(of: request).flatMap { sessions.find($0, at: clock()) }
  }

  /// A session where the token is right. The page leads on by itself: after a link from elsewhere
  /// the browser would not yet send the cookie with a redirect.
  func signIn(token: String) async -> Response {
    let now = clock()
    guard Secret.isSame(token, startToken) else {
      guard guesses.wasWrong(at: now) else {
        return signInPage(status: .unauthorized, wasWrong: true)
      }
      await guesses.wait(options.guessDelay)
      return answer(
        Problem(
          status: .tooManyRequests,
          message: "that is not the token, and too many wrong ones were tried",
          hint: "open the address that `dragoman serve` printed; it always works"),
        asData: false)
    }
    let id = sessions.begin(isInRoom: options.room, at: now)
    var response = self.response(
      PageFrame.plain(
        title: "Signed in", "<p><a href=\"/positions\">Go to the state of play</a></p>"))
    response.headers[.setCookie] = cookie(id)
    response.headers[.named("Refresh")] = "0; url=/positions"
    return response
  }

  func signInPage(status: HTTPResponse.Status, wasWrong: Bool = false) -> Response {
    let warning: HTML =
      wasWrong ? "<p class=\"warning\" role=\"alert\">That is not the token.</p>" : HTML()
    return response(
      PageFrame.plain(
        title: "Sign in",
        """
        \(warning)<p>Open the address that <code>dragoman serve</code> printed in its terminal, or \
        enter the token at its end.</p>
        <form method="post" action="/sign-in"><label>Token <input name="token" type="password" \
        autocomplete="off" required></label> <button type="submit">Sign in</button></form>
        """), status: status)
  }

  // MARK: Answers

  func response(_ page: HTML, status: HTTPResponse.Status = .ok) -> Response {
    response(bytes: Array(page.text.utf8), kind: "text/html; charset=utf-8", status: status)
  }

  func response(
    bytes: [UInt8], kind: String, status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status, headers: [.contentType: kind],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// To a page of this server.
  func redirect(to address: String) -> Response {
    Response(status: .seeOther, headers: [.location: safe(address)])
  }

  /// The address where it is surely one of this server's, else the home page.
  func safe(_ address: String) -> String {
    // Two slashes would lead to another server.
    let isOurs =
      address.hasPrefix("/") && !address.hasPrefix("//")
      && address.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
    return isOurs ? address : "/positions"
  }

  /// - Parameter session: one that may see the case's title; nil if the request has none.
  func answer(
    _ error: any Error, asData: Bool, session: Sessions.Session? = nil
  ) -> Response {
    if error is SignInNeededError, !asData { return signInPage(status: .unauthorized) }
    let problem = Problem(error)
    if asData {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      return response(
        bytes: Array((try? encoder.encode(problem.diagnostic)) ?? Data()), kind: "application/json",
        status: problem.status)
    }
    guard let session else {
      return response(
        PageFrame.plain(
          title: problem.title,
          """
          \(problem.diagnostic.html)
          <p><a href="/positions">Go to the state of play</a></p>
          """), status: problem.status)
    }
    return shell(title: problem.title, problem.article(), session, status: problem.status)
  }

  /// A page that shows nothing of the case but its title, in the frame of all others.
  func shell(
    title: String, name: String = "notice", _ main: HTML, _ session: Sessions.Session,
    status: HTTPResponse.Status = .ok
  ) -> Response {
    response(
      PageShell(
        title: title, name: name, brand: self.title.withLock { $0 },
        badges: PageFrame.badges(mode(of: session)), main: main
      ).html, status: status)
  }
}

extension Problem {
  /// What any error is to the person who asked. What only the program's maker could read is not
  /// shown.
  init(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case is SignInNeededError:
      self.init(
        status: .unauthorized, message: "there is no session, or it has ended",
        hint: "sign in with the token that `dragoman serve` printed")
    case let error as any HTTPResponseError:
      switch error.status {
      case .notFound: self = .notFound("there is no such page")
      case .contentTooLarge:
        self.init(
          status: .contentTooLarge, message: "the form is too large",
          hint: "go back in the browser: what you typed is still in the form, and can be shortened")
      default: self.init(status: error.status, message: "the request is not supported")
      }
    case let fault as StoreError: self.init(fault)
    case let fault as CaseFileError:
      self.init(
        status: .serviceUnavailable, message: "the case cannot be read: \(fault.message)",
        hint: fault.hint ?? "correct it or restore a copy, and load the page again")
    case let stopped as StoppedWorkError:
      switch stopped {
      case .timeout:
        self.init(
          status: .serviceUnavailable, message: "the computation took too long and was stopped",
          hint: "narrow the filters, or use the command line, which allows more time")
      case .tooMuch:
        self.init(
          status: .serviceUnavailable, message: "there are too many requests at once",
          hint: "try again in a moment")
      case .cancelled, .overtaken:
        self.init(status: .conflict, message: "a newer request replaced this one")
      }
    default:
      self.init(
        status: .internalServerError,
        message: "the program failed on this request, and nothing was changed"
      )
    }
  }

  var title: String {
    switch status {
    case .notFound: "Not found"
    case .forbidden, .misdirectedRequest: "Refused"
    case .badRequest, .uriTooLong, .contentTooLarge: "Invalid request"
    case .tooManyRequests: "Too many attempts"
    case .conflict: "Edit conflict"
    case .serviceUnavailable: "Temporarily unavailable"
    default: "Something went wrong"
    }
  }
}

extension Cookie {
  /// A cookie that goes to pages of this server alone and that no script can read.
  static func ownPages(_ name: String, _ value: String, maxAge: Int? = nil) -> String {
    Cookie(name: name, value: value, maxAge: maxAge, path: "/", httpOnly: true, sameSite: .strict)
      .description
  }
}
