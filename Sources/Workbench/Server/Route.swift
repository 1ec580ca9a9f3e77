internal import HTTPTypes

/// What the server answers at all: the one list of it.
///
/// Whatever is not open here needs a session, an address that no route has as well; whatever is no
/// GET needs to come from a page of ours besides.
struct Route: Sendable {
  enum Face: String, Sendable, CaseIterable {
    case html, json, csv
  }

  enum Kind: Sendable {
    case page(Page, Face)
    case action(Action)
    case asset
    case home
    case help
  }

  var method: HTTPRequest.Method
  var path: String
  var kind: Kind
  /// Answered without a session.
  var isOpen = false

  static let all: [Route] =
    [
      Route(method: .get, path: "/", kind: .home, isOpen: true),
      Route(method: .get, path: "/assets/{name}", kind: .asset, isOpen: true),
      Route(method: .get, path: "/help", kind: .help),
    ]
    + Page.all.flatMap { page in
      [Route(method: .get, path: page.path, kind: .page(page, .html))]
        + (page.json == nil
          ? [] : [Route(method: .get, path: page.path + ".json", kind: .page(page, .json))])
        + (page.csv == nil
          ? [] : [Route(method: .get, path: page.path + ".csv", kind: .page(page, .csv))])
    }
    + Action.all.map { action in
      Route(method: .post, path: action.path, kind: .action(action), isOpen: action.isOpen)
    }

  /// The open ones by method and path, which have no parameters save an asset's name.
  static func isOpen(_ method: HTTPRequest.Method, _ path: String) -> Bool {
    let method = method == .head ? .get : method
    return all.contains { route in
      guard route.isOpen, route.method == method else { return false }
      if case .asset = route.kind {
        return path.hasPrefix("/assets/") && !path.dropFirst(8).contains("/")
      }
      return route.path == path
    }
  }
}
