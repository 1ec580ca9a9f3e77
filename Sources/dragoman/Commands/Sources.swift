import ArgumentParser
import Interchange
import Presentation
import StateOfPlay

struct Sources: ViewCommand {
  static let configuration = CommandConfiguration(
    abstract: "The documents, their grades, and what was taken from them.",
    discussion: """
      With the text at hand every quote is proved against it; a withheld text is known by its SHA-256 and length.

      Example:
        dragoman sources Examples/istanbul
      """)

  @OptionGroup(title: "Case") var file: CaseOptions
  @OptionGroup(title: "Lens") var look: LensOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let (file, lens, frame) = try opened()
    let view = sources(file.theCase, lens, texts: file.texts)
    try output.print(view, frame: frame, data: { frame.data(view) }) { frame.document(view) }
  }
}
