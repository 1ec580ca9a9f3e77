extension SentenceReports {
  /// What a verb reports, where it stands behind it; nil where nothing does that the verb can take.
  func complement(_ cue: Cue, from next: Int, verb: Int, _ report: inout Report) -> [Range<Int>]? {
    let frames = cue.frames
    var place = contents.skippingCircumstances(next)
    if let words = prepositional(cue, from: next, &report) { return words }
    if chunks[safe: next]?.kind == .preposition, place == next,
      let words = prepositional(cue, from: place, &report)
    {
      return words
    }
    // "told reporters that", "warned Kelmar that".
    if frames.contains(.recipient) || cue.lemma == "ask" || isPressAddressed(place) {
      if let after = afterRecipient(place) { place = after }
    }
    if let after = afterInsertion(place) { place = after }
    if frames.contains(.object), clause.kind(next) == .time,
      chunks[safe: place].map({ $0.kind == .end || $0.kind == .comma }) ?? true
    {
      return phraseWords(from: next, isInfinitive: true, .object, &report)
    }
    guard let chunk = chunks[safe: place] else { return nil }
    switch chunk.kind {
    case .that where frames.contains(.object) && contents.isDemonstrative(place):
      return phraseWords(from: place, isInfinitive: false, .object, &report)
    case .that where !frames.isDisjoint(with: [.clause, .object, .question]):
      return clauseWords(from: place, verb, .clauseWithThat, &report)
    case .comma:
      return afterComma(cue, place, verb, &report)
    case .quotation where !frames.isDisjoint(with: [.quote, .clause, .object]):
      return clauseWords(from: place, verb, .quotation, &report)
    case .colon where !frames.isDisjoint(with: [.quote, .clause]):
      guard chunks.indices.contains(place + 1) else { return nil }
      let rule: Candidate.Rule = clause.kind(place + 1) == .quotation ? .quotation : .bareClause
      return clauseWords(from: place + 1, verb, rule, &report)
    case .wh where !frames.isDisjoint(with: [.question, .clause]):
      return clauseWords(from: place, verb, .question, &report)
    case .verb where chunk.form == .infinitive && frames.contains(.infinitive):
      return phraseWords(from: place, isInfinitive: true, .infinitive, &report)
    case .verb
    where chunk.form == .ing && !frames.isDisjoint(with: [.gerund, .clause])
      && frames.contains(.gerund):
      return phraseWords(from: place, isInfinitive: true, .gerund, &report)
    case .preposition
    where frames.contains(.infinitive) && clause.isWord(place, "to") && opensInfinitive(place + 1):
      return phraseWords(from: place, isInfinitive: true, .infinitive, &report)
    case .nounPhrase, .time, .relative, .subordinator, .adverb, .connective, .other:
      return nominal(cue, place, verb, &report)
    default: return nil
    }
  }

  /// "offered to cap night work": a verb that was read as a noun, with its object.
  private func opensInfinitive(_ place: Int) -> Bool {
    guard let chunk = chunks[safe: place], chunk.isNominal, chunk.tokens.count > 1 else {
      return false
    }
    let first = clause.tokens[chunk.tokens.lowerBound]
    return !first.isCapital && (first.word.contains(.verbBase) || first.word.isEmpty)
      && first.tag != .determiner
      && first.tag != .ownership
  }

  /// "ruled, in four lines, that".
  private func afterInsertion(_ comma: Int) -> Int? {
    guard clause.kind(comma) == .comma, clause.kind(comma + 1) != .quotation,
      let close = chunks[(comma + 1)...].prefix(9).firstIndex(where: {
        $0.kind == .comma || $0.isVerb && $0.canBeFinite || $0.kind == .end
      }),
      clause.kind(close) == .comma, let next = chunks[safe: close + 1]
    else { return nil }
    return next.kind == .that && clause.tokens[next.head].word.isDisjoint(with: .cyrillic)
      ? close + 1 : nil
  }

  private func isPressAddressed(_ place: Int) -> Bool {
    clause.kind(place) == .nounPhrase && clause.headIs(place, .press)
  }

  private func afterRecipient(_ place: Int) -> Int? {
    guard let chunk = chunks[safe: place], chunk.isNominal else { return nil }
    var end = clause.nounPhraseEnd(place, strict: true)
    if end > place + 6 { end = place }
    let after = contents.skippingCircumstances(end + 1)
    guard let next = chunks[safe: after] else { return nil }
    switch next.kind {
    case .that, .quotation, .wh, .colon: return after
    case .comma:
      return clause.kind(after + 1) == .quotation ? after : nil
    case .nounPhrase:
      // "told reporters the talks had failed".
      return contents.isClause(after) && !clause.chunks[place].isPossessive ? after : nil
    default: return nil
    }
  }

  func clauseWords(
    from start: Int, _ verb: Int, _ rule: Candidate.Rule, _ report: inout Report
  ) -> [Range<Int>]? {
    var end = contents.clauseEnd(from: start, cue: verb)
    if rule == .quotation, let quote = chunks[safe: start] {
      // A whole quotation is what was said; a phrase in quotation marks goes on.
      if clause.tokens[quote.tokens.upperBound - 1].role == .closes, endsSaid(quote) {
        end = start + 1
      }
    }
    while end > start + 1, [.comma, .coordinator, .dash].contains(chunks[end - 1].kind) { end -= 1 }
    guard end > start else { return nil }
    report.rules.append(rule)
    return [clause.tokens(start, end - 1)]
  }

  private func endsSaid(_ quote: Chunk) -> Bool {
    let last = quote.tokens.upperBound - 2
    guard last > quote.tokens.lowerBound else { return false }
    return clause.tokens[last].isTerminal || clause.tokens[last].kind == .comma
  }

  func phraseWords(
    from start: Int, isInfinitive: Bool, _ rule: Candidate.Rule, _ report: inout Report
  ) -> [Range<Int>]? {
    let end = contents.phraseEnd(from: start, isInfinitive: isInfinitive)
    guard end > start else { return nil }
    report.rules.append(rule)
    return [clause.tokens(start, end - 1)]
  }

  private func prepositional(_ cue: Cue, from place: Int, _ report: inout Report) -> [Range<Int>]? {
    guard let chunk = chunks[safe: place], chunk.kind == .preposition,
      cue.prepositions.contains(clause.tokens[chunk.head].hash), chunks.indices.contains(place + 1)
    else { return nil }
    let belongsToCue = (cue.lemma == "call" || cue.lemma == "ask")
    if cue.frames.contains(.saidObject), !isSaid(place + 1) { return nil }
    if clause.kind(place + 1) == .time { return nil }
    let start = belongsToCue ? place + 1 : place
    guard let first = chunks[safe: place + 1],
      first.isNominal || first.kind == .quotation || first.isVerb || first.kind == .wh
        || first.kind == .time
    else { return nil }
    if belongsToCue { report.cue.append(chunk.tokens) }
    return phraseWords(from: start, isInfinitive: true, .preposition, &report)
  }

  /// `, that`, `, «`, `, "…`: Slavic clauses, and quotations behind a comma.
  private func afterComma(
    _ cue: Cue, _ comma: Int, _ verb: Int, _ report: inout Report
  ) -> [Range<Int>]? {
    guard let next = chunks[safe: comma + 1] else { return nil }
    switch next.kind {
    case .quotation where cue.frames.contains(.quote):
      return clauseWords(from: comma + 1, verb, .quotation, &report)
    case .that where clause.tokens[next.head].word.contains(.cyrillic):
      return clauseWords(from: comma + 1, verb, .clauseWithThat, &report)
    case .wh where clause.tokens[next.head].word.contains(.cyrillic):
      return clauseWords(from: comma + 1, verb, .question, &report)
    default: return nil
    }
  }

  /// point *out*, rule *out*, turn the offer *down*; made its support conditional *on*.
  func takeParticle(_ verb: Int, _ cue: inout Cue, _ tokens: inout [Range<Int>], _ next: inout Int)
  {
    for (particle, phrasal) in cue.particles {
      // "has put forward": the particle was read as an adverb of its verb.
      if let last = chunks[verb].tokens.last, last > chunks[verb].head,
        clause.tokens[last].hash == particle
      {
        cue = clause.lexicon.cues[phrasal]
        return
      }
      if let chunk = chunks[safe: verb + 1], let first = chunk.tokens.first,
        clause.tokens[first].hash == particle,
        chunk.tokens.count == 1
      {
        cue = clause.lexicon.cues[phrasal]
        tokens[0] = tokens[0].lowerBound..<chunk.tokens.upperBound
        next = verb + 2
        return
      }
      // The object may come between.
      if let object = chunks[safe: verb + 1], object.isNominal, let after = chunks[safe: verb + 2],
        after.tokens.count == 1, clause.tokens[after.tokens.lowerBound].hash == particle
      {
        cue = clause.lexicon.cues[phrasal]
        return
      }
    }
    guard cue.lemma == "make", let object = chunks[safe: verb + 1], object.isNominal,
      clause.tokens[object.tokens].contains(where: {
        $0.hash == Clause.hash("conditional") || $0.hash == Clause.hash("contingent")
          || $0.hash == Clause.hash("dependent")
      }),
      clause.isWord(verb + 2, "on") || clause.isWord(verb + 2, "upon")
    else { return }
    cue = Cue(lemma: "condition", frames: .object)
    tokens = [clause.tokens(verb, verb + 2)]
    next = verb + 3
  }
}
