package import CaseModel

/// Dates as people write them: `16 May 2025`, `May 16, 2025`, `May 2025`, `autumn 2022`, `16.5.2025`,
/// `12–15 May 2025`, `since March 2022`, `about May 2025`, and the notation of the case's file.
///
/// What this program prints of a date to the day, month, season or year is read as that date again.
package enum WrittenDate {
  package struct SyntaxError: Error {
    package let reason: String
  }

  /// - Throws: a ``SyntaxError`` with the reason, in words for the person who wrote it.
  package static func read(_ text: String) throws(SyntaxError) -> EDTFDate {
    let written = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let own: EDTFDate.SyntaxError
    do { return try EDTFDate(written) } catch { own = error }
    guard let notation = try Self.notation(written.lowercased()) else {
      throw SyntaxError(
        reason: written.contains(where: \.isLetter) ? "no date was recognised" : own.reason)
    }
    do { return try EDTFDate(notation) } catch { throw SyntaxError(reason: error.reason) }
  }

  /// The same in the notation of the case's file; nil where no form fits.
  private static func notation(_ text: String) throws(SyntaxError) -> String? {
    for (before, after) in [("since ", "/.."), ("from ", "/.."), ("after ", "/..")] {
      if let rest = text.without(prefix: before) {
        if before == "from ", let start = rest.without(suffix: ", end unknown") {
          return try single(start).map { $0 + "/" }
        }
        return try single(rest).map { $0 + after }
      }
    }
    for before in ["on or before ", "by ", "until ", "up to ", "to "] {
      guard let rest = text.without(prefix: before) else { continue }
      if before == "to ", let end = rest.without(suffix: ", start unknown") {
        return try single(end).map { "/" + $0 }
      }
      return try single(rest).map { "../" + $0 }
    }
    for sign in [" – ", "–", " — ", " - ", " to "] where text.contains(sign) {
      let parts = text.split(separator: sign, maxSplits: 1).map(String.init)
      guard parts.count == 2, let end = try single(parts[1]) else { continue }
      // "12–15 May 2025" and "12 May – 3 June 2025" say of the first what the second says.
      let borrowed = parts[1].split(separator: " ").map(String.init)
      for count in 0..<max(1, borrowed.count) {
        let start = ([parts[0]] + borrowed.suffix(count)).joined(separator: " ")
        if let start = try single(start) { return start + "/" + end }
      }
    }
    return try single(text)
  }

  private static func single(_ text: String) throws(SyntaxError) -> String? {
    var body = text
    var about = false
    for front in ["about ", "around ", "circa ", "c. "] {
      if let rest = body.without(prefix: front) { (body, about) = (rest, true) }
    }
    var uncertain = false
    if let rest = body.without(suffix: " (uncertain)") { (body, uncertain) = (rest, true) }
    guard let plain = try Self.plain(body) else { return nil }
    return plain + (about ? (uncertain ? "%" : "~") : uncertain ? "?" : "")
  }

  private static func plain(_ text: String) throws(SyntaxError) -> String? {
    if (try? EDTFDate(text)) != nil, !text.contains("/") { return text }
    let parts = text.split { $0 == " " || $0 == "," }.map(String.init)
    if parts.contains(where: { $0.contains(where: \.isLetter) }) { return words(parts) }
    return try numbers(text)
  }

  /// A month or a season by its name, a year, perhaps a day.
  private static func words(_ parts: [String]) -> String? {
    let named = parts.filter { $0 != "of" && $0 != "the" }
    guard let year = named.last.flatMap(Self.year), named.count <= 4 else { return nil }
    let rest = named.dropLast()
    if rest.count == 1,
      let season = ["spring", "summer", "autumn", "winter", "fall"].firstIndex(of: rest[0])
    {
      return "\(year)-\(season == 4 ? 23 : 21 + season)"
    }
    guard let place = rest.firstIndex(where: { month($0) != nil }),
      let month = Self.month(rest[place])
    else { return nil }
    var others = Array(rest)
    others.remove(at: place)
    switch others.count {
    case 0: return "\(year)-\(padded(month))"
    case 1: return day(others[0]).map { "\(year)-\(padded(month))-\(padded($0))" }
    default: return nil
    }
  }

  /// `16.5.2025`, `2025/5/16`, `2025-5-16`; `5.2025` for the month.
  private static func numbers(_ text: String) throws(SyntaxError) -> String? {
    guard let sign = [".", "/", "-"].first(where: { text.contains($0) }) else { return nil }
    let parts = text.split(separator: sign, omittingEmptySubsequences: false).map(String.init)
    let values = parts.map { $0.count <= 4 && $0.allSatisfy(\.isASCIIDigit) ? Int($0) : nil }
    guard values.allSatisfy({ $0 != nil }) else { return nil }
    let known = values.compactMap(\.self)
    if parts[0].count == 4, known.count > 1 {
      return ([parts[0]] + known.dropFirst().map(padded)).joined(separator: "-")
    }
    guard let year = parts.last.flatMap(Self.year), known.count == 2 || known.count == 3 else {
      return nil
    }
    if known.count == 2 { return "\(year)-\(padded(known[0]))" }
    // Between dots the day comes first everywhere; between strokes that depends on the country.
    if sign == ".", known[1] <= 12 || known[0] > 12 {
      return "\(year)-\(padded(known[1]))-\(padded(known[0]))"
    }
    if known[0] > 12 { return "\(year)-\(padded(known[1]))-\(padded(known[0]))" }
    if known[1] > 12 { return "\(year)-\(padded(known[0]))-\(padded(known[1]))" }
    if known[0] == known[1] { return "\(year)-\(padded(known[0]))-\(padded(known[0]))" }
    throw SyntaxError(
      reason: "it can be read in two ways; write the month as a word, as 5 June 2025")
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october",
    "november", "december",
  ]

  private static func month(_ word: String) -> Int? {
    let word = word.without(suffix: ".") ?? word
    let name = word == "sept" ? "sep" : word
    guard name.count >= 3 else { return nil }
    return months.firstIndex { $0 == name || (name.count == 3 && $0.hasPrefix(name)) }.map {
      $0 + 1
    }
  }

  private static func day(_ word: String) -> Int? {
    var digits = word.without(suffix: ".") ?? word
    for ending in ["st", "nd", "rd", "th"] { digits = digits.without(suffix: ending) ?? digits }
    guard (1...2).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int(digits)
  }

  private static func year(_ word: String) -> String? {
    word.count == 4 && word.allSatisfy(\.isASCIIDigit) ? word : nil
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension String {
  fileprivate func without(prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }

  fileprivate func without(suffix: String) -> String? {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : nil
  }
}
