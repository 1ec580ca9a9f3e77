/// How many of the draws, with an interval for the share among all draws.
public struct Share: Sendable, Hashable {
  /// In how many draws it held.
  public let count: Int
  /// How many draws were made.
  public let draws: Int

  /// The share, from 0 to 1; 0 where nothing was drawn.
  public var fraction: Double { draws == 0 ? 0 : Double(count) / Double(draws) }

  /// The 95 % interval of Wilson (1927, doi:10.1080/01621459.1927.10502953).
  public var interval: ClosedRange<Double> {
    if draws == 0 { return 0...1 }
    let z = 1.959_963_984_540_054
    let n = Double(draws)
    let centre = (fraction + z * z / (2 * n)) / (1 + z * z / n)
    let reach =
      z / (1 + z * z / n) * (fraction * (1 - fraction) / n + z * z / (4 * n * n)).squareRoot()
    let low = count == 0 ? 0 : max(0, centre - reach)
    let high = count == draws ? 1 : min(1, centre + reach)
    return low...high
  }
}
