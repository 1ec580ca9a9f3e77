internal import HTTPTypes

/// What a library answers beside its cases: the one list of it.
struct LibraryRoute: Sendable {
  enum Kind: Sendable {
    case start, asset, home, form, search
    case action(LibraryAction)
  }

  var method: HTTPRequest.Method
  var path: String
  var kind: Kind
  /// Answered without a session.
  var isOpen = false

  /// The page with the cases.
  static let home = "/library"
  /// Before the name of a case.
  static let cases = "/c/"

  /// Before every address of the case.
  static func base(of name: String) -> String { cases + name }

  static let all: [LibraryRoute] =
    [
      LibraryRoute(method: .get, path: "/", kind: .start, isOpen: true),
      LibraryRoute(method: .get, path: "/assets/{name}", kind: .asset, isOpen: true),
      LibraryRoute(method: .get, path: home, kind: .home),
      LibraryRoute(method: .get, path: "\(home)/new", kind: .form),
      LibraryRoute(method: .get, path: "\(home)/search", kind: .search),
    ]
    + LibraryAction.all.map {
      LibraryRoute(method: .post, path: $0.path, kind: .action($0), isOpen: $0.isOpen)
    }

  static func isOpen(_ method: HTTPRequest.Method, _ path: String) -> Bool {
    OpenRoutes.contain(method, path, all.filter(\.isOpen).map { ($0.method, $0.path) })
  }

  /// The name of the case that a path leads to, and the path within it; nil where it leads to none.
  static func split(_ path: String) -> (name: String, rest: String)? {
    guard path.hasPrefix(cases) else { return nil }
    let inner = path.dropFirst(cases.count)
    guard let end = inner.firstIndex(where: { $0 == "/" || $0 == "?" }) else {
      return (String(inner), "/")
    }
    let rest = inner[end...]
    return (String(inner[..<end]), rest.hasPrefix("/") ? String(rest) : "/" + rest)
  }
}

/// Something a form of the library does.
struct LibraryAction: Sendable {
  let path: String
  var isOpen = false
  /// Refused where nothing may be written.
  var writes = false
  let run: @Sendable (Library, Action.Posted, _ who: String?) async throws -> LibraryAnswer

  static let all: [LibraryAction] = [.signIn, .signOut, .room, .newCase, .example]
}

/// What follows a form of the library.
enum LibraryAnswer: Sendable {
  case signedIn(token: String)
  case signedOut
  case goTo(String)
}

extension LibraryAction {
  static let signIn = LibraryAction(path: "/sign-in", isOpen: true) { _, posted, _ in
    .signedIn(token: posted.form["token"] ?? "")
  }

  static let signOut = LibraryAction(path: "/sign-out") { library, posted, _ in
    library.host.sessions.end(posted.sessionID)
    return .signedOut
  }

  static let room = LibraryAction(path: "/room") { library, posted, _ in
    library.host.sessions.setRoom(posted.form["to"] == "on", for: posted.sessionID)
    return .goTo(LibraryRoute.home)
  }

  /// A case from nothing.
  static let newCase = LibraryAction(path: "\(LibraryRoute.home)/new", writes: true) {
    library, posted, who in
    let new = try NewCaseForm(posted.form).made()
    return .goTo(try await library.create(new, by: who, message: "begin the case"))
  }

  /// The worked example, as a file of one's own.
  static let example = LibraryAction(path: "\(LibraryRoute.home)/example", writes: true) {
    library, _, who in
    let example = try WorkedExample.read()
    return .goTo(
      try await library.create(example, by: who, message: "copy of the worked example"))
  }
}
