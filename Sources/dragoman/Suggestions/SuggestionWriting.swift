import CaseModel
import CaseStore
import Extraction
import Foundations
import Interchange

extension OpenedCase {
  /// Adds suggestions as one change; what the case has by now is left as it is.
  func add(
    _ suggestions: [Case.Candidate], message: String, _ writing: WritingOptions, _ who: WhoOptions
  ) throws {
    switch form {
    case .file(let file):
      try file.writeSuggestions(of: file.theCase.suggesting(suggestions), writing.writing)
    case .store(let store, let before):
      try store.update(by: try who.name(before), at: Console.now, message: message) { stored in
        CaseUpdate(stored.theCase.suggesting(suggestions))
      }
    }
  }

  /// The sources that a command is about: those named, or all whose text is at hand.
  func sources(named names: [String], _ index: CaseIndex) throws -> [Case.Source] {
    guard !names.isEmpty else { return theCase.sources.filter { texts[$0.id].text != nil } }
    return try names.map { name in
      guard let source = theCase.sources.first(where: { $0.id.raw == name }) else {
        throw UsageError(
          "unknown source `\(name)`",
          hint: suggestion(for: name, among: theCase.sources.map(\.id.raw))
            ?? "`dragoman sources` lists them")
      }
      switch texts[source.id] {
      case .loaded: return source
      case .withheld:
        throw UsageError(
          "the text of `\(name)` is withheld",
          hint: "`dragoman attach \(path) \(name) FILE` puts it back")
      case .missing:
        throw UsageError(
          "the text of `\(name)` is not where the case says, \(source.text.file ?? "nowhere")",
          hint: "put the file there, or `dragoman check` the case")
      case .unreadable(let why):
        throw UsageError("the text of `\(name)` cannot be read: \(why)")
      }
    }
  }
}
