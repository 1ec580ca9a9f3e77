/// Pairs quotation marks of a paragraph.
///
/// Marks of all styles are read by one rule: one that stands close before a word and not after one
/// opens, one close after a word closes, whatever its shape, unless its shape alone settles it. A
/// mark is closed by one of its own width, single or double; shapes may differ, as they do in texts
/// that went through several hands. A single mark between letters, or after an s with no opening
/// mark before it, is an apostrophe.
///
/// - Complexity: O(tokens).
struct QuoteReader {
  private struct Open {
    var token: Int
    var isSingle: Bool
  }

  /// Reads the marks and writes their roles into the tokens.
  ///
  /// - Parameter continued: a quotation was left open at the end of the paragraph before.
  /// - Returns: outermost quotations in order.
  static func quotes(in tokens: inout [Token], continued: Bool) -> [QuotedSpan] {
    var found: [QuotedSpan] = []
    var open: [Open] = []
    // Single marks from a place on that can close.
    var closersLeft = 0
    for place in tokens.indices where canCloseSingle(tokens, place) { closersLeft += 1 }
    for place in tokens.indices where tokens[place].kind == .quote {
      let glyph = tokens[place].glyph
      let isSingle = isSingle(glyph)
      if canCloseSingle(tokens, place) { closersLeft -= 1 }
      let opens = opens(
        tokens, place, isOpen: open.contains { $0.isSingle == isSingle }, closersLeft: closersLeft)
      switch opens {
      case .opens:
        tokens[place].role = .opens
        if open.count < 8 { open.append(Open(token: place, isSingle: isSingle)) }
      case .closes:
        if let match = open.lastIndex(where: { $0.isSingle == isSingle }) {
          tokens[place].role = .closes
          let start = open[match].token
          // Inner single marks without an end were apostrophes.
          for lost in open[(match + 1)...] { tokens[lost.token].role = .apostrophe }
          open.removeSubrange(match...)
          if open.isEmpty {
            found.append(QuotedSpan(tokens: start..<place + 1, inner: start + 1..<place))
          }
        } else if !isSingle, found.isEmpty, open.isEmpty, place > 0 {
          // The opening mark is missing, or stands in the paragraph before.
          tokens[place].role = .closes
          found.append(
            QuotedSpan(tokens: 0..<place + 1, inner: 0..<place, continuesParagraph: continued))
        } else {
          tokens[place].role = isSingle ? .apostrophe : .closes
        }
      case .apostrophe, .none: tokens[place].role = .apostrophe
      }
    }
    if let first = open.first {
      if first.isSingle {
        for lost in open { tokens[lost.token].role = .apostrophe }
      } else {
        found.append(
          QuotedSpan(
            tokens: first.token..<tokens.count, inner: first.token + 1..<tokens.count,
            isUnclosed: true))
      }
    }
    if continued, let first = found.first, first.tokens.lowerBound == 0 {
      found[0].continuesParagraph = true
    }
    return found
  }

  static func isSingle(_ glyph: UInt32) -> Bool {
    switch glyph {
    case 0x27, 0x60, 0x2018, 0x2019, 0x201A, 0x201B, 0x2039, 0x203A: true
    default: false
    }
  }

  /// A mark that may close a single quotation: after a word or mark, before a gap or mark.
  private static func canCloseSingle(_ tokens: [Token], _ place: Int) -> Bool {
    guard tokens[place].kind == .quote else { return false }
    switch tokens[place].glyph {
    case 0x27, 0x2019, 0x2018, 0x203A, 0x2039: break
    default: return false
    }
    return place > 0 && !tokens[place].followsSpace && isLoose(tokens, after: place)
  }

  /// A gap, the end, or a mark other than an opening one follows.
  private static func isLoose(_ tokens: [Token], after place: Int) -> Bool {
    guard place + 1 < tokens.count else { return true }
    let next = tokens[place + 1]
    return next.followsSpace || !(next.isWord || next.kind == .clitic)
  }

  private static func isTight(_ tokens: [Token], before place: Int) -> Bool {
    guard place > 0, !tokens[place].followsSpace else { return false }
    switch tokens[place - 1].kind {
    case .openParenthesis, .dash: return false
    case .quote: return tokens[place - 1].role != .opens
    default: return true
    }
  }

  private static func opens(_ tokens: [Token], _ place: Int, isOpen: Bool, closersLeft: Int)
    -> Token.QuoteRole
  {
    let tight = isTight(tokens, before: place)
    let loose = isLoose(tokens, after: place)
    switch tokens[place].glyph {
    case 0xAB, 0xBB, 0x2039, 0x203A:
      // Pointing outwards in most languages, inwards in some.
      if tight != !loose { return tight ? .closes : .opens }
      return tokens[place].glyph == 0xAB || tokens[place].glyph == 0x2039 ? .opens : .closes
    case 0x201E, 0x201A: return .opens
    case 0x201C:
      // Closes a German or Ukrainian quotation.
      return tight && loose && isOpen ? .closes : .opens
    case 0x201D: return tight || isOpen ? .closes : .opens
    case 0x2018: return tight && loose && isOpen ? .closes : tight ? .apostrophe : .opens
    case 0x2019, 0x27, 0x60:
      if tight {
        guard loose else { return .apostrophe }
        guard isOpen else { return .apostrophe }
        // workers’ demands: an apostrophe, if another mark can still close.
        if endsInS(tokens[place - 1]), closersLeft > 0, place + 1 < tokens.count,
          tokens[place + 1].kind == .word
        {
          return .apostrophe
        }
        return .closes
      }
      if loose { return isOpen ? .closes : .apostrophe }
      guard closersLeft > 0, tokens[place].glyph != 0x2019 || !isOpen else { return .apostrophe }
      // The ’90s.
      if tokens[place + 1].kind == .number, tokens[place + 1].end - tokens[place + 1].start <= 3 {
        return .apostrophe
      }
      return .opens
    default:
      if tight && !loose && place > 0 && tokens[place - 1].isWord {
        return isOpen ? .closes : .opens
      }
      if tight == loose { return tight ? .closes : .opens }
      return isOpen ? .closes : .opens
    }
  }

  private static func endsInS(_ token: Token) -> Bool {
    token.kind == .word && token.word.contains(.endsInS)
  }
}
