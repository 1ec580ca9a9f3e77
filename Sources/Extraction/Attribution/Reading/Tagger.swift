/// Decides what each word of a sentence is, from what it can be and from its neighbours.
///
/// One pass from left to right; a look at one or two words ahead settles whether a form is noun or
/// verb.
///
/// - Complexity: O(tokens).
struct Tagger {
  static func tag(_ tokens: inout [Token], _ range: Range<Int>) {
    var last: Tag = .other
    var beforeLast: Tag = .other
    for place in range {
      if tokens[place].kind == .quote {
        if tokens[place].role == .apostrophe, place > range.lowerBound,
          tokens[place - 1].kind == .word
        {
          tokens[place].tag = .possessive
          beforeLast = last
          last = .possessive
        }
        continue
      }
      let tag = tag(of: tokens, place, range, last, beforeLast)
      tokens[place].tag = tag
      beforeLast = last
      last = tag
    }
  }

  private static func tag(
    of tokens: [Token], _ place: Int, _ range: Range<Int>, _ last: Tag, _ beforeLast: Tag
  ) -> Tag {
    let token = tokens[place]
    let word = token.word
    switch token.kind {
    case .clitic: return clitic(word, after: last)
    case .number: return word.contains(.time) && last != .determiner ? .time : .number
    case .word: break
    case .symbol: return .other
    default: return .other
    }
    let isFirst = place == range.lowerBound || tokens[place - 1].role == .opens
    let next = place + 1 < range.upperBound ? tokens[place + 1] : nil
    // A capital within the sentence makes a name of nearly everything.
    if token.isCapital, !isFirst {
      if word.contains(.time) { return .time }
      if word.contains(.firstPerson) { return .pronoun }
      if token.isAllCapitals || word.isDisjoint(with: [.preposition, .determiner, .coordinator]) {
        return .name
      }
    }
    if token.isCapital, next?.kind == .period, isLetter(token) { return .name }
    if word.contains(.cyrillic) { return cyrillic(word, token, last) }
    if word.contains(.sourcePhrase) { return .preposition }
    if last == .to, word.isDisjoint(with: Self.settled), next.map({ continuesVerb($0) }) ?? false {
      return .verbBase
    }
    if word.contains(.to) { return .to }
    if word.contains(.that) { return that(next, last) }
    if word.contains(.modal), !(word.contains(.noun) && last.isNominal && last == .determiner) {
      // May, at the beginning of a sentence or after a preposition, is a month.
      if word.contains(.time), last == .preposition || next?.kind == .number { return .time }
      return .modal
    }
    if word.contains(.be) { return .be }
    if word.contains(.have) { return .have }
    if word.contains(.auxiliaryDo) { return .auxiliaryDo }
    if word.contains(.ownership) {
      // "her" and "his" without a noun behind them.
      if word.contains(.objectPronoun), let next, !next.isWord || isClosed(next) {
        return .objectPronoun
      }
      return .ownership
    }
    if word.contains(.relative), last.isNominal || afterComma(tokens, place) { return .relative }
    if word.contains(.wh) {
      return word.contains(.subordinator) && !isVerbBefore(last) ? .subordinator : .wh
    }
    if word.contains(.number), word.contains(.pronoun), let next, next.kind == .word,
      next.word.isDisjoint(with: [.be, .have, .modal, .preposition, .coordinator, .verbPast, .that])
    {
      return .number
    }
    // "The union neither confirmed nor denied", "the sides both signed": it goes with the verb.
    if Self.pairs.contains(token.hash), last.isNominal, let next,
      !next.word.isDisjoint(with: .anyVerb),
      next.word.isDisjoint(with: [.noun, .cueNoun, .adjective])
    {
      return .adverb
    }
    if word.contains(.determiner) { return determiner(word, next) }
    if word.contains(.pronoun) { return .pronoun }
    if word.contains(.objectPronoun) { return .objectPronoun }
    if word.contains(.coordinator) { return .coordinator }
    if word.contains(.time), token.isCapital || word.isDisjoint(with: .anyVerb) { return .time }
    if last.isAuxiliary || last == .verbFinite || last == .verbPast,
      !word.isDisjoint(with: [.adverb, .particle]),
      word.contains(.adverb) && !word.isDisjoint(with: [.subordinator, .verbBase])
        && next?.hash == Clause.hash("far") || word.contains(.adverb) && word.contains(.verbBase)
    {
      return .adverb
    }
    if let verb = verb(token, last, beforeLast, next) { return verb }
    if word.contains(.preposition), next?.kind == .number || next?.word.contains(.number) ?? false,
      Self.roughly.contains(token.hash)
    {
      return .adverb
    }
    if word.contains(.subordinator) {
      // after/since/before with a noun phrase only is decided by the reader of chunks.
      return word.contains(.preposition) && next.map { !startsClause($0) } ?? true
        ? .preposition : .subordinator
    }
    if word.contains(.preposition) { return .preposition }
    if word.contains(.negation) { return .negation }
    if word.contains(.number) { return .number }
    if word.contains(.connective) {
      return last == .other || afterComma(tokens, place) ? .connective : .adverb
    }
    if word.contains(.adverb) { return .adverb }
    if word.contains(.adjective) { return .adjective }
    if word.contains(.role) || word.contains(.noun) { return .noun }
    return token.isCapital ? .name : .noun
  }

