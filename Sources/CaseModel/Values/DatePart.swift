/// A part of a month, season, year or other stretch.
package enum DatePart: Hashable, Sendable {
  case early, mid, late, end, firstHalf, secondHalf

  /// Thirds by days of a month, by months of a season or year.
  package func days(of date: EDTFDate) -> (CivilDay, CivilDay)? {
    guard !date.hasOpenStart, !date.hasOpenEnd else { return nil }
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
    switch self {
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

  /// The days as an interval, of whole months where it can be; its ends are approximate where the words are.
  package static func interval(_ span: (CivilDay, CivilDay), isApproximate: Bool) -> String {
    let (first, last) = (span.0.civil, span.1.civil)
    let mark = isApproximate ? "~" : ""
    if first.day == 1, last.day == CivilDay.days(inMonth: last.month, of: last.year) {
      let (a, b) = (span.0.isoMonth, span.1.isoMonth)
      return a == b ? a + mark : "\(a)\(mark)/\(b)\(mark)"
    }
    return "\(span.0.iso)\(mark)/\(span.1.iso)\(mark)"
  }

  /// `2026-05-01~/2026-05-10~` for early in May 2026; halves have exact ends.
  package func notation(of date: EDTFDate) -> String? {
    days(of: date).map {
      Self.interval($0, isApproximate: self != .firstHalf && self != .secondHalf)
    }
  }
}

extension CivilDay {
  /// The first day of the month so many months on.
  package func monthMoved(by months: Int) -> CivilDay {
    let date = civil
    let first = CivilDay(year: date.year, month: date.month, day: 1) ?? self
    return first.adding(months, .month)
  }

  /// `2025-05`
  package var isoMonth: String { String(iso.dropLast(3)) }

  /// `2025`
  package var isoYear: String { String(iso.dropLast(6)) }
}
