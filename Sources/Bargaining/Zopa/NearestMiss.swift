internal import BigInt
public import Foundations

/// The feasible packages that come closest to being acceptable to all.
public struct NearestMiss: Sendable, Hashable {
  /// Positions on the frontier, all ties.
  public let indices: [Int]
  /// Per party, how much the first of them falls short of the reservation value (zero if not), as a
  /// share of what lies between the party's worst and best feasible package.
  public let shares: [ExactValue]
  /// The same in the party's own units.
  public let shortfalls: [ExactValue]
}

extension Frontier {
  /// Leximin: the largest relative shortfall as small as can be, then the next.
  ///
  /// - Returns: `nil` when no package is feasible. When the zone is not empty, all shortfalls are
  ///   zero.
  public func nearestMiss(checkpoint: Checkpoint = Checkpoint()) throws -> NearestMiss? {
    switch solved {
    case .small(let solved): try solved.nearestMiss(checkpoint: checkpoint)
    case .wide(let solved): try solved.nearestMiss(checkpoint: checkpoint)
    }
  }
}

extension SolvedFront {
  func nearestMiss(checkpoint: Checkpoint) throws -> NearestMiss? {
    guard let extremes = try model.extremes(checkpoint: checkpoint) else { return nil }
    let parties = 0..<model.partyCount
    func shortfall(_ index: Int, _ party: Int) -> BigInt {
      BigInt(
        Swift.max(
          0, model.reservations[party] - front.coordinates[index * model.partyCount + party]))
    }
    func share(_ index: Int, _ party: Int) -> ExactValue {
      // A party indifferent among all feasible packages is measured in its own units.
      let range = BigInt(extremes.best[party] - extremes.worst[party])
      return ExactValue(
        shortfall(index, party), over: range.isZero ? model.denominators[party] : range)
    }
    func rounded(_ index: Int) throws -> Double {
      try checkpoint.ask()
      return parties.map { share(index, $0).approximate }.max() ?? 0
    }
    var winners: [Int] = []
    var least: [ExactValue] = []
    let largest = try (0..<front.count).map(rounded)
    let bound = (largest.min() ?? 0) + 1e-9
    for index in 0..<front.count where largest[index] <= bound {
      let shares = parties.map { share(index, $0) }.sorted(by: >)
      if winners.isEmpty || shares.lexicographicallyPrecedes(least) {
        least = shares
        winners = [index]
      } else if shares == least {
        winners.append(index)
      }
    }
    guard let first = winners.first else { return nil }
    return NearestMiss(
      indices: winners, shares: parties.map { share(first, $0) },
      shortfalls: parties.map {
        ExactValue(shortfall(first, $0), over: model.denominators[$0])
      })
  }
}
