/// A number that may be uncertain: the value to compute with, and the range it may lie in.
public struct Quantity: Sendable, Hashable {
  /// The number every exact answer uses.
  public var nominal: ExactDecimal
  /// The least it may be.
  public var low: ExactDecimal
  /// The most it may be.
  public var high: ExactDecimal

  /// A number that is certain.
  public init(_ number: ExactDecimal) {
    nominal = number
    low = number
    high = number
  }

  /// Integrity (`low ≤ nominal ≤ high`) is checked when the scenario is compiled.
  public init(_ nominal: ExactDecimal, from low: ExactDecimal, to high: ExactDecimal) {
    self.nominal = nominal
    self.low = low
    self.high = high
  }

  /// Whether it has no range.
  public var isCertain: Bool { low == high }
}

extension Quantity: ExpressibleByIntegerLiteral {
  /// A number that is certain.
  public init(integerLiteral value: Int) { self.init(ExactDecimal(value)) }
}
