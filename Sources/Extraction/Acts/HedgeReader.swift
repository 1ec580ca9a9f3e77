/// Finds the hedge that a text puts on words within a sentence: `reportedly`, `might`, `it seems`.
package enum HedgeReader {
  /// The hedge in the words themselves, else in those that govern them: what stands before them in their own
  /// clause, as the cue does, or a hedge that opens the sentence by itself. Never one of another clause.
  ///
  /// - Parameter place: of the words in the sentence, in code points.
  /// - Complexity: O(sentence).
  package static func hedge(of place: Range<Int>, in sentence: String) -> String? {
    let text = SpanText(sentence)
    let own = pieces(of: text) { $0.start >= place.lowerBound && $0.end <= place.upperBound }
    if let found = hedge(own, text) { return text.words(found) }
    // From the words back to where their clause begins.
    var end = own.first ?? text.pieces.prefix { $0.end <= place.lowerBound }.count
    while let before = text[end - 1], marks.contains(before.lower), before.isSpaced { end -= 1 }
    var start = end
    while start > 0, !isBoundary(text, start - 1) { start -= 1 }
    if let found = hedge(start..<end, text) { return text.words(found) }
    return opening(text, before: start).map { text.words($0) }
  }

  /// `Reportedly, …`, `…, it seems, …`: what stands between marks and is a hedge as a whole.
  private static func opening(_ text: SpanText, before start: Int) -> Range<Int>? {
    guard let mark = text[start - 1], mark.lower == "," else { return nil }
    var first = start - 1
    while first > 0, text.pieces[first - 1].kind != .sign { first -= 1 }
    guard first < start - 1, ActWords.hedges.end(at: first, in: text) == start - 1 else {
      return nil
    }
    return first..<start - 1
  }

  private static func hedge(_ range: Range<Int>, _ text: SpanText) -> Range<Int>? {
    for place in range {
      if let end = ActWords.hedges.end(at: place, in: text), end <= range.upperBound {
        return place..<end
      }
    }
    return nil
  }

  private static func pieces(
    of text: SpanText, _ isIn: (SpanText.Piece) -> Bool
  ) -> Range<Int> {
    guard let first = text.pieces.firstIndex(where: isIn),
      let last = text.pieces.lastIndex(where: isIn)
    else { return 0..<0 }
    return first..<last + 1
  }

  private static func isBoundary(_ text: SpanText, _ place: Int) -> Bool {
    let piece = text.pieces[place]
    return piece.kind == .sign
      ? !marks.contains(piece.lower) && piece.lower != "'" && (piece.lower != "-" || piece.isSpaced)
      : joints.contains(piece.lower)
  }

  /// They open what is quoted, which the words before them govern.
  private static let marks: Set<String> = ["\"", "“", "„", "«", "‘", "'"]
  /// They begin a clause of their own.
  private static let joints: Set<String> = [
    "and", "but", "or", "while", "whereas", "although", "though", "because", "since", "when",
    "if", "unless", "until", "before", "after", "who", "which", "и", "но", "а", "что", "і", "але",
    "що",
  ]
}
