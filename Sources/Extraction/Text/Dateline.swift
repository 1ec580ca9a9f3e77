/// Where and when an article was filed, at the beginning of its first paragraph: "PORT-LUCAN (ACP) –",
/// "NAIROSSA, 14 October (Reuters) –", "LODAN.".
enum Dateline {
  /// The first token behind it; 0 where there is none.
  static func end(_ tokens: [Token]) -> Int {
    guard let first = tokens.first, first.kind == .word, first.isAllCapitals else {
      return bullet(tokens)
    }
    for place in 1..<min(16, max(1, tokens.count)) {
      switch tokens[place].kind {
      case .dash: return place + 1
      case .period:
        let isWhole = tokens[..<place].allSatisfy { $0.isAllCapitals || $0.kind == .symbol }
        if isWhole, place + 1 < tokens.count { return place + 1 }
        if !tokens[place - 1].word.contains(.abbreviation) { return 0 }
      case .word, .number, .comma, .openParenthesis, .closeParenthesis, .symbol: continue
      default: return 0
      }
    }
    return 0
  }

  /// The same of a paragraph's pieces: a place in capitals, and a dash between blanks.
  static func end(_ words: SpanText) -> Int {
    guard let first = words[0], first.kind == .word, first.isUpper, first.end - first.start > 1
    else {
      return 0
    }
    for place in 1..<min(16, max(1, words.count)) {
      let piece = words.pieces[place]
      guard piece.kind == .sign else { continue }
      if piece.lower == "-" {
        guard piece.isSpaced || words[place + 1]?.isSpaced ?? false || place == 1 else { continue }
        return words[place + 1]?.isSpaced ?? false ? place + 1 : 0
      }
      guard [",", "(", ")", ".", "/"].contains(piece.lower) else { return 0 }
    }
    return 0
  }

  /// The sign or number of a point in a list.
  private static func bullet(_ tokens: [Token]) -> Int {
    guard let first = tokens.first, tokens.count > 1 else { return 0 }
    if first.kind == .symbol && !tokens[1].isTerminal && tokens[1].followsSpace { return 1 }
    return first.kind == .dash && tokens[1].followsSpace ? 1 : 0
  }
}
