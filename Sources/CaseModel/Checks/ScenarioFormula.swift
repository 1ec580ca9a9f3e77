internal import Foundations

/// A red line of a scenario is not a formula, or compares options as if they were numbers, or an
/// ordering sets an issue against an option. A formula joins choices such as `issue=option` with
/// `not`, `and`, `or`, `if`, `iff` and parentheses; for a range it may also use `issue<=5`.
struct ScenarioFormula: ScenarioRule {
  static let code = "scenario-formula"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    .scenario(("never: days>20", "never: (days>20")),
    .scenario(("never: days>20", "never: water>20")),
    .scenario(("reservation: 0.3", "orderings: [{more: water, less: water=metered}]")),
  ]
  static let passing: [RuleExample] = [
    .scenario(("never: days>20", "never: water=shared and not days<=20")),
    .scenario(("reservation: 0.3", "orderings: [{more: water, less: days}]")),
  ]

  static func check(_ scenario: Case.Scenario, _ path: EntryPath) -> [Finding] {
    scenario.parties.enumerated().flatMap { number, party in
      check(party, of: scenario, path.key("parties").index(number))
    }
  }

  private static func check(
    _ party: Case.Scenario.Party, of scenario: Case.Scenario, _ path: EntryPath
  ) -> [Finding] {
    var findings: [Finding] = []
    for (number, line) in party.redLines.enumerated() {
      let place = path.key("redLines").index(number).key("never")
      do throws(Case.Scenario.Formula.SyntaxError) {
        for test in try Case.Scenario.Formula(line.never).tests where test.comparator != .equal {
          guard let issue = scenario.issue(named: test.issue), issue.range == nil else { continue }
          findings.append(
            finding(
              place, "`\(issue.name)` has options, which cannot be compared with a number",
              hint:
                "write \(issue.name)=option, for one of \(issue.options.map(\.id.raw).alternatives)"
            ))
        }
      } catch {
        findings.append(
          finding(
            place,
            "the formula cannot be read at character \(error.column): \(error.message)",
            hint: error.hint))
      }
    }
    for (number, ordering) in party.orderings.enumerated() where ordering.sides == nil {
      findings.append(
        finding(
          path.key("orderings").index(number),
          "`\(ordering.more.shortened(to: 60))` and `\(ordering.less.shortened(to: 60))` cannot be compared",
          hint: "compare an issue with an issue, or issue=option with issue=option"))
    }
    return findings
  }
}
