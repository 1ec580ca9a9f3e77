internal import Bargaining
internal import CaseModel

/// Issues as things to divide, where each party wants its own way on each.
extension SettlementMaker {
  func division() throws -> View.Division {
    guard let any = try frontier.packages(at: 0, limit: 1, checkpoint: checkpoint).first else {
      throw ModelError(model.path, .division, "no package is feasible")
    }
    let explained = try compiled.explain(any, checkpoint: checkpoint).parties
    guard explained.allSatisfy({ $0.issues.count == model.source.issues.count }) else {
      throw ModelError(
        .division, "only additive utilities give the value of a single issue",
        hint: "give every party weights and values")
    }
    guard (2...8).contains(parties.count) else {
      throw ModelError(.division, "a division is for two to eight parties")
    }
    let disputed = model.source.issues.indices.filter { isDisputed($0) }
    guard !disputed.isEmpty else {
      throw ModelError(.division, "the parties' best options are the same on every issue")
    }
    let points = try parties.map { party in
      try disputed.map { issue in
        let part = explained[party].issues[issue]
        return try Self.decimal(part.best - part.worst)
      }
    }
    do {
      let winner = parties.count == 2 ? try AdjustedWinner(points: points) : nil
      let whole = try MaximumNashWelfare.assignments(
        points: points, limit: Self.mostTies, checkpoint: checkpoint)
      return View.Division(
        issues: disputed.map { model.source.issues[$0].name.raw },
        points: points.map { $0.map { ExactValue($0).approximate } },
        adjustedWinner: winner?.firstShares.map(figure),
        satisfaction: winner?.satisfaction.map(figure),
        assignments: whole.map { $0.owners.map { model.partyIDs[$0] } })
    } catch let error as DivisionError {
      throw ModelError(.division, "\(error)")
    }
  }

  /// Whether no answer is the best for all.
  private func isDisputed(_ issue: Int) -> Bool {
    guard let count = model.engine.issues[issue].optionCount else { return false }
    var best: Set<Int>?
    for party in parties {
      guard let own = bestOptions(party, issue, count) else { return true }
      best = best.map { $0.intersection(own) } ?? own
    }
    return best?.isEmpty ?? false
  }

  /// The answers that are worth most to a party, all else alike.
  private func bestOptions(_ party: Int, _ issue: Int, _ count: Int) -> Set<Int>? {
    var options = [Int](repeating: 0, count: model.source.issues.count)
    var values: [ExactValue] = []
    for option in 0..<count {
      options[issue] = option
      guard let utilities = try? compiled.utilities(of: Package(options)) else { return nil }
      values.append(utilities[party])
    }
    guard let most = values.max() else { return nil }
    return Set(values.indices.filter { values[$0] == most })
  }

  /// A value as points; to nine places where no decimal ends.
  private static func decimal(_ value: ExactValue) throws -> ExactDecimal {
    if let exact = try? ExactDecimal(parsing: "\(value)") { return exact }
    let scaled = (value.approximate * 1e9).rounded()
    guard scaled.magnitude < 9e18 else { return try ExactDecimal(parsing: "\(value)") }
    return try ExactDecimal(mantissa: Int64(scaled), scale: 9)
  }
}
