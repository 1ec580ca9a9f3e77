package import CaseModel

/// What of a text a person may take hold of at once: its sentences, and the words within quotation marks.
package struct TextUnits: Sendable, Hashable {
  /// In code points, in the order of the text; a quotation is never divided.
  package private(set) var sentences: [Range<Int>] = []
  /// Without their marks.
  package private(set) var quotations: [Range<Int>] = []

  /// - Complexity: O(text).
  package init(_ text: SourceText) {
    let marks = CodePointMarks(text.bytes)
    var tokenizer = Tokenizer(text.bytes, lexicon: .shared)
    var isOpen = false
    for paragraph in ParagraphReader(bytes: text.bytes).paragraphs() {
      var tokens = tokenizer.tokens(in: paragraph.bytes)
      guard !tokens.isEmpty else { continue }
      func span(_ range: Range<Int>) -> Range<Int> {
        let bytes = tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end
        let span = marks.span(bytes, in: text.bytes)
        return span.start..<span.end
      }
      let quotes = QuoteReader.quotes(in: &tokens, continued: isOpen)
      for sentence in Sentences.ranges(tokens, quotes: quotes, from: 0) where !sentence.isEmpty {
        sentences.append(span(sentence))
      }
      for quote in quotes where !quote.inner.isEmpty { quotations.append(span(quote.inner)) }
      isOpen = quotes.last?.isUnclosed ?? false
    }
  }

  /// From the sentence that `place` begins in to the one it ends in; the place itself where it is in none.
  /// - Complexity: O(log sentences).
  package func sentence(around place: Range<Int>) -> Range<Int> {
    guard let first = last(in: sentences, beginningBy: place.lowerBound),
      sentences[first].upperBound > place.lowerBound
    else { return place }
    let end = last(in: sentences, beginningBy: max(place.lowerBound, place.upperBound - 1)) ?? first
    return sentences[first].lowerBound..<max(place.upperBound, sentences[end].upperBound)
  }

  /// The quotation that holds the place, with its marks or without; nil where it is in none.
  package func quotation(holding place: Range<Int>) -> Range<Int>? {
    guard let index = last(in: quotations, beginningBy: place.lowerBound + 1) else { return nil }
    let found = quotations[index]
    return found.lowerBound - 1 <= place.lowerBound && place.upperBound <= found.upperBound + 1
      ? found : nil
  }

  private func last(in ranges: [Range<Int>], beginningBy place: Int) -> Int? {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
