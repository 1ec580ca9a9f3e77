package import CaseModel

/// What a text holds that can be read for statements, to be said where little was found.
package struct TextSurvey: Sendable, Hashable {
  /// There is anything but white space.
  package private(set) var hasText = false
  /// There are sentences, and not only headings, menus and captions.
  package private(set) var hasSentences = false
  /// Opening quotation marks that nothing closes.
  package private(set) var unclosedQuotations = 0

  /// - Complexity: O(text).
  package init(_ text: SourceText) {
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

  /// Why nothing, or less than is there, may have been found; nil where nothing speaks for it.
  package var caution: String? {
    if !hasText { return "is empty" }
    if !hasSentences { return "holds no sentence: nothing but headings, menus or captions" }
    guard unclosedQuotations > 0 else { return nil }
    return unclosedQuotations == 1
      ? "has an opening quotation mark that nothing closes: see who speaks there"
      : "has \(unclosedQuotations) opening quotation marks that nothing closes: see who speaks there"
  }
}
