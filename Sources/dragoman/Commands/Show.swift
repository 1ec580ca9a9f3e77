import ArgumentParser
import CaseModel
import Interchange
import Presentation
import StateOfPlay

struct Show: ViewCommand {
  static let configuration = CommandConfiguration(
    abstract: "Any entry with its whole provenance.",
    discussion: """
      For a statement: its words in their place, the way from the speaker to the reader, how its \
      date was found, its grades, and what each position makes of it. For any entry: what it rests \
      on, what names it, and the notes on it.

      Example:
        dragoman show Examples/istanbul bg-05
      """)

  @OptionGroup(title: "Case") var file: CaseOptions
  @Argument(help: "The entry's id; where several kinds have it, all are shown.")
  var id: String
  @OptionGroup(title: "Lens") var look: LensOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let (file, lens, frame) = try opened()
    let views = entries(file.theCase, lens, id: id, texts: file.texts)
    guard !views.isEmpty else {
      let index = frame.index
      let ids = Case.Section.allCases.flatMap { index.ids($0) }
      throw UsageFault(
        "the case holds no entry `\(id)`",
        hint: nearest(to: id, among: ids).map { "did you mean `\($0)`?" }
          ?? "`dragoman search CASE WORD` finds entries by their words")
    }
    try output.print(views, frame: frame) { frame.document(views) }
  }
}
