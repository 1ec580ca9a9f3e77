internal import CaseModel

/// In what share of a text's paragraphs each of its words occurs: what a text speaks of throughout tells
/// little of what one of its sentences is about.
struct WordCommonness {
  private var shares: [String: Double] = [:]

  /// Nothing is common.
  init() {}

  /// - Complexity: O(text).
  init(_ text: SourceText) {
    var counts: [String: Int] = [:]
    var paragraphs = 0
    for line in text.text(0, text.count).split(whereSeparator: \.isNewline) {
      let words = Set(ContentWords.of(String(line)))
      if words.count < 4 { continue }
      paragraphs += 1
      for word in words { counts[word, default: 0] += 1 }
    }
    // Of a few paragraphs nothing can be said.
    if paragraphs < 5 { return }
    for (word, count) in counts where count > 1 {
      shares[word] = Double(count) / Double(paragraphs)
    }
  }

  /// Of what a word that stands in one place is worth, what this one is: from 1 down to 0.3.
  func worth(_ word: String) -> Double { 1 - 0.7 * (shares[word] ?? 0) }
}
