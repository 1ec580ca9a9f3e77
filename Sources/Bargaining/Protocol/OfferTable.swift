internal import BigInt
internal import Foundations

/// All feasible packages as the parties of a simulation see them: shares of the way from the worst
/// to the best feasible package, in steps of 2⁻⁴⁰, and each party's packages from best to worst.
struct OfferTable: Sendable {
  static let whole = 1 << 40

  let optionCounts: [Int]
  /// Per party and package index; −1 where the package is not feasible.
  let shares: [[Int]]
  /// Per party, feasible package indices from best to worst, in order on ties.
  let ranking: [[Int32]]
  /// Per party, the shares along its ranking.
  let ranked: [[Int]]
  /// Per party, the least share it accepts; above `whole` where nothing reaches it.
  let reserves: [Int]
  let partyCount: Int

  /// - Returns: `nil` where no package is feasible.
  init?<S: Score>(_ model: ScoreModel<S>, checkpoint: Checkpoint) throws {
    guard let extremes = try model.extremes(checkpoint: checkpoint) else { return nil }
    let parties = 0..<model.partyCount
    let total = model.packageCount.exact.map { Int($0) } ?? 0
    var shares = parties.map { _ in [Int](repeating: -1, count: total) }
    func share(_ score: S, _ party: Int) -> Int {
      let range = BigInt(extremes.best[party] - extremes.worst[party])
      if range.isZero { return OfferTable.whole }
      return Int(
        clamping: BigInt(score - extremes.worst[party]) * BigInt(OfferTable.whole) / range)
    }
    let reserves = parties.map { party in
      if model.reservations[party] <= extremes.worst[party] { return 0 }
      if model.reservations[party] > extremes.best[party] { return OfferTable.whole + 1 }
      return Swift.max(1, share(model.reservations[party], party))
    }
    let walk = PackageWalk(model)
    try walk.forEachStretch(checkpoint: checkpoint) { stretch in
      walk.forEachPackage(of: stretch) { index, columns, included in
        for (party, score) in model.finished(columns, included: included).enumerated() {
          // Rounding must not carry a package across the reservation value.
          let rounded = share(score, party)
          shares[party][index] =
            score >= model.reservations[party]
            ? Swift.max(rounded, Swift.min(reserves[party], OfferTable.whole))
            : Swift.min(rounded, reserves[party] - 1)
        }
      }
    }
    let feasible = (0..<total).filter { shares[0][$0] >= 0 }.map { Int32(truncatingIfNeeded: $0) }
    let ranking = try parties.map { party in
      try feasible.sorted(checkpoint) { left, right in
        (shares[party][Int(right)], left) < (shares[party][Int(left)], right)
      }
    }
    self.ranking = ranking
    let known = shares
    ranked = parties.map { party in ranking[party].map { known[party][Int($0)] } }
    self.reserves = reserves
    self.shares = shares
    optionCounts = model.optionCounts
    partyCount = model.partyCount
  }

  /// How many of the party's packages are worth at least so much to it.
  func countAtLeast(_ share: Int, party: Int) -> Int {
    var low = 0
    var high = ranked[party].count
    while low < high {
      let middle = (low + high) / 2
      if ranked[party][middle] >= share { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The package nearest above a share: the least the party can offer that is still worth it.
  func offer(worth share: Int, party: Int) -> Int32 {
    var last = max(0, countAtLeast(share, party: party) - 1)
    let value = ranked[party][last]
    while last > 0 && ranked[party][last - 1] == value { last -= 1 }
    return ranking[party][last]
  }
}
