/// The words of a text, each with the spellings under which it is to be found.
///
/// A name is found alike in Cyrillic and in the Latin spellings in use: Зеленський, Зеленский,
/// Zelensky, Zelenskyy and Zelenskiy fold to the same letters. So do words with and without
/// diacritics. Both searches of the program, through a YAML case and through the index of a
/// `.dragoman` file, use this folding and no other.
package struct FoldedText {
  package struct Word: Equatable {
    /// In lower case without diacritics, else as it stands.
    package var raw: String
    /// In Latin letters, evened out.
    package var plain: String
    /// The same in the other common spelling; equal to `plain` as a rule.
    package var other: String
    /// Where it stands, in code points; `end` is exclusive.
    package var start: Int
    package var end: Int
  }

  package private(set) var words: [Word] = []

  /// - Complexity: O(text).
  package init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var word = Gathered()
    for (offset, scalar) in scalars.enumerated() {
      switch Kind(scalar) {
      case .letter: word.append(scalar, at: offset)
      case .mark: word.extend(to: offset)
      case .whole:
        finish(&word)
        word.append(scalar, at: offset)
        finish(&word)
      case .joint:
        let next = offset + 1 < scalars.count ? Kind(scalars[offset + 1]) : .gap
        if next != .letter || word.isEmpty { finish(&word) }
      case .gap: finish(&word)
      }
    }
    finish(&word)
  }

  private mutating func finish(_ word: inout Gathered) {
    guard !word.isEmpty else { return }
    let plain = Self.evened(word.plain)
    words.append(
      Word(
        raw: word.raw, plain: plain,
        other: word.other == word.plain ? plain : Self.evened(word.other), start: word.start,
        end: word.end))
    word = Gathered()
  }

  private enum Kind {
    /// Part of a word.
    case letter
    /// Belongs to the letter before it and is left away.
    case mark
    /// A word of its own, as scripts without spaces have them.
    case whole
    /// Part of a word between letters: apostrophes, hyphens that are not shown.
    case joint
    case gap

    init(_ scalar: Unicode.Scalar) {
      if scalar.isASCII {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": self = .letter
        case "'", "`": self = .joint
        default: self = .gap
        }
        return
      }
      switch scalar.value {
      case 0x2019, 0x2018, 0x02BC, 0x02B9, 0x02BB, 0x2032, 0x00AD, 0x200B...0x200D, 0x2060, 0xFEFF:
        self = .joint
      default:
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: self = .mark
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .spacingMark,
          .decimalNumber, .letterNumber:
          self = .letter
        case .otherLetter: self = Self.isUnspaced(scalar) ? .whole : .letter
        default: self = .gap
        }
      }
    }

    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value)
        || (0x0E00...0x0EFF).contains(scalar.value)
    }
  }

  /// A word while its letters come in.
  private struct Gathered {
    var raw = ""
    var plain = ""
    var other = ""
    var start = 0
    var end = 0

    var isEmpty: Bool { raw.isEmpty }

    mutating func append(_ scalar: Unicode.Scalar, at offset: Int) {
      if isEmpty { start = offset }
      end = offset + 1
      if scalar.isASCII {
        let letter =
          ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
        raw.unicodeScalars.append(letter)
        plain.unicodeScalars.append(letter)
        other.unicodeScalars.append(letter)
        return
      }
      for letter in scalar.properties.lowercaseMapping.unicodeScalars {
        if letter.properties.generalCategory == .nonspacingMark { continue }
        let spelling = Spelling.of(letter)
        // Cyrillic stays Cyrillic as it stands; a Latin letter loses its mark.
        let isLatin = letter.value < 0x250 || (0x1E00...0x1EFF).contains(letter.value)
        raw += isLatin ? spelling?.plain ?? String(Character(letter)) : String(Character(letter))
        plain += spelling?.plain ?? String(Character(letter))
        other += spelling?.other ?? String(Character(letter))
      }
    }

    mutating func extend(to offset: Int) {
      if !isEmpty { end = offset + 1 }
    }
  }

  /// Evens out what romanisations write in several ways: soft vowels (ya, ia, ja; yi, iy, yy, y),
  /// kh and h, tz and ts, w and v, x and ks, and doubled consonants.
  private static func evened(_ word: String) -> String {
    var letters: [UInt8] = []
    letters.reserveCapacity(word.utf8.count)
    for byte in word.utf8 {
      let last = letters.last
      switch byte {
      case UInt8(ascii: "y"), UInt8(ascii: "j"), UInt8(ascii: "i"):
        if last != UInt8(ascii: "i") { letters.append(UInt8(ascii: "i")) }
      case UInt8(ascii: "e") where last == UInt8(ascii: "i"):
        letters[letters.count - 1] = byte
      case UInt8(ascii: "h") where last == UInt8(ascii: "k"):
        letters[letters.count - 1] = byte
      case UInt8(ascii: "h") where letters.endsTwice:
        // The second half of a doubled zh, sh or ch.
        letters.removeLast()
      case UInt8(ascii: "z") where last == UInt8(ascii: "t"): letters.append(UInt8(ascii: "s"))
      case UInt8(ascii: "w"):
        if last != UInt8(ascii: "v") { letters.append(UInt8(ascii: "v")) }
      case UInt8(ascii: "x"):
        letters.append(UInt8(ascii: "k"))
        letters.append(UInt8(ascii: "s"))
      case UInt8(ascii: "b")...UInt8(ascii: "z") where byte == last && !Self.isVowel(byte): continue
      default: letters.append(byte)
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "a") || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "o")
      || byte == UInt8(ascii: "u")
  }
}

extension [UInt8] {
  /// `zhz`, `shs` or `chc`, to which an h would add the same sound again.
  fileprivate var endsTwice: Bool {
    guard count >= 3, self[count - 2] == UInt8(ascii: "h"), self[count - 1] == self[count - 3]
    else {
      return false
    }
    return [UInt8(ascii: "z"), UInt8(ascii: "s"), UInt8(ascii: "c")].contains(self[count - 1])
  }
}
