import CaseModel
import Testing

/// Files that are not texts in UTF-8 are said to be what they are.
@Suite struct UnfitTextTests {
  private static func wide(_ text: String, isBig: Bool = false, hasMark: Bool = false) -> [UInt8] {
    let units = (hasMark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { unit in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isBig ? Array(pair.reversed()) : pair
    }
  }

  static let texts = [
    "The council met on Monday.\n", "Рада зібралася в понеділок.\n", "اجتمع المجلس يوم الاثنين.\n",
    "Η επιτροπή συνήλθε τη Δευτέρα.\n",
  ]

  @Test(arguments: texts)
  func utf16IsNamedWithAndWithoutItsMark(_ text: String) {
    for isBig in [false, true] {
      for hasMark in [false, true] {
        let found = UnfitTextError.of(Self.wide(text, isBig: isBig, hasMark: hasMark))
        #expect(found?.words == "a text in UTF-16", "\(isBig) \(hasMark)")
      }
    }
  }

  @Test(arguments: texts + ["", "a", "理事会は月曜日に開かれた。\n", "\u{FEFF}Day one\r\n", "a\tb\u{C}c"])
  func aTextIsFit(_ text: String) {
    #expect(UnfitTextError.of(Array(text.utf8)) == nil)
  }

  @Test(
    arguments: [
      (Array("%PDF-1.7\n".utf8), "a PDF document"), ([0x50, 0x4B, 3, 4, 20, 0], "an archive"),
      (Array(#"{\rtf1\ansi"#.utf8), "Rich Text Format"), ([0x1F, 0x8B, 8, 0], "gzip"),
      ([0xFF, 0xD8, 0xFF, 0xE0], "a picture"), (Array("words".utf8) + [0] + [65], "not a text"),
      (Array(repeating: 1, count: 99), "not a text"),
      (Array("caf".utf8) + [0xE9] + Array(" au lait".utf8), "not UTF-8 at byte 3"),
      (Array("Рада".utf8.dropLast()), "cut off"),
    ] as [([UInt8], String)])
  func otherFilesAreNamed(_ bytes: [UInt8], _ words: String) {
    #expect(
      UnfitTextError.of(bytes)?.words.contains(words) == true,
      "\(UnfitTextError.of(bytes)?.words ?? "")")
  }

  @Test func theAdviceGoesByTheScript() {
    let latin = UnfitTextError.of(Array("Fianc".utf8) + [0xE9, 0x65] + Array(" de Marie".utf8))
    #expect(latin?.advice.contains("WINDOWS-1252") == true)
    #expect(latin?.advice.contains("WINDOWS-1251") == false)
    // "Рада" in Windows-1251.
    let cyrillic = UnfitTextError.of([0xD0, 0xE0, 0xE4, 0xE0, 0x20, 0xD0, 0xE0, 0xE4, 0xE0])
    #expect(cyrillic?.advice.contains("WINDOWS-1251") == true)
  }

  @Test(arguments: ["", " \n\t", "\u{A0}\n\u{200B}", "\u{3000}", "\u{FEFF}\n"])
  func blanksAreNoText(_ text: String) {
    #expect(UnfitTextError.isBlank(Array(text.utf8)))
  }
}
