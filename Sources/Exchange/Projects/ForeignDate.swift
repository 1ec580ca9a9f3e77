internal import CaseModel

/// Dates as other programs write them: ISO, and numbers in an order that leaves no doubt.
enum ForeignDate {
  static func read(_ text: String) -> EDTFDate? {
    let plain = text.trimmed
    if let date = try? EDTFDate(plain) { return date }
    // `2025-05-16T10:30:00Z`, `2025-05-16 10:30`.
    if plain.count > 10, let date = try? EDTFDate(String(plain.prefix(10))), date.isDay {
      return date
    }
    // `16.5.2025` is day before month everywhere; with slashes neither order is certain.
    let parts = plain.split(separator: " ")[0].split(separator: ".").map(String.init)
    guard parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]),
      let year = Int(parts[2]), parts[2].count == 4,
      let civil = CivilDay(year: year, month: month, day: day)
    else { return nil }
    return EDTFDate(civil)
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
