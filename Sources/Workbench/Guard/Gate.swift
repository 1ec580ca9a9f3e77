internal import HTTPTypes
internal import Hummingbird
internal import NIOHTTP1

/// Stands before every route, those that do not exist too: who may ask, from where, and how much.
struct Gate: RouterMiddleware {
  typealias Context = SiteContext

  let host: SiteHost
  /// Whether a method and a path are answered without a session.
  let isOpen: @Sendable (HTTPRequest.Method, String) -> Bool
  /// What is sent where a request is refused: the error, whether data was asked for, and the session
  /// it came from, where that is known.
  let refuse: @Sendable (any Error, Bool, Sessions.Session?) -> Response

  /// In bytes; a longer address or body is refused.
  static let longestAddress = 16_384
  static let largestBody = 65_536

  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    var response: Response
    // Until the request is known to be one of ours, an answer says nothing of the case.
    var session: Sessions.Session?
    do {
      try check(request)
      session = host.session(of: request)
      response = try await withoutActuallyEscaping(next) { next in
        try await answer(request, context, next)
      }
    } catch let error as HTTPParserError {
      // What is no HTTP is answered below us, with 400, and the connection ends.
      throw error
    } catch {
      response = refuse(error, request.uri.path.isData, session)
    }
    SecurityHeaders.add(to: &response.headers)
    host.log(
      AccessLine(
        method: request.method.rawValue, route: context.endpointPath ?? "none",
        status: response.status.code, time: ContinuousClock.now - start))
    return response
  }

  /// The answer, given up where the connection ends before it is there.
  private func answer(
    _ request: Request, _ context: SiteContext,
    _ next: @escaping (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    // Called once, and waited for until it is done.
    nonisolated(unsafe) let next = next
    let work = Task { try await next(request, context) }
    host.connections.begin(
      context.connection, hasSession: host.session(of: request) != nil, cancel: { work.cancel() })
    defer { host.connections.end(context.connection) }
    return try await withTaskCancellationHandler {
      try await work.value
    } onCancel: {
      work.cancel()
    }
  }

  private func check(_ request: Request) throws {
    let head = request.head
    // The first `Host` is the authority; a second would be read by one program and not by another.
    guard !head.headerFields.contains(where: { $0.name.canonicalName == "host" }) else {
      throw Problem.badRequest("the request names two hosts")
    }
    guard host.origin.isOurs(head) else {
      throw Problem(
        status: .misdirectedRequest, message: "unknown host name",
        hint: "open the address that `dragoman serve` printed"
          + (HostName(head.authority ?? "").map {
            "; if this is the end of your tunnel, start the server so that it accepts the name `\($0.text)`"
          } ?? ""))
    }
    guard (head.path ?? "").utf8.count <= Self.longestAddress else {
      throw Problem(status: .uriTooLong, message: "the address is too long")
    }
    let isReading = head.method == .get || head.method == .head
    guard isReading ? host.origin.mayRead(head) : host.origin.mayChange(head) else {
      throw Problem.forbidden("a page of another site asked for this")
    }
    guard isOpen(head.method, request.uri.path) || host.session(of: request) != nil else {
      throw SignInNeededError()
    }
  }
}

/// There is no session, or it is over.
struct SignInNeededError: Error {}

/// One line of the log: no word, id or date of a case, only which route.
package struct AccessLine: Sendable {
  package let method: String
  /// The pattern, as `/statements/{id}`.
  package let route: String
  package let status: Int
  package let time: Duration
}

extension String {
  fileprivate var isData: Bool { hasSuffix(".json") || hasSuffix(".csv") }
}
