extension SentenceReports {
  /// What a verb reports that begins as a noun phrase or a clause does.
  func nominal(
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
  func isSaid(_ place: Int) -> Bool {
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
}
