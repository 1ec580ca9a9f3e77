/// Objects that stand before their verb.
extension SentenceReports {
  /// "down from the 640,000 tonnes it asked for in September": a number that someone named before stands in
  /// front of the clause that says so.
  func objectBefore(
    _ source: SourceFinder.Found, _ verb: Int, _ cue: Cue, _ next: Int, _ report: inout Report
  ) -> [Range<Int>]? {
    let last = source.first - 1
    guard last >= 0, chunks[last].isNominal, !chunks[last].isPronoun, !chunks[last].isPossessive,
      chunks[verb].form == .past || chunks[verb].form == .finite
    else { return nil }
    var after = next
    if let stranded = chunks[safe: next], stranded.kind == .preposition,
      cue.prepositions.contains(clause.tokens[stranded.head].hash)
    {
      after = next + 1
    } else if !cue.frames.contains(.object) {
      return nil
    }
    guard endsClause(after) else { return nil }
    var first = last
    while first > 1, clause.isWord(first - 1, "per") || clause.isWord(first - 1, "of"),
      chunks[first - 2].isNominal, !chunks[first - 2].isPronoun
    {
      first -= 2
    }
    let words = clause.tokens(first, last)
    guard clause.tokens[words].contains(where: { $0.tag == .number || $0.kind == .number }) else {
      return nil
    }
    report.rules.append(.objectBefore)
    if after > next { report.cue[0] = clause.tokens(verb, next) }
    return [words]
  }

  /// Nothing follows that the verb could have for an object.
  private func endsClause(_ place: Int) -> Bool {
    guard let chunk = chunks[safe: place] else { return true }
    switch chunk.kind {
    case .end, .comma, .semicolon, .dash, .coordinator, .time, .adverb: return true
    case .preposition:
      return clause.kind(place + 1) == .time
        || clause.kind(place + 1) == .nounPhrase && !clause.isWord(place, "to")
    default: return false
    }
  }
}
