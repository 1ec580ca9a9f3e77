import ArgumentParser
import Interchange
import Presentation
import StateOfPlay

struct Timeline: ViewCommand {
  static let configuration = CommandConfiguration(
    abstract: "Meetings, statements, commitments and acts on one axis.",
    discussion: """
      In order of date, spans where a date is less exact than a day. Statements stand where they were said or held, not where they were told.

      Example:
        dragoman timeline Examples/istanbul --as-of 2022
      """)

  @OptionGroup(title: "Case") var file: CaseOptions
  @OptionGroup(title: "Lens") var look: LensOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Work") var work: WorkOptions

  func run() throws {
    let (file, lens, frame) = try opened()
    let view = try work.watch("timeline") { _ in timeline(file.theCase, lens) }
    try output.print(view, frame: frame, data: { frame.data(view) }) { frame.document(view) }
  }
}
