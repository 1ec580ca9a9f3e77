internal import HTTPTypes

/// What the server answers at all: the one list of it.
///
/// Whatever is not open here needs a session, an address that no route has as well; whatever is no
/// GET must also come from a page of ours.
struct Route: Sendable {
  enum Face: String, Sendable, CaseIterable {
    /// `saved` is the page as one file of HTML.
    case html, json, csv, saved
  }

  enum Kind: Sendable {
    case page(Page, Face)
    case action(Action)
    case asset
    case home
    /// Documents are sent, as a form with files.
    case upload
    /// What is asked of documents that were sent.
    case intake
    /// The file from which a text was taken.
    case original
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
      Route(method: .post, path: "/documents/new", kind: .upload),
      Route(method: .get, path: "/documents/intake/{id}", kind: .intake),
      Route(method: .get, path: "/documents/{id}/original", kind: .original),
    ]
    + Page.all.flatMap(routes)
    + Action.all.map { action in
      Route(method: .post, path: action.path, kind: .action(action), isOpen: action.isOpen)
    }

  /// A page and its twins.
  private static func routes(of page: Page) -> [Route] {
    var faces = [("", Face.html)]
    if page.json != nil { faces.append((".json", .json)) }
    if page.csv != nil { faces.append((".csv", .csv)) }
    if page.document != nil { faces.append((".html", .saved)) }
    return faces.map { ending, face in
      Route(method: .get, path: page.path + ending, kind: .page(page, face))
    }
  }

  static func isOpen(_ method: HTTPRequest.Method, _ path: String) -> Bool {
    OpenRoutes.contain(method, path, all.filter(\.isOpen).map { ($0.method, $0.path) })
  }
}

/// Routes that are answered without a session.
enum OpenRoutes {
  /// By method and path, which have no parameters save an asset's name.
  static func contain(
    _ method: HTTPRequest.Method, _ path: String,
    _ open: [(method: HTTPRequest.Method, path: String)]
  ) -> Bool {
    let method = method == .head ? .get : method
    return open.contains { route in
      guard route.method == method else { return false }
      guard route.path == "/assets/{name}" else { return route.path == path }
      return path.hasPrefix("/assets/") && !path.dropFirst(8).contains("/")
    }
  }
}
