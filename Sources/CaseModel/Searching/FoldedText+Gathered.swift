/// A text taken apart into words, character by character.
extension FoldedText {
  /// What a character does to the word that it stands in.
  enum Kind {
    /// Part of a word.
    case letter
    /// Belongs to the letter before it and is left away.
    case mark
    /// A word of its own, as scripts without spaces have them.
    case whole
    /// Part of a word between letters, which it divides.
    case apostrophe
    /// Part of a word between letters: hyphens that are not shown.
    case joint
    case hyphen
    case gap

    init(_ scalar: Unicode.Scalar) {
      if scalar.isASCII {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": self = .letter
        case "'", "`": self = .apostrophe
        case "-": self = .hyphen
        default: self = .gap
        }
        return
      }
      switch scalar.value {
      case 0x2019, 0x2018, 0x02BC, 0x02B9, 0x02BB, 0x2032: self = .apostrophe
      case 0x00AD, 0x200B...0x200D, 0x2060, 0xFEFF: self = .joint
      case 0x2010, 0x2011: self = .hyphen
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

    /// Of the first letter that a character in one piece is for.
    static func ofFirst(_ scalar: Unicode.Scalar) -> Kind {
      Kind(Compatibility.parts(of: scalar)?.first ?? scalar)
    }

    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value)
        || (0x0E00...0x0EFF).contains(scalar.value)
    }
  }

  /// A word while its letters come in.
  struct Gathered {
    var raw = ""
    var plain = ""
    var other = ""
    var start = 0
    var end = 0
    /// How long the spellings were at each apostrophe.
    private var cuts: [(raw: Int, plain: Int, other: Int)] = []

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

    mutating func divide() {
      cuts.append((raw.utf8.count, plain.utf8.count, other.utf8.count))
    }

    /// The parts between apostrophes of two letters or more, and the word without particles.
    var variants: [Form] {
      var variants: [Form] = []
      if !cuts.isEmpty {
        var last = (raw: 0, plain: 0, other: 0)
        // Beyond a few apostrophes it is not a word.
        for cut in cuts.prefix(8) + [(raw.utf8.count, plain.utf8.count, other.utf8.count)] {
          let part = raw.bytes(last.raw, cut.raw)
          if part.unicodeScalars.count > 1 {
            variants.append(
              FoldedText.form(
                part, plain.bytes(last.plain, cut.plain), other.bytes(last.other, cut.other)))
          }
          last = cut
        }
      }
      for part in Particles.without(raw) {
        variants.append(FoldedText.form(part, part, part))
      }
      return variants
    }
  }
}

extension String {
  /// The text between two places in UTF-8 that begin characters.
  fileprivate func bytes(_ from: Int, _ to: Int) -> String {
    String(decoding: utf8.dropFirst(from).prefix(to - from), as: UTF8.self)
  }
}
