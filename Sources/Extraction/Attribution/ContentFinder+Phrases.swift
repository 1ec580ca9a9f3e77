/// Where an object or an infinitive ends that a verb reports.
extension ContentFinder {
  /// The end, exclusive, of an object or infinitive: the clause ends at its first comma or new verb.
  func phraseEnd(from start: Int, isInfinitive: Bool) -> Int {
    var place = start
    while let chunk = chunks[safe: place] {
      switch chunk.kind {
      case .end, .semicolon, .dash, .colon: if place > start { return place }
      case .comma:
        if !listGoesOn(place, isInfinitive: isInfinitive) { return place }
      case .that
      where place > start && !isInfinitive && clause.headIs(place - 1, .cueNoun)
        && (chunks[safe: place + 1]?.isPronoun ?? false || isDenied(start)):
        // "denied a report that it had threatened to close", "rejected reports that others would accept".
        return clauseEnd(from: place, cue: start)
      case .coordinator where place > start:
        if let next = chunks[safe: place + 1], next.kind == .verb,
          next.form == .finite || next.form == .past
        {
          return place
        }
        if isClause(place + 1) { return place }
      case .subordinator where place > start:
        if !isInfinitive || isWhile(place) || clause.isWord(place, "because") { return place }
      case .preposition where place > start:
        if !isInfinitive, clause.kind(place + 1) == .time, isDay(place + 1) { return place }
        if isAccording(place) { return place }
      case .time where place > start:
        if !isInfinitive, isDay(place), clause.kind(place - 1) != .preposition { return place }
      case .verb where place > start:
        if !isInfinitive, chunk.form == .finite, clause.kind(place - 1) != .relative {
          return place
        }
      default: break
      }
      place += 1
    }
    return chunks.count
  }

  /// The verb before says that something is not so.
  private func isDenied(_ object: Int) -> Bool {
    object > 0
      && clause.cue(chunks[object - 1]).map { Self.denials.contains($0.lemma) } ?? false
  }

  private static let denials: Set<String> = [
    "deny", "reject", "dismiss", "refute", "rebut", "contradict", "dispute", "contest", "deride",
  ]

  func isDay(_ place: Int) -> Bool {
    let head = clause.tokens[chunks[place].head]
    guard head.tag == .time else { return false }
    let first = clause.tokens[chunks[place].tokens.lowerBound].hash
    if place > 0, chunks[place - 1].kind == .preposition, !clause.isWord(place - 1, "on") {
      return false
    }
    return head.isCapital || head.word.contains(.adverb) || Self.days.contains(head.hash)
      || first == Clause.hash("last")
  }

  /// The comma that closes a short insertion without a verb: ", up from 20,".
  func insertionEnd(_ comma: Int) -> Int? {
    let close = chunks[(comma + 1)...].prefix(6).firstIndex {
      $0.kind == .comma || $0.isVerb || $0.kind == .end
    }
    return close.flatMap { chunks[$0].kind == .comma ? $0 : nil }
  }

  /// An infinitive goes on over appositions and insertions, to the next clause.
  func endsInfinitive(_ next: Chunk, _ comma: Int) -> Bool {
    switch next.kind {
    case .coordinator:
      guard let after = chunks[safe: comma + 2] else { return true }
      return after.kind == .verb && after.form != .infinitive || isClause(comma + 2)
    case .verb:
      // ", provided that the donors pay"
      return next.form != .infinitive && !clause.isWord(comma + 1, "provided")
    case .subordinator: return isWhile(comma + 1) || clause.isWord(comma + 1, "because")
    case .preposition: return isAccording(comma + 1)
    case .nounPhrase: return isParenthetical(comma + 1)
    case .connective, .end, .dash: return true
    default: return false
    }
  }

  static let openers = Set(
    ["if", "unless", "once", "although", "because", "until", "whenever"].map { Lexicon.hash($0) })

  static let days: Set<UInt64> = [
    Clause.hash("yesterday"), Clause.hash("today"), Clause.hash("tonight"), Clause.hash("tomorrow"),
  ]

  /// "a fund, a bank and a road": the comma of a list.
  func listGoesOn(_ comma: Int, isInfinitive: Bool) -> Bool {
    guard let next = chunks[safe: comma + 1] else { return false }
    if isInfinitive { return !endsInfinitive(next, comma) }
    if next.kind == .coordinator, let after = chunks[safe: comma + 2] {
      // "the bonus, but not the cranes".
      if clause.isWord(comma + 2, "not"), let object = chunks[safe: comma + 3] {
        return object.isNominal && !isClause(comma + 3)
      }
      return after.isNominal && !isClause(comma + 2) || after.kind == .quotation
        || after.kind == .verb && after.form == .infinitive
    }
    if next.kind == .quotation { return true }
    if next.kind == .preposition || next.kind == .adverb, let close = insertionEnd(comma) {
      return listGoesOn(close, isInfinitive: false)
    }
    if next.isNominal, !next.isPronoun, !isClause(comma + 1) {
      // A list has an "and" to come.
      var place = comma + 2
      while let chunk = chunks[safe: place], place - comma < 16 {
        if chunk.kind == .coordinator { return !isClause(place + 1) || isInfinitive }
        if chunk.kind == .verb || chunk.kind == .end || chunk.kind == .relative { return false }
        place += 1
      }
    }
    return false
  }

  /// The plan "deserves a look": the verb stands in quotation marks.
  func opensWithVerb(_ quotation: Chunk) -> Bool {
    let tokens = clause.tokens[quotation.tokens].drop { $0.kind == .quote }
    guard let first = tokens.first else { return false }
    if first.tag == .verbFinite || first.tag == .verbPast || first.tag.isAuxiliary { return true }
    // A word that is not known, and ends and goes on as a verb does: "merits a look".
    return first.word.contains(.endsInS) && !first.isCapital
      && tokens.dropFirst().first?.word.contains(.determiner) ?? false
  }

  /// `rejected that figure`, `denied that`: the word points and opens no clause.
  func isDemonstrative(_ that: Int) -> Bool {
    guard let noun = chunks[safe: that + 1],
      noun.isNominal && !noun.isPronoun || noun.kind == .verb && noun.tokens.count == 1
    else { return false }
    if noun.isNominal {
      let first = clause.tokens[noun.tokens.lowerBound]
      guard first.tag != .determiner, first.tag != .ownership, !first.isCapital else {
        return false
      }
    }
    var place = that + 2
    while let chunk = chunks[safe: place] {
      switch chunk.kind {
      case .end, .semicolon, .dash, .colon, .comma: return true
      case .coordinator where clause.kind(place + 1) == .verb: return true
      case .verb: return false
      default: place += 1
      }
    }
    return true
  }
}
