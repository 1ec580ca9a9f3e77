/// When something is to be, which nothing waits on.
extension ConditionReader {
  /// Nothing but a time, which is no step: until 1 June, before midnight on 15 July, until its last day.
  func isDate(_ range: Range<Int>) -> Bool {
    // What hangs on the time is no part of it: `1 June, when the mandate ends`.
    let end =
      range.first {
        [",", "when", "which", "unless", "if"].contains(text.lower($0))
      } ?? range.upperBound
    let time = range.lowerBound..<end
    guard !time.isEmpty, time.count <= 9, !time.contains(where: isVerb) else { return false }
    return time.prefix(5).contains { place in
      let word = text.lower(place)
      if Self.hours.contains(word) { return true }
      guard let found = DateWord.of(word) else {
        return text.pieces[place].kind == .number && time.count <= 5
      }
      switch found {
      case .month, .weekday, .season, .unit, .day: return true
      case .partOfDay, .which, .part, .ago: return false
      }
    }
  }

  /// A word that says what happens; behind `the` or `its` it is a noun, as in `the end of the year`.
  private func isVerb(_ place: Int) -> Bool {
    let word = text.lower(place)
    if Self.verbs.contains(word) || word.hasSuffix("ed") { return true }
    return !["the", "its", "their", "his", "her", "this", "a"].contains(text.lower(place - 1))
      && ActWords.phrases[word]?.contains { $0.words.count == 1 } ?? false
  }

  private static let hours: Set<String> = [
    "midnight", "noon", "midday", "dawn", "dusk", "nightfall", "sunrise", "sunset", "christmas",
    "easter", "ramadan", "weekend", "midsummer",
  ]

  /// until then, until now: a time and no step.
  func isThen(_ range: Range<Int>) -> Bool {
    ["then", "now", "recently", "today", "yesterday", "long"].contains(text.lower(range.lowerBound))
      && !hasVerb(range)
  }
}
