/// Finds whose words a verb reports: its subject, on either side.
///
/// Every search to the left passes a bounded number of chunks.
struct SourceFinder {
  /// Chunks from first to last, both included.
  struct Found: Equatable {
    var first: Int
    var last: Int
    /// Without a comma that closes an insertion.
    var tokens: Range<Int>
  }

  static let reach = 40

  let clause: Clause
  var chunks: [Chunk] { clause.chunks }

  init(_ clause: Clause) { self.clause = clause }

  /// The subject in front of a verb.
  ///
  /// - Parameter first: chunks before it belong to someone else.
  func before(_ verb: Int, from first: Int = 0) -> Found? {
    let place = skippingAdverbials(verb - 1, from: first)
    guard place >= first, let chunk = chunks[safe: place] else { return nil }
    switch chunk.kind {
    case .nounPhrase:
      if chunk.isPossessive { return nil }
      return phrase(endingAt: place, from: first)
    case .comma: return aroundInsertion(closedBy: place, from: first)
    case .relative: return antecedent(of: place, from: first)
    case .quotation:
      // The agency «Delta» said.
      guard place > first, clause.kind(place - 1) == .nounPhrase, chunk.tokens.count <= 6 else {
        return nil
      }
      guard var found = phrase(endingAt: place - 1, from: first) else { return nil }
      found.last = place
      found.tokens = found.tokens.lowerBound..<chunk.tokens.upperBound
      return found
    case .verb: return reducedRelative(endingAt: place, from: first)
    case .parenthesis:
      guard place > first, clause.kind(place - 1) == .nounPhrase else { return nil }
      return phrase(endingAt: place - 1, from: first)
    default: return nil
    }
  }

  /// Over adverbs, times and insertions that are no one's, to the left.
  func skippingAdverbials(_ from: Int, from first: Int) -> Int {
    var place = from
    while place > first {
      switch chunks[place].kind {
      case .adverb, .connective: place -= 1
      case .time:
        place -= clause.kind(place - 1) == .preposition ? 2 : 1
      case .preposition where chunks[place].tokens.count == 1 && clause.headIs(place, .particle):
        return place
      default: return place
      }
    }
    return place
  }

  func found(_ first: Int, _ last: Int) -> Found {
    Found(first: first, last: last, tokens: clause.tokens(first, last))
  }

  /// A noun phrase with what hangs on it, from its end to its beginning.
  func phrase(endingAt last: Int, from limit: Int) -> Found? {
    var first = last
    if chunks[last].isPronoun {
      if let start = relativeStart(before: last, from: limit), clause.isWord(last, "it") {
        return found(start, last)
      }
      return found(last, last)
    }
    while first > limit, last - first < Self.reach {
      let before = first - 1
      if chunks[before].isNominal, chunks[before].isPossessive {
        first = before
      } else if chunks[before].kind == .preposition, before > limit {
        let further = before - 1
        if chunks[further].isNominal, !chunks[further].isPronoun || isIndefinite(further) {
          first = further
        } else if chunks[further].kind == .verb, further > limit,
          let start = participleStart(further, from: limit)
        {
          first = start
          break
        } else {
          if let start = relativeStart(before: before, from: limit) { first = start }
          break
        }
      } else if chunks[before].kind == .verb,
        let start = relativeStart(before: before + 1, from: limit)
      {
        first = start
        break
      } else if chunks[before].kind == .verb, chunks[before].form == .infinitive, before > limit,
        chunks[before - 1].isNominal, clause.headIs(before - 1, .cueNoun)
      {
        // "the refusal to discuss Sefu".
        first = before - 1
      } else if let start = listStart(and: before, from: limit) {
        first = start
      } else if clause.isWord(before, "and"), before > limit, chunks[before - 1].isNominal,
        !chunks[before - 1].isPronoun, let other = phrase(endingAt: before - 1, from: limit),
        other.first == limit || opensClause(other.first - 1)
      {
        first = other.first
        break
      } else {
        break
      }
    }
    return found(first, last)
  }

  /// those, some, many: can have a phrase of their own.
  func isIndefinite(_ place: Int) -> Bool {
    !clause.tokens[chunks[place].head].word.isDisjoint(with: [.determiner, .number])
  }

  /// "France, Germany, Britain and Poland": where a row of three or more begins.
  func listStart(and place: Int, from limit: Int) -> Int? {
    guard clause.isWord(place, "and") else { return nil }
    var at = place - 1
    if at > limit, chunks[at].kind == .comma { at -= 1 }
    guard at > limit, chunks[at].isNominal, chunks[at - 1].kind == .comma else { return nil }
    while at > limit + 1, chunks[at].isNominal, chunks[at - 1].kind == .comma,
      chunks[at - 2].isNominal,
      place - at < 24
    {
      at -= 2
    }
    return at < place - 2 && (at == limit || !chunks[at - 1].isVerb) ? at : nil
  }

  func opensClause(_ place: Int) -> Bool {
    switch chunks[place].kind {
    case .comma, .semicolon, .that, .subordinator, .dash, .colon, .end: true
    default: false
    }
  }

