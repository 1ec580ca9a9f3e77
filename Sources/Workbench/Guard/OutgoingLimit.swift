internal import Synchronization

/// How many bytes of pages may be under way at once: readers that take theirs slowly, or not at all,
/// hold no more than that.
final class OutgoingLimit: Sendable {
  /// Holds its share for as long as it lives.
  final class Lease: Sendable {
    private let bytes: Int
    private let limit: OutgoingLimit

    fileprivate init(_ bytes: Int, _ limit: OutgoingLimit) {
      (self.bytes, self.limit) = (bytes, limit)
    }

    deinit { limit.used.withLock { $0 -= bytes } }
  }

  private let used = Mutex(0)
  private let most: Int

  init(most: Int = 128_000_000) { self.most = most }

  /// Nil where too much is under way; one page may always go.
  func lease(_ bytes: Int) -> Lease? {
    used.withLock { used in
      guard used == 0 || used + bytes <= most else { return nil }
      used += bytes
      return Lease(bytes, self)
    }
  }
}
