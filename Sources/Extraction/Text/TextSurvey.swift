package import CaseModel

/// What a text holds that can be read for statements, to be said where little was found.
package struct TextSurvey: Sendable, Hashable {
  /// There is anything but white space.
  package private(set) var hasText = false
  /// There are sentences, and not only headings, menus and captions.
  package private(set) var hasSentences = false
  /// Opening quotation marks that nothing closes.
  package private(set) var unclosedQuotations = 0

  /// Control characters and replacement marks are frequent, as in a picture or a program.
  package private(set) var isBinary = false
  /// Letters that stand where UTF-8 was read as something else: `â€œ` for a quotation mark.
  package private(set) var misreadLetters = 0

  /// - Complexity: O(text).
  package init(_ text: SourceText) {
    readBytes(text.bytes)
    var tokenizer = Tokenizer(text.bytes, lexicon: .shared)
    var isOpen = false
    for paragraph in ParagraphReader(bytes: text.bytes).paragraphs() {
      hasText = true
      guard paragraph.kind == .text else { continue }
      var tokens = tokenizer.tokens(in: paragraph.bytes)
      if tokens.contains(where: { $0.kind == .word }) { hasSentences = true }
      // A quotation of several paragraphs opens each of them again.
      let isContinued = tokens.first?.kind == .quote
      if isOpen, !isContinued { unclosedQuotations += 1 }
      let quotes = QuoteReader.quotes(in: &tokens, continued: isOpen)
      isOpen = quotes.last?.isUnclosed ?? false
    }
    if isOpen { unclosedQuotations += 1 }
  }

  private mutating func readBytes(_ bytes: [UInt8]) {
    var odd = 0
    for place in bytes.indices {
      let rest = bytes[place...].prefix(5)
      switch bytes[place] {
      case 0x09, 0x0A, 0x0C, 0x0D: break
      case 0..<0x20, 0x7F: odd += 1
      case 0xEF where rest.starts(with: [0xEF, 0xBF, 0xBD]): odd += 1
      // Ã, Ð and Ñ before a sign that is no letter, and â€.
      case 0xC3 where rest.count >= 3:
        let isLead = [0x83, 0x90, 0x91].contains(bytes[place + 1]) && bytes[place + 2] == 0xC2
        if isLead || rest.starts(with: [0xC3, 0xA2, 0xE2, 0x82, 0xAC]) {
          misreadLetters += 1
        }
      default: break
      }
    }
    isBinary = odd >= 4 && odd * 100 > bytes.count
  }

  /// Why nothing, or less than is there, may have been found; nil where nothing speaks for it.
  package var caution: String? {
    if !hasText { return "is empty" }
    if isBinary { return "is no text, or is damaged: it is full of signs that are no letters" }
    if misreadLetters > 1 {
      return "seems to have been read in the wrong encoding: “â€œ”, “Ã©” or the like stand in it"
    }
    if !hasSentences { return "holds no sentence: nothing but headings, menus or captions" }
    guard unclosedQuotations > 0 else { return nil }
    return unclosedQuotations == 1
      ? "has an opening quotation mark that nothing closes: see who speaks there"
      : "has \(unclosedQuotations) opening quotation marks that nothing closes: see who speaks there"
  }
}
