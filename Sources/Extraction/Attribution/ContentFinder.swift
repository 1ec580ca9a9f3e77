/// Finds where reported words begin and end.
struct ContentFinder {
  let clause: Clause
  var chunks: [Chunk] { clause.chunks }

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

  func isOccasion(_ chunk: Chunk) -> Bool {
    clause.tokens[chunk.tokens].contains { !$0.word.isDisjoint(with: .occasion) }
  }

  /// "in Dayton", "at the White House": where it was said.
  func isNamedPlace(_ preposition: Int, _ chunk: Chunk) -> Bool {
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
      case .quotation where place > from && opensWithVerb(chunk): return true
      case .coordinator where clause.kind(place + 1) == .verb:
        // "demanded 27 per cent and would not sign": the verb behind has another subject.
        if depth == 0 { return false }
      case .comma:
        // A name with an apposition.
        if place - from > 10 { return false }
        if let next = clause.kind(place + 1), next == .preposition || next == .adverb {
          // ", down from 20": what follows an insertion that nothing closes is in it.
          guard let close = insertionEnd(place) else { return false }
          place = close
        }
      case .end, .semicolon, .colon, .that, .subordinator, .dash: return false
      default: break
      }
      place += 1
    }
    return false
  }

  /// "said if the wards closed, the union would": not "said after the wards had closed".
  func opensReported(_ place: Int) -> Bool {
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

  func isWhile(_ place: Int) -> Bool {
    clause.isWord(place, "while") || clause.isWord(place, "whereas")
      || clause.isWord(place, "although")
      || clause.isWord(place, "though")
  }

  func endsAtComma(_ comma: Int, _ next: Chunk, start: Int) -> Bool {
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
  func reportFollows(_ verb: Int) -> Bool {
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
  func isNewSpeaker(_ from: Int) -> Bool {
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
  func isParenthetical(_ from: Int) -> Bool {
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
