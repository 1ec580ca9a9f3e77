/// Verbs of saying by which nothing is reported: what may be said, or is only imagined.
extension SentenceReports {
  func isHypothetical(_ verb: Int) -> Bool {
    var place = verb - 1
    while place >= 0, verb - place < 8 {
      switch chunks[place].kind {
      case .subordinator:
        return clause.isWord(place, "if") || clause.isWord(place, "unless")
      case .comma, .that, .end, .semicolon, .quotation, .verb: return false
      default: place -= 1
      }
    }
    return false
  }

  /// "Washington might accuse it of stalling": what may, could or must be said was not said yet.
  func isSupposed(_ verb: Int) -> Bool {
    let chunk = chunks[verb]
    guard !chunk.isNegated, clause.kind(verb + 1) != .quotation else { return false }
    return clause.tokens[chunk.tokens].contains { Self.suppositions.contains($0.hash) }
  }

  private static let suppositions = Set(
    ["might", "may", "could", "must", "should"].map { Lexicon.hash($0) })

  /// "the appearance that it seeks a compromise", "the risk that they reject the text".
  func isImagined(_ verb: Int) -> Bool {
    var place = verb - 1
    while place > 0, verb - place < 6 {
      switch chunks[place].kind {
      case .that:
        return chunks[place - 1].isNominal
          && Self.imaginations.contains(clause.tokens[chunks[place - 1].head].hash)
      case .comma, .end, .semicolon, .quotation, .verb: return false
      default: place -= 1
      }
    }
    return false
  }

  private static let imaginations = Set(
    [
      "appearance", "impression", "illusion", "risk", "danger", "possibility", "prospect", "chance",
      "likelihood", "probability",
    ].map { Lexicon.hash($0) })

  /// "a plan rejected by South".
  func isReducedPassive(_ verb: Int) -> Bool {
    let chunk = chunks[verb]
    guard chunk.form == .past || chunk.form == .participle, clause.isWord(verb + 1, "by"),
      clause.kind(verb + 2) == .nounPhrase, verb > 0
    else { return false }
    return chunks[verb - 1].isNominal && !chunks[verb - 1].isPronoun
  }
}
