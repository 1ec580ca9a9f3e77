internal import Synchronization

/// A value made by the first caller; others wait for it. A failure is not kept.
final class Once<Value: Sendable>: Sendable {
  private let made: Mutex<Value?>

  /// - Parameter value: nil where it is still to be made.
  init(_ value: Value? = nil) { made = Mutex(value) }

  /// Nil where it is not made.
  var known: Value? { made.withLock { $0 } }

  func value(_ make: () throws -> Value) throws -> Value {
    try made.withLock { made in
      if let made { return made }
      let value = try make()
      made = value
      return value
    }
  }
}
