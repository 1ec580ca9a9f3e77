/// A day of the proleptic Gregorian calendar, as a count from 1970-01-01.
///
/// Foundation's parsers accept 30 February; this one does not, and needs no time zone.
/// Conversion follows Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
public struct CivilDay: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01; negative before.
  public var number: Int32

  /// A day by its number.
  public init(number: Int32) { self.number = number }

  /// Nil where there is no such day, or the year is beyond ±5,000,000.
  public init?(year: Int, month: Int, day: Int) {
    guard abs(year) <= 5_000_000, (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// How many days the month has, 28 to 31.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  /// Whether the year has a 29 February, by the Gregorian rule.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Year, month and day of the proleptic Gregorian calendar.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// 0 Monday … 6 Sunday.
  public var weekday: Int { ((Int(number) % 7) + 7 + 3) % 7 }

  /// The day so many days later.
  public func adding(days: Int) -> CivilDay {
    // A day's number is far from the ends of Int, where a sum of two would overflow.
    CivilDay(number: Int32(clamping: Int(number) + min(max(days, -1 << 40), 1 << 40)))
  }

  /// Whether the left comes first.
  public static func < (a: CivilDay, b: CivilDay) -> Bool { a.number < b.number }

  /// `2025-05-16`
  public var iso: String {
    let (year, month, day) = civil
    let digits = String(abs(year))
    return (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      + "-" + (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
  }
}
