extension SentenceReports {
  /// "according to X", "in X's view", "as X put it", «за словами X», «как сообщает X».
  mutating func readPhrases() {
    for place in chunks.indices {
      let chunk = chunks[place]
      if chunk.kind == .preposition, contents.isAccording(place) {
        readAccording(place, cueEnd: place + 1, .accordingTo)
      } else if chunk.kind == .preposition, let next = chunks[safe: place + 1], next.isNominal {
        readView(place, next)
      } else if chunk.kind == .wh || chunk.kind == .subordinator,
        clause.tokens[chunk.head].word.contains(.cyrillic)
      {
        readSlavicAs(place)
      } else if clause.isWord(place, "as") {
        readAs(place)
      }
    }
  }

  private mutating func readAccording(_ place: Int, cueEnd: Int, _ rule: Candidate.Rule) {
    let isOpening = place == 0 || clause.kind(place - 1) == .coordinator || opensSentence(place)
    guard let source = sources.phrase(from: cueEnd + 1, isOpening: isOpening) else { return }
    var report = Report(
      source: [source.tokens], cue: [clause.tokens(place, cueEnd)],
      lemma: rule == .accordingTo ? "according to" : "view")
    report.rules = [rule]
    report.content = surroundings(before: place, after: source.last + 1, isOpening: isOpening)
    if !report.content.isEmpty { reports.append(report) }
  }

  private func opensSentence(_ place: Int) -> Bool {
    chunks[..<place].allSatisfy {
      [.connective, .adverb, .comma, .coordinator, .other, .quotation].contains($0.kind)
        && $0.kind != .quotation
    }
  }

