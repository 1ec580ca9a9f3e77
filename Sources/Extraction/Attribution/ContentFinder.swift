/// Finds where reported words begin and end.
struct ContentFinder {
  let clause: Clause
  private var chunks: [Chunk] { clause.chunks }

  init(_ clause: Clause) { self.clause = clause }

  /// What follows a verb that reports.
  enum Complement {
    /// From a chunk on, as a clause.
    case clause(Int, Candidate.Rule)
    case phrase(Int, Candidate.Rule)
    case none
  }

  /// Over what stands between a verb and what it reports: times, "in a statement", "to reporters".
  func skippingCircumstances(_ from: Int) -> Int {
    var place = from
    while let chunk = chunks[safe: place] {
      switch chunk.kind {
      case .adverb, .connective, .time: place += 1
      case .preposition:
        guard let next = chunks[safe: place + 1] else { return place }
        if next.kind == .time {
          place += 2
        } else if next.isNominal,
          clause.headIs(place + 1, [.occasion, .press]) || isOccasion(next)
            || isNamedPlace(place, next)
        {
          var last = place + 1
          while clause.kind(last + 1) == .preposition,
            clause.kind(last + 2) == .nounPhrase || clause.kind(last + 2) == .time
          {
            last += 2
          }
          place = last + 1
        } else {
          return place
        }
      default: return place
      }
    }
    return place
  }

  private func isOccasion(_ chunk: Chunk) -> Bool {
    clause.tokens[chunk.tokens].contains { !$0.word.isDisjoint(with: .occasion) }
  }

  /// "in Dayton", "at the White House": where it was said.
  private func isNamedPlace(_ preposition: Int, _ chunk: Chunk) -> Bool {
    (clause.isWord(preposition, "in") || clause.isWord(preposition, "at")
      || clause.isWord(preposition, "from") || clause.isWord(preposition, "outside"))
      && (clause.tokens[chunk.head].isCapital || clause.tokens[chunk.head].tag == .time)
  }

  /// A clause with a verb of its own begins here.
  func isClause(_ from: Int) -> Bool {
    guard let first = chunks[safe: from] else { return false }
    guard first.isNominal || first.kind == .quotation || first.kind == .time else {
      return opensReported(from)
        || first.kind == .verb && first.form == .ing && isClause(from + 1)
    }
    var place = from
    var depth = 0
    while let chunk = chunks[safe: place], place - from < 24 {
      switch chunk.kind {
      case .verb:
        if chunk.form == .finite || chunk.form == .past { return true }
        if chunk.form == .infinitive { return false }
      case .relative: depth += 1
      case .comma:
        // A name with an apposition.
        if place - from > 10 { return false }
      case .end, .semicolon, .colon, .that, .subordinator, .dash: return false
      default: break
      }
      place += 1
    }
    return false
  }

  /// "said if the wards closed, the union would": not "said after the wards had closed".
  private func opensReported(_ place: Int) -> Bool {
    guard chunks[place].kind == .subordinator else { return false }
    return Self.openers.contains(clause.tokens[chunks[place].head].hash)
      && chunks[place...].contains { $0.kind == .comma }
  }

  /// The end, exclusive, of a clause of what is said.
  ///
  /// It goes to the end of the sentence, but for a part that someone else says, or the same person
  /// in a new verb.
  ///
  /// - Parameter cue: the verb that reports it.
  func clauseEnd(from start: Int, cue: Int, isRest: Bool = false) -> Int {
    var place = start
    while let chunk = chunks[safe: place] {
      switch chunk.kind {
      case .end: return place
      case .semicolon where place > start: return place
      case .comma:
        if let next = chunks[safe: place + 1], place > start, endsAtComma(place, next, start: start)
        {
          return place
        }
      case .coordinator where place > start:
        if !isRest, let next = chunks[safe: place + 1], next.kind == .verb,
          isNewReport(place + 1)
        {
          return place
        }
        if isNewSpeaker(place + 1) { return place }
      case .dash where place > start:
        if isNewSpeaker(place + 1) { return place }
      case .preposition where place > start:
        if isAccording(place) { return place }
      case .subordinator where place > start:
        if isWhile(place), isNewSpeaker(place + 1) { return place }
      default: break
      }
      place += 1
    }
    return chunks.count
  }

