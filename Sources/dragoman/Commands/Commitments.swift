import ArgumentParser
import Interchange
import Presentation
import StateOfPlay

struct Commitments: ViewCommand {
  static let configuration = CommandConfiguration(
    abstract: "What was promised, and how far it is carried out.",
    discussion: """
      Promised, agreed in principle and merely expected stand apart. The state is what somebody reports, on the scale of the Peace Accords Matrix; where nobody does it is unknown, never zero. With --as-of what is overdue is marked.

      Example:
        dragoman commitments Examples/istanbul --as-of 2025-06-30
      """)

  @OptionGroup(title: "Case") var file: CaseOptions
  @OptionGroup(title: "Lens") var look: LensOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let (file, lens, frame) = try opened()
    let view = commitments(file.theCase, lens)
    try output.print(view, frame: frame, data: { frame.data(view) }) { frame.document(view) }
  }
}
