internal import CaseModel

/// Where and when a report was filed, as its first paragraph begins: `TROMSØ, 14 October 2025 –`,
/// `LINDAL, Oct. 5, 2025 (Reuters) —`, `Doran (3 March 2026) -`, `14 October 2025.` A day without a year is
/// none: it may be of any.
struct WrittenDateline {
  let date: EDTFDate
  /// As they stand in the text, without the mark behind them.
  let words: String

  /// Nil where the line does not begin with one.
  init?(_ line: String) {
    guard let opening = Self.opening(of: line), Self.isDateline(opening),
      let date = WrittenDate.first(in: opening)
    else { return nil }
    self.date = date
    words = opening
  }

  /// A dateline is not longer.
  private static let longest = 90

  /// To the first dash between blanks, em dash, or point behind a year.
  private static func opening(of line: String) -> String? {
    let scalars = Array(line.unicodeScalars.prefix(longest))
    func isBlank(_ place: Int) -> Bool {
      !scalars.indices.contains(place) || scalars[place].properties.isWhitespace
    }
    for place in scalars.indices {
      let scalar = scalars[place]
      let isDash = "-–—―".unicodeScalars.contains(scalar)
      let isEnd =
        isDash && (scalar == "—" || scalar == "―" || isBlank(place - 1) && isBlank(place + 1))
        || scalar == "." && isBlank(place + 1) && place >= 4
          && scalars[place - 4..<place].allSatisfy { (0x30...0x39).contains($0.value) }
        || scalar == ":" && isBlank(place + 1)
      guard isEnd else { continue }
      var string = ""
      string.unicodeScalars.append(contentsOf: scalars[..<place])
      let opening = string.singleLine
      return opening.isEmpty ? nil : opening
    }
    return nil
  }

  /// Nothing but names, a weekday, and a date: no word in small letters but a month's, and none that begins
  /// a sentence.
  private static func isDateline(_ opening: String) -> Bool {
    let words = opening.split { !$0.isLetter && $0 != "'" && $0 != "’" && $0 != "-" }
    guard words.count <= 9, !words.isEmpty, opening.contains(where: \.isNumber) else {
      return false
    }
    let numbers = opening.split { !$0.isNumber }
    guard numbers.count <= 3 else { return false }
    return words.enumerated().allSatisfy { place, word in
      if small.contains(word.lowercased()) { return true }
      guard word.first?.isUppercase ?? false else { return WrittenDate.isMonth(String(word)) }
      return !openers.contains(word.lowercased())
    }
  }

  /// Parts of names and dates in small letters.
  private static let small: Set<String> = [
    "of", "de", "la", "le", "el", "al", "st", "nd", "rd", "th", "am", "pm", "and", "del", "sur",
  ]
  /// Words that begin a sentence with a date in it.
  private static let openers: Set<String> = [
    "on", "in", "by", "since", "until", "from", "after", "before", "as", "the", "a", "an", "at",
    "between", "this", "that", "when", "it", "for",
  ]
}
