internal import Foundations
internal import NIOPosix
internal import StateOfPlay
internal import Synchronization

/// The threads on which everything longer than a moment runs, few and never Swift's own: two busy
/// computations there would keep every request waiting.
///
/// Work of one kind never queues behind work of another: a page is answered while all engines are
/// busy, and while a form waits for another program's lock. A computation ends without a result
/// where no one waits for it any more, where it takes too long, where the server stops, or where a
/// newer one of the same lane has begun: of the values of a slider the newest wins.
final class AnalysisPool: Sendable {
  /// What has threads of its own.
  enum Kind: CaseIterable, Sendable {
    /// Looks at the file, which are short.
    case file
    /// Views and their pages.
    case view
    /// Searches through what could be otherwise, as for deadlocks.
    case search
    /// The brief, which asks of everything.
    case brief
    /// The two engines.
    case engine
    /// Reads documents, which calls other programs.
    case document
    /// Changes of the file, which may wait for another program.
    case change
  }

  /// How many of each kind; they are started when first asked for.
  private let count: Int
  private let limit: Duration
  private let state = Mutex(State())

  private struct State {
    var threads: [Kind: NIOThreadPool] = [:]
    var lanes: [String: Stop] = [:]
    /// Everything asked for and not yet answered.
    var running: [ObjectIdentifier: Stop] = [:]
    var waiting: [Kind: Int] = [:]
    var isOver = false
  }

  /// Beyond so many computations of a kind asked for at once, the next is refused.
  static let mostWaiting = 256

  /// - Parameters:
  ///   - count: threads of each kind.
  ///   - limit: how long a computation may take.
  init(threads count: Int, limit: Duration = .seconds(60)) {
    self.count = max(1, count)
    self.limit = limit
  }

  deinit {
    for pool in state.withLock({ $0.threads.values }) { pool.shutdownGracefully { _ in } }
  }

  private func threads(of kind: Kind) -> NIOThreadPool {
    state.withLock { state in
      if let pool = state.threads[kind] { return pool }
      let pool = NIOThreadPool(numberOfThreads: count)
      pool.start()
      state.threads[kind] = pool
      return pool
    }
  }

  /// Whether a computation is to end.
  final class Stop: Sendable {
    /// That of the computation on whose thread this is asked.
    @TaskLocal static var current: Stop?

    private let state = Mutex<(reason: StoppedWorkError?, deadline: ContinuousClock.Instant?)>(
      (nil, nil))

    func stop(_ why: StoppedWorkError) { state.withLock { $0.reason = $0.reason ?? why } }

    fileprivate func begin(until deadline: ContinuousClock.Instant) {
      state.withLock { $0.deadline = deadline }
    }

    /// - Throws: ``StoppedWorkError`` where it is to end.
    func check() throws {
      let (reason, deadline) = state.withLock { ($0.reason, $0.deadline) }
      if let reason { throw reason }
      if let deadline, ContinuousClock.now > deadline { throw StoppedWorkError.timeout }
    }
  }

  /// - Throws: ``StoppedWorkError``, and what `work` throws.
  func run<Value: Sendable>(
    _ kind: Kind = .view, lane: String? = nil,
    _ work: @escaping @Sendable (Checkpoint) throws -> Value
  ) async throws -> Value {
    let stop = Stop()
    try begin(stop, kind, lane)
    defer { end(stop, kind, lane) }
    let threads = threads(of: kind)
    let limit = limit
    do {
      return try await withTaskCancellationHandler {
        try await threads.runIfActive {
          try stop.check()
          stop.begin(until: .now + limit)
          let checkpoint = Checkpoint { _, _ in try stop.check() }
          return try Stop.$current.withValue(stop) { try work(checkpoint) }
        }
      } onCancel: {
        stop.stop(.cancelled)
      }
    } catch is CancellationError {
      // Cancelled before it had a thread.
      throw StoppedWorkError.cancelled
    }
  }

  /// Ends everything that runs or waits; nothing is begun any more.
  func stop() {
    let running = state.withLock { state in
      state.isOver = true
      return Array(state.running.values)
    }
    for stop in running { stop.stop(.cancelled) }
  }

  private func begin(_ stop: Stop, _ kind: Kind, _ lane: String?) throws {
    let older = try state.withLock { state in
      if state.isOver { throw StoppedWorkError.cancelled }
      if state.waiting[kind, default: 0] >= Self.mostWaiting { throw StoppedWorkError.tooMuch }
      state.waiting[kind, default: 0] += 1
      state.running[ObjectIdentifier(stop)] = stop
      guard let lane else { return Stop?.none }
      defer { state.lanes[lane] = stop }
      return state.lanes[lane]
    }
    older?.stop(.overtaken)
  }

  private func end(_ stop: Stop, _ kind: Kind, _ lane: String?) {
    state.withLock { state in
      state.waiting[kind, default: 0] -= 1
      state.running[ObjectIdentifier(stop)] = nil
      if let lane, state.lanes[lane] === stop { state.lanes[lane] = nil }
    }
  }
}

/// Why a computation has no result.
enum StoppedWorkError: Error, Sendable {
  /// The client is gone, or the server stops.
  case cancelled
  /// A newer question of the same kind took its place.
  case overtaken
  case timeout
  /// Too many wait already.
  case tooMuch
}

extension Page {
  /// On whose threads it is made.
  var work: AnalysisPool.Kind {
    switch name {
    case "settlement", "stability": .engine
    case "preconditions": .search
    case "brief", "brief-export": .brief
    case "text-range": .document
    default: .view
    }
  }
}
