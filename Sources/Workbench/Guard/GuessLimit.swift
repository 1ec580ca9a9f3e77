internal import Synchronization

/// How often somebody may be wrong about the token: ten times, then once in six seconds.
///
/// While the limit holds no guess is looked at, a right one neither; sessions go on.
final class GuessLimit: Sendable {
  private struct State {
    var left = Double(GuessLimit.burst)
    var last: Duration?
  }

  private let state = Mutex(State())
  static let burst = 10
  private static let secondsEach = 6.0

  /// Whether a guess may be looked at now.
  func admits(at now: Duration) -> Bool {
    state.withLock { state in
      refill(&state, now)
      return state.left >= 1
    }
  }

  func wasWrong(at now: Duration) {
    state.withLock { state in
      refill(&state, now)
      state.left = max(0, state.left - 1)
    }
  }

  private func refill(_ state: inout State, _ now: Duration) {
    if let last = state.last {
      let seconds = max(0, (now - last) / .seconds(1))
      state.left = min(Double(Self.burst), state.left + seconds / Self.secondsEach)
    }
    state.last = now
  }
}
