internal import Foundation

/// How much a statement counts by its distance from a point in time. For a statement t days from the
/// point and a width of w days, u = 2t / w.
public enum Kernel: String, Sendable, Hashable, CaseIterable, Codable {
  /// ½ where |u| ≤ 1.
  case uniform
  /// ¾ (1 − u²) where |u| ≤ 1.
  case epanechnikov
  /// 1 − |u| where |u| ≤ 1.
  case triangular
  /// The density of the standard normal distribution at u; never 0.
  case gaussian

  /// The weight of a statement `days` after the point, negative for before.
  public func weight(days: Int, width: Int, departures: Set<Departure> = []) -> Double {
    let u = 2 * Double(days) / Double(width)
    if self == .gaussian { return exp(-u * u / 2) / (2 * Double.pi).squareRoot() }
    guard u.magnitude <= 1 else { return 0 }
    switch self {
    case .uniform: return 0.5
    case .epanechnikov: return 0.75 * (1 - u * u)
    // Its u is the point's distance from the statement, the other way round.
    case .triangular:
      return departures.contains(.oneSidedTriangle) ? (1 + u).magnitude : 1 - u.magnitude
    case .gaussian: return 0
    }
  }
}
