internal import BigInt
internal import Foundations

/// The places at which the product of gains is the largest, over the most parties that can gain
/// where no one loses: all ties, and what the product is.
struct LargestProduct {
  let positions: [Int]
  /// Of gains times factors.
  let product: BigInt?
  /// How many gain.
  let gainers: Int

  /// - Parameters:
  ///   - factors: what brings each party's gains to one scale. Within one set of gainers they are
  ///     common; two sets of the same size can only be compared in the parties' own units.
  ///   - gain: of a position and a party.
  /// - Complexity: one pass; products are compared as doubles first, and exactly only where they
  ///   are within rounding of the largest.
  static func of<S: Score>(
    _ positions: some Sequence<Int>, width: Int, factors: [BigInt], _ checkpoint: Checkpoint,
    gain: (Int, Int) -> S
  ) throws -> LargestProduct {
    var steps = CheckedSteps(checkpoint)
    let rounded = factors.map { Double($0) }
    var most = 0
    var eligible: [Int] = []
    var measures: [Double] = []
    for position in positions {
      try steps.next()
      var gainers = 0
      var measure = 1.0
      var isRefused = false
      for party in 0..<width {
        let own = gain(position, party)
        if own < 0 {
          isRefused = true
          break
        }
        if own > 0 {
          gainers += 1
          measure *= Double(own) * rounded[party]
        }
      }
      if isRefused || gainers < most { continue }
      if gainers > most {
        most = gainers
        eligible = []
        measures = []
      }
      eligible.append(position)
      measures.append(measure)
    }
    var close = eligible
    // The rounded measure only discards what is certainly smaller.
    if let top = measures.max(), measures.allSatisfy(\.isFinite), top > 1e-280 {
      close = zip(eligible, measures).filter { $0.1 >= top * (1 - 1e-12) }.map(\.0)
    }
    var best: BigInt?
    var winners: [Int] = []
    for position in close {
      try checkpoint.ask()
      var product = BigInt(1)
      for party in 0..<width {
        let own = gain(position, party)
        if own > 0 { product *= BigInt(own) * factors[party] }
      }
      if best.map({ product > $0 }) ?? true {
        best = product
        winners = []
      }
      if product == best { winners.append(position) }
    }
    return LargestProduct(positions: winners, product: best, gainers: most)
  }
}
