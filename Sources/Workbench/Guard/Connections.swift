internal import Synchronization

/// The connections there are: what each waits for is given up when it ends, and those that have not
/// shown a session make room for others.
final class Connections: Sendable {
  typealias Key = ObjectIdentifier

  private struct Connection {
    var number: Int
    var hasSession = false
    /// Ends what is made for it at the moment.
    var cancel: (@Sendable () -> Void)?
    var close: @Sendable () -> Void
  }

  private struct State {
    var connections: [Key: Connection] = [:]
    var next = 0
    var isOver = false
  }

  /// No more than so many are taken.
  static let most = 256
  /// Beyond so many the oldest without a session is closed.
  static let mostStrangers = 128

  private let state = Mutex(State())

  /// - Parameter close: closes it, from any thread.
  func opened(_ key: Key, close: @escaping @Sendable () -> Void) {
    let shut: (@Sendable () -> Void)? = state.withLock { state in
      if state.isOver { return close }
      state.next += 1
      state.connections[key] = Connection(number: state.next, close: close)
      let strangers = state.connections.values.filter { !$0.hasSession }
      guard strangers.count > Self.mostStrangers else { return nil }
      return strangers.min { $0.number < $1.number }?.close
    }
    shut?()
  }

  func closed(_ key: Key) {
    state.withLock { $0.connections.removeValue(forKey: key) }?.cancel?()
  }

  /// - Parameter cancel: ends what is made for the connection.
  func begin(_ key: Key, hasSession: Bool, cancel: @escaping @Sendable () -> Void) {
    state.withLock { state in
      state.connections[key]?.hasSession = hasSession
      state.connections[key]?.cancel = cancel
    }
  }

  func end(_ key: Key) { state.withLock { $0.connections[key]?.cancel = nil } }

  /// Closes all, and every new one.
  func closeAll() {
    let all = state.withLock { state in
      state.isOver = true
      return state.connections.values.sorted { $0.number < $1.number }
    }
    for connection in all {
      connection.cancel?()
      connection.close()
    }
  }
}