  private static let pairs: Set<UInt64> = [
    Clause.hash("neither"), Clause.hash("both"), Clause.hash("either"),
  ]

  private static let roughly: Set<UInt64> = [
    Clause.hash("about"), Clause.hash("around"), Clause.hash("over"), Clause.hash("under"),
  ]

  /// An initial, as in J. D. Vance.
  private static func isLetter(_ token: Token) -> Bool {
    let length = token.end - token.start
    return length == 1 || length == 2 && token.word.contains(.foreignLetter)
  }

  /// Classes of words that are known, so that nothing is guessed of them.
  private static let settled: WordClass = [
    .determiner, .pronoun, .objectPronoun, .ownership, .number, .preposition, .noun, .role, .time,
    .press,
    .adverb, .adjective, .verbBase, .verbIng, .plural, .endsInS, .auxiliary, .be, .have, .modal,
    .auxiliaryDo, .wh, .that, .coordinator, .subordinator,
  ]

  /// Behind an unknown word, what a verb would have and a noun rarely.
  private static func continuesVerb(_ token: Token) -> Bool {
    token.kind == .word
      && !token.word.isDisjoint(with: [
        .determiner, .ownership, .objectPronoun, .particle, .that, .preposition,
      ])
  }

  private static func clitic(_ word: WordClass, after last: Tag) -> Tag {
    if word.contains(.possessive) {
      switch last {
      case .pronoun, .that, .wh, .relative, .connective, .adverb: return .be
      default: return .possessive
      }
    }
    return word.contains(.modal) ? .modal : word.contains(.have) ? .have : .be
  }

  private static func that(_ next: Token?, _ last: Tag) -> Tag {
    guard let next else { return .pronoun }
    // "that is", "that would" after no verb: a pronoun.
    if last == .other || last == .coordinator || last == .subordinator,
      !next.word.isDisjoint(with: .auxiliary) || next.kind == .clitic
    {
      return .pronoun
    }
    if last == .preposition { return .determiner }
    if last == .noun || last == .name,
      !next.word.isDisjoint(with: [.be, .have, .modal, .auxiliaryDo])
    {
      return .relative
    }
    if !next.isWord, next.kind != .quote, next.kind != .comma, next.kind != .symbol {
      return .pronoun
    }
    return .that
  }

  private static func determiner(_ word: WordClass, _ next: Token?) -> Tag {
    guard word.contains(.pronoun), let next else { return .determiner }
    if !next.isWord { return next.kind == .quote || next.kind == .symbol ? .determiner : .pronoun }
    if !next.word.isDisjoint(with: [.be, .have, .modal, .auxiliaryDo, .preposition, .coordinator]) {
      return .pronoun
    }
    let isVerb = !next.word.isDisjoint(with: .anyVerb) && next.cue > 0
    return isVerb && next.word.isDisjoint(with: [.noun, .adjective]) ? .pronoun : .determiner
  }

  private static func isClosed(_ token: Token) -> Bool {
    !token.word.isDisjoint(with: [
      .preposition, .to, .that, .coordinator, .determiner, .be, .modal, .wh, .subordinator,
    ]) && token.word.isDisjoint(with: [.adjective])
  }

  private static func isVerbBefore(_ last: Tag) -> Bool {
    last.isVerb || last.isAuxiliary || last == .preposition || last == .objectPronoun
      || last == .noun
      || last == .name || last == .to || last == .coordinator
  }

  private static func afterComma(_ tokens: [Token], _ place: Int) -> Bool {
    place > 0 && (tokens[place - 1].kind == .comma || tokens[place - 1].kind == .dash)
  }

  /// The word begins a noun phrase, after which a clause would have its verb.
  private static func startsClause(_ token: Token) -> Bool {
    guard !token.word.contains(.time) else { return false }
    return !token.word.isDisjoint(with: [.pronoun, .determiner, .ownership]) || token.isCapital
      || token.word.contains(.noun)
  }

  private static func cyrillic(_ word: WordClass, _ token: Token, _ last: Tag) -> Tag {
    if word.contains(.that) { return .that }
    if word.contains(.pronoun) { return .pronoun }
    if word.contains(.coordinator) { return .coordinator }
    if word.contains(.relative) { return .relative }
    if word.contains(.preposition) { return .preposition }
    if word.contains(.subordinator) { return .subordinator }
    if word.contains(.wh) { return .wh }
    if word.contains(.negation) { return .negation }
    if word.contains(.verbIng) { return .verbIng }
    if word.contains(.verbPast) { return .verbFinite }
    if word.contains(.time) { return .time }
    if word.contains(.adverb) { return .adverb }
    return token.isCapital ? .name : .noun
  }
}
