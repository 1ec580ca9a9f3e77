import ArgumentParser
import Foundation
import StateOfPlay

/// How long a computation may take, and how it is stopped.
struct WorkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Give up a computation after so many seconds; there is no partial result.",
      valueName: "seconds"))
  var timeout: Double?

  func validate() throws {
    if let timeout, !(timeout > 0 && timeout <= 1_000_000) {
      throw ValidationError("--timeout is a number of seconds above 0")
    }
  }

  /// Throws ``WorkStopped`` past the time or once the user has pressed Ctrl-C; on a terminal says
  /// how far the work is, from the first second on.
  func checkpoint() -> Checkpoint {
    let start = ContinuousClock.now
    let limit = timeout
    let isTerminal = isatty(2) == 1
    Interruption.watch()
    return Checkpoint { done, total in
      if Interruption.happened { throw WorkStopped.interrupted }
      let elapsed = ContinuousClock.now - start
      if let limit, elapsed > .seconds(limit) { throw WorkStopped.timeout(limit) }
      if isTerminal, elapsed > .seconds(1), total > 0 {
        Console.err("\r\(done * 100 / total) %")
        if done >= total { Console.err("\r      \r") }
      }
    }
  }
}

/// Why a computation has no result.
enum WorkStopped: Error {
  case timeout(Double)
  case interrupted

  var message: String {
    switch self {
    case .timeout(let seconds):
      "the computation took longer than \(seconds) seconds and was given up"
    case .interrupted: "stopped; nothing was written"
    }
  }

  var hint: String? {
    switch self {
    case .timeout: "raise --timeout, or choose less with --issue or --party"
    case .interrupted: nil
    }
  }

  /// A stopped program's code is 128 and the signal's number.
  var code: Int32 {
    switch self {
    case .timeout: Console.Code.usage.rawValue
    case .interrupted: 130
    }
  }
}

/// Whether the user has pressed Ctrl-C since ``watch()``.
private enum Interruption {
  /// Written by the signal handler alone, read elsewhere: one word, which the platform stores whole.
  nonisolated(unsafe) private static var flag: sig_atomic_t = 0

  static var happened: Bool { flag != 0 }

  static func watch() {
    signal(SIGINT) { _ in
      // The second Ctrl-C ends the program at once.
      signal(SIGINT, SIG_DFL)
      Interruption.flag = 1
    }
  }
}
