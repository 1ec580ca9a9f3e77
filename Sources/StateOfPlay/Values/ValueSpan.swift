internal import CaseModel

/// The numbers or days a party would take, as far as what it asked, offered or accepted says.
struct ValueSpan: Hashable {
  var lower: Int128
  var upper: Int128

  static let everything = ValueSpan(lower: .min, upper: .max)

  init(lower: Int128, upper: Int128) {
    self.lower = lower
    self.upper = upper
  }

  /// Who wants more and asks 20 would take 20 and above; who wants less, 20 and below. Comparators
  /// are taken as written, and without a want so is the number.
  init(_ interval: NumberInterval, _ want: Case.Issue.Want?) {
    (lower, upper) = (interval.lower, interval.upper)
    switch want {
    case .more? where lower != .min: upper = .max
    case .less? where upper != .max: lower = .min
    default: break
    }
  }

  var isEmpty: Bool { lower > upper }

  func meeting(_ other: ValueSpan) -> ValueSpan {
    ValueSpan(lower: max(lower, other.lower), upper: min(upper, other.upper))
  }

  /// From the lower end of either to the upper end of either.
  func joining(_ other: ValueSpan) -> ValueSpan {
    ValueSpan(lower: min(lower, other.lower), upper: max(upper, other.upper))
  }

  /// Holds all of the other and more.
  func isWider(than other: ValueSpan) -> Bool {
    self != other && lower <= other.lower && upper >= other.upper
  }

  func holds(_ interval: NumberInterval) -> Bool {
    lower <= interval.lower && interval.upper <= upper
  }

  /// A rejected number excludes itself and what is worse.
  func without(_ rejected: NumberInterval, _ want: Case.Issue.Want?) -> ValueSpan {
    switch want {
    case .more?:
      rejected.upper == .max
        ? self : ValueSpan(lower: max(lower, rejected.upper + 1), upper: upper)
    case .less?:
      rejected.lower == .min
        ? self : ValueSpan(lower: lower, upper: min(upper, rejected.lower - 1))
    case nil: self
    }
  }

  /// `20 to 25 percent`, `25 percent or less`; nil where it bounds nothing.
  func words(_ unit: String?) -> String? {
    func words(_ end: Int128) -> String {
      Quantity(NumberInterval.amount(end) ?? Amount(0), unit: unit).words
    }
    switch (lower == .min, upper == .max) {
    case (true, true): return nil
    case (true, false):
      let isOfThings = Quantity(Amount(2), unit: unit).isOfThings
      return "\(words(upper)) or \(isOfThings ? "fewer" : "less")"
    case (false, true): return "\(words(lower)) or more"
    case (false, false):
      if lower == upper { return words(lower) }
      return "\((NumberInterval.amount(lower) ?? Amount(0)).words) to \(words(upper))"
    }
  }
}

extension ValueSpan {
  /// `1 to 20 August 2026`, `15 August 2026 or earlier`; nil where it bounds nothing.
  var wordsOfDays: String? {
    func words(_ end: Int128, isFirst: Bool) -> String {
      let day = CivilDay(number: Int32(clamping: end / NumberInterval.oneDay))
      // The first day of a year as a lower end, and the last as an upper one, are the year.
      let isYear =
        isFirst
        ? (day.civil.month, day.civil.day) == (1, 1)
        : (day.civil.month, day.civil.day) == (12, 31)
      return isYear ? "\(day.civil.year)" : EDTFDate(day).words
    }
    switch (lower == .min, upper == .max) {
    case (true, true): return nil
    case (true, false): return "\(words(upper, isFirst: false)) or earlier"
    case (false, true): return "\(words(lower, isFirst: true)) or later"
    case (false, false):
      let (first, last) = (words(lower, isFirst: true), words(upper, isFirst: false))
      let days = [lower, upper].map {
        EDTFDate(CivilDay(number: Int32(clamping: $0 / NumberInterval.oneDay))).words
      }
      // Both ends are whole years, or both are days.
      let areYears = first != days[0] && last != days[1]
      let ends = areYears ? [first, last] : days
      return ends[0] == ends[1] ? ends[0] : "\(ends[0]) to \(ends[1])"
    }
  }
}

extension NumberInterval {
  /// The days a date may mean, each a unit.
  init(days date: EDTFDate) {
    self.init(
      lower: date.hasOpenStart ? .min : Int128(date.earliest.number) * Self.oneDay,
      upper: date.hasOpenEnd ? .max : Int128(date.latest.number) * Self.oneDay)
  }

  /// As a number of one is counted.
  static let oneDay = NumberInterval(Quantity(Amount(1), unit: nil)).lower

  /// The number that an end stands for.
  static func amount(_ end: Int128) -> Amount? {
    // Thirds of a ten-thousandth of a thousand-millionth; a left-out end lies a third further in.
    let tenThousandths = (end + (end < 0 ? -1 : 1)) / 3
    var value = (tenThousandths + (tenThousandths < 0 ? -5_000 : 5_000)) / 10_000
    var places = 9
    while places > 0, value % 10 == 0 {
      value /= 10
      places -= 1
    }
    var digits = String(value.magnitude)
    if places > 0 {
      digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
      digits = digits.dropLast(places) + "." + digits.suffix(places)
    }
    // Longer fractions come of comparing units, and are no more exact than what compares them.
    return Amount((value < 0 ? "-" : "") + digits).map { $0.places > 4 ? $0.rounded(to: 2) : $0 }
  }
}
