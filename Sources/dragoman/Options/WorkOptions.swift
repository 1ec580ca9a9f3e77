import ArgumentParser
import CaseModel
import Foundations
import StateOfPlay

/// How long a computation may take, and how it is stopped.
struct WorkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Stop a computation after this many seconds; there is no partial result.",
      valueName: "seconds"))
  var timeout: Double?

  func validate() throws {
    if let timeout, !(timeout > 0 && timeout <= 1_000_000) {
      throw ValidationError("--timeout is a number of seconds above 0")
    }
  }

  /// Does long work under watch: see ``Progress``. `name` is what the user asked for.
  ///
  /// - Throws: ``StoppedWorkError`` past the time or once the user has pressed Ctrl-C; what `work` throws.
  func watch<Value>(_ name: String, _ work: (Checkpoint) throws -> Value) throws -> Value {
    let progress = Progress(name, timeout: timeout)
    defer { progress.end() }
    return try work(progress.checkpoint)
  }
}

/// Why a computation has no result.
enum StoppedWorkError: ExplainedError {
  case timeout(Double)
  case interrupted

  var message: String {
    switch self {
    case .timeout(let seconds):
      "the computation took longer than \(seconds) seconds and was stopped"
    case .interrupted: "stopped; nothing was written"
    }
  }

  var hint: String? {
    switch self {
    case .timeout: "raise --timeout, or narrow the question"
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