  /// "officials briefed on the talks": where the noun begins, for its participle.
  func participleStart(_ verb: Int, from limit: Int) -> Int? {
    guard chunks[verb].form != .finite, chunks[verb].form != .infinitive, verb > limit else {
      return relativeStart(before: verb + 1, from: limit)
    }
    guard chunks[verb - 1].isNominal, !chunks[verb - 1].isPronoun else {
      return relativeStart(before: verb + 1, from: limit)
    }
    return phrase(endingAt: verb - 1, from: limit)?.first
  }

  /// "adults surveyed", "a poll released Thursday", "an official who asked not to be named".
  func reducedRelative(endingAt verb: Int, from limit: Int) -> Found? {
    if let start = relativeStart(before: verb + 1, from: limit) { return found(start, verb) }
    guard verb > limit, chunks[verb].form == .past || chunks[verb].form == .participle,
      chunks[verb - 1].isNominal, !chunks[verb - 1].isPronoun,
      let noun = phrase(endingAt: verb - 1, from: limit)
    else { return nil }
    return found(noun.first, verb)
  }

  /// Where the noun begins on which a relative clause hangs that reaches to a place.
  func relativeStart(before place: Int, from limit: Int) -> Int? {
    var at = place - 1
    while at > limit, place - at < 14 {
      switch chunks[at].kind {
      case .relative:
        guard chunks[at - 1].isNominal, !chunks[at - 1].isPronoun else { return nil }
        return phrase(endingAt: at - 1, from: limit)?.first
      case .that:
        // "the claim that it had been left out".
        guard chunks[at - 1].isNominal, chunks[at..<place].contains(where: \.canBeFinite),
          let noun = phrase(endingAt: at - 1, from: limit),
          (noun.first...noun.last).contains(where: { clause.headIs($0, .cueNoun) })
        else { return nil }
        return noun.first
      case .comma, .semicolon, .colon, .dash, .quotation, .end: return nil
      default: at -= 1
      }
    }
    return nil
  }

  func antecedent(of relative: Int, from limit: Int) -> Found? {
    var place = relative - 1
    if place > limit, chunks[place].kind == .comma { place -= 1 }
    guard place >= limit, chunks[place].isNominal, !chunks[place].isPronoun else { return nil }
    return phrase(endingAt: place, from: limit)
  }

  /// "Marneri, the chief negotiator, said"; "Oury, for his part, said".
  func aroundInsertion(closedBy comma: Int, from limit: Int) -> Found? {
    var open = comma - 1
    var tries = 0
    while open > limit, comma - open < Self.reach {
      if chunks[open].kind == .semicolon || chunks[open].kind == .end { return nil }
      guard chunks[open].kind == .comma else {
        open -= 1
        continue
      }
      var base = open - 1
      if base > limit, chunks[base].kind == .parenthesis { base -= 1 }
      if chunks[base].isNominal, !chunks[base].isPossessive || base > limit,
        let kind = insertion(open + 1, comma), let noun = phrase(endingAt: base, from: limit)
      {
        switch kind {
        case .belongs:
          let first = apposedStart(noun.first, from: limit)
          return Found(first: first, last: comma, tokens: clause.tokens(first, comma))
        case .adverbial: return noun
        }
      }
      tries += 1
      if tries == 3 { return nil }
      open -= 1
    }
    return nil
  }

  /// "The secretary, Marc Thévenet, who …": the noun before a name with commas round it.
  func apposedStart(_ first: Int, from limit: Int) -> Int {
    guard first - 2 >= limit, chunks[first - 1].kind == .comma, chunks[first - 2].isNominal,
      !chunks[first - 2].isPronoun, clause.tokens[chunks[first].tokens.lowerBound].isCapital,
      let noun = phrase(endingAt: first - 2, from: limit),
      noun.first == limit || opensClause(noun.first - 1)
        || chunks[noun.first - 1].kind == .coordinator
    else { return first }
    return noun.first
  }

  enum Insertion {
    case belongs
    case adverbial
  }

  /// What stands between two commas; nil where it is no insertion.
  func insertion(_ first: Int, _ end: Int) -> Insertion? {
    guard first < end else { return nil }
    let hasVerb = chunks[first..<end].contains { $0.canBeFinite }
    switch chunks[first].kind {
    case .relative: return .belongs
    case .preposition:
      if clause.isWord(first, "of") || clause.isWord(first, "from") { return .belongs }
      return hasVerb ? nil : .adverbial
    case .connective, .adverb, .time: return .adverbial
    case .subordinator, .wh: return .adverbial
    case .verb:
      if chunks[first].form == .finite { return nil }
      return clause.headIs(first, .anyVerb) && clause.cue(chunks[first])?.lemma == "ask"
        ? .adverbial : .belongs
    case .nounPhrase:
      if chunks[first].isPronoun, hasVerb { return nil }
      let hasRelative = chunks[first..<end].contains { $0.kind == .relative }
      let participleOnly = chunks[first..<end].allSatisfy { !$0.canBeFinite || $0.form == .past }
      return hasVerb && !hasRelative && !participleOnly ? nil : .belongs
    default: return nil
    }
  }

}