  func isAccording(_ place: Int) -> Bool {
    clause.headIs(place, .sourcePhrase) && clause.isWord(place + 1, "to")
  }

  private func isWhile(_ place: Int) -> Bool {
    clause.isWord(place, "while") || clause.isWord(place, "whereas")
      || clause.isWord(place, "although")
      || clause.isWord(place, "though")
  }

  private func endsAtComma(_ comma: Int, _ next: Chunk, start: Int) -> Bool {
    switch next.kind {
    case .verb:
      // ", adding that": a new report; ", said X": this one is in front of its verb.
      if next.form == .ing {
        // Within what is said someone else may be the one who adds.
        let isInner = chunks[start..<comma].contains {
          $0.canBeFinite && !(clause.cue($0)?.frames.isEmpty ?? true)
        }
        return clause.cue(next) != nil && reportFollows(comma + 1) && !isInner
      }
      return clause.cue(next) != nil && (next.form == .finite || next.form == .past)
        && isNewReport(comma + 1)
    case .coordinator:
      if let after = chunks[safe: comma + 2], after.kind == .verb, isNewReport(comma + 2) {
        return true
      }
      return isNewSpeaker(comma + 2)
    case .subordinator: return isWhile(comma + 1) && isClause(comma + 2)
    case .preposition: return isAccording(comma + 1)
    case .nounPhrase: return isParenthetical(comma + 1)
    default: return false
    }
  }

  /// A verb of reporting in a plain tense, as the writer uses it and not the person reported.
  func isNewReport(_ verb: Int) -> Bool {
    guard let chunk = chunks[safe: verb], let cue = clause.cue(chunk), !cue.frames.isEmpty else {
      return false
    }
    guard chunk.form == .finite || chunk.form == .past, !chunk.isPassive else { return false }
    let first = clause.tokens[chunk.tokens.lowerBound]
    let isShifted = first.tag == .modal || first.hash == Clause.hash("had") || first.tag == .be
    return !isShifted && reportFollows(verb)
  }

  /// The verb has what a verb of reporting needs.
  private func reportFollows(_ verb: Int) -> Bool {
    guard let next = chunks[safe: verb + 1], let cue = clause.cue(chunks[verb]) else {
      return false
    }
    switch next.kind {
    case .that, .quotation, .colon, .wh: return true
    case .verb:
      return next.form == .infinitive && cue.frames.contains(.infinitive)
        || next.form == .ing && cue.frames.contains(.gerund)
    case .nounPhrase, .time:
      return !cue.frames.isDisjoint(with: [
        .object, .objectInfinitive, .recipient, .naming, .objectAs, .saidObject,
      ])
        || isClause(verb + 1)
    case .preposition: return cue.prepositions.contains(clause.tokens[next.head].hash)
    default: return false
    }
  }

  /// A subject with a verb of reporting of its own, from here to the next mark.
  private func isNewSpeaker(_ from: Int) -> Bool {
    guard let first = chunks[safe: from], first.isNominal else { return false }
    var place = from + 1
    while let chunk = chunks[safe: place], place - from < 8 {
      switch chunk.kind {
      case .verb:
        let frames = clause.cue(chunk)?.frames ?? []
        return chunk.canBeFinite && !frames.isDisjoint(with: [.clause, .quote])
          && isNewReport(place)
      case .nounPhrase, .preposition, .adverb, .time, .connective: place += 1
      default: return false
      }
    }
    return false
  }

