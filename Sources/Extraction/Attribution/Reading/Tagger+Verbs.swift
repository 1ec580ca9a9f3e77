/// Whether a form that may be a verb is one.
extension Tagger {
  /// The form of a verb; nil where the word is none here.
  static func verb(_ token: Token, _ last: Tag, _ beforeLast: Tag, _ next: Token?) -> Tag? {
    let word = token.word
    guard !word.isDisjoint(with: .anyVerb) else { return nil }
    let canBeNoun =
      !word.isDisjoint(with: [.noun, .cueNoun, .adjective, .preposition])
      || word.contains(.verbBase) || word.contains(.verbS)
    switch last {
    case .to, .modal, .auxiliaryDo:
      if word.contains(.verbBase) { return .verbBase }
    case .determiner, .ownership, .possessive, .adjective, .number:
      // "Local 81 said they would": a clause follows, not a noun.
      if word.contains(.verbPast), last == .number || last == .adjective, let next,
        !next.word.isDisjoint(with: [.determiner, .pronoun, .ownership, .that])
      {
        return .verbPast
      }
      if word.contains(.verbIng) || word.contains(.participle) {
        // "the agreed text", "a striking union".
        if let next, next.kind == .word,
          next.word.isDisjoint(with: [.preposition, .to, .that, .coordinator])
            || next.word.contains(.noun)
        {
          return .adjective
        }
        return word.contains(.noun) || word.contains(.verbIng) ? .noun : .verbPast
      }
      return word.contains(.verbPast) ? .verbPast : .noun
    case .be:
      if word.contains(.participle) { return .participle }
      if word.contains(.verbIng) { return .verbIng }
      return word.contains(.adjective) || canBeNoun ? .noun : nil
    case .have:
      if word.contains(.participle) { return .participle }
      return canBeNoun ? .noun : nil
    default: break
    }
    if word.contains(.verbIng), word.contains(.adjective), !last.isVerb, let next,
      next.kind == .word,
      next.word.isDisjoint(with: [.determiner, .preposition, .to, .that])
    {
      return .adjective
    }
    if word.contains(.verbIng) {
      return word.contains(.preposition) ? .preposition : .verbIng
    }
    if word.contains(.verbPast) || word.contains(.participle) {
      if word.contains(.preposition), last == .other { return .preposition }
      // "said split shifts saved": a verb has no second one behind it without a subject between.
      if last == .verbPast || last == .verbFinite, token.cue == 0, !token.isCapital,
        word.contains(.participle), let next, next.kind == .word, !next.isCapital,
        next.word.isDisjoint(with: Self.notNouns)
      {
        return .adjective
      }
      if word.contains(.verbPast) { return .verbPast }
      return .participle
    }
    return presentForm(token, last, beforeLast, next)
  }

  private static let notNouns: WordClass = [
    .determiner, .pronoun, .objectPronoun, .ownership, .preposition, .to, .that, .coordinator,
    .adverb, .subordinator, .be, .have, .modal, .time,
  ]

  /// claims, demand: verb or noun.
  private static func presentForm(_ token: Token, _ last: Tag, _ beforeLast: Tag, _ next: Token?)
    -> Tag?
  {
    let word = token.word
    let nextOpens = next.map { opensComplement($0) } ?? false
    let nextIsVerb = next.map { isFinite($0) } ?? false
    let isCommonVerb = word.isDisjoint(with: [.noun, .cueNoun, .adjective, .preposition, .adverb])
    switch last {
    case .pronoun: return .verbFinite
    case .noun, .name, .time, .relative, .objectPronoun, .adverb, .negation, .number:
      if nextIsVerb { return .noun }
      if word.contains(.verbS), isCommonVerb || nextOpens || token.cue > 0 && !nextIsOf(next) {
        return .verbFinite
      }
      if word.contains(.verbBase), isCommonVerb || nextOpens { return .verbFinite }
      return word.contains(.noun) ? .noun : nil
    case .other, .coordinator:
      if nextIsVerb { return .noun }
      if word.contains(.verbS) { return isCommonVerb || nextOpens ? .verbFinite : .noun }
      return isCommonVerb ? .verbFinite : nil
    case .connective: return isCommonVerb || nextOpens ? .verbFinite : nil
    default: return isCommonVerb ? .verbBase : .noun
    }
  }

  private static func nextIsOf(_ next: Token?) -> Bool {
    guard let next else { return true }
    return next.hash == Clause.hash("of") || next.kind == .period
  }

  private static func opensComplement(_ token: Token) -> Bool {
    if token.role == .opens || token.kind == .number || token.kind == .colon { return true }
    if token.kind == .symbol { return true }
    return !token.word.isDisjoint(with: [
      .that, .determiner, .ownership, .pronoun, .to, .wh, .objectPronoun,
    ]) || token.isCapital
  }

  private static func isFinite(_ token: Token) -> Bool {
    !token.word.isDisjoint(with: [.be, .have, .modal, .auxiliaryDo])
      || token.word.contains(.verbPast) && token.word.isDisjoint(with: [.adjective, .noun])
  }
}
