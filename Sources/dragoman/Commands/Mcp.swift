import ArgumentParser
import Assistant
import CaseModel
import Foundations
import Presentation

struct Mcp: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Let an assistant ask the case, by the Model Context Protocol.",
    discussion: """
      Speaks the Model Context Protocol on standard input and output, for assistants that start such \
      servers themselves. The views, search, entries and texts are its tools. Each answer carries the \
      ids and the words of the statements it rests on, so that the assistant can cite them. Nothing of \
      the record can be changed: an assistant may put a suggestion in the queue, which a person accepts \
      or rejects, and with --read-only not even that. What the lens leaves out, the assistant cannot \
      ask for; --redact leaves out what is confidential. Nothing is sent over a network by this \
      program; what the assistant reads goes wherever the assistant runs. See docs/assistants.md.

      Example:
        dragoman mcp Examples/istanbul
      """)

  @OptionGroup(title: "Case") var file: CaseOptions

  @Flag(help: "Take no suggestions either.")
  var readOnly = false

  @Option(
    name: .customLong("max-line"),
    help: ArgumentHelp("Longest message to read, in kilobytes.", valueName: "KB"))
  var maxLine = 1000

  @OptionGroup(title: "Lens") var lens: LensOptions<EveryOption>
  @OptionGroup(title: "Writing") var writing: WritingOptions
  @OptionGroup(title: "Who") var who: WhoOptions
  @OptionGroup(title: "Work") var work: WorkOptions

  func validate() throws {
    guard (1...100_000).contains(maxLine) else {
      throw ValidationError("--max-line is a number of kilobytes from 1 to 100000")
    }
  }

  func run() throws {
    let desk = try CaseDesk(file, lens, writing, who)
    // A case that cannot be read, or a lens that names nothing, is said at once and not at a question.
    _ = try desk.look([:])
    let work = work
    let server = AssistantServer(desk, version: Dragoman.version, mayPropose: !readOnly) {
      try work.watch($0, $1)
    }
    let longest = maxLine * 1000
    var lines = try LineInput("-", longest: longest)
    while let line = try lines.next() {
      switch line.line {
      case .tooLong: Console.out(AssistantServer.answer(toLineLongerThan: longest))
      case .whole(let bytes) where bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }):
        continue
      case .whole(let bytes):
        if let answer = server.answer(bytes) { Console.out(answer) }
      }
    }
  }
}

/// Every option of the lens, for a command whose views differ in what they go by.
enum EveryOption: LensScope {
  static let lensOptions = LensOption.all
}
