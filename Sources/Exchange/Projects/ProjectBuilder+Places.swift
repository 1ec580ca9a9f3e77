internal import CaseModel

/// Where the words of a passage stand in the text that is kept.
extension ProjectBuilder {
  /// By its place, else by its words, which must stand in the text.
  mutating func span(
    _ place: Int, _ passage: CodedProject.Passage, in kept: Kept
  ) -> QuoteAnchor? {
    guard let found = anchor(place, passage, in: kept) else { return nil }
    guard kept.isWithheld else { return found }
    // What the case does not show is proved, and not shown here either.
    return QuoteAnchor(start: found.start, end: found.end, sha256: found.sha256)
  }

  private mutating func anchor(
    _ place: Int, _ passage: CodedProject.Passage, in kept: Kept
  ) -> QuoteAnchor? {
    let text = kept.text
    if let range = excerpts[place] ?? (kept.lineEnds == nil ? nil : passage.place) {
      guard let lineEnds = kept.lineEnds else {
        return QuoteAnchor(range.lowerBound, range.upperBound, in: text)
      }
      return lineEnds.moved(range).flatMap { QuoteAnchor($0.lowerBound, $0.upperBound, in: text) }
    }
    if let range = passage.place {
      let anchor = QuoteAnchor(range.lowerBound, range.upperBound, in: text)
      guard let exact = passage.exact, !exact.isEmpty, anchor?.exact != exact else { return anchor }
      if let found = found(exact, passage, in: text) {
        changed.add("passages moved to where their words stand", passage.id ?? "")
        return found
      }
      return anchor
    }
    return passage.exact.flatMap { found($0, passage, in: text) }
  }

  /// Where the words stand; of several places the one with the surroundings given.
  private func found(
    _ exact: String, _ passage: CodedProject.Passage, in text: SourceText
  ) -> QuoteAnchor? {
    let length = exact.unicodeScalars.count
    let places = text.occurrences(of: Array(exact.utf8))
    func fits(_ start: Int) -> Int {
      var points = 0
      if let prefix = passage.prefix, !prefix.isEmpty,
        text.text(start - prefix.unicodeScalars.count, start) == prefix
      {
        points += 2
      }
      if let suffix = passage.suffix, !suffix.isEmpty,
        text.text(start + length, start + length + suffix.unicodeScalars.count) == suffix
      {
        points += 2
      }
      if passage.place?.lowerBound == start { points += 1 }
      return points
    }
    guard let best = places.max(by: { (fits($0), -$0) < (fits($1), -$1) }) else { return nil }
    return QuoteAnchor(best, best + length, in: text)
  }
}

/// Places of one text in another that differs from it in its line ends, its byte order mark and the
/// space after its last word alone.
struct LineEndTable {
  /// Of the one text, by code point, how many before it are neither a byte order mark nor the first of
  /// the two characters of a line end.
  private var before: [Int] = []
  /// Of the other, where each of those stands.
  private var places: [Int] = []

  init(from one: SourceText, to other: SourceText) {
    var count = 0
    Self.walk(one) { isCounted in
      before.append(count)
      if isCounted { count += 1 }
    }
    before.append(count)
    var place = 0
    Self.walk(other) { isCounted in
      if isCounted { places.append(place) }
      place += 1
    }
  }

  /// Of each code point, whether it counts.
  private static func walk(_ text: SourceText, _ take: (Bool) -> Void) {
    let scalars = String(decoding: text.bytes, as: UTF8.self).unicodeScalars
    var place = scalars.startIndex
    while place < scalars.endIndex {
      let scalar = scalars[place]
      place = scalars.index(after: place)
      let isFirstOfTwo = scalar == "\r" && place < scalars.endIndex && scalars[place] == "\n"
      take(scalar != "\u{FEFF}" && !isFirstOfTwo)
    }
  }

  func moved(_ range: Range<Int>) -> Range<Int>? {
    guard before.indices.contains(range.lowerBound), before.indices.contains(range.upperBound)
    else { return nil }
    let (start, end) = (before[range.lowerBound], before[range.upperBound])
    guard start < end, places.indices.contains(start), places.indices.contains(end - 1) else {
      return nil
    }
    return places[start]..<places[end - 1] + 1
  }
}
