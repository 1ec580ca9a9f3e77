/// A unit of the calendar.
public enum CalendarUnit: String, Sendable, Hashable, CaseIterable, Codable {
  /// From Monday, by ISO 8601.
  case week
  case month
  /// From January, April, July and October.
  case quarter
  case year
}

extension Window {
  /// The most windows of one plan.
  public static let limit = 100_000

  /// The weeks, months, quarters or years that together cover all dated statements: each ends where
  /// the next begins, empty ones included.
  /// - Throws: `NetworkError.noDatedStatement` or `.tooManyWindows`.
  public static func slices(of unit: CalendarUnit, covering table: StatementTable) throws
    -> [Window]
  {
    guard let days = table.days else { throw NetworkError.noDatedStatement }
    var windows: [Window] = []
    var start = firstDay(of: unit, holding: days.lowerBound)
    while start <= days.upperBound {
      guard windows.count < limit else { throw NetworkError.tooManyWindows(limit: limit) }
      let end = firstDay(after: start, unit)
      windows.append(Window(unchecked: start, end))
      start = end
    }
    return windows
  }

  /// Windows of `width` days that move on by `step` days, from the first dated statement for as long
  /// as a window lies within the days of the statements; one window where all are shorter.
  ///
  /// With ``Departure/windowOneDayLonger`` a window reaches ⌊w / 2⌋ days to either side of its
  /// middle, both ends included: one day more for an even width.
  /// - Throws: `NetworkError.outOfRange`, `.noDatedStatement` or `.tooManyWindows`.
  public static func moving(
    width: Int, step: Int = 1, over table: StatementTable, departures: Set<Departure> = []
  ) throws -> [Window] {
    guard (1...1_000_000).contains(width) else {
      throw NetworkError.outOfRange(what: "the width of a window", allowed: "1 to 1,000,000 days")
    }
    guard (1...1_000_000).contains(step) else {
      throw NetworkError.outOfRange(what: "the step", allowed: "1 to 1,000,000 days")
    }
    guard let days = table.days else { throw NetworkError.noDatedStatement }
    let isLonger = departures.contains(.windowOneDayLonger) && width % 2 == 0
    let length = isLonger ? width + 1 : width
    let last = max(days.lowerBound, days.upperBound + 1 - length)
    guard (last - days.lowerBound) / step < limit else {
      throw NetworkError.tooManyWindows(limit: limit)
    }
    return stride(from: days.lowerBound, through: last, by: step).map {
      Window(unchecked: $0, $0 + length)
    }
  }

  private static func firstDay(of unit: CalendarUnit, holding number: Int) -> Int {
    let date = CalendarDay(number: number)
    switch unit {
    case .week: return CalendarDay.monday(of: number)
    case .month: return CalendarDay(year: date.year, month: date.month, day: 1).number
    case .quarter:
      return CalendarDay(year: date.year, month: (date.month - 1) / 3 * 3 + 1, day: 1).number
    case .year: return CalendarDay(year: date.year, month: 1, day: 1).number
    }
  }

  private static func firstDay(after start: Int, _ unit: CalendarUnit) -> Int {
    let longest =
      switch unit {
      case .week: 7
      case .month: 31
      case .quarter: 92
      case .year: 366
      }
    return firstDay(of: unit, holding: start + longest)
  }
}
