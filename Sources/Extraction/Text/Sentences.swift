/// Divides the tokens of a paragraph into sentences.
///
/// A quotation is never divided: its sentences belong to the one that quotes them. A point after a
/// title, an initial or another abbreviation ends nothing; after one that may stand last ("Corp.",
/// "p.m.") it does where the next word is one that begins sentences.
struct Sentences {
  /// Longer ones are cut, so that reading one is bounded work.
  static let longest = 600
  static let longestWithQuotations = 4_000

  /// - Parameter quotes: token ranges of quotations, in order, outermost only.
  /// - Complexity: O(tokens).
  static func ranges(_ tokens: [Token], quotes: [QuotedSpan], from first: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = first
    var place = first
    var quote = 0
    func close(_ end: Int) {
      if end > start { found.append(start..<end) }
      start = end
    }
    while place < tokens.count {
      while quote < quotes.count, quotes[quote].tokens.upperBound <= place { quote += 1 }
      if quote < quotes.count, quotes[quote].tokens.lowerBound == place {
        let end = quotes[quote].tokens.upperBound
        if endsInside(tokens, quotes[quote].inner), beginsSentence(tokens, at: end),
          !isReported(tokens, after: end, quotes[quote].inner)
        {
          close(end)
        }
        place = max(end, place + 1)
        if place - start >= longestWithQuotations { close(place) }
        continue
      }
      let token = tokens[place]
      if token.isTerminal, isEnd(tokens, at: place, isFirst: place - start <= 1) {
        var end = place + 1
        while end < tokens.count, tokens[end].isTerminal || isCloser(tokens[end]) { end += 1 }
        close(end)
        place = end
        continue
      }
      place += 1
      if place - start >= longest { close(place) }
    }
    close(tokens.count)
    return found
  }

  private static func isCloser(_ token: Token) -> Bool {
    token.kind == .closeParenthesis || token.role == .closes
  }

  private static func endsInside(_ tokens: [Token], _ inner: Range<Int>) -> Bool {
    inner.isEmpty ? false : tokens[inner.upperBound - 1].isTerminal
  }

  private static func beginsSentence(_ tokens: [Token], at place: Int) -> Bool {
    guard place < tokens.count else { return true }
    let token = tokens[place]
    return token.isCapital || token.role == .opens || token.kind == .openParenthesis
      || token.kind == .number
  }

  /// "Who pays?" Weber asked: a question or a call is followed by who made it.
  private static func isReported(_ tokens: [Token], after end: Int, _ inner: Range<Int>) -> Bool {
    guard tokens[inner.upperBound - 1].kind != .period else { return false }
    for place in end..<min(end + 9, tokens.count) {
      let token = tokens[place]
      if token.isTerminal || token.role == .opens { return false }
      guard token.cue > 0, Lexicon.shared.cues[token.cue].frames.contains(.quote) else { continue }
      let next = place + 1
      guard next < tokens.count, place > end else { return true }
      return !tokens[next].word.contains(.that) && tokens[next].kind != .colon
        && tokens[next].role != .opens
    }
    return false
  }

  private static func isEnd(_ tokens: [Token], at place: Int, isFirst: Bool) -> Bool {
    let token = tokens[place]
    var next = place + 1
    while next < tokens.count, tokens[next].isTerminal || isCloser(tokens[next]) { next += 1 }
    guard next < tokens.count else { return true }
    let following = tokens[next]
    if following.kind == .comma || following.kind == .semicolon || following.kind == .colon {
      return false
    }
    guard following.followsSpace || following.role == .opens || isCloser(tokens[next - 1]) else {
      return false
    }
    if following.kind == .word, !following.isCapital { return false }
    if following.kind == .dash { return token.kind != .period }
    guard token.kind == .period, place > 0 else { return true }
    let last = tokens[place - 1]
    // A number before the point of a list: "1. The flow".
    if isFirst, last.kind == .number || (last.kind == .word && last.end - last.start <= 2) {
      return false
    }
    guard last.kind == .word else { return true }
    if last.word.contains(.abbreviation) {
      return last.word.contains(.mayEnd) && beginsSentences(following)
    }
    if isInitial(last) { return false }
    return true
  }

  /// A word that begins a sentence rather than a name.
  private static func beginsSentences(_ token: Token) -> Bool {
    token.role == .opens
      || !token.word.intersection([
        .determiner, .pronoun, .preposition, .subordinator, .coordinator, .wh, .ownership,
        .connective,
      ]).isEmpty
  }

  /// A single capital letter, as in J. D. Vance.
  private static func isInitial(_ token: Token) -> Bool {
    let length = token.end - token.start
    return token.isCapital && (length == 1 || length == 2 && token.word.contains(.foreignLetter))
      && !token.word.contains(.pronoun)
  }
}
