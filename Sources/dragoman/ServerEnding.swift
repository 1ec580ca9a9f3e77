import Dispatch
import Foundation
import Synchronization

/// Ends a server when the process receives a signal: within two seconds, whatever runs, and with
/// the case in one file.
///
/// What runs is asked to stop. Work that does not hear it is ended with the program.
final class ServerEnding: Sendable {
  private let stop: @Sendable () -> Void
  private let afterwards: @Sendable () -> Void
  private let hasBegun = Mutex(false)
  private let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])
  // Dispatch's sources may be used from any thread; not every platform's headers say so.
  nonisolated(unsafe) private let sources: [any DispatchSourceSignal]

  /// - Parameters:
  ///   - stop: asks what runs to end; returns at once.
  ///   - afterwards: what is to be done at the end in any case, as closing the file.
  init(stop: @escaping @Sendable () -> Void, afterwards: @escaping @Sendable () -> Void) {
    self.stop = stop
    self.afterwards = afterwards
    sources = [SIGINT, SIGTERM].map { number in
      // The source sees the signal only where its default, to end the program, is off.
      Foundation.signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: .global())
    }
    for source in sources {
      source.setEventHandler { [self] in
        // A second one ends the program at once.
        for number in [SIGINT, SIGTERM] { Foundation.signal(number, SIG_DFL) }
        begin()
      }
      source.resume()
    }
  }

  /// Returns when the process has received a signal to end, or the task is cancelled.
  func signal() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = hasBegun.withLock { hasBegun in
          if !hasBegun { waiting.withLock { $0.append(continuation) } }
          return hasBegun
        }
        if isOver { continuation.resume() } else if Task.isCancelled { release() }
      }
    } onCancel: {
      release()
    }
  }

  private func release() {
    let all = waiting.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
    for continuation in all { continuation.resume() }
  }

  /// Nothing was served: signals are another's.
  func giveUp() {
    for source in sources { source.cancel() }
  }

  /// Stops what runs, and sees to it that the process ends soon.
  func begin() {
    let isFirst = hasBegun.withLock { hasBegun in
      defer { hasBegun = true }
      return !hasBegun
    }
    guard isFirst else { return }
    // On a thread of its own: those of the pools may all be busy.
    Thread.detachNewThread { [self] in
      Thread.sleep(forTimeInterval: 1)
      finish()
    }
    stop()
    release()
  }

  /// Closes what is to be closed, as far as that can be done soon, and ends the program.
  func finish() -> Never {
    let done = DispatchSemaphore(value: 0)
    let afterwards = afterwards
    Thread.detachNewThread {
      afterwards()
      done.signal()
    }
    _ = done.wait(timeout: .now() + 0.5)
    _exit(0)
  }
}
