/// A number of packages, exact up to 2¹²⁸ − 1 and then held there.
///
/// Thirty issues of four options already have 10¹⁸ packages; a 64-bit count ends at 32 such issues.
public struct PackageCount: Sendable, Hashable {
  package let high: UInt64
  package let low: UInt64

  public static let zero = PackageCount(0)
  /// The largest count that can be told; a count that reaches it is “at least this many”.
  public static let most = PackageCount(high: .max, low: .max)

  public init(_ count: UInt64) {
    high = 0
    low = count
  }

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// False when the true number may be larger.
  public var isExact: Bool { self != .most }

  /// The count as a 64-bit integer, or `nil` when it is larger or not exact.
  public var exact: UInt64? { high == 0 ? low : nil }

  public var isZero: Bool { high == 0 && low == 0 }

  /// The nearest double.
  public var approximate: Double { Double(high) * 0x1p64 + Double(low) }
}

extension PackageCount: Comparable {
  public static func < (left: PackageCount, right: PackageCount) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

extension PackageCount {
  /// Saturates at `most`.
  public static func + (left: PackageCount, right: PackageCount) -> PackageCount {
    let (low, carry) = left.low.addingReportingOverflow(right.low)
    let (high, overflow) = left.high.addingReportingOverflow(right.high)
    let (sum, again) = high.addingReportingOverflow(carry ? 1 : 0)
    return overflow || again ? .most : PackageCount(high: sum, low: low)
  }

  public static func += (left: inout PackageCount, right: PackageCount) {
    left = left + right
  }

  /// Never below zero; `most` stays `most`.
  public static func - (left: PackageCount, right: PackageCount) -> PackageCount {
    if left == .most { return .most }
    if left <= right { return .zero }
    let (low, borrow) = left.low.subtractingReportingOverflow(right.low)
    return PackageCount(high: left.high &- right.high &- (borrow ? 1 : 0), low: low)
  }

  /// Saturates at `most`.
  public static func * (left: PackageCount, right: PackageCount) -> PackageCount {
    if left.isZero || right.isZero { return .zero }
    if left.high != 0 && right.high != 0 { return .most }
    let (wide, narrow) = left.high != 0 ? (left, right.low) : (right, left.low)
    let low = wide.low.multipliedFullWidth(by: narrow)
    let (high, overflow) = wide.high.multipliedReportingOverflow(by: narrow)
    let (sum, again) = high.addingReportingOverflow(low.high)
    return overflow || again ? .most : PackageCount(high: sum, low: low.low)
  }
}

extension PackageCount: CustomStringConvertible {
  /// The digits; `≥` before them when the count is not exact.
  public var description: String {
    if high == 0 { return String(low) }
    var high = high
    var low = low
    var groups: [UInt64] = []
    let group: UInt64 = 1_000_000_000_000_000_000
    while high != 0 || low != 0 {
      let (quotient, remainder) = high.quotientAndRemainder(dividingBy: group)
      let divided = group.dividingFullWidth((remainder, low))
      groups.append(divided.remainder)
      high = quotient
      low = divided.quotient
    }
    var text = isExact ? "" : "≥"
    for (index, digits) in groups.reversed().enumerated() {
      let part = String(digits)
      text += index == 0 ? part : String(repeating: "0", count: 18 - part.count) + part
    }
    return text
  }
}
