internal import Dispatch
internal import Synchronization

/// A part of a computation that a second core may do meanwhile.
///
/// Begun on a thread of Dispatch if one is free by the time its result is needed; otherwise the
/// caller does it, so that no one waits for a thread that never comes.
package final class ConcurrentPart<Result>: @unchecked Sendable {
  private let work: () throws -> Result
  private let isTaken = Mutex(false)
  private let isDone = DispatchSemaphore(value: 0)
  // Written by the one who took the work, and read after `isDone`.
  private var result: Swift.Result<Result, any Error>?

  package init(_ work: @escaping () throws -> Result) {
    self.work = work
    DispatchQueue.global().async { self.run() }
  }

  private func run() {
    let isFirst = isTaken.withLock { isTaken in
      defer { isTaken = true }
      return !isTaken
    }
    guard isFirst else { return }
    result = Swift.Result(catching: work)
    isDone.signal()
  }

  /// What it gave; to be asked once.
  /// - Throws: what the work throws.
  package func value() throws -> Result {
    run()
    isDone.wait()
    guard let result else { preconditionFailure("done without a result") }
    return try result.get()
  }
}
