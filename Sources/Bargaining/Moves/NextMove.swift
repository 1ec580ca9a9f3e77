public import Foundations

/// A package some changes away from a draft.
public struct NextMove: Sendable, Hashable {
  /// The package after the move.
  public let package: Scenario.Package
  /// What changes, one entry for each issue.
  public let changes: [Change]
  /// What the package after it is worth to each party, by position.
  public let utilities: [ExactValue]
  /// Against the draft, per party.
  public let gains: [ExactValue]

  /// One issue settled otherwise.
  public struct Change: Sendable, Hashable {
    /// The issue, by position.
    public let issue: Int
    /// The option before, by position.
    public let from: Int
    /// The option after, by position.
    public let to: Int

    /// A change of one issue from one option to another, all by position.
    public init(issue: Int, from: Int, to: Int) {
      self.issue = issue
      self.from = from
      self.to = to
    }
  }

  /// What a change is to achieve.
  public enum Goal: Sendable, Hashable {
    /// Feasible, and at least the reservation value for everyone.
    case acceptableToAll
    /// Feasible, at least the draft for everyone, more for someone.
    case betterForAll
  }
}

extension CompiledScenario {
  /// The packages that reach a goal by the fewest changes, and of those the efficient ones: none
  /// with as few changes is at least as good for all and better for one.
  ///
  /// - Parameters:
  ///   - draft: need not be feasible.
  ///   - limit: how many to list.
  /// - Returns: packages in lexicographic order, all with the same number of changes; the draft
  ///   itself where it is acceptable already; nothing where no package reaches the goal.
  /// - Throws: `ScenarioError.unknownPackage`, `AnalysisError`, or what the checkpoint throws.
  /// - Complexity: that of a frontier, kept apart by the number of changes.
  public func nextMoves(
    from draft: Scenario.Package, toward goal: NextMove.Goal, limit: Int = 100,
    checkpoint: Checkpoint = Checkpoint()
  ) throws -> [NextMove] {
    try check(draft, place: "draft")
    switch scores {
    case .small(let model):
      return try MoveSearch(model, draft: draft.options, goal: goal, checkpoint: checkpoint)
        .moves(limit: limit)
    case .wide(let model):
      return try MoveSearch(model, draft: draft.options, goal: goal, checkpoint: checkpoint)
        .moves(limit: limit)
    }
  }
}
