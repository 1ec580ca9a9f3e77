internal import CaseModel
internal import Foundation

/// A sum of weights times values, in decimals of 38 digits, brought to those of a scenario at the end.
struct ForeignSum {
  private var total = Decimal(0)

  mutating func add(_ weight: Amount, _ value: Amount) {
    total += weight.decimal * value.decimal
  }

  /// The value of a number on a party's line.
  mutating func add(_ weight: Amount, _ line: Case.Scenario.Line, at number: Amount) {
    var value =
      line.slope.decimal * (number.decimal - line.origin.decimal) + line.offset.decimal
    if line.clamped { value = min(max(value, 0), 1) }
    total += weight.decimal * value
  }

  /// The value of a number on the straight line through two points, level outside them.
  mutating func add(
    _ weight: Amount, between low: (at: Amount, worth: Amount),
    and high: (at: Amount, worth: Amount),
    at number: Amount
  ) {
    let place = min(max(number, low.at), high.at).decimal - low.at.decimal
    let run = high.at.decimal - low.at.decimal
    guard run != 0 else { return add(weight, low.worth) }
    let rise = high.worth.decimal - low.worth.decimal
    total += weight.decimal * (low.worth.decimal + rise * place / run)
  }

  /// To the nearest that 17 digits hold; nil where the sum is larger than any number of a scenario.
  var amount: Amount? {
    switch ForeignNumber.decimal(NSDecimalNumber(decimal: total).stringValue) {
    case .exactly(let amount), .rounded(let amount): amount
    default: nil
    }
  }
}

extension Amount {
  var decimal: Decimal { Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")) ?? 0 }
}
