internal import CaseModel

extension Quote {
  /// The first span within its sentence: what stands before, the words, what stands after. No
  /// further than the line, nor than 240 code points either way. Nil where the words do not stand
  /// there.
  func sentence(in text: SourceText) -> [String]? {
    guard let place = spans.first?.place(in: text) else { return nil }
    let (start, end) = (place.lowerBound, place.upperBound)
    let reach = 240
    let words = text.text(start, end)
    let before = text.text(start - reach, start).afterLastSentence(isCut: start > reach)
    let after =
      words.endsSentence
      ? ""
      : text.text(end, end + reach).throughFirstSentence(isCut: end + reach < text.count)
    return [before, words, after]
  }
}

private let sentenceEnds: Set<Character> = [".", "!", "?", "…", "。"]
private let closers: Set<Character> = ["\"", "”", "»", "’", "'", ")", "“"]

extension StringProtocol {
  fileprivate var endsSentence: Bool {
    last { !closers.contains($0) }.map(sentenceEnds.contains) ?? false
  }

  /// What follows the last end of a sentence or line; where none is in sight, an ellipsis first.
  fileprivate func afterLastSentence(isCut: Bool) -> String {
    for place in indices.reversed() {
      if self[place].isNewline || (self[place].isWhitespace && self[..<place].endsSentence) {
        return String(self[index(after: place)...])
      }
    }
    return (isCut ? "…" : "") + self
  }

  /// What comes up to the first end of a sentence or line; where none is in sight, an ellipsis last.
  fileprivate func throughFirstSentence(isCut: Bool) -> String {
    for place in indices {
      if self[place].isNewline || (self[place].isWhitespace && self[..<place].endsSentence) {
        return String(self[..<place])
      }
    }
    return self + (isCut ? "…" : "")
  }
}
