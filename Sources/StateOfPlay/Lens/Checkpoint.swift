/// Where long work says how far it is and learns that it is to stop.
///
/// The work calls ``report(_:of:)`` now and then; what it was made with may throw, and the work
/// ends there without a result. The default does nothing.
public struct Checkpoint: Sendable {
  private let tell: @Sendable (_ done: Int, _ total: Int) throws -> Void

  public init() { tell = { _, _ in } }

  public init(_ tell: @escaping @Sendable (_ done: Int, _ total: Int) throws -> Void) {
    self.tell = tell
  }

  /// `done` of `total` parts are finished; the same numbers may be reported again.
  /// - Throws: whatever it was made to throw, as where the work was cancelled.
  public func report(_ done: Int, of total: Int) throws { try tell(done, total) }
}
