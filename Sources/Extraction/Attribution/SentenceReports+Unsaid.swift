/// Verbs of saying by which nothing is reported: what may be said, or is only imagined.
extension SentenceReports {
  /// "… if both accepted tracking", "provided that", "would sign once": what someone is to do first.
  func isHypothetical(_ verb: Int) -> Bool {
    var place = verb - 1
    var isJoined = false
    while place >= 0, verb - place < 10 {
      switch chunks[place].kind {
      case .subordinator, .wh: return opensCondition(place)
      case .that:
        return clause.isWord(place - 1, "provided")
          || clause.headIs(place - 1, .cueNoun)
            && clause.tokens[chunks[place - 1].head].hash == Self.condition
      case .coordinator: isJoined = true
      case .verb:
        // "if both accepted tracking and dropped their claims"
        guard isJoined else { return false }
        isJoined = false
      case .comma, .end, .semicolon, .quotation: return false
      default: break
      }
      place -= 1
    }
    return false
  }

  /// `if` and its like; `once` and `until` where the step that waits is still to come.
  private func opensCondition(_ place: Int) -> Bool {
    let word = clause.tokens[chunks[place].head].hash
    if Self.conditions.contains(word) { return true }
    guard Self.turns.contains(word) else { return false }
    return chunks[..<place].contains { chunk in
      chunk.isVerb && clause.tokens[chunk.tokens].contains { $0.tag == .modal }
    }
  }

  private static let condition = Lexicon.hash("condition")
  private static let conditions = Set(
    ["if", "unless", "provided", "lest", "whether"].map { Lexicon.hash($0) })
  private static let turns = Set(
    ["once", "until", "till", "when", "as"].map { Lexicon.hash($0) })

  /// "Washington might accuse it of stalling": what may, could or must be said was not said yet.
  func isSupposed(_ verb: Int) -> Bool {
    let chunk = chunks[verb]
    guard !chunk.isNegated, clause.kind(verb + 1) != .quotation else { return false }
    // The verb before it may be read as a chunk of its own.
    let before = clause.tokens[safe: chunk.tokens.lowerBound - 1]
    return clause.tokens[chunk.tokens].contains { Self.suppositions.contains($0.hash) }
      || before.map { Self.suppositions.contains($0.hash) } ?? false
  }

  /// `have long feared a flood`, `refuse overtime`, `it wanted its money`: a feeling, a conduct or a want
  /// that the writer tells, by which no words are reported.
  func isTold(_ report: Report) -> Bool {
    guard report.rules.last == .object, let content = report.content.first,
      report.content.count == 1
    else { return false }
    switch report.lemma {
    case "fear", "dread", "resent", "hate", "enjoy": return true
    case "refuse": return content.count == 1
    case "want", "need":
      guard let source = report.source.first, source.count == 1 else { return false }
      return clause.tokens[source.lowerBound].hash == Lexicon.hash("it")
    default: return false
    }
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
