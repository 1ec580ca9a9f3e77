import CaseModel
import Foundations
import Presentation

/// A suggestion for the terminal.
enum SuggestionText {
  /// On one line: id, confidence, gist.
  static func line(_ suggestion: Case.Candidate, in theCase: Case) -> String {
    let statement = suggestion.statement
    let place = statement.quote.spans.first.map { "\($0.start)–\($0.end)" } ?? ""
    return
      "\(statement.id)  \(suggestion.confidence?.text ?? "–")  \(place)  \(statement.gist.shown())\n"
  }

  /// With its words, reading and reasons.
  static func whole(_ suggestion: Case.Candidate, in theCase: Case, _ text: SourceText?) -> String {
    let statement = suggestion.statement
    var lines = ["\(statement.id), \(suggestion.status.rawValue)"]
    if let confidence = suggestion.confidence { lines[0] += ", confidence \(confidence.text)" }
    lines.append("  words: \((statement.quote.words(in: text) ?? "withheld").oneLine.shown())")
    lines += reading(statement, in: theCase).map { "  " + $0 }
    lines.append("  proposed by \((suggestion.proposedBy ?? "no one named").shown()), because:")
    lines += suggestion.rules.map { "    \($0.oneLine.shown())" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Who, what, on what, in lines.
  static func reading(_ statement: Case.Statement, in theCase: Case) -> [String] {
    let index = CaseIndex(theCase)
    func names(_ ids: [Case.Actor.ID]) -> String {
      ids.map { (index.actor($0)?.name ?? "\($0.raw) (new)").shown() }.listed()
    }
    var first = "\(names(statement.speaker)): \(statement.act.rawValue)"
    if let stance = statement.stance { first += ", \(stance.rawValue)" }
    if statement.redLine { first += ", a red line" }
    var lines = [first]
    if !statement.to.isEmpty { lines.append("to \(names(statement.to))") }
    if !statement.via.isEmpty { lines.append("through \(names(statement.via))") }
    if !statement.of.isEmpty { lines.append("of \(names(statement.of))") }
    if let about = statement.about { lines.append("about \(words(about, index))") }
    for requirement in statement.requires {
      lines.append(
        "requires \(words(requirement.step.subject, index)) (\(requirement.kind.rawValue))")
    }
    if let date = statement.date {
      lines.append("said \(date.value.words)" + (date.origin.map { " (\($0.shown()))" } ?? ""))
    }
    if let due = statement.due { lines.append("due \(due.value.words)") }
    if let until = statement.until { lines.append("holds until \(until.value.words)") }
    if let hedge = statement.hedge { lines.append("hedged: \(hedge.shown())") }
    return lines
  }

  /// A subject as the file has it, with the issue's title.
  private static func words(_ subject: Subject, _ index: CaseIndex) -> String {
    guard case .issue(let id, let answer) = subject else { return subject.node().json.shown() }
    let title = index.issue(id)?.title ?? "\(id.raw) (new)"
    switch answer {
    case .none: return title.shown()
    case .any: return "\(title): any option".shown()
    case .options(let chosen):
      let names = chosen.map { id in
        index.issue(subject.issue ?? "")?.options.first { $0.id == id }?.title ?? id.raw
      }
      return "\(title): \(names.listed())".shown()
    case .value(let value): return "\(title): \(value.words)".shown()
    }
  }
}

extension String {
  /// White space as single blanks.
  var oneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
