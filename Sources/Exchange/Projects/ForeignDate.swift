internal import CaseModel

/// Dates as other programs write them: ISO, and numbers in an order that leaves no doubt.
package enum ForeignDate {
  /// Of day and month, which one stands first in dates with strokes.
  package enum Order: String, Sendable, Hashable, Codable {
    case dayFirst = "day/month/year"
    case monthFirst = "month/day/year"
  }

  /// - Parameter order: of dates with strokes or hyphens; without it they are not read.
  static func read(_ text: String, _ order: Order? = nil) -> EDTFDate? {
    let plain = text.trimmed
    if let date = try? EDTFDate(plain) { return date }
    // `2025-05-16T10:30:00Z`, `2025-05-16 10:30`.
    if plain.count > 10, let date = try? EDTFDate(String(plain.prefix(10))), date.isDay {
      return date
    }
    // `16.5.2025` is day before month everywhere.
    guard let (first, second, year, sign) = numbers(plain),
      let order = sign == "." ? .dayFirst : order,
      let civil = CivilDay(
        year: year, month: order == .dayFirst ? second : first,
        day: order == .dayFirst ? first : second)
    else { return nil }
    return EDTFDate(civil)
  }

  /// The order that all dates with strokes in a column can have, where it is only one.
  static func order(of dates: some Sequence<String>) -> Order? {
    var (firsts, seconds) = (0, 0)
    for date in dates {
      guard let (first, second, _, sign) = numbers(date.trimmed), sign != "." else { continue }
      (firsts, seconds) = (max(firsts, first), max(seconds, second))
    }
    switch (firsts, seconds) {
    case (13...31, 1...12): return .dayFirst
    case (1...12, 13...31): return .monthFirst
    default: return nil
    }
  }

  /// `16/5/2025 10:30`: two numbers, the year, and what stands between.
  private static func numbers(_ text: String) -> (Int, Int, Int, Character)? {
    let day = text.prefix { !$0.isWhitespace }
    guard let sign = day.first(where: { !$0.isNumber }), "./-".contains(sign) else { return nil }
    let parts = day.split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].count == 4, let first = Int(parts[0]),
      let second = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    return (first, second, year, sign)
  }

  /// From seconds or milliseconds since 1970 in UTC.
  static func day(seconds: Int64) -> EDTFDate? {
    let (day, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let number = rest < 0 ? day - 1 : day
    guard abs(number) < 1_000_000 else { return nil }
    return EDTFDate(CivilDay(number: Int32(number)))
  }
}

extension String {
  var trimmed: String {
    let kept = drop(while: \.isWhitespace)
    guard let end = kept.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(kept[...end])
  }
}
