import ArgumentParser
import CaseModel
import CaseStore
import Exchange
import Foundations
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
    case let unreadable as UnreadableFileError:
      for diagnostic in Diagnostic.all(unreadable) { Console.error(diagnostic) }
      Console.exit(.unreadable)
    case let error as LocatedModelError:
      Console.error(error.diagnostic)
      Console.exit(error.isInFile ? .unreadable : .usage)
    case let error as any ExplainedError:
      Console.error(Diagnostic(error))
      Console.exit(code: exitCode(for: error))
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

  private static func exitCode(for error: any ExplainedError) -> Int32 {
    switch error {
    case let stopped as StoppedWorkError: stopped.code
    case let error as StoreError where error.kind != .refused: Console.Code.unreadable.rawValue
    case is CaseFileError, is ExchangeError: Console.Code.unreadable.rawValue
    default: Console.Code.usage.rawValue
    }
  }
}
