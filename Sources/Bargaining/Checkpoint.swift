internal import Dispatch
internal import Synchronization

/// Where a long computation says how far it has come and learns that nobody waits for it any more.
///
/// The caller's closure may draw a progress bar, look at a deadline, or throw, which ends the
/// computation at once with the thrown error: there is never a partial result. Several threads may
/// report at the same time. Time paces how often the closure is called, and nothing else.
public struct Checkpoint: Sendable {
  private let body: (@Sendable (Int, Int) throws -> Void)?
  private let pace: Pace?
  private var isQuiet = false

  /// A checkpoint that calls `body` with the steps done and the steps expected.
  public init(_ body: @escaping @Sendable (_ done: Int, _ total: Int) throws -> Void) {
    self.body = body
    pace = Pace()
  }

  private init() { (body, pace) = (nil, nil) }

  /// The checkpoint that ignores every report.
  public static let none = Checkpoint()

  /// Says how far the work has come; throws when it should stop.
  public func report(_ done: Int, of total: Int) throws {
    guard let body, let pace else { return }
    if isQuiet { return try ask() }
    pace.note(done, total)
    try body(done, total)
  }

  /// Throws when the work should stop. Asks again with the last report, and only where some
  /// milliseconds have passed since the last time, so it costs little wherever it stands.
  func ask() throws {
    guard let body, let pace, pace.isDue() else { return }
    try body(pace.done.load(ordering: .relaxed), pace.total.load(ordering: .relaxed))
  }

  /// The same for a part of the work, which asks whether to go on but tells nothing of its own steps.
  var quiet: Checkpoint {
    var part = self
    part.isQuiet = true
    return part
  }
}

/// When a checkpoint was last asked, and what it was last told.
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

/// Asks a checkpoint once in so many steps, each a few nanoseconds.
struct Steps {
  private var count = 0
  private let checkpoint: Checkpoint

  init(_ checkpoint: Checkpoint) { self.checkpoint = checkpoint }

  @inline(__always)
  mutating func next() throws {
    count &+= 1
    if count & 0xFFF == 0 { try checkpoint.ask() }
  }
}

extension Sequence {
  /// Sorted, asking the checkpoint on the way where there is much to sort.
  func sorted(
    _ checkpoint: Checkpoint, by precedes: (Element, Element) -> Bool
  ) throws -> [Element] {
    let elements = Array(self)
    guard elements.count > 1 << 16 else { return elements.sorted(by: precedes) }
    var steps = Steps(checkpoint)
    return try elements.sorted {
      try steps.next()
      return precedes($0, $1)
    }
  }
}
