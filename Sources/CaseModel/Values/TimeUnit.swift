/// A unit in which texts count time.
public enum TimeUnit: String, Vocabulary {
  case day, week, month, year
  /// What one is called in messages.
  public static let noun = "unit of time"
}

extension CivilDay {
  /// The day `count` units on. A month or year that has no such day ends on its last: a month after
  /// 31 January is the end of February.
  public func adding(_ count: Int, _ unit: TimeUnit) -> CivilDay {
    switch unit {
    case .day: return adding(days: count)
    case .week: return adding(days: count * 7)
    case .month, .year:
      let date = civil
      let (months, overflow) = count.multipliedReportingOverflow(by: unit == .year ? 12 : 1)
      guard !overflow, months.magnitude < 1_000_000 else { return self }
      let total = date.year * 12 + (date.month - 1) + months
      let month = ((total % 12) + 12) % 12 + 1
      let year = (total - (month - 1)) / 12
      let day = min(date.day, CivilDay.days(inMonth: month, of: year))
      return CivilDay(year: year, month: month, day: day) ?? self
    }
  }
}
