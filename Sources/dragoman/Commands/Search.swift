import ArgumentParser
import Interchange
import Presentation
import StateOfPlay

struct Search: ViewCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find words in texts, gists, titles and names.",
    discussion: """
      Whatever their case, in the texts at hand and in everything analysts wrote. A place in a \
      text shows which statements were coded from it.

      Example:
        dragoman search Examples/istanbul decree
      """)

  @OptionGroup(title: "Case") var file: CaseOptions
  @Argument(help: "The words to find, as they stand.")
  var words: [String]
  @OptionGroup(title: "Lens") var look: LensOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let (file, lens, frame) = try opened()
    let view = search(file.theCase, lens, for: words.joined(separator: " "), texts: file.texts)
    try output.print(view, frame: frame) { frame.document(view) }
  }
}
