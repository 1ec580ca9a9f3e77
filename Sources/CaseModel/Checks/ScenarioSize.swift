/// A scenario has nothing to settle, no parties to accept it, or more than can be analysed: the
/// limits are 2,000 issues, 100,000 options for one issue, and eight parties.
struct ScenarioSize: ScenarioRule {
  static let code = "scenario-size"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    .scenario(("{from: 0, to: 30, step: 10}", "{from: 0, to: 1000000000, step: 1}")),
    "scenarios: [{id: valley, title: The valley, basis: ana, issues: [], parties: [{id: north}]}]",
  ]
  static let passing: [RuleExample] = [
    .scenario(("{from: 0, to: 30, step: 10}", "{from: 0, to: 30, step: 0.001}"))
  ]

  static func check(_ scenario: Case.Scenario, _ path: EntryPath) -> [Finding] {
    var findings: [Finding] = []
    func bound(_ count: Int, _ most: Int, _ noun: String, _ key: String) {
      if count == 0 {
        findings.append(
          finding(path.key(key), "the scenario has no \(noun)", hint: "give it at least one"))
      } else if count > most {
        findings.append(
          finding(
            path.key(key), "the scenario has \(count) \(key); the limit is \(most)",
            hint: "leave out what no one disputes, or split the scenario"))
      }
    }
    bound(scenario.issues.count, 2000, "issue", "issues")
    bound(scenario.parties.count, 8, "party", "parties")
    for (number, issue) in scenario.issues.enumerated() {
      let count: Int? =
        issue.range.map { $0.continuous ? 1 : $0.count ?? .max } ?? issue.options.count
      guard let count, count > 100_000 else { continue }
      let shown =
        count == .max ? "more than can be counted" : Amount("\(count)")?.words ?? "\(count)"
      findings.append(
        finding(
          path.key("issues").index(number).key(issue.range == nil ? "options" : "range"),
          "the issue `\(issue.name)` has \(shown) options; the limit is 100,000",
          hint: issue.range == nil ? "merge those that no one distinguishes" : "use a larger step"))
    }
    return findings
  }
}
