import ArgumentParser
import Interchange
import Presentation
import StateOfPlay

struct Contradictions: ViewCommand {
  static let configuration = CommandConfiguration(
    abstract: "Statements that cannot all be right, side by side.",
    discussion: """
      Accounts of what happened that differ, what sources make of one speaker on one occasion, and speakers against themselves, each with the analyst's verdict. What is told differently and is compatible stands apart, and so does who tells what.

      Example:
        dragoman contradictions Examples/istanbul
      """)

  @OptionGroup(title: "Case") var file: CaseOptions
  @OptionGroup(title: "Lens") var look: LensOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Work") var work: WorkOptions

  func run() throws {
    let (file, lens, frame) = try opened()
    let view = try work.watch("contradictions") {
      try contradictions(file.theCase, lens, checkpoint: $0)
    }
    try output.print(view, frame: frame, data: { frame.data(view) }) { frame.document(view) }
  }
}
