import ArgumentParser
import Interchange
import Presentation
import StateOfPlay

struct BriefCommand: ViewCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "The paper to read before a round.",
    discussion: """
      Who met, where each party stands, what changed, how near they are, what waits on what and \
      what would open it, which outcomes would hold and which packages all could accept by an \
      analyst's models, which accounts contradict each other, what was promised, legal limits, \
      dates, and the sources with their grades; each line with the statements it rests on. As HTML \
      it is one file that prints on at most four pages.

      Example:
        dragoman brief Examples/istanbul --as-of 2025-05-16 --format markdown
      """)

  @OptionGroup(title: "Case") var file: CaseOptions
  @OptionGroup(title: "Lens") var look: LensOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Work") var work: WorkOptions

  @Option(help: ArgumentHelp("Of changes only those said after this date.", valueName: "date"))
  var since: String?

  func run() throws {
    let (file, lens, frame) = try opened(since: since)
    let brief = try work.watch("brief") {
      try Brief(file.theCase, lens, texts: file.texts, checkpoint: $0)
    }
    try output.print(brief, frame: frame) { frame.document(brief) }
  }
}
