/// A rule that looks at one scenario at a time.
protocol ScenarioRule: IntegrityRule {
  static func check(_ scenario: Case.Scenario, _ path: EntryPath) -> [Finding]
}

extension ScenarioRule {
  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.scenarios.enumerated().flatMap { position, scenario in
      check(scenario, context.path(to: scenario, at: position))
    }
  }
}

extension Case.Scenario {
  /// Why nothing can be calculated from it: the errors of the rules on scenarios, in their order.
  public var faults: [Finding] {
    let rules: [any ScenarioRule.Type] = [
      ScenarioSize.self, ScenarioUnknownName.self, ScenarioFormula.self, ScenarioNumber.self,
      ScenarioPackage.self, ScenarioLink.self,
    ]
    return rules.flatMap { $0.check(self, .entry(.scenarios, id.raw)) }
  }
}

extension RuleExample {
  /// A scenario in which everything is in order but what `change` replaces in it.
  static func scenario(_ change: (was: String, is: String)? = nil) -> RuleExample {
    let whole = """
      scenarios:
        - id: valley
          title: The valley
          basis: ana
          issues:
            - {issue: water, options: [shared, metered]}
            - {id: days, title: Days of notice, range: {from: 0, to: 30, step: 10}, unit: day}
          parties:
            - id: north
              actors: north
              weights: {water: 0.7, days: 0.3}
              values: {water: {shared: 1, metered: 0}, days: {0: 0, 30: 1}}
              reservation: 0.3
            - id: south
              actors: south
              weights: {water: 0.4, days: 0.6}
              values: {water: {shared: 0, metered: 1}, days: {0: 1, 30: 0}}
              reservation: 0.2
              redLines: [{never: days>20, evidence: [s2]}]
      """
    guard let change else { return RuleExample(whole) }
    return RuleExample(whole.replacing(change.was, with: change.is))
  }
}
