/// Divides a stretch of text into words and marks.
///
/// - Complexity: O(bytes).
struct Tokenizer {
  let bytes: [UInt8]
  let lexicon: Lexicon
  private var tokens: [Token] = []

  init(_ bytes: [UInt8], lexicon: Lexicon) {
    self.bytes = bytes
    self.lexicon = lexicon
  }

  mutating func tokens(in range: Range<Int>) -> [Token] {
    tokens.removeAll(keepingCapacity: true)
    var place = range.lowerBound
    var afterSpace = true
    while place < range.upperBound {
      let (scalar, length) = Self.scalar(at: place, in: bytes, to: range.upperBound)
      switch CharacterKind(scalar) {
      case .space:
        afterSpace = true
        place += length
      case .letter, .digit:
        place = readWord(from: place, to: range.upperBound, afterSpace)
        afterSpace = false
      case .mark(let kind):
        place = readMark(kind, scalar, from: place, length, to: range.upperBound, afterSpace)
        afterSpace = false
      }
    }
    return tokens
  }

  /// The scalar at a place and how many bytes it takes; U+FFFD for what is no UTF-8.
  static func scalar(at place: Int, in bytes: [UInt8], to end: Int) -> (UInt32, Int) {
    let first = bytes[place]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, place + length <= end else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let next = bytes[place + offset]
      guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    return (value, length)
  }

  private mutating func readMark(
    _ kind: Token.Kind, _ scalar: UInt32, from start: Int, _ length: Int, to end: Int,
    _ afterSpace: Bool
  ) -> Int {
    var token = Token(start: start, end: start + length, kind: kind)
    token.followsSpace = afterSpace
    switch kind {
    case .quote:
      token.glyph = scalar
      // Two single marks in a row are one double mark.
      if scalar == 0x27 || scalar == 0x60, start + 1 < end, bytes[start + 1] == UInt8(scalar) {
        token.glyph = 0x22
        token.end += 1
      }
    case .period:
      while token.end < end, bytes[token.end] == 0x2E {
        token.end += 1
        token.kind = .ellipsis
      }
    case .dash:
      while token.end < end, bytes[token.end] == 0x2D { token.end += 1 }
      // A single hyphen with words close by is none.
      if scalar == 0x2D, token.end == start + 1, !afterSpace { token.kind = .symbol }
    default: break
    }
    tokens.append(token)
    return token.end
  }

  private mutating func readWord(from start: Int, to limit: Int, _ afterSpace: Bool) -> Int {
    var end = start
    var hash = Lexicon.seed
    var hasLetter = false
    var lowerCount = 0
    var upperCount = 0
    var isFirst = true
    var isCapital = false
    var clitic: Int?
    var hashBeforeClitic = hash
    scan: while end < limit {
      let (scalar, length) = Self.scalar(at: end, in: bytes, to: limit)
      switch CharacterKind(scalar) {
      case .letter:
        let lower = Self.lowercase(scalar)
        if lower != scalar {
          upperCount += 1
          if isFirst { isCapital = true }
        } else {
          lowerCount += 1
        }
        hasLetter = true
        hash = Lexicon.mix(hash, lower)
      case .digit:
        hash = Lexicon.mix(hash, scalar)
      case .mark:
        guard
          end + length < limit,
          joins(scalar, at: end, next: end + length, to: limit, hasLetter: hasLetter)
        else { break scan }
        if scalar == 0x27 || scalar == 0x2019 {
          clitic = end
          hashBeforeClitic = hash
          hash = Lexicon.mix(hash, 0x27)
        } else {
          clitic = nil
          hash = Lexicon.mix(hash, scalar)
        }
      case .space: break scan
      }
      isFirst = false
      end += length
    }
    // The last point of an abbreviation with points inside: U.S., a.m.
    if hasLetter, end < limit, bytes[end] == 0x2E, end - start >= 3, bytes[end - 2] == 0x2E {
      end += 1
      hash = Lexicon.mix(hash, 0x2E)
    }
    var token = Token(start: start, end: end, kind: hasLetter ? .word : .number)
    token.isCapital = isCapital
    token.isAllCapitals = upperCount > 1 && lowerCount == 0
    token.followsSpace = afterSpace
    if let clitic, let kind = cliticClass(from: clitic, to: end) {
      token.end = clitic
      lexicon.describe(&token, hash: hashBeforeClitic, in: bytes)
      tokens.append(token)
      var joined = Token(start: clitic, end: end, kind: .clitic)
      joined.word = kind
      tokens.append(joined)
    } else {
      lexicon.describe(&token, hash: hash, in: bytes)
      tokens.append(token)
    }
    return end
  }

  /// A mark that stands within a word or number.
  private func joins(_ scalar: UInt32, at place: Int, next: Int, to limit: Int, hasLetter: Bool)
    -> Bool
  {
    let (following, _) = Self.scalar(at: next, in: bytes, to: limit)
    let isDigitNext = following >= 0x30 && following <= 0x39
    let isLetterNext = CharacterKind(following).isLetter
    switch scalar {
    case 0x27, 0x2019, 0x2BC: return isLetterNext
    case 0x2D, 0x2010, 0x2011, 0xAD: return isLetterNext || isDigitNext
    case 0x2E:
      if isDigitNext { return true }
      // A point between single letters.
      guard isLetterNext, place > 0 else { return false }
      return place < 2 || !Self.isWordByte(bytes[place - 2]) || bytes[place - 2] == 0x2E
    case 0x2C:
      return isDigitNext && place > 0 && bytes[place - 1] >= 0x30 && bytes[place - 1] <= 0x39
    case 0x26, 0x2F, 0x40, 0x5F: return isLetterNext && hasLetter
    default: return false
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }

  private func cliticClass(from apostrophe: Int, to end: Int) -> WordClass? {
    let width = bytes[apostrophe] == 0x27 ? 1 : 3
    let letters = apostrophe + width..<end
    guard letters.count == 1 || letters.count == 2 else { return nil }
    let first = bytes[letters.lowerBound] | 0x20
    let second = letters.count == 2 ? bytes[letters.lowerBound + 1] | 0x20 : 0
    switch (first, second) {
    case (0x73, 0): return [.possessive, .be]
    case (0x64, 0): return [.modal, .have]
    case (0x6D, 0): return .be
    case (0x6C, 0x6C): return .modal
    case (0x72, 0x65): return .be
    case (0x76, 0x65): return .have
    default: return nil
    }
  }

  /// Lower case for Latin, Greek and Cyrillic letters.
  static func lowercase(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x410...0x42F: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    case 0x100...0x17F, 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F:
      scalar & 1 == 0 ? scalar + 1 : scalar
    default: scalar
    }
  }
}
