import ArgumentParser
import CaseModel
import Foundations
import Interchange
import Presentation
import StateOfPlay

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(EntryView.declaration)

  @OptionGroup(title: "Case") var file: CaseOptions
  @Argument(help: "The entry's id; if several entries have it, all are shown.")
  var id: String
  @OptionGroup(title: "Lens") var lens: LensOptions<EntryView>
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let opened = try lens.through(try file.open())
    opened.noteWhereEmpty(output)
    let frame = opened.frame
    let views = entries(opened.theCase, opened.lens, id: id, texts: opened.texts)
    guard !views.isEmpty else {
      if let later = frame.notYet(id) { throw UsageError(later.message, hint: later.hint) }
      let ids = Case.Section.allCases.flatMap { frame.index.ids($0) }
      throw UsageError(
        "the case has no entry `\(id)`",
        hint: suggestion(for: id, among: ids)
          ?? "`dragoman search CASE WORD` finds entries by their words")
    }
    try output.print(
      json: { try frame.json(views) }, data: { frame.document(views).tables },
      document: { frame.withCitations(frame.document(views)) })
  }
}
