public import CaseModel
public import Networks

/// A window of the calendar that moves: a week, a month, or the three or twelve months that end with
/// one. Weeks move on by a week, the others by a month.
public struct NetworkPeriod: Sendable, Hashable, Comparable {
  /// How long it is.
  public let unit: CalendarUnit
  /// Of weeks the number since the one that holds 1 January 1970, of others that of the last month,
  /// counted from January of the year 0.
  public let number: Int

  /// The window of that number.
  public init(_ unit: CalendarUnit, _ number: Int) { (self.unit, self.number) = (unit, number) }

  /// The first window in whose last step the day lies.
  public init(_ unit: CalendarUnit, endingWith day: CivilDay) {
    self.unit = unit
    let civil = day.civil
    // 1 January 1970 was a Thursday; the week begins with its Monday.
    let shifted = Int(day.number) + 3
    let week = shifted >= 0 ? shifted / 7 : (shifted - 6) / 7
    number = unit == .week ? week : civil.year * 12 + civil.month - 1
  }

  /// All windows that end in a span, the last ones shown where there are more than can be.
  public static func all(
    _ unit: CalendarUnit, from first: CivilDay, to last: CivilDay
  ) -> [NetworkPeriod] {
    let start = NetworkPeriod(unit, endingWith: first).number
    let end = NetworkPeriod(unit, endingWith: last).number
    guard start <= end else { return [] }
    return (max(start, end - most + 1)...end).map { NetworkPeriod(unit, $0) }
  }

  /// The most windows of one series.
  public static let most = 400

  private var months: Int {
    switch unit {
    case .week, .month: 1
    case .quarter: 3
    case .year: 12
    }
  }

  /// Its first day.
  public var start: CivilDay {
    unit == .week ? CivilDay(number: Int32(number * 7 - 3)) : Self.firstDay(number - months + 1)
  }

  /// The first day after it.
  public var end: CivilDay {
    unit == .week ? CivilDay(number: Int32(number * 7 + 4)) : Self.firstDay(number + 1)
  }

  /// Its last day.
  public var last: CivilDay { end.adding(days: -1) }

  /// How many days it has.
  public var days: Int { Int(end.number - start.number) }

  /// The day in its middle.
  public var middle: CivilDay { start.adding(days: days / 2) }

  private static func firstDay(_ month: Int) -> CivilDay {
    let year = month >= 0 ? month / 12 : (month - 11) / 12
    return CivilDay(year: year, month: month - year * 12 + 1, day: 1) ?? CivilDay(number: 0)
  }

  /// `May 2025`, `March to May 2025`, `week of 5 May 2025`.
  public var words: String {
    if unit == .week { return "week of \(EDTFDate(start).words)" }
    func month(_ day: CivilDay) -> String {
      let civil = day.civil
      let year = civil.year < 10 ? "000\(civil.year)" : "\(civil.year)"
      let text = "\(year)-\(civil.month < 10 ? "0" : "")\(civil.month)"
      return (try? EDTFDate(text))?.words ?? text
    }
    return months == 1 ? month(start) : "\(month(start)) to \(month(last))"
  }

  /// By when they end.
  public static func < (a: NetworkPeriod, b: NetworkPeriod) -> Bool { a.number < b.number }
}
