internal import CaseModel
internal import Synchronization

/// Who has shown the token: each browser bears a random id in a cookie, of which only the digest is
/// kept.
final class Sessions: Sendable {
  struct Session: Sendable, Hashable {
    /// Names the session within the program; it is no secret and opens nothing.
    var number: Int
    /// What a form must bear beside the cookie to change anything.
    var formToken: String
    /// What is confidential is left out of everything shown.
    var isInRoom: Bool
    fileprivate var begun: Duration
    fileprivate var seen: Duration
  }

  private struct State {
    var sessions: [SHA256Digest: Session] = [:]
    var next = 1
  }

  /// A session unused for so long is over.
  static let idleLimit = Duration.seconds(8 * 3600)
  /// Any session is over after so long.
  static let ageLimit = Duration.seconds(24 * 3600)
  /// Beyond so many the one unused for longest ends.
  static let most = 100

  private let state = Mutex(State())

  /// A new session; the id returned goes into the cookie.
  func begin(isInRoom: Bool, at now: Duration) -> String {
    let id = Secret.make()
    state.withLock { state in
      state.sessions = state.sessions.filter { !Self.isOver($0.value, now) }
      if state.sessions.count >= Self.most,
        let oldest = state.sessions.min(by: { $0.value.seen < $1.value.seen })
      {
        state.sessions[oldest.key] = nil
      }
      state.sessions[SHA256Digest(of: id.utf8)] = Session(
        number: state.next, formToken: Secret.make(), isInRoom: isInRoom, begun: now, seen: now)
      state.next += 1
    }
    return id
  }

  func find(_ id: String, at now: Duration) -> Session? {
    let key = SHA256Digest(of: id.utf8)
    return state.withLock { state in
      guard var session = state.sessions[key] else { return nil }
      guard !Self.isOver(session, now) else {
        state.sessions[key] = nil
        return nil
      }
      session.seen = now
      state.sessions[key] = session
      return session
    }
  }

  func end(_ id: String) {
    state.withLock { $0.sessions[SHA256Digest(of: id.utf8)] = nil }
  }

  func setRoom(_ isInRoom: Bool, for id: String) {
    state.withLock { $0.sessions[SHA256Digest(of: id.utf8)]?.isInRoom = isInRoom }
  }

  private static func isOver(_ session: Session, _ now: Duration) -> Bool {
    now - session.seen > idleLimit || now - session.begun > ageLimit
  }
}
