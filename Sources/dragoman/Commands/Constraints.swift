import ArgumentParser
import Interchange
import Presentation
import StateOfPlay

struct Constraints: ViewCommand {
  static let configuration = CommandConfiguration(
    abstract: "Legal acts that limit the talks, by reading, and what would breach them.",
    discussion: """
      Each act with the ways it is read and who reads it so; every meeting and every offer of one that would breach it under a reading. Which reading is right it does not say.

      Example:
        dragoman constraints Examples/istanbul
      """)

  @OptionGroup(title: "Case") var file: CaseOptions
  @OptionGroup(title: "Lens") var look: LensOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Work") var work: WorkOptions

  func run() throws {
    let (file, lens, frame) = try opened()
    let view = try work.watch("constraints") { _ in constraints(file.theCase, lens) }
    try output.print(view, frame: frame, data: { frame.data(view) }) { frame.document(view) }
  }
}
