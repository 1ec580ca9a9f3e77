internal import Synchronization

/// How many documents may be on their way in at once, as each is held whole while it is read.
final class UploadLimit: Sendable {
  /// Holds its place for as long as it lives.
  final class Place: Sendable {
    private let limit: UploadLimit
    fileprivate init(_ limit: UploadLimit) { self.limit = limit }
    deinit { limit.used.withLock { $0 -= 1 } }
  }

  static let most = 2
  private let used = Mutex(0)

  /// Nil where there is no room at the moment.
  func place() -> Place? {
    used.withLock { used in
      guard used < Self.most else { return nil }
      used += 1
      return Place(self)
    }
  }
}
