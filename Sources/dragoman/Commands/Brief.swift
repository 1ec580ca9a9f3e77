import ArgumentParser
import Interchange
import Presentation
import StateOfPlay

struct BriefCommand: ViewCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "The paper to read before a round.",
    discussion: """
      Who met, where each party stands, what was promised, what is dated, and the sources with \
      their grades, each line with the statements it rests on.

      Example:
        dragoman brief Examples/istanbul --as-of 2025-05-16 --format markdown
      """)

  @OptionGroup(title: "Case") var file: CaseOptions
  @OptionGroup(title: "Lens") var look: LensOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let (file, lens, frame) = try opened()
    let brief = Brief(file.theCase, lens, texts: file.texts)
    try output.print(brief, frame: frame) { frame.document(brief) }
  }
}
