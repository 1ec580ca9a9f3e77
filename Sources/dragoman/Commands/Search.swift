import ArgumentParser
import CaseModel
import CaseStore
import Interchange
import Presentation
import StateOfPlay

struct Search: ViewCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find words in texts, gists, titles and names.",
    discussion: """
      In the texts at hand and in everything analysts wrote: words that begin as the ones asked \
      for, one after another, in any case. Names are found in Cyrillic and in the usual Latin \
      spellings alike (Зеленський, Zelenskyy, Zelensky), with or without diacritics, and under \
      every name the case gives an actor (Kiev and Kyiv); --literal takes words only as they are \
      spelt. A place in a text shows which statements were coded from it.

      Example:
        dragoman search Examples/istanbul decree
        dragoman search Examples/istanbul Зеленський
      """)

  @OptionGroup(title: "Case") var file: CaseOptions
  @Argument(help: "The words to find, in their order.")
  var words: [String]
  @Flag(help: "Only as spelt: no other script, and no other name of an actor.")
  var literal = false

  @OptionGroup(title: "Lens") var look: LensOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let (file, lens, frame) = try opened()
    let query = words.joined(separator: " ")
    let view = search(
      file.theCase, lens, for: query, texts: file.texts, isLiteral: literal,
      within: try scope(of: query, in: file, lens))
    try output.print(view, frame: frame) { frame.document(view) }
  }

  /// What the index of a `.dragoman` file knows; an earlier state of it has none.
  private func scope(of query: String, in file: OpenedCase, _ lens: Lens) throws -> SearchScope? {
    guard case .store(let store, _) = file.form, lens.knownAt == nil else { return nil }
    return try store.searchScope(
      for: query, in: file.theCase.cut(by: lens), isLiteral: literal, isRedacted: lens.redact)
  }
}
