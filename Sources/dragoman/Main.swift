import ArgumentParser
import CaseModel
import CaseStore
import Interchange
import Presentation

/// Runs the command named and turns what went wrong into words and an exit code.
@main
enum Main {
  static func main() async {
    do {
      var command = try Dragoman.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(for: error)
    }
  }

  /// Says what went wrong and ends the program with the code for it.
  static func exit(for error: any Error) -> Never {
    switch error {
    case let fault as CaseFileFault:
      Console.error(Diagnosis(fault))
      Console.exit(.unreadable)
    case let fault as StoreFault:
      Console.error(Diagnosis(fault))
      Console.exit(fault.kind == .refused ? .usage : .unreadable)
    case let unreadable as LocatedUnreadableCase:
      for diagnosis in Diagnosis.all(unreadable) { Console.error(diagnosis) }
      Console.exit(.unreadable)
    case let fault as UsageFault:
      Console.error(Diagnosis(fault))
      Console.exit(.usage)
    case let stopped as WorkStopped:
      Console.error(Diagnosis(UsageFault(stopped.message, hint: stopped.hint)))
      Console.exit(code: stopped.code)
    case let fault as LocatedModelFault:
      Console.error(fault.diagnosis)
      Console.exit(fault.isInFile ? .unreadable : .usage)
    case let code as ExitCode: Console.exit(code: code.rawValue)
    default:
      let code = Dragoman.exitCode(for: error)
      var text = Dragoman.fullMessage(for: error)
      if code.isSuccess {
        Console.out(text + "\n")
        Console.exit(.done)
      }
      if let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"),
        let near = nearest(to: word, among: Dragoman.commandNames), near != word
      {
        text += "\n  hint: did you mean `dragoman \(near)`?"
      }
      Console.err(text.shown() + "\n")
      // The parser's own code for wrong usage is the system's 64; ours is 2.
      Console.exit(code == .validationFailure ? .usage : .bug)
    }
  }
}

/// Something asked for that cannot be, in words for the person who asked.
struct UsageFault: Error {
  var message: String
  var hint: String?

  init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
