public import Foundations

/// A package as data: what each party gets and gives up, and what holds it back. Words are made
/// elsewhere.
public struct Explanation: Sendable, Hashable {
  /// The package explained.
  public let package: Scenario.Package
  /// What it is worth to each party, by position.
  public let parties: [PartyPart]
  /// Links and red lines the package breaks; empty when it is feasible.
  public let broken: [Scenario.Constraint]
  /// The links and red lines that alone stand in the way of a change someone would gain by.
  public let binding: [Binding]

  /// What the package is worth to one party.
  public struct PartyPart: Sendable, Hashable {
    /// Its utility.
    public let utility: ExactValue
    /// The least the party would accept.
    public let reservation: ExactValue
    /// Utility over reservation value; negative where the party would refuse.
    public let margin: ExactValue
    /// Least and most among feasible packages; `nil` when none is feasible.
    public let worst: ExactValue?
    /// As ``worst``, the most.
    public let best: ExactValue?
    /// `best` less `utility`.
    public let givenUp: ExactValue?
    /// One per issue for additive utilities, else empty.
    public let issues: [IssuePart]
    /// The margin over all the ranges allow.
    public let certainty: MarginBounds
  }

  /// What the choice on one issue adds.
  public struct IssuePart: Sendable, Hashable {
    /// The choice.
    public let choice: Scenario.Choice
    /// Weight × value of the option, and of the worst and best option of the issue.
    public let contribution: ExactValue
    /// The least that any choice on the issue adds.
    public let worst: ExactValue
    /// The most that any choice on the issue adds.
    public let best: ExactValue
  }

  /// A link or red line that stands alone in the way of a change someone would gain by.
  public struct Binding: Sendable, Hashable {
    /// What stands in the way.
    public let constraint: Scenario.Constraint
    /// The change it rules out.
    public let change: NextMove.Change
    /// Per party, what the change would bring.
    public let gains: [ExactValue]
  }
}

extension CompiledScenario {
  /// - Throws: `ScenarioError.unknownPackage`, `AnalysisError`, or what the checkpoint throws.
  public func explain(
    _ package: Scenario.Package, checkpoint: Checkpoint = Checkpoint()
  ) throws -> Explanation {
    try check(package, place: "package")
    switch scores {
    case .small(let model): return try explanation(package, model, checkpoint)
    case .wide(let model): return try explanation(package, model, checkpoint)
    }
  }

  private func explanation<S: Score>(
    _ package: Scenario.Package, _ model: ScoreModel<S>, _ checkpoint: Checkpoint
  ) throws -> Explanation {
    let own = model.utilities(of: package.options)
    let extremes = try model.extremes(checkpoint: checkpoint)
    let bounds = try marginBounds(of: package, checkpoint: checkpoint.quiet)
    let parties = (0..<model.partyCount).map { party in
      let utility = model.value(own[party], party: party)
      let reservation = ExactValue(scenario.parties[party].reservation.nominal)
      let best = extremes.map { model.value($0.best[party], party: party) }
      return Explanation.PartyPart(
        utility: utility, reservation: reservation, margin: utility - reservation,
        worst: extremes.map { model.value($0.worst[party], party: party) }, best: best,
        givenUp: best.map { $0 - utility },
        issues: issueParts(of: package, party: party, model), certainty: bounds[party])
    }
    var binding: [Explanation.Binding] = []
    for change in SingleChanges(from: package.options, optionCounts: model.optionCounts) {
      try checkpoint.ask()
      let options = change.applied(to: package.options)
      let broken = model.broken(by: options)
      guard broken.count == 1 else { continue }
      let gains = zip(model.utilities(of: options), own).map { $0 - $1 }
      guard gains.contains(where: { $0 > 0 }) else { continue }
      binding.append(
        .init(constraint: broken[0], change: change, gains: model.values(gains)))
    }
    return Explanation(
      package: package, parties: parties, broken: model.broken(by: package.options),
      binding: binding)
  }

  private func issueParts<S: Score>(
    of package: Scenario.Package, party: Int, _ model: ScoreModel<S>
  ) -> [Explanation.IssuePart] {
    guard case .additive = scenario.parties[party].utility.base,
      case .direct(let column) = model.finishes[party]
    else { return [] }
    return package.options.enumerated().map { issue, option in
      let values = (0..<model.optionCounts[issue]).map {
        model.contributions[issue][$0 * model.width + column]
      }
      return Explanation.IssuePart(
        choice: .init(issue: issue, option: option),
        contribution: model.value(values[option], party: party),
        worst: model.value(values.min() ?? 0, party: party),
        best: model.value(values.max() ?? 0, party: party))
    }
  }
}

/// Every package that differs in one issue, in order.
struct SingleChanges: Sequence {
  private let changes: [NextMove.Change]

  init(from options: [Int], optionCounts: [Int]) {
    changes = options.indices.flatMap { issue in
      (0..<optionCounts[issue]).filter { $0 != options[issue] }.map {
        NextMove.Change(issue: issue, from: options[issue], to: $0)
      }
    }
  }

  func makeIterator() -> IndexingIterator<[NextMove.Change]> { changes.makeIterator() }
}

extension NextMove.Change {
  func applied(to options: [Int]) -> [Int] {
    var changed = options
    changed[issue] = to
    return changed
  }
}
