/// Adjusted Winner (Brams & Taylor 1996, ch. 4): two parties put points on divisible items; the
/// division is envy-free, equitable and efficient, and splits at most one item.
public struct AdjustedWinner: Sendable, Hashable {
  /// Per item, the first party's share, 0…1; the second has the rest.
  public let firstShares: [ExactValue]
  /// What each gets, as a share of its own points. Equal where the division is equitable, which it
  /// always is.
  public let satisfaction: [ExactValue]
  /// The item that was split, if any.
  public let splitItem: Int?

  /// - Parameter points: for each of two parties, points per item on any scale, none negative.
  /// - Throws: `DivisionError`.
  /// - Complexity: O(n log n) for n items.
  public init(points: [[ExactDecimal]]) throws(DivisionError) {
    if points.count != 2 { throw .wrongPartyCount(found: points.count, allowed: "two") }
    try DivisionError.check(points)
    let values = points.map { own in
      let total = own.reduce(ExactValue.zero) { $0 + ExactValue($1) }
      return own.map { ExactValue($0).divided(by: total) ?? .zero }
    }
    var shares = values[0].indices.map { values[0][$0] > values[1][$0] ? ExactValue.one : .zero }
    func satisfaction() -> [ExactValue] {
      var sums = [ExactValue.zero, .zero]
      for item in shares.indices {
        sums[0] = sums[0] + values[0][item] * shares[item]
        sums[1] = sums[1] + values[1][item] * (.one - shares[item])
      }
      return sums
    }
    var sums = satisfaction()
    let ahead = sums[0] >= sums[1] ? 0 : 1
    let behind = 1 - ahead
    let whole: ExactValue = ahead == 0 ? .one : .zero
    // What the one ahead values least against the other goes first; what the other does not value
    // at all goes last.
    let order = shares.indices.filter { shares[$0] == whole }.sorted { left, right in
      let leftSide = values[ahead][left] * values[behind][right]
      let rightSide = values[ahead][right] * values[behind][left]
      return leftSide != rightSide ? leftSide < rightSide : left < right
    }
    var splitItem: Int?
    for item in order {
      let lead = sums[ahead] - sums[behind]
      if lead <= .zero { break }
      let both = values[0][item] + values[1][item]
      guard let part = lead.divided(by: both) else { continue }
      let moved = min(.one, part)
      shares[item] = ahead == 0 ? .one - moved : moved
      if moved < .one { splitItem = item }
      sums = satisfaction()
    }
    firstShares = shares
    self.satisfaction = sums
    self.splitItem = splitItem
  }
}
