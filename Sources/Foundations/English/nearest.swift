/// The candidate nearest to `word` by edit distance, nil where none is near enough to suggest.
///
/// Near enough means at most a third of the longer word's letters changed (insertion, deletion,
/// substitution, or two neighbours swapped), or one beginning with the other. Ties go to the
/// candidate that sorts first.
/// - Complexity: O(candidates × word²), words cut at 64 bytes.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased().utf8.prefix(64))
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let letters = Array(candidate.lowercased().utf8.prefix(64))
    let limit = max(1, max(wanted.count, letters.count) / 3)
    var distance: Int
    if abs(letters.count - wanted.count) > limit {
      distance = .max
    } else {
      distance = editDistance(wanted, letters)
    }
    if distance > limit {
      let short = min(letters.count, wanted.count)
      guard short >= 3, letters.prefix(short).elementsEqual(wanted.prefix(short)) else { continue }
      distance = limit
    }
    if let found = best, (found.distance, found.candidate) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.candidate
}

/// Damerau's distance in its optimal-string-alignment form: letters put in, left out or exchanged, and
/// neighbours swapped.
/// - Complexity: O(a × b).
package func editDistance<Letter: Equatable>(_ a: [Letter], _ b: [Letter]) -> Int {
  if a.isEmpty { return b.count }
  if b.isEmpty { return a.count }
  var before = [Int](repeating: 0, count: b.count + 1)
  var previous = Array(0...b.count)
  for i in 1...a.count {
    var row = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      let same = a[i - 1] == b[j - 1]
      row[j] = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (same ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], before[j - 2] + 1)
      }
    }
    before = previous
    previous = row
  }
  return previous[b.count]
}

/// "did you mean `ukraine`?"; nil where nothing is near.
package func suggestion(
  for word: String, among candidates: some Sequence<String>
) -> String? {
  nearest(to: word, among: candidates).map { "did you mean `\($0)`?" }
}
