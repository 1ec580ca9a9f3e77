internal import HTTPTypes
internal import Hummingbird

/// Something a form does.
struct Action: Sendable {
  let path: String
  /// Done without a session; the only one is to begin one.
  var isOpen = false
  /// Refused where the case is only read.
  var changesCase = false
  /// The most bytes of its form, and the most names in it.
  var largestForm = (bytes: Gate.largestBody, items: Query.mostItems)
  let run: @Sendable (Site, Posted) async throws -> Response

  struct Posted: Sendable {
    /// The action's own.
    let path: String
    let form: Query
    /// The id of the session, from the cookie.
    let sessionID: String
    let session: Sessions.Session?
    /// A script asks, and wants data.
    var isLive = false
  }

  static let all: [Action] =
    [.signIn, .signOut, .room, .verdict, .note, .undo, .entry, .intake, .widen, .writableCopy]
    + codingActions
}

extension Action {
  static let signIn = Action(path: "/sign-in", isOpen: true) { site, posted in
    await site.host.signIn(token: posted.form["token"] ?? "")
  }

  static let signOut = Action(path: "/sign-out") { site, posted in
    site.sessions.end(posted.sessionID)
    var response = site.redirect(to: "/")
    response.headers[.setCookie] = site.host.cookie("", maxAge: 0)
    return response
  }

  static let room = Action(path: "/room") { site, posted in
    site.sessions.setRoom(posted.form["to"] == "on", for: posted.sessionID)
    return site.redirect(to: "/positions")
  }
}
