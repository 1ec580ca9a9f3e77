internal import CaseModel

/// The units of an issue, which equivalents make comparable.
struct UnitTable {
  let unit: String?
  private let rates: [String: (times: Int128, by: Int128)]

  /// Where the issue names no unit, it is the only one that its answers use.
  init(_ issue: Case.Issue, _ answers: [AnswerKey]) {
    let used = Set(
      answers.compactMap { key -> String? in
        guard case .quantity(let quantity)? = key.value else { return nil }
        return quantity.unit
      })
    let unit = issue.unit ?? (used.count == 1 ? used.first : nil)
    self.unit = unit
    var rates: [String: (times: Int128, by: Int128)] = [:]
    for pair in issue.equivalents {
      let (a, b) = (pair.is, pair.of)
      guard let one = a.unit, let other = b.unit, let unit else { continue }
      let places = max(a.quantity.places, b.quantity.places)
      let (x, y) = (a.quantity.scaled(to: places), b.quantity.scaled(to: places))
      guard x > 0, y > 0 else { continue }
      if other == unit { rates[one] = (y, x) }
      if one == unit { rates[other] = (x, y) }
    }
    self.rates = rates
  }

  /// A number in the issue's unit, to two places where it was counted in another; nil where nothing
  /// says what that is worth.
  func converted(_ amount: Amount, from given: String?) -> Amount? {
    guard let given, given != unit else { return amount }
    guard let rate = rates[given] else { return nil }
    let (times, by) = (rate.times, rate.by)
    let scaled = amount.scaled(to: amount.places).multipliedReportingOverflow(by: times)
    var under = by.multipliedReportingOverflow(by: 1)
    for _ in 0..<amount.places where !under.overflow {
      under = under.partialValue.multipliedReportingOverflow(by: 10)
    }
    guard !scaled.overflow, !under.overflow else { return nil }
    return Amount(scaled.partialValue, over: under.partialValue)?.rounded(to: 2)
  }

  /// A number in the issue's unit, or a date as days; nil for a set.
  func interval(_ value: AnswerValue) -> NumberInterval? {
    switch value {
    case .quantity(let quantity): interval(quantity)
    case .date(let date): NumberInterval(days: date.value)
    case .set: nil
    }
  }

  /// In the issue's unit; nil where nothing says what another unit is worth.
  private func interval(_ quantity: Quantity) -> NumberInterval? {
    let interval = NumberInterval(quantity)
    guard let given = quantity.unit, given != unit else { return interval }
    guard let rate = rates[given] else { return nil }
    func scaled(_ end: Int128) -> Int128? {
      if end == .min || end == .max { return end }
      let product = end.multipliedReportingOverflow(by: rate.times)
      return product.overflow ? nil : product.partialValue / rate.by
    }
    guard let lower = scaled(interval.lower), let upper = scaled(interval.upper) else { return nil }
    return NumberInterval(lower: lower, upper: upper)
  }
}

extension Case.Issue {
  /// Its answers are numbers or dates, of which one is more than another.
  var isMeasured: Bool { value == .quantity || value == .date }
}
