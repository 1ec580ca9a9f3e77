import ArgumentParser
import Interchange
import Presentation
import StateOfPlay

struct Delegations: ViewCommand {
  static let configuration = CommandConfiguration(
    abstract: "Who sat for whom at each meeting, and what changed.",
    discussion: """
      Meetings in order, planned beside held; each delegation with head, rank, size and who was absent, compared with the same party's at the meeting before; and who says what of its authority.

      Example:
        dragoman delegations Examples/istanbul --party russia
      """)

  @OptionGroup(title: "Case") var file: CaseOptions
  @OptionGroup(title: "Lens") var look: LensOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let (file, lens, frame) = try opened()
    let view = delegations(file.theCase, lens)
    try output.print(view, frame: frame, data: { frame.data(view) }) { frame.document(view) }
  }
}
