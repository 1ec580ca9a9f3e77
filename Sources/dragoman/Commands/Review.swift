import ArgumentParser
import CaseModel
import CaseStore
import Extraction
import Foundations
import Presentation

struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Go through the suggestions of a case, one key each.",
    discussion: """
      Shows each suggestion with its words in their sentence, who speaks, what they do and on what, \
      and waits for a key: a accepts, x rejects, e edits and accepts, the space bar leaves it for \
      later, u takes the last decision back, ? shows why it was made, q ends. Each decision is \
      written at once, so that nothing is lost when the program ends, and the next review goes on \
      with what is left. An actor, issue or milestone that a suggestion names and the case lacks is \
      entered with it.

      Example:
        dragoman review valley
      """)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Argument(help: ArgumentHelp("Only suggestions on these sources.", valueName: "source"))
  var sources: [String] = []

  @OptionGroup(title: "Writing") var writing: WritingOptions
  @OptionGroup(title: "Who") var who: WhoOptions

  func run() throws {
    guard let keys = KeyReader() else {
      throw UsageError(
        "`dragoman review` asks for keys and needs a terminal",
        hint: "run it in one, or review in the browser with `dragoman serve \(file.path)`")
    }
    defer { keys.restore() }
    var session = try ReviewSession(
      try file.open(.readWrite), file: file, writing: writing, who: who, sources: sources)
    if session.waiting.isEmpty {
      Console.out("No suggestion is waiting.\n")
      return Console.note("`dragoman suggest \(file.path)` makes them")
    }
    try run(&session, keys)
    Console.out("\n\(session.summary)\n")
  }

  private func run(_ session: inout ReviewSession, _ keys: KeyReader) throws {
    while let suggestion = session.current {
      Console.out(session.card(suggestion))
      asking: while true {
        guard let key = keys.next() else { return }
        do {
          switch key {
          case "a", "\r", "\n":
            try session.accept(suggestion, as: nil)
            Console.out("accepted\n")
          case "x":
            try session.reject(suggestion)
            Console.out("rejected\n")
          case "e":
            keys.restore()
            let edited = SuggestionForm.edited(suggestion.statement, in: session.theCase)
            keys.take()
            guard let edited else {
              Console.out("left as it was\n")
              continue asking
            }
            try session.accept(suggestion, as: edited)
            Console.out("accepted as edited\n")
          case " ", "s":
            session.skip()
            Console.out("left for later\n")
          case "u":
            Console.out(try session.undo() ? "taken back\n" : "nothing to take back\n")
          case "?":
            Console.out(suggestion.rules.map { "    \($0.oneLine.shown())\n" }.joined())
            continue asking
          case "q", "\u{3}", "\u{4}": return
          default: continue asking
          }
        } catch let fault as DecisionError {
          Console.out("\(fault.message)\n")
          session.skip()
        }
        break asking
      }
    }
  }
}
