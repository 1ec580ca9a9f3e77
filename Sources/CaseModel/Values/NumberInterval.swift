/// The numbers a reported quantity leaves possible.
package struct NumberInterval: Hashable {
  /// Each end in thirds of a ten-thousandth of the unit's thousand-millionth, so that a tenth more
  /// or less is exact; an end that is left out lies a third further in.
  package let lower: Int128
  package let upper: Int128

  package init(lower: Int128, upper: Int128) {
    self.lower = lower
    self.upper = upper
  }

  package init(_ quantity: Quantity) {
    let value = Self.scaled(quantity.quantity)
    switch quantity.comparator {
    case .less: (lower, upper) = (.min, value * 3 - 1)
    case .atMost: (lower, upper) = (.min, value * 3)
    case .atLeast: (lower, upper) = (value * 3, .max)
    case .more: (lower, upper) = (value * 3 + 1, .max)
    case .about:
      let width = Self.margin(of: quantity, value)
      (lower, upper) = ((value - width) * 3, (value + width) * 3)
    case .equal: (lower, upper) = (value * 3, (quantity.to.map(Self.scaled) ?? value) * 3)
    }
  }

  /// `within` is a share; ten percent where nothing is said.
  private static func margin(of quantity: Quantity, _ value: Int128) -> Int128 {
    guard let within = quantity.within else { return Int128((value / 10).magnitude) }
    let share = scaled(within).magnitude / 10_000
    let product = value.magnitude.multipliedReportingOverflow(by: share)
    return Int128(
      product.overflow ? (value / 10).magnitude : product.partialValue / 1_000_000_000)
  }

  private static func scaled(_ amount: Amount) -> Int128 {
    var value = Int128(amount.digits)
    for _ in min(amount.places, 9)..<9 { value *= 10 }
    return value * 10_000
  }

  package func isDisjoint(from other: NumberInterval) -> Bool {
    upper < other.lower || other.upper < lower
  }
}
