internal import CaseModel
internal import HTTPTypes
internal import Hummingbird

/// What answers a request: the one case there is, or a library, which hands on what is meant for one of
/// its cases.
enum Front: HTTPResponder {
  case site(RouterResponder<SiteContext>)
  case library(Library, RouterResponder<SiteContext>)

  func respond(to request: Request, context: SiteContext) async throws -> Response {
    switch self {
    case .site(let responder): return try await responder.respond(to: request, context: context)
    case .library(let library, let responder):
      guard let (held, inner) = await library.held(for: request) else {
        return try await responder.respond(to: request, context: context)
      }
      // The case stays open for as long as its answer is made.
      defer { withExtendedLifetime(held) {} }
      return try await held.responder.respond(to: inner, context: context)
    }
  }
}

extension Library {
  /// The case that a request is for, and the request as the case sees it; nil where it is for none, or
  /// came from no one known, to whom no name says anything.
  fileprivate func held(for request: Request) async -> (OpenCases.Held, Request)? {
    guard let (name, _) = LibraryRoute.split(request.uri.path),
      Slug.isSlug(name), host.session(of: request) != nil, host.origin.isOurs(request.head)
    else { return nil }
    let cases = cases
    let held = try? await host.pool.run(.file) { _ in try cases.held(name) }
    guard let held, let whole = request.head.path, let inner = LibraryRoute.split(whole) else {
      return nil
    }
    var head = request.head
    head.path = inner.rest
    return (held, Request(head: head, body: request.body))
  }
}
