internal import GRDB
internal import Synchronization

/// A connection that is opened when it is first needed.
final class LazyConnection: Sendable {
  private enum State {
    case closed
    case open(DatabaseQueue)
    case over
  }

  private let state = Mutex(State.closed)
  private let make: @Sendable () throws -> DatabaseQueue

  init(_ make: @escaping @Sendable () throws -> DatabaseQueue) { self.make = make }

  /// - Throws: where it cannot be opened, or was ended.
  func connection() throws -> DatabaseQueue {
    try state.withLock { state in
      switch state {
      case .open(let connection): return connection
      case .over: throw StoreError(.failed, "the file is closed already")
      case .closed:
        let connection = try make()
        state = .open(connection)
        return connection
      }
    }
  }

  /// Opens no more; what was open is to be closed by the caller.
  func end() -> DatabaseQueue? {
    state.withLock { state in
      defer { state = .over }
      if case .open(let connection) = state { return connection }
      return nil
    }
  }
}
