internal import HTTPTypes
internal import Hummingbird

/// Stands before every route, those that do not exist too: who may ask, from where, and how much.
struct Gate: RouterMiddleware {
  typealias Context = BasicRequestContext

  let site: Site

  /// In bytes; a longer address or body is refused.
  static let longestAddress = 16_384
  static let largestBody = 65_536

  func handle(
    _ request: Request, context: BasicRequestContext,
    next: (Request, BasicRequestContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    var response: Response
    do {
      try check(request)
      response = try await next(request, context)
    } catch {
      response = site.answer(error, asData: request.uri.path.isData)
    }
    SecurityHeaders.add(to: &response.headers)
    site.log(
      AccessLine(
        method: request.method.rawValue, route: context.endpointPath ?? "none",
        status: response.status.code, time: ContinuousClock.now - start))
    return response
  }

  private func check(_ request: Request) throws {
    let head = request.head
    guard site.origin.isOurs(head) else {
      throw Problem(
        status: .misdirectedRequest, message: "unknown host name",
        hint: "open the address that `dragoman serve` printed")
    }
    guard (head.path ?? "").utf8.count <= Self.longestAddress else {
      throw Problem(status: .uriTooLong, message: "the address is too long")
    }
    let isReading = head.method == .get || head.method == .head
    guard isReading ? site.origin.mayRead(head) : site.origin.mayChange(head) else {
      throw Problem.forbidden("a page of another site asked for this")
    }
    guard Route.isOpen(head.method, request.uri.path) || site.session(of: request) != nil else {
      throw SignInNeeded()
    }
  }
}

/// There is no session, or it is over.
struct SignInNeeded: Error {}

/// One line of the log: no word, id or date of a case, only which route.
public struct AccessLine: Sendable {
  public let method: String
  /// The pattern, as `/statements/{id}`.
  public let route: String
  public let status: Int
  public let time: Duration
}

extension String {
  fileprivate var isData: Bool { hasSuffix(".json") || hasSuffix(".csv") }
}
