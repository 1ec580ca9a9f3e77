internal import BigInt
internal import Foundations

/// Finds the named points among the acceptable rows of a frontier, exactly.
struct PointSearch<S: Score> {
  private let front: Front<S>
  private let model: ScoreModel<S>
  private let candidates: [Int]
  /// Best utility of each party among the acceptable rows.
  private let best: [S]
  /// Brings every party's utility to one scale: common multiple ÷ denominator.
  private let factors: [BigInt]
  private let common: BigInt
  private let checkpoint: Checkpoint

  init(_ solved: SolvedFront<S>, _ checkpoint: Checkpoint) throws {
    self.checkpoint = checkpoint
    var steps = CheckedSteps(checkpoint)
    front = solved.front
    model = solved.model
    candidates = solved.acceptable
    let width = solved.model.partyCount
    var best = solved.model.reservations
    for index in candidates {
      try steps.next()
      for party in 0..<width {
        best[party] = Swift.max(best[party], solved.front.coordinates[index * width + party])
      }
    }
    self.best = best
    (factors, common) = solved.model.scaleFactors
  }

  func point(of solution: Solution) throws -> NamedPoint {
    switch solution {
    case .nash: try nash(from: model.reservations, named: solution)
    case .nashFromMinimum: try nash(from: minimums(), named: solution)
    case .kalaiSmorodinsky: try kalaiSmorodinsky()
    case .kalaiSmorodinskyBySpread: try leastSpread()
    case .egalitarian: try egalitarian()
    case .utilitarian: try utilitarian()
    }
  }

  private func utility(_ index: Int, _ party: Int) -> S {
    front.coordinates[index * model.partyCount + party]
  }

  private func minimums() throws -> [S] {
    guard let extremes = try model.extremes(checkpoint: checkpoint.quiet) else {
      return model.reservations
    }
    return zip(model.reservations, extremes.worst).map { Swift.max($0, $1) }
  }

  private func point(
    _ solution: Solution, _ indices: [Int], _ score: ExactValue?, gainers: [[Int]] = [],
    allGain: Bool? = nil
  ) -> NamedPoint {
    NamedPoint(
      solution: solution, indices: indices, score: score, gainers: gainers,
      allGain: allGain
        ?? candidates.contains { index in
          (0..<model.partyCount).allSatisfy { utility(index, $0) > model.reservations[$0] }
        })
  }

  // MARK: Nash

  private func nash(from disagreement: [S], named solution: Solution) throws -> NamedPoint {
    let parties = 0..<model.partyCount
    let found = try LargestProduct.of(
      candidates, width: model.partyCount, factors: factors, checkpoint
    ) {
      utility($0, $1) - disagreement[$1]
    }
    let score =
      found.gainers == 0
      ? nil : found.product.map { ExactValue($0, over: common.power(found.gainers)) }
    return point(
      solution, found.positions, score,
      gainers: found.positions.map { index in
        parties.filter { utility(index, $0) > disagreement[$0] }
      }, allGain: found.gainers == model.partyCount && !found.positions.isEmpty)
  }

  // MARK: Kalai–Smorodinsky

  private func share(_ index: Int, _ party: Int) -> ExactValue {
    let span = best[party] - model.reservations[party]
    if span == 0 { return .one }
    return ExactValue(
      BigInt(utility(index, party) - model.reservations[party]), over: BigInt(span))
  }

  private func roundedShare(_ index: Int, _ party: Int) -> Double {
    let span = best[party] - model.reservations[party]
    if span == 0 { return 1 }
    return Double(utility(index, party) - model.reservations[party]) / Double(span)
  }

  private func kalaiSmorodinsky() throws -> NamedPoint {
    var steps = CheckedSteps(checkpoint)
    let parties = 0..<model.partyCount
    let measures = try candidates.map { index in
      try steps.next()
      return parties.map { roundedShare(index, $0) }.min() ?? 1
    }
    let top = measures.max() ?? 0
    var winners: [Int] = []
    var score: ExactValue?
    for (index, measure) in zip(candidates, measures) where measure >= top - 1e-12 {
      try checkpoint.ask()
      let least = parties.map { share(index, $0) }.min() ?? .one
      if score.map({ least > $0 }) ?? true {
        score = least
        winners = []
      }
      if least == score { winners.append(index) }
    }
    return point(.kalaiSmorodinsky, winners, score)
  }

  private func leastSpread() throws -> NamedPoint {
    var steps = CheckedSteps(checkpoint)
    let parties = 0..<model.partyCount
    let measures = try candidates.map { index in
      try steps.next()
      let shares = parties.map { roundedShare(index, $0) }
      return (shares.max() ?? 0) - (shares.min() ?? 0)
    }
    let least = measures.min() ?? 0
    var winners: [Int] = []
    var score: ExactValue?
    for (index, measure) in zip(candidates, measures) where measure <= least + 1e-12 {
      try checkpoint.ask()
      let shares = parties.map { share(index, $0) }
      let spread = (shares.max() ?? .zero) - (shares.min() ?? .zero)
      if score.map({ spread < $0 }) ?? true {
        score = spread
        winners = []
      }
      if spread == score { winners.append(index) }
    }
    return point(.kalaiSmorodinskyBySpread, winners, score)
  }

  // MARK: Egalitarian, utilitarian

  private func egalitarian() throws -> NamedPoint {
    var steps = CheckedSteps(checkpoint)
    let parties = 0..<model.partyCount
    var winners: [Int] = []
    var top: [BigInt] = []
    let sameScale = Set(factors).count == 1
    var topNarrow: [S] = []
    for index in candidates {
      try steps.next()
      if sameScale {
        let gains = parties.map { utility(index, $0) - model.reservations[$0] }.sorted()
        if winners.isEmpty || topNarrow.lexicographicallyPrecedes(gains) {
          topNarrow = gains
          winners = [index]
        } else if gains == topNarrow {
          winners.append(index)
        }
      } else {
        let gains = parties.map {
          BigInt(utility(index, $0) - model.reservations[$0]) * factors[$0]
        }.sorted()
        if winners.isEmpty || top.lexicographicallyPrecedes(gains) {
          top = gains
          winners = [index]
        } else if gains == top {
          winners.append(index)
        }
      }
    }
    let least = sameScale ? topNarrow.first.map { BigInt($0) * factors[0] } : top.first
    return point(.egalitarian, winners, least.map { ExactValue($0, over: common) })
  }

  private func utilitarian() throws -> NamedPoint {
    var steps = CheckedSteps(checkpoint)
    let parties = 0..<model.partyCount
    // Wide sums throughout where scales differ; sums of scores that fit stay far from overflow.
    if Set(factors).count == 1 {
      var winners: [Int] = []
      var top: BigInt?
      for index in candidates {
        try steps.next()
        let sum = parties.reduce(BigInt(0)) { $0 + BigInt(utility(index, $1)) }
        if top.map({ sum > $0 }) ?? true {
          top = sum
          winners = []
        }
        if sum == top { winners.append(index) }
      }
      return point(
        .utilitarian, winners, top.map { ExactValue($0 * factors[0], over: common) })
    }
    var winners: [Int] = []
    var top: BigInt?
    for index in candidates {
      try steps.next()
      let sum = parties.reduce(BigInt(0)) { $0 + BigInt(utility(index, $1)) * factors[$1] }
      if top.map({ sum > $0 }) ?? true {
        top = sum
        winners = []
      }
      if sum == top { winners.append(index) }
    }
    return point(.utilitarian, winners, top.map { ExactValue($0, over: common) })
  }
}
