public import Foundations

/// Something about the input that an analyst should look at again.
public enum AuditFinding: Sendable, Hashable {
  /// The weights of a party sum to something else than one.
  case weightsDoNotSumToOne(party: Int, sum: ExactValue)
  /// No package, links and red lines aside, is worth less: the reservation value asks nothing.
  case reservationBelowWorst(party: Int, reservation: ExactValue, worst: ExactValue)
  /// Reachable in principle, but by no feasible package.
  case reservationAboveBestFeasible(party: Int, reservation: ExactValue, best: ExactValue)
  /// The nominal numbers say otherwise than the ordering.
  case orderingContradicted(party: Int, ordering: Int)
  /// No option of the issue differs for anyone, and no condition names it.
  case issueNeverMatters(issue: Int)
  /// No feasible package holds the option. Not looked for in issues of more than 500 options.
  case optionNeverFeasible(Scenario.Choice)
  /// Links and red lines leave no package at all; these together suffice.
  case nothingFeasible([Scenario.Constraint])
  /// A link or red line that rules out nothing the others do not.
  case constraintWithoutEffect(Scenario.Constraint)
}

extension CompiledScenario {
  /// All findings, by party, then issue, then constraint.
  ///
  /// - Throws: `AnalysisError`, or what the checkpoint throws.
  /// - Complexity: one single-party search per party, option and constraint.
  public func audit(checkpoint: Checkpoint = Checkpoint()) throws -> [AuditFinding] {
    switch scores {
    case .small(let model): try Auditor(self, model, checkpoint).findings()
    case .wide(let model): try Auditor(self, model, checkpoint).findings()
    }
  }
}

struct Auditor<S: Score> {
  private let scenario: Scenario
  private let model: ScoreModel<S>
  private let checkpoint: Checkpoint

  init(_ compiled: CompiledScenario, _ model: ScoreModel<S>, _ checkpoint: Checkpoint) {
    scenario = compiled.scenario
    self.model = model
    self.checkpoint = checkpoint
  }

  func findings() throws -> [AuditFinding] {
    var findings: [AuditFinding] = []
    let sources = Set(model.prohibitions.map(\.source))
    let free = try model.extremes(ignoring: sources, checkpoint: checkpoint)
    let bound = try model.extremes(checkpoint: checkpoint)
    for (party, owner) in scenario.parties.enumerated() {
      findings += partyFindings(party, owner, free: free, bound: bound)
    }
    findings += scenario.issues.indices.filter(neverMatters).map { .issueNeverMatters(issue: $0) }
    guard bound != nil else {
      if let conflict = try structuralConflict(sources) {
        findings.append(.nothingFeasible(conflict))
      }
      return findings
    }
    if !sources.isEmpty {
      findings += try neverFeasible().map { .optionNeverFeasible($0) }
      findings += try withoutEffect(sources).map { .constraintWithoutEffect($0) }
    }
    return findings
  }

  private func partyFindings(
    _ party: Int, _ owner: Scenario.Party, free: (worst: [S], best: [S])?,
    bound: (worst: [S], best: [S])?
  ) -> [AuditFinding] {
    var findings: [AuditFinding] = []
    let reservation = ExactValue(owner.reservation.nominal)
    if case .additive(let additive) = owner.utility.base {
      let sum = additive.weights.reduce(ExactValue.zero) { $0 + ExactValue($1.nominal) }
      if sum != .one { findings.append(.weightsDoNotSumToOne(party: party, sum: sum)) }
    }
    if let worst = free.map({ model.value($0.worst[party], party: party) }), reservation < worst {
      findings.append(
        .reservationBelowWorst(party: party, reservation: reservation, worst: worst))
    }
    if let best = bound.map({ model.value($0.best[party], party: party) }), reservation > best {
      findings.append(
        .reservationAboveBestFeasible(party: party, reservation: reservation, best: best))
    }
    var nominal: [UncertainNumber: ExactDecimal] = [:]
    for number in scenario.numbers(of: party) { nominal[number.place] = number.quantity.nominal }
    for (index, ordering) in owner.orderings.enumerated() {
      let places = ordering.places(party: party)
      if let greater = nominal[places.greater], let lesser = nominal[places.lesser],
        greater < lesser
      {
        findings.append(.orderingContradicted(party: party, ordering: index))
      }
    }
    return findings
  }

