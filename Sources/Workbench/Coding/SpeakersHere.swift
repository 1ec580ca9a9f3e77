internal import CaseModel
internal import Extraction

/// Who speaks in a passage by the statements and suggestions on words of it, those that share most of them first.
struct SpeakersHere {
  /// As the form names them: an id, or the name of one that comes into the case with its suggestion.
  private(set) var tokens: [String] = []
  private(set) var fresh: [CodedFields.Fresh] = []

  /// - Complexity: O(the document's statements and suggestions).
  init(
    _ theCase: Case, _ source: Case.Source.ID, _ suggestions: [Case.Candidate], _ place: Range<Int>
  ) {
    func shared(_ statement: Case.Statement) -> Int {
      statement.quote.spans.reduce(0) {
        $0 + max(0, min($1.end, place.upperBound) - max($1.start, place.lowerBound))
      }
    }
    let coded = theCase.statements.filter { $0.source == source }.map { ($0, [String]()) }
    let all = coded + suggestions.map { ($0.statement, $0.rules) }
    let found = all.map { ($0.0, $0.1, shared($0.0)) }.filter { $0.2 > 0 }
      .enumerated().sorted { ($1.element.2, $0.offset) < ($0.element.2, $1.offset) }
    let known = Set(theCase.actors.map(\.id))
    for (statement, rules, _) in found.map(\.element) {
      for speaker in statement.speaker {
        var token = speaker.raw
        if !known.contains(speaker) {
          guard let one = CodedFields.Fresh(speaker, rules) else { continue }
          token = "+\(one.title)"
          if !tokens.contains(token) { fresh.append(one) }
        }
        if !tokens.contains(token) { tokens.append(token) }
      }
    }
  }
}
