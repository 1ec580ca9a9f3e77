import ArgumentParser
import CaseModel
import CaseStore
import Interchange
import Presentation
import StateOfPlay

struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(SearchView.declaration)

  @OptionGroup(title: "Case") var file: CaseOptions
  @Argument(help: "The words to find, in their order.")
  var words: [String]
  @Flag(help: "Only as spelt: no other script, and no other name of an actor.")
  var literal = false

  @OptionGroup(title: "Lens") var lens: LensOptions<SearchView>
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let opened = try lens.through(try file.open())
    opened.noteWhereEmpty(output)
    let query = words.joined(separator: " ")
    let view = search(
      opened.theCase, opened.lens, for: query, texts: opened.texts, isLiteral: literal,
      within: try scope(of: query, in: opened))
    try output.print(view, in: opened.frame)
  }

  /// What the index of a `.dragoman` file knows; an earlier state of it has none.
  private func scope(of query: String, in opened: CaseInView) throws -> SearchScope? {
    guard case .store(let store, _) = opened.file.form, opened.lens.knownAt == nil else {
      return nil
    }
    return try store.searchScope(
      for: query, in: opened.theCase.cut(by: opened.lens), isLiteral: literal,
      isRedacted: opened.lens.redact)
  }
}
