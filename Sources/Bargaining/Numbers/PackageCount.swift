/// A number of packages, exact up to 2¹²⁸ − 1 and then held there.
///
/// Thirty issues of four options already have 10¹⁸ packages; a 64-bit count ends at 32 such issues.
public struct PackageCount: Sendable, Hashable {
  private let count: UInt128

  /// No package.
  public static let zero = PackageCount(wide: 0)
  /// The largest count there is; a count that reaches it is “at least this many”.
  public static let most = PackageCount(wide: .max)

  /// A count that fits a word.
  public init(_ count: UInt64) { self.init(wide: UInt128(count)) }

  private init(wide count: UInt128) { self.count = count }

  /// False when the true number may be larger.
  public var isExact: Bool { self != .most }

  /// The count as a 64-bit integer, or `nil` when it is larger or not exact.
  public var exact: UInt64? { UInt64(exactly: count) }

  /// Whether there is no package.
  public var isZero: Bool { count == 0 }

  /// The nearest double.
  public var approximate: Double { Double(count) }
}

extension PackageCount: Comparable {
  /// Whether the left count is smaller.
  public static func < (left: PackageCount, right: PackageCount) -> Bool {
    left.count < right.count
  }
}

extension PackageCount {
  /// Saturates at `most`.
  public static func + (left: PackageCount, right: PackageCount) -> PackageCount {
    let (sum, overflow) = left.count.addingReportingOverflow(right.count)
    return overflow ? .most : PackageCount(wide: sum)
  }

  /// Adds, and stays at the largest count where the sum is beyond it.
  public static func += (left: inout PackageCount, right: PackageCount) {
    left = left + right
  }

  /// Never below zero; `most` stays `most`.
  public static func - (left: PackageCount, right: PackageCount) -> PackageCount {
    if left == .most { return .most }
    return left <= right ? .zero : PackageCount(wide: left.count &- right.count)
  }

  /// Saturates at `most`.
  public static func * (left: PackageCount, right: PackageCount) -> PackageCount {
    let (product, overflow) = left.count.multipliedReportingOverflow(by: right.count)
    return overflow ? .most : PackageCount(wide: product)
  }
}

extension PackageCount: CustomStringConvertible {
  /// The digits; `≥` before them when the count is not exact.
  public var description: String { (isExact ? "" : "≥") + "\(count)" }
}