  /// The clause round a phrase that names its source.
  private func surroundings(before place: Int, after: Int, isOpening: Bool) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    if !isOpening {
      var end = place
      while end > 0, [.comma, .dash].contains(chunks[end - 1].kind) { end -= 1 }
      if let start = end > 0 ? contents.preposedStart(before: end, from: 0) : nil {
        parts.append(clause.tokens(start, end - 1))
      }
    }
    var start = after
    if clause.kind(start) == .comma { start += 1 } else if !isOpening { return parts }
    if isOpening || !parts.isEmpty, let next = chunks[safe: start], next.kind != .end {
      if !isOpening, next.kind == .coordinator || next.kind == .verb { return parts }
      let end = contents.clauseEnd(from: start, cue: place)
      if end > start { parts.append(clause.tokens(start, end - 1)) }
    }
    return parts
  }

  /// "in her opinion", "by the ministry's figures", «за словами речника».
  private mutating func readView(_ place: Int, _ phrase: Chunk) {
    let first = phrase.tokens.lowerBound
    let tokens = clause.tokens
    if tokens[first].word.contains(.sourcePhrase), tokens[first].word.contains(.cyrillic) {
      guard phrase.tokens.count > 1 || chunks.indices.contains(place + 2) else { return }
      var source = first + 1..<phrase.tokens.upperBound
      var last = place + 1
      let end = clause.nounPhraseEnd(last, strict: false)
      if end > last { last = end }
      while clause.kind(last + 1) == .quotation || (clause.kind(last + 1) == .nounPhrase) {
        last += 1
      }
      source = first + 1..<chunks[last].tokens.upperBound
      guard !source.isEmpty else { return }
      var report = Report(
        source: [source], cue: [chunks[place].tokens.lowerBound..<first + 1], lemma: "according to")
      report.rules = [.accordingTo]
      report.content = surroundings(
        before: place, after: last + 1, isOpening: place == 0 || opensSentence(place))
      if !report.content.isEmpty { reports.append(report) }
      return
    }
    let isIn = clause.isWord(place, "in")
    let isBy = clause.isWord(place, "by")
    guard isIn || isBy,
      tokens[phrase.head].word.contains(.cueNoun) || isReckoning(tokens[phrase.head]),
      let split = possessor(phrase), isOpinion(tokens[phrase.head], isIn: isIn)
    else { return }
    guard clause.kind(place + 2) == .comma || place > 0 && clause.kind(place - 1) == .comma else {
      return
    }
    var report = Report(source: [split.source], cue: [split.noun], lemma: "view")
    report.rules = [.view]
    report.isThought = isIn
    report.content = surroundings(
      before: place, after: place + 2, isOpening: place == 0 || opensSentence(place))
    if !report.content.isEmpty { reports.append(report) }
  }

  private func isReckoning(_ token: Token) -> Bool {
    Self.opinions.contains(token.hash) || Self.figures.contains(token.hash)
  }

  private func isOpinion(_ token: Token, isIn: Bool) -> Bool {
    (isIn ? Self.opinions : Self.figures).contains(token.hash)
  }

  private static let opinions = Set(
    ["view", "opinion", "words", "judgment", "judgement", "estimation", "telling"].map {
      Lexicon.hash($0)
    })
  private static let figures = Set(
    ["figures", "account", "reckoning", "estimate", "estimates", "count", "admission"].map {
      Lexicon.hash($0)
    })

  /// "as the minister put it", "as Bown observed".
  private mutating func readAs(_ place: Int) {
    guard
      let verb = chunks[(place + 1)...].prefix(8).firstIndex(where: {
        $0.isVerb || $0.kind == .comma || $0.kind == .end
      }),
      chunks[verb].canBeFinite, !chunks[verb].isPassive, let cue = clause.cue(chunks[verb]),
      cue.frames.contains(.quote) || cue.frames.contains(.objectAt)
    else { return }
    let isOpening = opensSentence(place)
    guard isOpening || clause.kind(place - 1) == .comma else { return }
    var after = verb + 1
    if cue.frames.contains(.objectAt) {
      guard clause.isWord(after, "it") else { return }
      after += 1
    }
    after = contents.skippingCircumstances(after)
    let found: SourceFinder.Found?
    if verb == place + 1 {
      found = sources.after(verb)
      after = max(after, (found?.last ?? verb) + 1)
    } else {
      found = sources.before(verb, from: place + 1)
    }
    guard let found,
      clause.kind(after) == .comma || clause.kind(after) == .end || after >= chunks.count
        || clause.kind(after) == .quotation
    else { return }
    var report = Report(
      source: [found.tokens],
      cue: [clause.tokens(verb, cue.frames.contains(.objectAt) ? verb + 1 : verb)],
      lemma: cue.lemma, verb: verb)
    report.rules = [.asSays]
    report.content = surroundings(before: place, after: after, isOpening: isOpening)
    if !report.content.isEmpty { reports.append(report) }
  }

  private static let slavicAs: Set<UInt64> = [Lexicon.hash("як"), Lexicon.hash("как")]

  private mutating func readSlavicAs(_ place: Int) {
    guard Self.slavicAs.contains(clause.tokens[chunks[place].head].hash),
      let verb = chunks[safe: place + 1], verb.isVerb,
      clause.cue(verb) != nil, clause.kind(place + 2) == .nounPhrase
    else { return }
    var last = clause.nounPhraseEnd(place + 2, strict: false)
    if clause.kind(last + 1) == .quotation { last += 1 }
    var report = Report(
      source: [clause.tokens(place + 2, last)], cue: [clause.tokens(place, place + 1)],
      lemma: "according to",
      verb: place + 1)
    report.rules = [.asSays]
    report.content = surroundings(before: place, after: last + 1, isOpening: place == 0)
    if !report.content.isEmpty { reports.append(report) }
  }

  /// Owner and noun of "Kyiv's demand", "his view".
  func possessor(_ chunk: Chunk) -> (source: Range<Int>, noun: Range<Int>)? {
    let tokens = clause.tokens
    guard
      let split = chunk.tokens.dropLast().last(where: {
        tokens[$0].tag == .possessive || tokens[$0].tag == .ownership
      })
    else { return nil }
    var noun = split + 1
    while noun < chunk.head, tokens[noun].tag == .adjective || tokens[noun].tag == .number {
      noun += 1
    }
    guard noun <= chunk.head else { return nil }
    let start = tokens[split].tag == .ownership ? split : chunk.tokens.lowerBound
    return (start..<split + 1, split + 1..<chunk.head + 1)
  }

  // MARK: Nouns

  /// "Kyiv's demand that …", "the claim by X that …", "repeated warnings from X that …".
  mutating func readNouns() {
    for place in chunks.indices {
      let chunk = chunks[place]
      guard chunk.isNominal, clause.tokens[chunk.head].word.contains(.cueNoun),
        clause.tokens[chunk.head].tag != .name
      else { continue }
      if reports.contains(where: { report in report.cue.contains { $0.contains(chunk.head) } }) {
        continue
      }
      if let split = possessor(chunk) {
        readOwned(place, split.source, split.noun)
      } else if clause.isWord(place + 1, "by") || clause.isWord(place + 1, "from"),
        chunks[safe: place + 2]?.kind == .nounPhrase
      {
        let last = clause.nounPhraseEnd(place + 2, strict: true)
        guard let next = chunks[safe: last + 1],
          next.kind == .that || next.kind == .verb && next.form == .infinitive
            || opensObject(last + 1, of: clause.tokens[chunk.head])
        else { continue }
        addNoun(
          chunk, source: clause.tokens(place + 2, last), noun: nounTokens(chunk), from: last + 1)
      }
    }
  }

  private func nounTokens(_ chunk: Chunk) -> Range<Int> {
    var first = chunk.tokens.lowerBound
    if clause.tokens[first].tag == .determiner, first < chunk.head { first += 1 }
    return first..<chunk.head + 1
  }

  private mutating func readOwned(_ place: Int, _ source: Range<Int>, _ noun: Range<Int>) {
    guard let next = chunks[safe: place + 1] else { return }
    switch next.kind {
    case .that: addNoun(chunks[place], source: source, noun: noun, from: place + 1)
    case .verb where next.form == .infinitive:
      addNoun(chunks[place], source: source, noun: noun, from: place + 1)
    case .verb where clause.tokens[next.head].tag == .be && next.canBeFinite:
      // "Their demand was that …".
      guard let after = chunks[safe: place + 2],
        after.kind == .that || after.kind == .quotation
          || after.kind == .verb && after.form == .infinitive
      else { return }
      addNoun(chunks[place], source: source, noun: noun, from: place + 2)
    case .preposition where opensObject(place + 1, of: clause.tokens[chunks[place].head]):
      addNoun(chunks[place], source: source, noun: noun, from: place + 1)
    default: break
    }
  }

  /// demand *for*, insistence *on*, opposition *to*: what a noun of saying is about.
  private func opensObject(_ place: Int, of noun: Token) -> Bool {
    guard let chunk = chunks[safe: place], chunk.kind == .preposition, chunk.tokens.count == 1,
      let next = chunks[safe: place + 1], next.isNominal || next.isVerb && next.form == .ing
    else { return false }
    let word = clause.tokens[chunk.head].hash
    if word == Clause.hash("for") { return next.isNominal }
    return CueWords.nounPrepositions[noun.hash]?.contains(word) ?? false
  }

  private mutating func addNoun(
    _ chunk: Chunk, source: Range<Int>, noun: Range<Int>, from start: Int
  ) {
    let place = chunks.firstIndex { $0.tokens.contains(chunk.head) } ?? start
    var end = contents.phraseEnd(from: start, isInfinitive: true)
    let isSubject = place == 0 || ![.preposition, .verb, .wh].contains(chunks[place - 1].kind)
    if isSubject {
      end = subjectEnd(from: start, to: end)
    } else if chunks[start].kind == .that {
      end = contents.clauseEnd(from: start, cue: place)
    }
    guard end > start else { return }
    var report = Report(
      source: [source], cue: [noun], content: [clause.tokens(start, end - 1)], lemma: "")
    report.rules = [.noun]
    report.isThought = false
    reports.append(report)
  }

  /// The clause of a noun that is a subject ends before the verb of that subject.
  private func subjectEnd(from start: Int, to end: Int) -> Int {
    var verbs = chunks[start].kind == .that ? 0 : 1
    for place in start + 1..<max(start + 1, end)
    where chunks[place].canBeFinite && clause.kind(place - 1) != .relative {
      if verbs >= 1, clause.kind(place - 1) != .coordinator { return place }
      verbs += 1
    }
    return end
  }
}
