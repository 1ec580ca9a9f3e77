import ArgumentParser
import CaseModel
import CaseStore
import Interchange
import Presentation
import StateOfPlay

struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(SearchView.declaration)

  @OptionGroup(title: "Case") var file: CaseOptions
  @Argument(
    help: "The words to find, in any order; words in quotation marks must stand together.")
  var words: [String]
  @Option(help: "Only results of this kind, such as statement or text; may be repeated.")
  var kind: [String] = []
  @Option(help: "Only statements by this actor; may be repeated.")
  var speaker: [String] = []
  @Option(help: "Only results dated on or after this day.")
  var from: String?
  @Option(help: "Only results dated on or before this day.")
  var to: String?
  @Flag(help: "Only this spelling: no other script, and no other name of an actor.")
  var literal = false

  @OptionGroup(title: "Lens") var lens: LensOptions<SearchView>
  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let opened = try lens.through(try file.open())
    opened.noteWhereEmpty(output)
    let query = words.joined(separator: " ")
    let view = search(
      opened.theCase, opened.lens, for: query, choosing: try choice(opened), texts: opened.texts,
      isLiteral: literal, within: try scope(of: query, in: opened))
    try output.print(view, in: opened.frame)
  }

  private func choice(_ opened: CaseInView) throws -> SearchChoice {
    let given = [
      "kind": kind, "speaker": speaker, "from": from.map { [$0] } ?? [],
      "to": to.map { [$0] } ?? [],
    ]
    do {
      return try SearchChoice({ given[$0] ?? [] }, opened.frame.index)
    } catch {
      throw UsageError("--\(error.option): \(error.message)", hint: error.hint)
    }
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
