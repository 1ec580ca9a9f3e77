internal import NIOPosix
internal import StateOfPlay
internal import Synchronization

/// The threads on which everything longer than a moment runs, few and never Swift's own: two busy
/// computations there would keep every request waiting.
///
/// A computation ends without a result where its task is cancelled, where it takes too long, or
/// where a newer one of the same lane has begun: of the values of a slider the newest wins.
final class AnalysisPool: Sendable {
  private let threads: NIOThreadPool
  private let limit: Duration
  private let lanes = Mutex<[String: Stop]>([:])
  private let waiting = Mutex(0)

  /// Beyond so many computations asked for at once, the next is refused.
  static let mostWaiting = 512

  init(threads count: Int, limit: Duration = .seconds(60)) {
    threads = NIOThreadPool(numberOfThreads: max(1, count))
    threads.start()
    self.limit = limit
  }

  deinit { threads.shutdownGracefully { _ in } }

  /// Whether a computation is to end.
  final class Stop: Sendable {
    private let reason = Mutex<StoppedWork?>(nil)
    func stop(_ why: StoppedWork) { reason.withLock { $0 = $0 ?? why } }
    func check() throws { if let why = reason.withLock({ $0 }) { throw why } }
  }

  /// - Throws: ``StoppedWork``, and what `work` throws.
  func run<Value: Sendable>(
    lane: String? = nil, _ work: @escaping @Sendable (Checkpoint) throws -> Value
  ) async throws -> Value {
    let isFull = waiting.withLock { waiting in
      if waiting >= Self.mostWaiting { return true }
      waiting += 1
      return false
    }
    if isFull { throw StoppedWork.tooMuch }
    defer { waiting.withLock { $0 -= 1 } }
    let stop = Stop()
    if let lane {
      let older = lanes.withLock { lanes in
        let older = lanes[lane]
        lanes[lane] = stop
        return older
      }
      older?.stop(.overtaken)
    }
    defer {
      if let lane {
        lanes.withLock { lanes in if lanes[lane] === stop { lanes[lane] = nil } }
      }
    }
    let limit = limit
    return try await withTaskCancellationHandler {
      try await threads.runIfActive {
        try stop.check()
        let start = ContinuousClock.now
        let checkpoint = Checkpoint { _, _ in
          try stop.check()
          if ContinuousClock.now - start > limit { throw StoppedWork.timeout }
        }
        return try work(checkpoint)
      }
    } onCancel: {
      stop.stop(.cancelled)
    }
  }
}

/// Why a computation has no result.
enum StoppedWork: Error, Sendable {
  /// Whoever asked is gone.
  case cancelled
  /// A newer question of the same kind took its place.
  case overtaken
  case timeout
  /// Too many wait already.
  case tooMuch
}
