internal import Dispatch
internal import Synchronization

/// Where a long computation reports how far it has come and learns that it should stop.
///
/// The caller's closure may draw a progress bar, look at a deadline, or throw, which ends the
/// computation at once with the thrown error: there is never a partial result. Several threads may
/// report at the same time. The time of day affects how often the closure is called, and nothing else.
public struct Checkpoint: Sendable {
  private let body: (@Sendable (Int, Int) throws -> Void)?
  private let pace: Pace?
  private var isQuiet = false

  /// A checkpoint that calls `body` with the steps done and the steps expected.
  public init(_ body: @escaping @Sendable (_ done: Int, _ total: Int) throws -> Void) {
    self.body = body
    pace = Pace()
  }

  /// A checkpoint that ignores every report and never stops the work.
  public init() { (body, pace) = (nil, nil) }

  /// Reports that `done` of `total` steps are finished; the same numbers may be reported again.
  /// - Throws: what the caller's closure throws, when the work should stop.
  public func report(_ done: Int, of total: Int) throws {
    guard let body, let pace else { return }
    if isQuiet { return try ask() }
    pace.note(done, total)
    try body(done, total)
  }

  /// Throws when the work should stop. Repeats the last report, and only where some milliseconds
  /// have passed since the last time, so that it costs little wherever it is placed.
  @usableFromInline
  package func ask() throws {
    guard let body, let pace, pace.isDue() else { return }
    try body(pace.done.load(ordering: .relaxed), pace.total.load(ordering: .relaxed))
  }

  /// The same for a part of the work, which asks whether to go on but reports no steps of its own.
  package var quiet: Checkpoint {
    var part = self
    part.isQuiet = true
    return part
  }
}

/// When a checkpoint was last asked, and the last report.
private final class Pace: Sendable {
  let done = Atomic(0)
  let total = Atomic(0)
  private let last = Atomic(DispatchTime.now().uptimeNanoseconds)
  private static let interval: UInt64 = 5_000_000

  func note(_ done: Int, _ total: Int) {
    self.done.store(done, ordering: .relaxed)
    self.total.store(total, ordering: .relaxed)
    last.store(DispatchTime.now().uptimeNanoseconds, ordering: .relaxed)
  }

  func isDue() -> Bool {
    let now = DispatchTime.now().uptimeNanoseconds
    guard now &- last.load(ordering: .relaxed) > Self.interval else { return false }
    last.store(now, ordering: .relaxed)
    return true
  }
}
