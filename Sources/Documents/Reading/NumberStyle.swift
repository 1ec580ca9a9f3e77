/// How the items of a list are numbered.
enum NumberStyle {
  case decimal, lowerLetter, upperLetter, lowerRoman, upperRoman

  init(html style: Character) {
    switch style {
    case "a": self = .lowerLetter
    case "A": self = .upperLetter
    case "i": self = .lowerRoman
    case "I": self = .upperRoman
    default: self = .decimal
    }
  }

  /// `3`, `c`, `iii`; numbers that a style does not have are written as decimals.
  func words(_ number: Int) -> String {
    switch self {
    case .decimal: return "\(number)"
    case .lowerLetter, .upperLetter:
      guard number > 0, number < 10_000 else { return "\(number)" }
      // After z comes aa, after that bb, as word processors count.
      let letter = Unicode.Scalar(UInt8(ascii: "a") + UInt8((number - 1) % 26))
      let word = String(repeating: String(letter), count: (number - 1) / 26 + 1)
      return self == .upperLetter ? word.uppercased() : word
    case .lowerRoman, .upperRoman:
      guard number > 0, number < 4000 else { return "\(number)" }
      var rest = number
      var word = ""
      for (value, sign) in Self.romanSigns {
        while rest >= value {
          word += sign
          rest -= value
        }
      }
      return self == .upperRoman ? word.uppercased() : word
    }
  }

  private static let romanSigns = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
  ]
}
