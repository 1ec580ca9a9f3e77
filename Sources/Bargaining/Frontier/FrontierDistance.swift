internal import BigInt
public import Foundations

/// How far a draft is from the efficiency frontier.
public struct FrontierDistance: Sendable, Hashable {
  /// No feasible package is at least as good for all and better for one.
  public let isEfficient: Bool
  /// Positions of the points that are better for someone and worse for no one.
  public let improvements: [Int]
  /// The most that every party could gain at once, each on its own scale from its worst to its best
  /// feasible package: zero for an efficient draft, at most one.
  public let commonGain: ExactValue
}

extension Frontier {
  /// - Throws: `ScenarioError.unknownPackage`, `AnalysisError`, or what the checkpoint throws.
  public func distance(
    of draft: Scenario.Package, checkpoint: Checkpoint = Checkpoint()
  ) throws -> FrontierDistance {
    try scenario.check(draft, place: "draft")
    switch solved {
    case .small(let solved): return try solved.distance(of: draft.options, checkpoint: checkpoint)
    case .wide(let solved): return try solved.distance(of: draft.options, checkpoint: checkpoint)
    }
  }
}

extension SolvedFront {
  func distance(of draft: [Int], checkpoint: Checkpoint) throws -> FrontierDistance {
    let own = model.utilities(of: draft)
    let width = model.partyCount
    let improvements = try (0..<front.count).filter { index in
      if index & 0xFF == 0 { try checkpoint.ask() }
      let row = front.row(index)
      return zip(row, own).allSatisfy { $0 >= $1 } && !row.elementsEqual(own)
    }
    var gain = ExactValue.zero
    if let extremes = try model.extremes(checkpoint: checkpoint) {
      for index in improvements {
        try checkpoint.ask()
        let shares = (0..<width).map { party -> ExactValue in
          let range = extremes.best[party] - extremes.worst[party]
          let step = front.coordinates[index * width + party] - own[party]
          return range == 0 ? .zero : ExactValue(BigInt(step), over: BigInt(range))
        }
        gain = max(gain, shares.min() ?? .zero)
      }
    }
    return FrontierDistance(
      isEfficient: improvements.isEmpty && model.isFeasible(draft), improvements: improvements,
      commonGain: min(gain, .one))
  }
}
