/// The words of a passage by which passages on one issue know each other, read once for all that ask.
struct PassageTerms {
  /// Of the quote, each once, sorted.
  let words: [String]
  /// Of the sentence round it that the quote does not have, each once, sorted.
  let around: [String]

  /// - Complexity: O(passage).
  init(_ passage: CodingPassage) {
    let own = Set(ContentWords.of(passage.words))
    words = own.sorted()
    around = Set(ContentWords.of(passage.sentence)).subtracting(own).sorted()
  }

  /// What the quote counts in: percent, dollars.
  var units: Set<String> { Set(words.filter { $0.utf8.first == UInt8(ascii: "#") }) }

  /// The quote's words in full, those round it by a share.
  func weighted(around share: Double) -> [(word: String, weight: Double)] {
    words.map { ($0, 1) } + around.map { ($0, share) }
  }
}
