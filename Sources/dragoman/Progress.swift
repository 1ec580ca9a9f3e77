import Foundation
import StateOfPlay
import Synchronization

/// Tells on standard error how far long work is, once it takes longer than a second.
///
/// Nothing is written before that, nor where standard error is no terminal. An interrupt ends the
/// program as ever: results are printed only when they are whole, so nothing is left half done; the
/// line is wiped first.
final class Progress: Sendable {
  private struct State {
    var shown = false
    var last = 0.0
  }

  private let name: String
  private let start = ProcessInfo.processInfo.systemUptime
  private let state = Mutex(State())
  private let isTerminal = isatty(2) == 1

  init(_ name: String) {
    self.name = name
    guard isTerminal else { return }
    signal(SIGINT) { _ in
      // Only what is safe within a signal handler.
      var wipe: (UInt8, UInt8, UInt8, UInt8) = (13, 27, 91, 75)
      _ = write(2, &wipe, 4)
      _exit(130)
    }
  }

  var checkpoint: Checkpoint {
    Checkpoint { [self] done, total in tell(done, total) }
  }

  private func tell(_ done: Int, _ total: Int) {
    guard isTerminal else { return }
    let now = ProcessInfo.processInfo.systemUptime
    guard now - start > 1 else { return }
    let isDue = state.withLock { state in
      guard now - state.last > 0.2 else { return false }
      state.last = now
      state.shown = true
      return true
    }
    if isDue { Console.err("\r\(name): \(done) of \(total)\u{1B}[K") }
  }

  /// Wipes the line.
  func end() {
    let wasShown = state.withLock { state in
      defer { state.shown = false }
      return state.shown
    }
    if wasShown { Console.err("\r\u{1B}[K") }
  }
}
