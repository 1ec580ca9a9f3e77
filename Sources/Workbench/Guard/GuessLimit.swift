internal import Synchronization

/// How often a wrong token is answered at once: ten times, then once in six seconds.
///
/// Beyond that a wrong guess waits for its answer, and few can wait. A right token is never kept
/// waiting: guessing keeps no one else out.
final class GuessLimit: Sendable {
  private struct State {
    var left = Double(GuessLimit.burst)
    var last: Duration?
    var waiting = 0
  }

  private let state = Mutex(State())
  static let burst = 10
  private static let mostWaiting = 64
  private static let secondsEach = 6.0

  /// A wrong token was shown.
  /// - Returns: whether that is too many.
  func wasWrong(at now: Duration) -> Bool {
    state.withLock { state in
      refill(&state, now)
      guard state.left >= 1 else { return true }
      state.left -= 1
      return false
    }
  }

  /// Delays a guesser, as far as there is room.
  func wait(_ time: Duration) async {
    let mayWait = state.withLock { state in
      guard state.waiting < Self.mostWaiting else { return false }
      state.waiting += 1
      return true
    }
    guard mayWait else { return }
    try? await Task.sleep(for: time)
    state.withLock { $0.waiting -= 1 }
  }

  private func refill(_ state: inout State, _ now: Duration) {
    if let last = state.last {
      let seconds = max(0, (now - last) / .seconds(1))
      state.left = min(Double(Self.burst), state.left + seconds / Self.secondsEach)
    }
    state.last = now
  }
}
