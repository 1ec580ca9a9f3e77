internal import Foundation

/// How one letter is spelt in plain Latin letters: once as most do, once in the other common way,
/// so that Луганськ is both Lugansk and Luhansk, and Müller both Muller and Mueller.
struct Spelling {
  let plain: String
  let other: String

  private init(_ plain: String, _ other: String? = nil) {
    self.plain = plain
    self.other = other ?? plain
  }

  /// Nil where the letter stands for itself: other scripts, digits.
  ///
  /// Cyrillic goes by what the romanisations in use have in common (Ukraine's of 2010, BGN/PCGN,
  /// scientific): ``FoldedText`` evens out how they write the soft vowels.
  static func of(_ letter: Unicode.Scalar) -> Spelling? {
    cyrillic[letter] ?? latin[letter]
  }

  private static let cyrillic: [Unicode.Scalar: Spelling] = [
    "а": .init("a"), "б": .init("b"), "в": .init("v"), "г": .init("g", "h"), "ґ": .init("g"),
    "д": .init("d"), "е": .init("e"), "ё": .init("e", "io"), "є": .init("e"), "ж": .init("zh"),
    "з": .init("z"), "и": .init("i"), "і": .init("i"), "ї": .init("i"), "й": .init("i"),
    "к": .init("k"), "л": .init("l"), "м": .init("m"), "н": .init("n"), "о": .init("o"),
    "п": .init("p"), "р": .init("r"), "с": .init("s"), "т": .init("t"), "у": .init("u"),
    "ў": .init("u"), "ф": .init("f"), "х": .init("h"), "ц": .init("ts"), "ч": .init("ch"),
    "ш": .init("sh"), "щ": .init("shch"), "ъ": .init(""), "ы": .init("i"), "ь": .init(""),
    "э": .init("e"), "ю": .init("iu"), "я": .init("ia"),
    // Other languages' own letters.
    "ђ": .init("d", "dj"), "ѓ": .init("g"), "ѕ": .init("z"), "ј": .init("i"), "љ": .init("l"),
    "њ": .init("n"), "ћ": .init("c", "ch"), "ќ": .init("k"), "џ": .init("dzh"), "ѣ": .init("e"),
    "ѳ": .init("f"), "ѵ": .init("i"), "ә": .init("a"), "ғ": .init("g"), "қ": .init("k"),
    "ң": .init("n"), "ө": .init("o"), "ұ": .init("u"), "ү": .init("u"), "һ": .init("h"),
  ]

  /// Letters whose marks are written in another way than by leaving them away, and those that are
  /// no letter with a mark.
  private static let special: [Unicode.Scalar: Spelling] = [
    "ä": .init("a", "ae"), "ö": .init("o", "oe"), "ü": .init("u", "ue"), "å": .init("a", "aa"),
    "ø": .init("o", "oe"), "æ": .init("ae"), "œ": .init("oe"), "ß": .init("ss"), "ð": .init("d"),
    "þ": .init("th"), "đ": .init("d", "dj"), "ł": .init("l"), "ħ": .init("h"), "ı": .init("i"),
    "ŋ": .init("n"), "š": .init("s", "sh"), "č": .init("c", "ch"), "ž": .init("z", "zh"),
    "ş": .init("s", "sh"), "ș": .init("s", "sh"), "ć": .init("c", "ch"),
  ]

  private static let latin: [Unicode.Scalar: Spelling] = {
    var letters = special
    for value in [0xDF...0x24F, 0x1E00...0x1EFF].joined() {
      guard let letter = Unicode.Scalar(UInt32(value)), letters[letter] == nil else { continue }
      let parts = String(Character(letter)).decomposedStringWithCanonicalMapping.unicodeScalars
      guard let base = parts.first, base.isASCII, parts.count > 1 else { continue }
      letters[letter] = Spelling(String(Character(base)))
    }
    return letters
  }()
}
