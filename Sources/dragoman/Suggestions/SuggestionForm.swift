import CaseModel
import Foundations
import Presentation

/// Asks for what is to be corrected of a suggestion, a field a line; Enter keeps what is there.
enum SuggestionForm {
  /// Nil where nothing was entered that could be taken.
  static func edited(_ statement: Case.Statement, in theCase: Case) -> Case.Statement? {
    var edited = statement
    let index = CaseIndex(theCase)
    Console.out(
      "Enter keeps what stands in brackets; a single . leaves the suggestion as it was.\n")
    let current = statement.speaker.map(\.raw).joined(separator: " ")
    guard let speaker = ask("speaker", current, { actors($0, index) }),
      let act = ask("act", statement.act.rawValue, { word($0, Case.Statement.Act.self) }),
      let about = ask("about: issue and option", words(statement.about), { subject($0, index) }),
      let stance = ask("stance", statement.stance?.rawValue ?? "none", { stance($0) }),
      let gist = ask("gist", statement.gist, { Answer.success($0) })
    else { return nil }
    if let speaker { edited.speaker = speaker }
    if let act { edited.act = act }
    if let about {
      edited.about = about
      // What waited was another step.
      if about == nil { edited.requires = [] }
    }
    if let stance { edited.stance = stance }
    if let gist { edited.gist = gist }
    return edited
  }

  private static func actors(_ text: String, _ index: CaseIndex) -> Answer<[Case.Actor.ID]> {
    let ids = text.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
    if let unknown = ids.first(where: { index.position(.actors, $0) == nil }) {
      return .failure(hint(unknown, index.ids(.actors), "actor"))
    }
    return .success(ids.map { Case.Actor.ID($0) })
  }

  private static func word<Word: Vocabulary>(_ text: String, _: Word.Type) -> Answer<Word> {
    if let word = Word(rawValue: text) { return .success(word) }
    return .failure(hint(text, Word.allCases.map(\.rawValue), Word.noun))
  }

  private static func stance(_ text: String) -> Answer<Case.Statement.Stance?> {
    if text == "none" { return .success(nil) }
    switch word(text, Case.Statement.Stance.self) {
    case .success(let stance): return .success(stance)
    case .failure(let why): return .failure(why)
    }
  }

  private enum Answer<Value> {
    case success(Value)
    case failure(String)
  }

  /// The value entered, `.some(nil)` where the old one is kept, nil where the edit is given up.
  private static func ask<Value>(
    _ name: String, _ old: String, _ read: (String) -> Answer<Value>
  ) -> Value?? {
    while true {
      Console.out("\(name) [\(old.oneLine.shown())]: ")
      guard let line = readLine() else { return nil }
      let text = line.oneLine
      if text.isEmpty { return .some(nil) }
      if text == "." { return nil }
      switch read(text) {
      case .success(let value): return .some(value)
      case .failure(let why): Console.out("\(why)\n")
      }
    }
  }

  private static func hint(_ given: String, _ known: [String], _ noun: String) -> String {
    "no \(noun) `\(given.shown())`"
      + (suggestion(for: given, among: known).map { ": \($0)" } ?? "")
  }

  private static func words(_ about: Subject?) -> String {
    guard let about else { return "none" }
    guard case .issue(let id, let answer) = about else { return about.node().json }
    if case .options(let chosen) = answer {
      return ([id.raw] + chosen.map(\.raw)).joined(separator: " ")
    }
    return id.raw
  }

  private static func subject(_ text: String, _ index: CaseIndex) -> Answer<Subject?> {
    if text == "none" { return .success(nil) }
    let parts = text.split(separator: " ").map(String.init)
    guard let issue = index.issue(Case.Issue.ID(parts[0])) else {
      return .failure(hint(parts[0], index.ids(.issues), "issue"))
    }
    let options = parts.dropFirst().map { Slug($0) }
    let known = issue.options.map(\.id)
    if let unknown = options.first(where: { !known.contains($0) }) {
      return .failure(hint(unknown.raw, known.map(\.raw), "option of that issue"))
    }
    return .success(.issue(issue.id, options.isEmpty ? .none : .options(Array(options))))
  }
}
