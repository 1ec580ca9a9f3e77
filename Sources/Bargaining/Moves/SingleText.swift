public import Foundations

/// A single negotiating text: drafts from a start to the efficiency frontier (Fisher 1978; Raiffa
/// 1982, ch. 14).
public struct SingleText: Sendable, Hashable {
  /// The start, then each revision. Every revision is at least as good as the draft before it for
  /// everyone and better for someone, so no draft is worse than the start for anybody.
  public let drafts: [Scenario.Package]
  /// Exact, per draft and party.
  public let utilities: [[ExactValue]]
  /// Whether the last draft is efficient; false only when `stepLimit` was reached.
  public let endsEfficient: Bool
}

extension CompiledScenario {
  /// Revises by as few changes at a time as can be; among equally few the revision with the largest
  /// product of gains over the start, then the first in order.
  ///
  /// - Throws: `AnalysisError.infeasibleStart`, other `AnalysisError`s,
  ///   `ScenarioError.unknownPackage`, or what the checkpoint throws.
  /// - Complexity: one search for next moves per revision.
  public func singleText(
    from start: Scenario.Package, stepLimit: Int = 1000, checkpoint: Checkpoint = Checkpoint()
  ) throws -> SingleText {
    try check(start, place: "start")
    let broken = try broken(by: start)
    if !broken.isEmpty { throw AnalysisError.infeasibleStart(broken) }
    let origin = try utilities(of: start)
    var drafts = [start]
    var values = [origin]
    while drafts.count <= stepLimit {
      try checkpoint.report(drafts.count, of: stepLimit)
      let moves = try nextMoves(
        from: drafts[drafts.count - 1], toward: .betterForAll, checkpoint: checkpoint)
      var best: (move: NextMove, gainers: Int, product: ExactValue)?
      for move in moves {
        let gains = zip(move.utilities, origin).map { $0 - $1 }.filter { $0 > .zero }
        let product = gains.reduce(.one, *)
        if best.map({ ($0.gainers, $0.product) < (gains.count, product) }) ?? true {
          best = (move, gains.count, product)
        }
      }
      guard let best else {
        return SingleText(drafts: drafts, utilities: values, endsEfficient: true)
      }
      drafts.append(best.move.package)
      values.append(best.move.utilities)
    }
    return SingleText(drafts: drafts, utilities: values, endsEfficient: false)
  }
}
