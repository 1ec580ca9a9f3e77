/// A quotation within a paragraph.
struct QuotedSpan {
  /// Tokens with the marks.
  var tokens: Range<Int>
  /// Tokens without them.
  var inner: Range<Int>
  /// No closing mark stands in the paragraph.
  var isUnclosed = false
  /// It goes on where the paragraph before broke off.
  var continuesParagraph = false
}
