internal import BigInt

/// An exact rational number: a utility, a gain, a product of gains, a share.
public struct ExactValue: Sendable, Hashable {
  /// In lowest terms, the denominator positive.
  let numerator: BigInt
  let denominator: BigInt

  /// 0.
  public static let zero = ExactValue(0)
  /// 1.
  public static let one = ExactValue(1)

  /// A whole number.
  public init(_ integer: Int) {
    numerator = BigInt(integer)
    denominator = 1
  }

  /// The same number as a fraction.
  public init(_ decimal: ExactDecimal) {
    self.init(BigInt(decimal.mantissa), over: BigInt(10).power(decimal.scale))
  }

  /// Zero over zero is zero: callers that could meet it check first and give a typed error.
  init(_ numerator: BigInt, over denominator: BigInt) {
    if denominator.isZero {
      self.numerator = 0
      self.denominator = 1
      return
    }
    let divisor = greatestCommonDivisor(numerator, denominator)
    let sign: BigInt = denominator < 0 ? -1 : 1
    self.numerator = numerator / divisor * sign
    self.denominator = denominator / divisor * sign
  }

  /// The nearest double, for drawing and for ordering by eye; no choice rests on it.
  public var approximate: Double {
    let bits = max(numerator.magnitude.bitWidth, denominator.magnitude.bitWidth) - 900
    if bits <= 0 { return Double(numerator) / Double(denominator) }
    return Double(numerator >> bits) / Double(denominator >> bits)
  }

  /// The largest integer at most the value; `nil` where it does not fit.
  var floor: Int64? {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return Int64(exactly: remainder < 0 ? quotient - 1 : quotient)
  }

  /// `-1`, `0` or `1`.
  public var signum: Int { Int(numerator.signum()) }
}

extension ExactValue: Comparable {
  /// Whether the left number is smaller.
  public static func < (left: ExactValue, right: ExactValue) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    return left.numerator * right.denominator < right.numerator * left.denominator
  }
}

/// In machine integers where both fit, which is nearly always.
func greatestCommonDivisor(_ left: BigInt, _ right: BigInt) -> BigInt {
  guard var a = Int(exactly: left)?.magnitude, var b = Int(exactly: right)?.magnitude else {
    return left.greatestCommonDivisor(with: right)
  }
  while b != 0 { (a, b) = (b, a % b) }
  return BigInt(a)
}

extension ExactValue {
  /// The exact sum.
  public static func + (left: ExactValue, right: ExactValue) -> ExactValue {
    if left.denominator == right.denominator {
      return ExactValue(left.numerator + right.numerator, over: left.denominator)
    }
    return ExactValue(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  /// The exact difference.
  public static func - (left: ExactValue, right: ExactValue) -> ExactValue {
    left + (-right)
  }

  /// The exact product.
  public static func * (left: ExactValue, right: ExactValue) -> ExactValue {
    ExactValue(
      left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  /// The number with the other sign.
  public static prefix func - (value: ExactValue) -> ExactValue {
    ExactValue(-value.numerator, over: value.denominator)
  }

  /// `nil` when the divisor is zero.
  public func divided(by divisor: ExactValue) -> ExactValue? {
    if divisor.numerator.isZero { return nil }
    return ExactValue(
      numerator * divisor.denominator, over: denominator * divisor.numerator)
  }
}

extension ExactValue: CustomStringConvertible {
  /// `12.5` where the decimal ends within 18 places, else the fraction `13/17`.
  public var description: String {
    if denominator == 1 { return String(numerator) }
    var twos = 0
    var fives = 0
    var rest = denominator
    while rest.isMultiple(of: 2) {
      rest /= 2
      twos += 1
    }
    while rest.isMultiple(of: 5) {
      rest /= 5
      fives += 1
    }
    let places = max(twos, fives)
    guard rest == 1, places <= 18 else { return "\(numerator)/\(denominator)" }
    let digits = String((numerator * BigInt(10).power(places) / denominator).magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let split = padded.index(padded.endIndex, offsetBy: -places)
    return (numerator < 0 ? "-" : "") + padded[..<split] + "." + padded[split...]
  }
}

extension BigInt {
  fileprivate func isMultiple(of divisor: Int) -> Bool { (self % BigInt(divisor)).isZero }
}