  private func neverMatters(_ issue: Int) -> Bool {
    guard model.tables.isEmpty else { return false }
    let rows = (0..<model.optionCounts[issue]).map {
      model.contributions[issue][($0 * model.width)..<(($0 + 1) * model.width)]
    }
    let named = (model.prohibitions.map(\.condition) + model.additions.map(\.condition)).contains {
      $0.literals.contains { $0.issue == issue }
    }
    let counted = model.hasMean && model.included[issue].contains(true)
    return !named && !counted && rows.allSatisfy { $0.elementsEqual(rows[0]) }
  }

  private func isFeasible(_ model: ScoreModel<S>) throws -> Bool {
    try !SolvedFront(model.view(of: 0, negated: false), checkpoint: checkpoint).front.isEmpty
  }

  /// A minimal set of links and red lines that leaves nothing.
  private func structuralConflict(
    _ sources: Set<Scenario.Constraint>
  ) throws -> [Scenario.Constraint]? {
    var kept = sources
    for source in sources.sorted() {
      let fewer = kept.subtracting([source])
      if try !isFeasible(model.keeping { fewer.contains($0.source) }) { kept = fewer }
    }
    return kept.isEmpty ? nil : kept.sorted()
  }

  private func neverFeasible() throws -> [Scenario.Choice] {
    var found: [Scenario.Choice] = []
    for issue in model.optionCounts.indices
    where model.optionCounts[issue] <= 500
      && model.prohibitions.contains(where: {
        $0.condition.literals.contains { $0.issue == issue }
      })
    {
      for option in 0..<model.optionCounts[issue] {
        let others = OptionMask(only: option, of: model.optionCounts[issue])
          .complement(of: model.optionCounts[issue])
        let pinned = model.forbidding(issue: issue, others)
        if try !isFeasible(pinned) { found.append(.init(issue: issue, option: option)) }
      }
    }
    return found
  }

  /// A constraint without which the others rule out everything it does: whatever it forbids is
  /// infeasible without it too.
  private func withoutEffect(
    _ sources: Set<Scenario.Constraint>
  ) throws -> [Scenario.Constraint] {
    try sources.sorted().filter { source in
      let others = model.keeping { $0.source != source }
      for own in model.prohibitions where own.source == source {
        var pinned = others
        for literal in own.condition.literals {
          pinned = pinned.forbidding(
            issue: literal.issue,
            literal.mask.complement(of: model.optionCounts[literal.issue]))
        }
        if try isFeasible(pinned) { return false }
      }
      return true
    }
  }
}

extension ScoreModel {
  /// The model with some of its prohibitions.
  func keeping(_ isKept: (Prohibition) -> Bool) -> ScoreModel {
    with(prohibitions: prohibitions.filter(isKept))
  }

  /// The model with some further options of an issue ruled out.
  func forbidding(issue: Int, _ options: OptionMask) -> ScoreModel {
    if options.isEmpty { return self }
    return with(
      prohibitions: prohibitions + [
        .init(
          condition: Conjunction(literals: [.init(issue: issue, mask: options)]), source: .link(-1))
      ])
  }

  private func with(prohibitions: [Prohibition]) -> ScoreModel {
    ScoreModel(
      optionCounts: optionCounts, width: width, contributions: contributions,
      additions: additions, prohibitions: prohibitions, tables: tables, included: included,
      meanFactors: meanFactors, finishes: finishes, reservations: reservations,
      denominators: denominators)
  }
}
