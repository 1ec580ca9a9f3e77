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

  private func clauseWords(
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

  private func phraseWords(
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

  private func nominal(
    _ cue: Cue, _ place: Int, _ verb: Int, _ report: inout Report
  ) -> [Range<Int>]? {
    let frames = cue.frames
    let chunk = chunks[place]
    if clause.tokens[chunks[verb].head].word.contains(.cyrillic) {
      guard !frames.isDisjoint(with: [.object, .infinitive, .objectInfinitive]) else { return nil }
      return phraseWords(
        from: place, isInfinitive: true, frames.contains(.object) ? .object : .infinitive, &report)
    }
    if cue.lemma == "quote" || cue.lemma == "cite",
      let words = quotedPerson(place, verb, &report)
    {
      return words
    }
    let end = clause.nounPhraseEnd(place, strict: false)
    if chunk.isNominal,
      frames.contains(.objectInfinitive)
        || frames.contains(.object) && frames.contains(.infinitive),
      let next = chunks[safe: end + 1], next.kind == .verb, next.form == .infinitive
    {
      return phraseWords(from: place, isInfinitive: true, .objectInfinitive, &report)
    }
    // A verb that takes objects takes one, unless a verb follows at once.
    if frames.contains(.clause), !frames.contains(.strict), contents.isClause(place) {
      return clauseWords(from: place, verb, .bareClause, &report)
    }
    if frames.contains(.recipient), !frames.contains(.object), contents.isClause(place) {
      return clauseWords(from: place, verb, .bareClause, &report)
    }
    guard chunk.isNominal || chunk.kind == .time else { return nil }
    if frames.contains(.objectAs) || frames.contains(.naming) || frames.contains(.objectAt) {
      let object = clause.nounPhraseEnd(place, strict: true)
      if let words = predicated(frames, place, object, &report) { return words }
    }
    if cue.frames.contains(.saidObject) || cue.lemma == "express" || cue.lemma == "voice" {
      return lightVerb(place, end, cue, &report)
    }
    guard frames.contains(.object) else { return nil }
    // Adverbs between a verb and its particle are no one's object.
    return phraseWords(
      from: place,
      isInfinitive: cue.lemma == "accuse" || cue.lemma == "blame" || cue.lemma == "warn"
        || frames.contains(.mental), .object, &report)
  }

  /// "quoted an official as saying that …": all of it is content, and the official's words are in it.
  private func quotedPerson(_ place: Int, _ verb: Int, _ report: inout Report) -> [Range<Int>]? {
    guard chunks[place].isNominal,
      let saying = chunks[place...].prefix(16).firstIndex(where: {
        $0.isVerb && $0.form == .ing && clause.cue($0) != nil
      }),
      clause.isWord(saying - 1, "as")
    else { return nil }
    return clauseWords(from: place, verb, .objectAs, &report)
  }

  private func predicated(_ frames: Cue.Frames, _ place: Int, _ end: Int, _ report: inout Report)
    -> [Range<Int>]?
  {
    guard let next = chunks[safe: end + 1] else { return nil }
    if frames.contains(.objectAs), clause.isWord(end + 1, "as") {
      return phraseWords(from: place, isInfinitive: true, .objectAs, &report)
    }
    if frames.contains(.objectAt), clause.isWord(end + 1, "at") || next.kind == .quotation {
      return phraseWords(from: place, isInfinitive: true, .objectAs, &report)
    }
    if frames.contains(.naming),
      next.isNominal || next.kind == .quotation || chunks[place].isPronoun
        || isPredicate(chunks[place])
        || clause.kind(place) == .nounPhrase && next.kind == .verb && next.form == .participle
    {
      return clauseWords(from: place, report.verb ?? place, .naming, &report)
    }
    return nil
  }

  /// "any such obligation unacceptable": an adjective behind its noun.
  private func isPredicate(_ chunk: Chunk) -> Bool {
    let tokens = clause.tokens[chunk.tokens]
    guard tokens.count > 1, let last = tokens.last else { return false }
    return last.tag == .adjective || tokens.dropFirst().contains { $0.tag == .determiner }
      || tokens.dropFirst(2).contains {
        $0.tag == .adjective && $0.start > tokens[tokens.startIndex + 1].start
      } && last.tag != .noun
  }

  /// The object is a noun of saying.
  private func isSaid(_ place: Int) -> Bool {
    guard let chunk = chunks[safe: place], chunk.isNominal else { return false }
    if clause.tokens[chunk.head].word.contains(.cueNoun) { return true }
    // "a set of proposals".
    return Self.containers.contains(clause.tokens[chunk.head].hash)
      && clause.isWord(place + 1, "of")
      && clause.kind(place + 2) == .nounPhrase && clause.headIs(place + 2, .cueNoun)
  }

  private static let containers = Set(
    ["set", "list", "number", "series", "package", "range", "couple"].map { Lexicon.hash($0) })

  /// "expressed concern at", "raised the issue of": verb and noun make one cue.
  private func lightVerb(_ place: Int, _ end: Int, _ cue: Cue, _ report: inout Report) -> [Range<
    Int
  >]? {
    guard isSaid(place) || cue.frames.contains(.object) else { return nil }
    if isSaid(place), let next = chunks[safe: place + 1],
      next.kind == .that || next.kind == .preposition
        || next.kind == .verb && next.form == .infinitive,
      chunks.indices.contains(place + 2) || next.kind == .verb
    {
      let isLight = ["express", "voice", "raise", "make", "give", "issue", "convey", "state"]
        .contains(cue.lemma)
      if isLight {
        report.cue = [clause.tokens(report.verb ?? place, place)]
        return next.kind == .that
          ? clauseWords(from: place + 1, report.verb ?? place, .clauseWithThat, &report)
          : phraseWords(from: place + 1, isInfinitive: true, .noun, &report)
      }
    }
    return phraseWords(from: place, isInfinitive: true, .object, &report)
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
