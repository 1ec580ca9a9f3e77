/// The part of a text in which all words stand nearest to one another.
struct Passage {
  /// In code points; `end` is exclusive.
  let start: Int
  let end: Int
  /// Passages in which all words stand within the length asked for; at least 1.
  let count: Int
  /// Nothing but the words and what divides them.
  let isTight: Bool
  private let marks: [Range<Int>]

  /// Shown before the first word found and after the last.
  private static let margin = 60
  /// Of a passage that is longer the beginning is shown.
  private static let most = 320

  /// Nil where no word occurs at all; words that do not occur count for nothing.
  ///
  /// - Parameters:
  ///   - places: of each word, in order.
  ///   - length: in code points; words further apart are no passage.
  /// - Complexity: O(places log places).
  init?(_ places: [[Range<Int>]], in text: String, within length: Int) {
    let wanted = places.count { !$0.isEmpty }
    let all = places.enumerated().flatMap { term, found in found.map { (term: term, place: $0) } }
      .sorted { ($0.place.lowerBound, $0.term) < ($1.place.lowerBound, $1.term) }
    guard wanted > 0 else { return nil }
    var last: [Int: Int] = [:]
    // Those of the passage that is being looked for; the nearest counts wherever it is.
    var recent: [Int: Int] = [:]
    var best: Range<Int>?
    var count = 0
    for (position, found) in all.enumerated() {
      last[found.term] = position
      recent[found.term] = position
      guard last.count == wanted, let first = last.values.min() else { continue }
      let span =
        all[first].place.lowerBound..<max(found.place.upperBound, all[first].place.upperBound)
      if best.map({ span.count < $0.count }) ?? true { best = span }
      if recent.count == wanted, let begin = recent.values.min(),
        found.place.upperBound - all[begin].place.lowerBound <= length
      {
        count += 1
        recent = [:]
      }
    }
    guard let best else { return nil }
    (start, end) = (best.lowerBound, best.upperBound)
    self.count = max(1, count)
    marks = Self.merged(
      all.map(\.place).filter {
        $0.lowerBound < best.upperBound + Self.margin
          && best.lowerBound - Self.margin < $0.upperBound
      })
    let inside = marks.filter { best.contains($0.lowerBound) }
    let gaps = zip(inside, inside.dropFirst()).map { $1.lowerBound - $0.upperBound }
    isTight = wanted == places.count && gaps.allSatisfy { $0 <= 2 }
  }

  private static func merged(_ places: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for place in places {
      if let last = merged.last, place.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
      } else {
        merged.append(place)
      }
    }
    return merged
  }

  /// What stands before, the words found and what is between them, and what stands after: every second
  /// piece was found.
  func excerpt(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    let from = max(0, start - Self.margin)
    let to = min(scalars.count, min(end, start + Self.most) + Self.margin)
    func words(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range].map { $0 == "\n" || $0 == "\r" ? " " : $0 })
      return String(view)
    }
    var pieces: [String] = []
    var place = from
    for mark in marks where mark.lowerBound >= from && mark.upperBound <= to {
      pieces += [words(place..<mark.lowerBound), words(mark)]
      place = mark.upperBound
    }
    pieces.append(words(place..<to))
    if from > 0 { pieces[0] = "…" + pieces[0] }
    if to < scalars.count { pieces[pieces.count - 1] += "…" }
    return pieces
  }
}
