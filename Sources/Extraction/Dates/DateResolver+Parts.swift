internal import CaseModel

extension DateResolver {
  /// `early`, `the end of`, `the second half of`: as a deadline the part's last day, else the whole, with
  /// the part as the other reading; halves are exact.
  func take(
    _ part: DatePart, _ expression: DateExpression, _ isDeadline: Bool, _ answer: inout Answer
  ) {
    guard let date = try? EDTFDate(answer.value), !date.hasOpenEnd, !date.hasOpenStart,
      let span = Self.span(of: part, in: date)
    else { return }
    switch part {
    case .firstHalf, .secondHalf:
      answer.value = isDeadline ? span.1.iso : Self.interval(span)
      answer.rule += "; its \(part == .firstHalf ? "first" : "second") half"
    case .end where isDeadline:
      answer.value = date.latest.iso
      answer.rule += "; its last day"
    case .early, .mid, .late, .end:
      let name =
        switch part {
        case .early: "early"
        case .mid: "in the middle"
        default: "late"
        }
      answer.rule += "; \(name) in it"
      if isDeadline {
        // Of the middle the very middle is meant.
        let day = part == .mid ? Self.middle(of: date) : span.1
        answer.other = nil
        answer.value = day.iso + "~"
      } else {
        answer.other = Self.interval(span)
      }
    }
  }

  private static func interval(_ span: (CivilDay, CivilDay)) -> String {
    let (first, last) = (span.0.civil, span.1.civil)
    if first.day == 1, last.day == CivilDay.days(inMonth: last.month, of: last.year) {
      let (a, b) = (span.0.isoMonth, span.1.isoMonth)
      return a == b ? a : "\(a)/\(b)"
    }
    return "\(span.0.iso)/\(span.1.iso)"
  }

  private static func middle(of date: EDTFDate) -> CivilDay {
    let civil = date.earliest.civil
    // The fifteenth of a month, as people count it.
    if date.latest.number - date.earliest.number < 31 {
      return CivilDay(year: civil.year, month: civil.month, day: 15) ?? date.earliest
    }
    return CivilDay(number: date.earliest.number + (date.latest.number - date.earliest.number) / 2)
  }

  /// Thirds by days of a month, by months of a season or year.
  private static func span(of part: DatePart, in date: EDTFDate) -> (CivilDay, CivilDay)? {
    let length = date.latest.number - date.earliest.number + 1
    guard length >= 7 else { return (date.earliest, date.latest) }
    let first = date.earliest
    func days(_ from: Int, _ to: Int?) -> (CivilDay, CivilDay) {
      (first.adding(days: from), to.map { first.adding(days: $0) } ?? date.latest)
    }
    func months(_ from: Int, _ count: Int) -> (CivilDay, CivilDay) {
      let start = first.monthMoved(by: from)
      return (start, start.monthMoved(by: count).adding(days: -1))
    }
    let isMonth = length <= 31
    let total = length > 300 ? 12 : length > 150 ? 6 : 3
    switch part {
    case .early: return isMonth ? days(0, length < 28 ? 2 : 9) : months(0, max(1, total / 3))
    case .mid:
      return isMonth
        ? days(length < 28 ? 2 : 10, length < 28 ? 4 : 19)
        : months(total / 3, max(1, total / 3))
    case .late, .end:
      return isMonth
        ? days(length < 28 ? 4 : 20, nil) : months(total - max(1, total / 3), max(1, total / 3))
    case .firstHalf: return isMonth ? days(0, length < 28 ? 3 : 14) : months(0, max(1, total / 2))
    case .secondHalf:
      return isMonth ? days(length < 28 ? 4 : 15, nil) : months(total / 2, total - total / 2)
    }
  }

  // MARK: Counting

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDay? {
    CivilDay(year: year, month: month, day: day)
  }

  static func monthSpan(_ year: Int, _ month: Int) -> (CivilDay, CivilDay)? {
    guard let first = day(year, month, 1),
      let last = day(year, month, CivilDay.days(inMonth: month, of: year))
    else { return nil }
    return (first, last)
  }

  static func days(from: CivilDay, to: CivilDay) -> Int { Int(to.number) - Int(from.number) }

  /// The day so many units on; hours and minutes within a day are that day, of more the day they end.
  static func day(_ anchor: CivilDay, _ count: Int, _ unit: TimeSpan) -> CivilDay? {
    guard abs(count) < 100_000 else { return nil }
    switch unit {
    case .minute: return anchor.adding(days: count / 1440)
    case .hour: return anchor.adding(days: count / 24)
    case .day, .weekend: return anchor.adding(days: count)
    case .week: return anchor.adding(count, .week)
    case .fortnight: return anchor.adding(count * 2, .week)
    case .month: return anchor.adding(count, .month)
    case .quarter: return anchor.adding(count * 3, .month)
    case .year: return anchor.adding(count, .year)
    case .decade: return anchor.adding(count * 10, .year)
    }
  }

  /// The same as precisely as the unit counts: months and years give a month, decades a year.
  static func moved(_ anchor: CivilDay, _ count: Int, _ unit: TimeSpan) -> String? {
    guard let day = day(anchor, count, unit) else { return nil }
    switch unit {
    case .month, .quarter, .year: return day.isoMonth
    case .decade: return day.isoYear
    default: return day.iso
    }
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  static func padded(_ year: Int) -> String {
    let text = String(abs(year))
    return (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - text.utf8.count)) + text
  }
}

extension CivilDay {
  /// The first day of the month so many months on.
  func monthMoved(by months: Int) -> CivilDay {
    let date = civil
    let first = CivilDay(year: date.year, month: date.month, day: 1) ?? self
    return first.adding(months, .month)
  }
}
