/// Phrases that are looked for word by word, by their first words.
struct PhraseTable: Sendable {
  /// The longest first.
  private let byFirst: [String: [[String]]]

  /// - Parameter list: the phrases in lower case, parted by `|`.
  init(_ list: String) {
    var byFirst: [String: [[String]]] = [:]
    for phrase in list.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
      let words = SpanText(String(phrase)).pieces.map(\.lower)
      if let first = words.first { byFirst[first, default: []].append(words) }
    }
    self.byFirst = byFirst.mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// The piece after the longest phrase that begins at a piece.
  func end(at place: Int, in text: SpanText) -> Int? {
    guard let phrases = byFirst[text.lower(place)] else { return nil }
    return phrases.first { text.has($0, at: place) }.map { place + $0.count }
  }

  /// The pieces of the first phrase that stands in the text.
  func first(in text: SpanText) -> Range<Int>? {
    for place in text.pieces.indices {
      if let end = end(at: place, in: text) { return place..<end }
    }
    return nil
  }
}
