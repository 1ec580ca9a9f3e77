import ArgumentParser
import Interchange
import Presentation
import StateOfPlay

struct Positions: ViewCommand {
  static let configuration = CommandConfiguration(
    abstract: "Where each party stands on each issue, and by whose words.",
    discussion: """
      A matrix of issues by parties. --detail adds every statement behind each cell, what it was \
      read as, and what outranked it; with --issue that is the default.

      Example:
        dragoman positions Examples/istanbul --issue ceasefire --as-of 2025-05-16
      """)

  @OptionGroup(title: "Case") var file: CaseOptions
  @OptionGroup(title: "Lens") var look: LensOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Work") var work: WorkOptions

  @Flag(inversion: .prefixedNo, help: "List the statements behind each cell.")
  var detail: Bool?

  func run() throws {
    let (file, lens, frame) = try opened()
    let view = try work.watch("positions") { _ in positions(file.theCase, lens) }
    try output.print(view, frame: frame, data: { frame.data(view) }) {
      frame.document(view, detail: detail ?? !lens.issues.isEmpty)
    }
  }
}
