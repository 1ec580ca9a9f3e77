internal import CaseModel

extension DateResolver {
  /// `early`, `the end of`, `the second half of`: as a deadline the part's last day, else the whole, with
  /// the part as the other reading; halves are exact.
  func take(
    _ part: DatePart, _ expression: DateExpression, _ isDeadline: Bool, _ answer: inout Answer
  ) {
    guard let date = try? EDTFDate(answer.value), !date.hasOpenEnd, !date.hasOpenStart,
      let span = part.days(of: date)
    else { return }
    switch part {
    case .firstHalf, .secondHalf:
      answer.value = isDeadline ? span.1.iso : DatePart.interval(span, isApproximate: false)
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
        answer.other = DatePart.interval(span, isApproximate: false)
      }
    }
  }

  private static func middle(of date: EDTFDate) -> CivilDay {
    let civil = date.earliest.civil
    // The fifteenth of a month, as people count it.
    if date.latest.number - date.earliest.number < 31 {
      return CivilDay(year: civil.year, month: civil.month, day: 15) ?? date.earliest
    }
    return CivilDay(number: date.earliest.number + (date.latest.number - date.earliest.number) / 2)
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
