public import Foundations

/// Two changes to a draft, neither of which all would take alone, that together leave no one worse
/// off: what one side yields on the first issue it gains on the second.
public struct Logrolling: Sendable, Hashable {
  /// The change on the first issue.
  public let first: NextMove.Change
  /// The change on the second issue.
  public let second: NextMove.Change
  /// Per party, what the first change alone brings, what the second alone brings, and both.
  public let byFirst: [ExactValue]
  /// As ``byFirst``, for the second change alone.
  public let bySecond: [ExactValue]
  /// As ``byFirst``, for both changes.
  public let together: [ExactValue]
}

extension CompiledScenario {
  /// Every logrolling pair of a draft, those that please most parties first.
  ///
  /// - Parameter pairLimit: more pairs of changes than this are refused.
  /// - Throws: `ScenarioError.unknownPackage`, `AnalysisError.tooManyPackages`, or what the
  ///   checkpoint throws.
  /// - Complexity: O((Σ options)²) packages evaluated.
  public func logrolling(
    from draft: Scenario.Package, limit: Int = 100, pairLimit: Int = 5_000_000,
    checkpoint: Checkpoint = Checkpoint()
  ) throws -> [Logrolling] {
    try check(draft, place: "draft")
    switch scores {
    case .small(let model):
      return try model.logrolling(
        from: draft.options, limit: limit, pairLimit: pairLimit, checkpoint: checkpoint)
    case .wide(let model):
      return try model.logrolling(
        from: draft.options, limit: limit, pairLimit: pairLimit, checkpoint: checkpoint)
    }
  }
}

extension ScoreModel {
  func logrolling(
    from draft: [Int], limit: Int, pairLimit: Int, checkpoint: Checkpoint
  ) throws -> [Logrolling] {
    let changes = optionCounts.indices.flatMap { issue in
      (0..<optionCounts[issue]).filter { $0 != draft[issue] }.map {
        NextMove.Change(issue: issue, from: draft[issue], to: $0)
      }
    }
    let pairs = PackageCount(UInt64(changes.count)) * PackageCount(UInt64(changes.count))
    guard let exact = pairs.exact, exact <= UInt64(pairLimit) else {
      throw AnalysisError.tooManyPackages(pairs, limit: pairLimit)
    }
    let before = utilities(of: draft)
    func gains(_ changes: [NextMove.Change]) -> [S] {
      var options = draft
      for change in changes { options[change.issue] = change.to }
      return zip(utilities(of: options), before).map { $0 - $1 }
    }
    let alone = changes.map { gains([$0]) }
    var found: [(pair: Logrolling, pleased: Int)] = []
    for i in changes.indices {
      if i & 15 == 0 { try checkpoint.report(i, of: changes.count) }
      for j in changes.indices.dropFirst(i + 1) where changes[i].issue != changes[j].issue {
        if j & 0x3F == 0 { try checkpoint.ask() }
        // Each change costs someone who gains by the other.
        guard alone[i].indices.contains(where: { alone[i][$0] < 0 && alone[j][$0] > 0 }),
          alone[i].indices.contains(where: { alone[i][$0] > 0 && alone[j][$0] < 0 })
        else { continue }
        let together = gains([changes[i], changes[j]])
        guard together.allSatisfy({ $0 >= 0 }), together.contains(where: { $0 > 0 })
        else { continue }
        var options = draft
        options[changes[i].issue] = changes[i].to
        options[changes[j].issue] = changes[j].to
        guard isFeasible(options) else { continue }
        found.append(
          (
            Logrolling(
              first: changes[i], second: changes[j], byFirst: values(alone[i]),
              bySecond: values(alone[j]), together: values(together)),
            together.count { $0 > 0 }
          ))
      }
    }
    return found.enumerated().sorted {
      ($1.element.pleased, $0.offset) < ($0.element.pleased, $1.offset)
    }.prefix(limit).map(\.element.pair)
  }
}
