import ArgumentParser
import Interchange
import Presentation
import StateOfPlay

struct Changes: ViewCommand {
  static let configuration = CommandConfiguration(
    abstract: "What changed, when, and by whose words.",
    discussion: """
      Each place where what a party accepts, a red line or a requirement became other than before, with the words before and after. --since leaves out what is older. What authors claim to have changed stands beside it, or apart where no words show it.

      Example:
        dragoman changes Examples/istanbul --since 2023
      """)

  @OptionGroup(title: "Case") var file: CaseOptions
  @OptionGroup(title: "Lens") var look: LensOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Work") var work: WorkOptions

  @Option(help: ArgumentHelp("Only what was said after this date.", valueName: "date"))
  var since: String?

  func run() throws {
    let (file, lens, frame) = try opened(since: since)
    let view = try work.watch("changes") { try changes(file.theCase, lens, checkpoint: $0) }
    try output.print(view, frame: frame) { frame.document(view) }
  }
}
