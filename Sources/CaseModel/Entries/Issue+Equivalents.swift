extension Case.Issue {
  /// Every unit in which a quantity on the issue can be given: its own, and those that equivalents
  /// lead to from it, in order of name.
  public var units: [String] { rates.keys.sorted() }

  /// The quantity in the issue's own unit, by its equivalents, to nine places; a quantity without a
  /// unit is in it already. Nil where no equivalent leads there, or the number grows too long.
  ///
  /// An equivalent is a proportion: what is worth nothing in one unit is worth nothing in the other.
  /// - Complexity: O(equivalents²).
  public func converted(_ quantity: Quantity) -> Quantity? {
    guard let unit = quantity.unit, unit != self.unit else { return quantity }
    guard let own = self.unit, let rate = rates[unit] else { return nil }
    var converted = quantity
    converted.unit = own
    guard let value = rate.applied(to: quantity.quantity) else { return nil }
    converted.quantity = value
    if let to = quantity.to {
      guard let end = rate.applied(to: to) else { return nil }
      converted.to = end
    }
    guard rate.isNegative else { return converted }
    // What counts down where the other counts up turns bounds and ranges about.
    switch quantity.comparator {
    case .less: converted.comparator = .more
    case .atMost: converted.comparator = .atLeast
    case .more: converted.comparator = .less
    case .atLeast: converted.comparator = .atMost
    case .equal, .about: break
    }
    if let to = converted.to { (converted.quantity, converted.to) = (to, value) }
    return converted
  }

  /// What one of a unit is in the issue's own, for each unit that equivalents lead to.
  private var rates: [String: UnitRate] {
    guard let unit else { return [:] }
    var rates = [unit: UnitRate(1, 1)]
    var grew = true
    while grew {
      grew = false
      for equivalent in equivalents {
        let (a, b) = (equivalent.is, equivalent.of)
        guard let first = a.unit ?? self.unit, let second = b.unit ?? self.unit else { continue }
        for (from, to, amount, other) in [
          (first, second, a.quantity, b.quantity), (second, first, b.quantity, a.quantity),
        ] where rates[from] == nil {
          guard let known = rates[to], let rate = known.through(other, per: amount) else {
            continue
          }
          rates[from] = rate
          grew = true
        }
      }
    }
    return rates
  }
}

/// What one of a unit is in another, as an exact fraction.
private struct UnitRate {
  let numerator: Int128
  let denominator: Int128

  init(_ numerator: Int128, _ denominator: Int128) {
    let divisor = Self.divisor(numerator.magnitude, denominator.magnitude)
    self.numerator = numerator / Int128(divisor)
    self.denominator = denominator / Int128(divisor)
  }

  private static func divisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }

  var isNegative: Bool { (numerator < 0) != (denominator < 0) }

  /// The rate of a unit of which `amount` are worth `other` of the unit that this is the rate of.
  func through(_ other: Amount, per amount: Amount) -> UnitRate? {
    guard amount.digits != 0, other.digits != 0 else { return nil }
    let places = max(amount.places, other.places)
    let top = numerator.multipliedReportingOverflow(by: other.scaled(to: places))
    let bottom = denominator.multipliedReportingOverflow(by: amount.scaled(to: places))
    guard !top.overflow, !bottom.overflow else { return nil }
    return UnitRate(top.partialValue, bottom.partialValue)
  }

  func applied(to amount: Amount) -> Amount? {
    var scale: Int128 = 1
    for _ in 0..<amount.places { scale *= 10 }
    let top = numerator.multipliedReportingOverflow(by: Int128(amount.digits))
    let bottom = denominator.multipliedReportingOverflow(by: scale)
    guard !top.overflow, !bottom.overflow else { return nil }
    let reduced = UnitRate(top.partialValue, bottom.partialValue)
    return Amount(reduced.numerator, over: reduced.denominator)
  }
}
