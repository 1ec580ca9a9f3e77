/// Where a long computation says how far it has come and learns that nobody waits for it any more.
///
/// The engine owns no clock and no signal handler. The caller's closure may draw a progress bar,
/// look at a deadline, or throw, which ends the computation at once with the thrown error: there is
/// never a partial result. Several threads may report at the same time.
public struct Checkpoint: Sendable {
  private let body: (@Sendable (Int, Int) throws -> Void)?

  /// A checkpoint that calls `body` with the steps done and the steps expected.
  public init(_ body: @escaping @Sendable (_ done: Int, _ total: Int) throws -> Void) {
    self.body = body
  }

  private init() { body = nil }

  /// The checkpoint that ignores every report.
  public static let none = Checkpoint()

  /// Tells how far the work has come; throws when it should stop.
  public func report(_ done: Int, of total: Int) throws {
    try body?(done, total)
  }
}
