import Dispatch
import Foundation
import Foundations
import StateOfPlay
import Synchronization

/// Watches over one piece of long work: says on a terminal how far it is once it takes longer than
/// a second, and stops it when its time is up or the user presses Ctrl-C.
///
/// Work that reports to ``checkpoint`` unwinds at its next report. Work that does not report within
/// half a second of the signal is ended with the program; results are printed only when they are
/// whole, so nothing is left half done either way. A second Ctrl-C ends the program at once.
final class Progress: Sendable {
  private struct State {
    var done = 0
    var total = 0
    var isShown = false
    var isOver = false
    var stopped: StoppedWorkError?
    var stoppedAt = ContinuousClock.now
  }

  private let name: String
  private let timeout: Double?
  private let start = ContinuousClock.now
  private let isTerminal = isatty(2) == 1
  private let state = Mutex(State())
  // Dispatch's sources may be used from any thread; not every platform's headers say so.
  nonisolated(unsafe) private let timer: any DispatchSourceTimer
  nonisolated(unsafe) private let interrupt: any DispatchSourceSignal

  /// - Parameter timeout: seconds, or nil for as long as it takes.
  init(_ name: String, timeout: Double?) {
    self.name = name
    self.timeout = timeout
    let queue = DispatchQueue(label: "progress")
    timer = DispatchSource.makeTimerSource(queue: queue)
    // The source sees the signal only where its default, to end the program, is off.
    signal(SIGINT, SIG_IGN)
    interrupt = DispatchSource.makeSignalSource(signal: SIGINT, queue: queue)
    interrupt.setEventHandler { [self] in
      signal(SIGINT, SIG_DFL)
      stop(.interrupted)
    }
    timer.setEventHandler { [self] in tick() }
    timer.schedule(deadline: .now(), repeating: .milliseconds(100))
    interrupt.resume()
    timer.resume()
  }

  /// Keeps how far the work is; throws ``StoppedWorkError`` once it is to stop.
  var checkpoint: Checkpoint {
    Checkpoint { [self] done, total in
      try state.withLock { state in
        if let stopped = state.stopped { throw stopped }
        (state.done, state.total) = (done, total)
      }
    }
  }

  /// The work is done or has failed: wipes the line, and leaves Ctrl-C as it was.
  func end() {
    state.withLock { state in
      state.isOver = true
      wipe(&state)
    }
    timer.cancel()
    interrupt.cancel()
    signal(SIGINT, SIG_DFL)
  }

  private func stop(_ reason: StoppedWorkError) {
    state.withLock { state in
      guard state.stopped == nil else { return }
      (state.stopped, state.stoppedAt) = (reason, .now)
    }
  }

  private func tick() {
    let elapsed = ContinuousClock.now - start
    if let timeout, elapsed > .seconds(timeout) { stop(.timeout(timeout)) }
    state.withLock { state in
      guard !state.isOver else { return }
      if let stopped = state.stopped {
        guard ContinuousClock.now - state.stoppedAt > .milliseconds(500) else { return }
        wipe(&state)
        Main.exit(for: stopped)
      }
      guard isTerminal, elapsed > .seconds(1) else { return }
      state.isShown = true
      let line = Self.line(name, elapsed.components.seconds, state.done, state.total)
      Console.err("\r\(line)\u{1B}[K")
    }
  }

  /// "brief: 3 s, 42 % of this step"
  private static func line(_ name: String, _ seconds: Int64, _ done: Int, _ total: Int) -> String {
    guard total > 0 else { return "\(name): \(seconds) s" }
    let share = Int(100 * min(1, Double(done) / Double(total)))
    return "\(name): \(seconds) s, \(share) % of this step"
  }

  private func wipe(_ state: inout State) {
    if state.isShown { Console.err("\r\u{1B}[K") }
    state.isShown = false
  }
}
