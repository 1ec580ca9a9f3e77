internal import Foundations

/// The passage of a text that is most like words that are not in it.
struct NearestPassage {
  /// In code points.
  var range: Range<Int>
  /// The passage, at most 200 code points of it, on one line.
  var words: String
  /// What the text has, and what the words have in its place; either may be nothing.
  var differences: [(text: String, quote: String)]

  var differenceWords: String {
    if differences.isEmpty { return "it differs in capital letters or punctuation" }
    let shown = differences.prefix(3).map { difference in
      if difference.quote.isEmpty { return "the text has “\(difference.text)”, the quote does not" }
      if difference.text.isEmpty { return "the quote has “\(difference.quote)”, the text does not" }
      return "the text has “\(difference.text)” instead of “\(difference.quote)”"
    }
    let rest = differences.count - shown.count
    return shown.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
  }
}

/// The words of a text by where they stand, to look for passages like others.
struct PassageIndex {
  private let text: SourceText
  private let words: [FoldedText.Word]
  private var places: [String: [Int]] = [:]

  /// Words of a quote that are compared, and places of a word that are looked at.
  private static let mostWords = 300
  private static let mostPlaces = 2000

  /// - Complexity: O(text).
  init(_ text: SourceText) {
    self.text = text
    words = FoldedText(String(decoding: text.bytes, as: UTF8.self)).words
    for (place, word) in words.enumerated() { places[word.raw, default: []].append(place) }
  }

  /// Nil where not even half of the words stand near one another.
  /// - Complexity: O(quote² + places of its words), both within bounds.
  func nearest(to exact: String) -> NearestPassage? {
    let quoted = Array(FoldedText(exact).words.prefix(Self.mostWords))
    guard !quoted.isEmpty else { return nil }
    guard let from = window(quoted) else { return nil }
    let slack = quoted.count / 3 + 4
    let window = Array(words[max(0, from - slack)..<min(words.count, from + quoted.count + slack)])
    let pairs = Self.common(quoted.map(\.raw), window.map(\.raw))
    guard let first = pairs.first, let last = pairs.last, 2 * pairs.count >= quoted.count else {
      return nil
    }
    // Words before the first and after the last that agree belong to it as well.
    let start = max(0, first.1 - first.0)
    let end = min(window.count - 1, last.1 + quoted.count - 1 - last.0)
    let range = window[start].start..<window[end].end
    let scalars = Array(exact.unicodeScalars)
    var differences: [(text: String, quote: String)] = []
    var (quote, passage) = (0, start)
    for pair in pairs + [(quoted.count, end + 1)] {
      let missed = quote < pair.0 ? scalars[quoted[quote].start..<quoted[pair.0 - 1].end] : []
      let found = passage < pair.1 ? window[passage].start..<window[pair.1 - 1].end : 0..<0
      if !missed.isEmpty || !found.isEmpty {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: missed)
        differences.append(
          (
            text.text(found.lowerBound, found.upperBound).onOneLine.shortened(to: 60),
            String(view).onOneLine.shortened(to: 60)
          ))
      }
      (quote, passage) = (pair.0 + 1, pair.1 + 1)
    }
    return NearestPassage(
      range: range,
      words: text.text(range.lowerBound, range.upperBound).onOneLine.shortened(to: 200),
      differences: differences)
  }

  /// The word of the text at which a passage begins that has most of the words in their order.
  private func window(_ quoted: [FoldedText.Word]) -> Int? {
    let width = max(4, quoted.count / 4)
    var votes: [Int: Int] = [:]
    for (offset, word) in quoted.enumerated() {
      guard let found = places[word.raw], found.count <= Self.mostPlaces else { continue }
      // One vote of a word for each stretch.
      var last: Int?
      for place in found {
        let stretch = (place - offset + quoted.count) / width
        if stretch != last { votes[stretch, default: 0] += 1 }
        last = stretch
      }
    }
    let best = votes.max { a, b in
      let (x, y) = (a.value + (votes[a.key + 1] ?? 0), b.value + (votes[b.key + 1] ?? 0))
      return (x, -a.key) < (y, -b.key)
    }
    return best.map { min(max(0, $0.key * width - quoted.count), max(0, words.count - 1)) }
  }

  /// The longest row of words that both have in the same order, as pairs of places.
  private static func common(_ a: [String], _ b: [String]) -> [(Int, Int)] {
    var lengths = [[Int]](
      repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        lengths[i][j] =
          a[i] == b[j] ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        pairs.append((i, j))
        (i, j) = (i + 1, j + 1)
      } else if lengths[i + 1][j] >= lengths[i][j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }
}
