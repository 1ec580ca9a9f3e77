/// Where a date, a window or a length of time can begin: a look that spares the others most of a text.
enum DateStart {
  static func isPossible(at place: Int, in text: SpanText) -> Bool {
    guard let piece = text[place] else { return false }
    return piece.kind == .number || words.contains(piece.lower)
  }

  private static let words = Set(
    DateWord.words + DateOpening.words + NumberWords.words + SpanText.comparatorWords + others)

  /// Of phrases that no list has.
  private static let others = """
    the a an half overnight tonight same following next coming recent between від от між между several \
    few q1 q2 q3 q4 последние последних останні останніх ближайшие найближчі следующие наступні
    """.split(separator: " ").map(String.init)
}
