/// What a character is to the division of text into words.
enum CharacterKind {
  case space
  case letter
  case digit
  case mark(Token.Kind)

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x61...0x7A, 0x41...0x5A: self = .letter
    case 0x30...0x39: self = .digit
    case 0...0x20, 0x7F, 0x85, 0xA0, 0x1680, 0x2000...0x200D, 0x2028, 0x2029, 0x202F, 0x205F,
      0x2060, 0x3000, 0xFEFF:
      self = .space
    case 0x2E, 0x3002: self = .mark(.period)
    case 0x2C, 0x60C: self = .mark(.comma)
    case 0x3B: self = .mark(.semicolon)
    case 0x3A: self = .mark(.colon)
    case 0x3F, 0x61F: self = .mark(.question)
    case 0x21: self = .mark(.exclamation)
    case 0x2026: self = .mark(.ellipsis)
    case 0x2D, 0x2012...0x2015: self = .mark(.dash)
    case 0x28, 0x5B: self = .mark(.openParenthesis)
    case 0x29, 0x5D: self = .mark(.closeParenthesis)
    case 0x22, 0x27, 0x60, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0x300C...0x300F:
      self = .mark(.quote)
    case 0x21...0xBF where scalar != 0xAA && scalar != 0xB5 && scalar != 0xBA, 0xD7, 0xF7,
      0x2010...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF, 0xFFF0...0xFFFF:
      self = .mark(.symbol)
    default: self = .letter
    }
  }

  var isLetter: Bool {
    if case .letter = self { true } else { false }
  }
}
