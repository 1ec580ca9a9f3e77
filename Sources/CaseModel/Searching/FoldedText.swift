/// The words of a text, each with the spellings under which it is to be found.
///
/// A name is found alike in Cyrillic and in the Latin spellings in use: Зеленський, Зеленский,
/// Zelensky, Zelenskyy and Zelenskiy fold to the same letters. So do words with and without
/// diacritics. Both searches of the program, through a YAML case and through the index of a
/// `.dragoman` file, use this folding and no other.
///
/// Letters that a PDF file or a typewriter of another width writes in one piece or wider (ﬁ, Ｋ) are
/// the letters they are for. A word that a hyphen divides, at a line end or within the line, is
/// found in one piece as well.
package struct FoldedText {
  /// One way to spell a word.
  package struct Form: Equatable {
    /// In lower case without diacritics, else as it stands.
    package var raw: String
    /// In Latin letters, evened out.
    package var plain: String
    /// The same in the other common spelling; equal to `plain` as a rule.
    package var other: String

    /// Its spellings, each once.
    package var spellings: [String] { plain == other ? [plain] : [plain, other] }
  }

  package struct Word: Equatable {
    package var form: Form
    /// Other forms under which it is found: the parts that apostrophes divide (Kyiv’s, d’Oslo), and
    /// the word without particles that Arabic and Hebrew write in one with it.
    package var variants: [Form] = []
    /// A hyphen binds it to the next.
    package var isBound = false
    /// Where it stands, in code points; `end` is exclusive.
    package var start: Int
    package var end: Int

    package var raw: String { form.raw }
    package var plain: String { form.plain }
    package var other: String { form.other }
    /// All it is to be found as.
    package var all: [Form] { variants.isEmpty ? [form] : [form] + variants }
  }

  package private(set) var words: [Word] = []

  /// - Complexity: O(text).
  package init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var word = Gathered()
    for (offset, scalar) in scalars.enumerated() {
      if let parts = Compatibility.parts(of: scalar) {
        for part in parts { take(part, at: offset, of: scalars, &word) }
      } else {
        take(scalar, at: offset, of: scalars, &word)
      }
    }
    finish(&word)
  }

  private mutating func take(
    _ scalar: Unicode.Scalar, at offset: Int, of scalars: [Unicode.Scalar], _ word: inout Gathered
  ) {
    switch Kind(scalar) {
    case .letter: word.append(scalar, at: offset)
    case .mark: word.extend(to: offset)
    case .whole:
      finish(&word)
      word.append(scalar, at: offset)
      finish(&word)
    case .apostrophe, .joint:
      let next = offset + 1 < scalars.count ? Kind.ofFirst(scalars[offset + 1]) : .gap
      if next == .letter, !word.isEmpty {
        if Kind(scalar) == .apostrophe { word.divide() }
        return
      }
      let isBound = scalar.value == 0xAD && !word.isEmpty && Self.isBound(after: offset, scalars)
      finish(&word)
      if isBound { words[words.count - 1].isBound = true }
    case .hyphen:
      let isBound = !word.isEmpty && Self.isBound(after: offset, scalars)
      finish(&word)
      if isBound { words[words.count - 1].isBound = true }
    case .gap: finish(&word)
    }
  }

  /// A letter follows a hyphen at once, or after a line break and blanks, at most 40 of them.
  private static func isBound(after offset: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    var sawBreak = false
    for (distance, scalar) in scalars[(offset + 1)...].prefix(40).enumerated() {
      if scalar.isLineBreak {
        sawBreak = true
      } else if LooseCharacter(scalar) != .blank {
        return Kind.ofFirst(scalar) == .letter && (distance == 0 || sawBreak)
      }
    }
    return false
  }

  private mutating func finish(_ word: inout Gathered) {
    guard !word.isEmpty else { return }
    words.append(
      Word(
        form: Self.form(word.raw, word.plain, word.other), variants: word.variants,
        start: word.start, end: word.end))
    word = Gathered()
  }

  private static func form(_ raw: String, _ plain: String, _ other: String) -> Form {
    let evenedPlain = evened(plain)
    return Form(raw: raw, plain: evenedPlain, other: other == plain ? evenedPlain : evened(other))
  }

  /// The words from a place on that hyphens bind, in one piece: of two, and of three.
  package func joined(at place: Int) -> [(word: Word, count: Int)] {
    var found: [(word: Word, count: Int)] = []
    var whole = words[place]
    for count in 2...3 {
      guard words[place + count - 2].isBound, place + count - 1 < words.count else { break }
      let next = words[place + count - 1]
      let forms = next.all.map { part in
        Self.form(
          whole.raw + part.raw, whole.plain + part.plain, whole.other + part.other)
      }
      whole = Word(
        form: forms[0], variants: Array(forms.dropFirst()), start: whole.start, end: next.end)
      found.append((whole, count))
    }
    return found
  }

  /// All that the words are to be found as, in one piece too, for an index.
  package var allForms: [Form] {
    words.indices.flatMap { place in
      words[place].all + (words[place].isBound ? joined(at: place).flatMap(\.word.all) : [])
    }
  }

  private enum Kind {
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
  private struct Gathered {
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

extension String {
  /// The text between two places in UTF-8 that begin characters.
  fileprivate func bytes(_ from: Int, _ to: Int) -> String {
    String(decoding: utf8.dropFirst(from).prefix(to - from), as: UTF8.self)
  }
}