  /// ", he said,": a report put in or behind.
  private func isParenthetical(_ from: Int) -> Bool {
    var place = from + 1
    while let chunk = chunks[safe: place], place - from < 6 {
      if chunk.kind == .verb {
        guard chunk.canBeFinite, let cue = clause.cue(chunk), cue.frames.contains(.quote) else {
          return false
        }
        let next = skippingCircumstances(place + 1)
        guard let after = chunks[safe: next] else { return true }
        return after.kind == .comma || after.kind == .end || after.kind == .semicolon
      }
      guard chunk.kind == .preposition || chunk.isNominal || chunk.kind == .adverb else {
        return false
      }
      place += 1
    }
    return false
  }

  /// The end, exclusive, of an object or infinitive: the clause ends at its first comma or new verb.
  func phraseEnd(from start: Int, isInfinitive: Bool) -> Int {
    var place = start
    while let chunk = chunks[safe: place] {
      switch chunk.kind {
      case .end, .semicolon, .dash, .colon: if place > start { return place }
      case .comma:
        if !listGoesOn(place, isInfinitive: isInfinitive) { return place }
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

  private func isDay(_ place: Int) -> Bool {
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
  private func insertionEnd(_ comma: Int) -> Int? {
    let close = chunks[(comma + 1)...].prefix(6).firstIndex {
      $0.kind == .comma || $0.isVerb || $0.kind == .end
    }
    return close.flatMap { chunks[$0].kind == .comma ? $0 : nil }
  }

  /// An infinitive goes on over appositions and insertions, to the next clause.
  private func endsInfinitive(_ next: Chunk, _ comma: Int) -> Bool {
    switch next.kind {
    case .coordinator:
      guard let after = chunks[safe: comma + 2] else { return true }
      return after.kind == .verb && after.form != .infinitive || isClause(comma + 2)
    case .verb: return next.form != .infinitive
    case .subordinator: return isWhile(comma + 1) || clause.isWord(comma + 1, "because")
    case .preposition: return isAccording(comma + 1)
    case .nounPhrase: return isParenthetical(comma + 1)
    case .connective, .end, .dash: return true
    default: return false
    }
  }

  private static let openers = Set(
    ["if", "unless", "once", "although", "because", "until", "whenever"].map { Lexicon.hash($0) })

  private static let days: Set<UInt64> = [
    Clause.hash("yesterday"), Clause.hash("today"), Clause.hash("tonight"), Clause.hash("tomorrow"),
  ]

  /// "a fund, a bank and a road": the comma of a list.
  private func listGoesOn(_ comma: Int, isInfinitive: Bool) -> Bool {
    guard let next = chunks[safe: comma + 1] else { return false }
    if isInfinitive { return !endsInfinitive(next, comma) }
    if next.kind == .coordinator, let after = chunks[safe: comma + 2] {
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

  /// The beginning of what stands in front of its report: from the beginning of the sentence or the
  /// end of another report, without a conjunction that joins it to what was before.
  ///
  /// - Parameter needsVerb: nothing more of it follows the report.
  func preposedStart(before end: Int, from first: Int, needsVerb: Bool = true) -> Int? {
    var start = first
    var place = end - 1
    while place > first {
      if chunks[place].kind == .semicolon { start = place + 1; break }
      place -= 1
    }
    while start < end {
      let kind = chunks[start].kind
      if kind == .comma || kind == .coordinator || kind == .connective || kind == .dash
        || kind == .other
        || kind == .end || kind == .semicolon
      {
        start += 1
      } else {
        break
      }
    }
    guard start < end else { return nil }
    let isQuoted = chunks[start..<end].contains { $0.kind == .quotation }
    // "Asked whether it would hurt her, Reyes laughed."
    if !isQuoted, chunks[start].kind == .verb, chunks[start].form != .finite { return nil }
    let isSaid =
      !needsVerb || chunks[start..<end].contains { $0.kind == .quotation || $0.canBeFinite }
      || clause.tokens[clause.tokens(start, end - 1)].contains { $0.word.contains(.cyrillic) }
    return isSaid ? start : nil
  }
}
