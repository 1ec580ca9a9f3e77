import ArgumentParser
import Interchange
import Presentation
import StateOfPlay

struct Drafts: ViewCommand {
  static let configuration = CommandConfiguration(
    abstract: "Texts under negotiation, clause by clause, and who brackets what.",
    discussion: """
      How far each clause is agreed and by whom, as the record says it.

      Example:
        dragoman drafts Examples/istanbul
      """)

  @OptionGroup(title: "Case") var file: CaseOptions
  @OptionGroup(title: "Lens") var look: LensOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let (file, lens, frame) = try opened()
    let view = drafts(file.theCase, lens)
    try output.print(view, frame: frame, data: { frame.data(view) }) { frame.document(view) }
  }
}
