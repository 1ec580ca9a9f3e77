import Testing

@testable import Presentation

/// What a document holds cannot command the terminal it is shown on.
@Suite struct ShownTextTests {
  private static let commands = [
    "\u{1B}[2J", "\u{1B}]0;title\u{7}", "\u{9B}31m", "\u{9D}0;title\u{9C}", "back\u{8}\u{8}",
    "over\rwrite",
    "\u{7F}", "\u{0}", "\u{202E}turned", "\u{202D}turned", "\u{202B}open", "\u{2067}open",
    "close\u{202C}",
    "close\u{2069}", "\u{85}", "\u{2067}a\u{202B}b\u{2069}",
  ]

  /// Code points that a terminal or a reader of its lines would obey.
  private static func obeyed(_ text: String) -> [Unicode.Scalar] {
    var open = 0
    var found: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: break
      case 0..<0x20, 0x7F...0x9F, 0x202D, 0x202E: found.append(scalar)
      case 0x202A, 0x202B, 0x2066...0x2068: open += 1
      case 0x202C, 0x2069: open -= 1
      default: break
      }
      if open < 0 { found.append(scalar) }
    }
    return open == 0 ? found : found + ["\u{202A}"]
  }

  /// A document with the words wherever a document has words.
  private static func document(_ words: String) -> Document {
    var table = Table(
      words, [Table.Column(words), Table.Column("b")], [[[Inline(words, .strong)], ["x"]]])
    table.emptyWords = words
    var empty = table
    empty.rows = []
    return Document(
      words,
      [
        .heading(words), .paragraph(Inline(words)), .remark(Inline(words)), .items([Inline(words)]),
        .quotation(words), .table(table), .table(empty),
        .picture(
          Picture(
            title: words, description: words, width: 1, height: 1, body: "",
            alternative: Inline(words))),
      ])
  }

  @Test(arguments: commands)
  func noFaceSendsThem(_ command: String) {
    for words in [command, "before \(command) after", "\(command)\n\(command)"] {
      let document = Self.document(words)
      for width in [40, 80] {
        #expect(
          Self.obeyed(TextFace(width: width).render(document)).isEmpty, "\(words.debugDescription)")
      }
      #expect(Self.obeyed(MarkdownFace().render(document)).isEmpty, "\(words.debugDescription)")
      let csv = CSVFace().render(document).replacing("\r\n", with: "\n")
      #expect(Self.obeyed(csv).isEmpty, "\(words.debugDescription)")
    }
  }

  @Test func whatCommandsNothingStaysAsItIs() {
    for words in [
      "plain", "Київ — 停火", "e\u{301}", "\u{2067}بلمار\u{2069} said", "\u{202B}بلمار\u{202C}",
      "a\u{200F}b",
      "👩\u{200D}👧", "two\nlines",
    ] {
      #expect(words.shown() == words)
    }
    #expect("a\tb".shown() == "a b")
    #expect("a\tb".shown(asCell: true) == "a\tb")
    #expect("a\r\nb".shown() == "a\nb")
  }

  /// A stretch of another direction that is broken over lines ends with each of them.
  @Test func aStretchOfAnotherDirectionEndsWithItsLine() {
    let words = "\u{2067}" + String(repeating: "كلمة ", count: 40) + "\u{2069}"
    let lines = TextFace(width: 40).render(Document("t", [.paragraph(Inline(words))]))
      .split(separator: "\n")
    #expect(lines.count > 4)
    for line in lines { #expect(Self.obeyed(String(line)).isEmpty) }
  }
}

/// Long words take time in proportion to their length.
@Suite struct LongWordTests {
  @Test(arguments: ["🇺🇦", "ش", "a", "中", "e\u{301}", "👩\u{200D}👧", "\u{600}", "\u{301}"])
  func aWordOfAMillionLettersIsBrokenInSeconds(_ letter: String) {
    let word = String(repeating: letter, count: 200_000)
    let clock = ContinuousClock()
    let time = clock.measure {
      let document = Document(word, [.paragraph(Inline("x " + word + " y"))])
      let text = TextFace(width: 80).render(document)
      #expect(text.unicodeScalars.count >= 2 * word.unicodeScalars.count)
      _ = MarkdownFace().render(document)
      _ = HTMLFace().render(document)
    }
    #expect(time < .seconds(20), "\(letter): \(time)")
  }
}
