import ArgumentParser
import Presentation
import StateOfPlay

struct Positions: ParsableCommand {
  static let configuration = CommandConfiguration(PositionsView.declaration)

  @OptionGroup(title: "Case") var file: CaseOptions
  @OptionGroup(title: "Lens") var lens: LensOptions<PositionsView>
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Work") var work: WorkOptions

  @Flag(inversion: .prefixedNo, help: "List the statements behind each cell.")
  var detail: Bool?

  func run() throws {
    let opened = try lens.through(try file.open())
    opened.noteWhereEmpty(output)
    let view = try opened.view(PositionsView.self, work)
    let frame = opened.frame
    try output.print(
      view, in: frame, document: detail.map { detail in { frame.document(view, detail: detail) } })
  }
}
