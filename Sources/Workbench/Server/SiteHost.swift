internal import CaseModel
internal import HTTPTypes
internal import Hummingbird
internal import Presentation

/// What one server has once, however many cases it serves: who is signed in, its connections, its
/// threads and its limits.
final class SiteHost: Sendable {
  let options: Workbench.Options
  let version: String
  let startToken: String
  let origin: Origin
  let sessions = Sessions()
  let guesses = GuessLimit()
  let connections = Connections()
  let outgoing = OutgoingLimit()
  let uploads = UploadLimit()
  let shelf = UploadShelf()
  let pool: AnalysisPool
  let assets: Assets
  let log: @Sendable (AccessLine) -> Void
  /// Time since some moment; sessions and guesses are measured by it.
  let clock: @Sendable () -> Duration
  /// What the calendar says, for changes.
  let now: @Sendable () -> Moment
  /// To the page that a reader sees first.
  let start: String

  init(
    options: Workbench.Options, version: String, startToken: String, start: String,
    log: @escaping @Sendable (AccessLine) -> Void, clock: @escaping @Sendable () -> Duration,
    now: @escaping @Sendable () -> Moment
  ) {
    self.options = options
    self.version = version
    self.startToken = startToken
    self.start = start
    self.log = log
    self.clock = clock
    self.now = now
    origin = Origin(host: options.host, port: options.port, others: options.otherHosts)
    pool = AnalysisPool(threads: options.threads)
    assets = Assets(folder: options.assetsFolder)
  }

  /// Whether a library of cases stands before them.
  var isLibrary: Bool { start == LibraryRoute.home }

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

  // MARK: Signing in and out

  /// A session where the token is right. The page leads on by itself: after a link from elsewhere
  /// the browser would not yet send the cookie with a redirect.
  func signIn(token: String) async -> Response {
    let now = clock()
    guard Secret.isSame(token, startToken) else {
      guard guesses.wasWrong(at: now) else {
        return signInPage(status: .unauthorized, wasWrong: true)
      }
      await guesses.wait(options.guessDelay)
      return response(
        Problem(
          status: .tooManyRequests,
          message: "that is not the token, and too many wrong ones were tried",
          hint: "open the address that `dragoman serve` printed; it is let in at any time"
        ).plainPage(back: start), status: .tooManyRequests)
    }
    let id = sessions.begin(isInRoom: options.room, at: now)
    var response = self.response(
      PageFrame.plain(
        title: "Signed in",
        "<p><a href=\"\(start)\">\(isLibrary ? "To the cases" : "To the state of play")</a></p>"))
    response.headers[.setCookie] = cookie(id)
    response.headers[.named("Refresh")] = "0; url=\(start)"
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
        give the token at its end.</p>
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

  func asset(_ request: Request, _ context: SiteContext) throws -> Response {
    guard let name = context.parameters.get("name"), let asset = assets[name] else {
      throw Problem.notFound("there is no such page")
    }
    var headers: HTTPFields = [
      .contentType: asset.kind, .eTag: asset.tag, .cacheControl: "private, no-cache",
    ]
    if request.headers[.ifNoneMatch] == asset.tag {
      headers[.contentType] = nil
      return Response(status: .notModified, headers: headers)
    }
    return Response(
      status: .ok, headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
  }

  // MARK: Forms

  /// A form as it was sent, and the session it was sent from.
  ///
  /// - Throws: ``Problem`` where it is no form, or none of this session's.
  func posted(
    _ request: Request, to path: String, isOpen: Bool = false,
    largest: (bytes: Int, items: Int) = (Gate.largestBody, Query.mostItems)
  ) async throws -> Action.Posted {
    guard
      request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true
    else {
      throw Problem(status: .unsupportedMediaType, message: "a form is expected here")
    }
    let body = try await request.body.collect(upTo: largest.bytes)
    guard let form = Query(String(buffer: body), most: largest.items) else {
      throw Problem.badRequest("the form cannot be read")
    }
    let id = sessionID(of: request) ?? ""
    let session = sessions.find(id, at: clock())
    if !isOpen { try check(form["form-token"], session) }
    return Action.Posted(
      path: path, form: form, sessionID: id, session: session,
      isLive: request.headers[.dragomanLive] != nil)
  }

  /// - Throws: where a form does not bear the token of the session it was sent from.
  func check(_ token: String?, _ session: Sessions.Session?) throws {
    guard let session else { throw SignInNeededError() }
    guard Secret.isSame(token ?? "", session.formToken) else {
      throw Problem.forbidden(
        "the form is not one of this session", hint: "load the page again and send it again")
    }
  }
}

extension Problem {
  /// For someone of whom no session is known.
  func plainPage(back: String) -> HTML {
    PageFrame.plain(
      title: title,
      """
      \(diagnostic.html)
      <p><a href="\(back)">\(back == LibraryRoute.home ? "To the cases" : "To the state of play")</a></p>
      """)
  }
}
