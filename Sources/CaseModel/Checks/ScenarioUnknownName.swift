internal import Foundations

/// A scenario names an issue or an option that it does not have, or a number outside the range of
/// its issue: in a party's weights and values, a red line, an ordering, a link or a package.
/// Nothing can be calculated from it.
struct ScenarioUnknownName: ScenarioRule {
  static let code = "scenario-unknown-name"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    .scenario(("weights: {water: 0.7, days: 0.3}", "weights: {watr: 0.7, days: 0.3}")),
    .scenario(("{shared: 1, metered: 0}", "{shared: 1, metred: 0}")),
    .scenario(("never: days>20", "never: water=drained")),
    .scenario(("reservation: 0.3", "orderings: [{more: water=shared, less: water=metred}]")),
    .scenario(
      ("    parties:", "    links: [{excludes: [water=shared, days=15]}]\n    parties:")),
  ]
  static let passing: [RuleExample] = [
    .scenario(),
    .scenario(
      ("    parties:", "    links: [{requires: [water=shared, days=10]}]\n    parties:")),
  ]

  static func check(_ scenario: Case.Scenario, _ path: EntryPath) -> [Finding] {
    var names = ScenarioNames(scenario)
    names.needAll(path)
    return names.findings
  }
}

/// Goes through a scenario and notes every name it does not know.
private struct ScenarioNames {
  let scenario: Case.Scenario
  let issues: [String: Case.Scenario.Issue]
  var findings: [Finding] = []

  init(_ scenario: Case.Scenario) {
    self.scenario = scenario
    issues = Dictionary(
      scenario.issues.map { ($0.name.raw, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func needAll(_ path: EntryPath) {
    for (number, party) in scenario.parties.enumerated() {
      need(party, path.key("parties").index(number))
    }
    for (number, link) in scenario.links.enumerated() {
      let place = path.key("links").index(number)
      needAll(link.excludes, place.key("excludes"))
      needAll(link.requires, place.key("requires"))
    }
    for (number, package) in scenario.packages.enumerated() {
      need(package.choose, path.key("packages").index(number).key("choose"))
    }
  }

  private mutating func need(_ party: Case.Scenario.Party, _ path: EntryPath) {
    for name in party.weights.names { _ = issue(name, path.key("weights").key(name)) }
    for name in party.lines.names { _ = issue(name, path.key("lines").key(name)) }
    for pair in party.values.pairs {
      let place = path.key("values").key(pair.name)
      guard let issue = issue(pair.name, place) else { continue }
      for option in pair.value.names { need(option, of: issue, asPoint: true, place.key(option)) }
    }
    for (number, interaction) in party.interactions.enumerated() {
      needAll(interaction.both, path.key("interactions").index(number).key("both"))
    }
    for (number, worth) in party.table.enumerated() {
      need(worth.package, path.key("table").index(number).key("package"))
    }
    for (number, line) in party.redLines.enumerated() {
      guard let formula = try? Case.Scenario.Formula(line.never) else { continue }
      for test in formula.tests {
        let place = path.key("redLines").index(number).key("never")
        guard let issue = issue(test.issue.raw, place), test.comparator == .equal else { continue }
        need(test.option, of: issue, place)
      }
    }
    for (number, ordering) in party.orderings.enumerated() {
      let place = path.key("orderings").index(number)
      switch ordering.sides {
      case .weights(let more, let less)?:
        _ = issue(more.raw, place.key("more"))
        _ = issue(less.raw, place.key("less"))
      case .values(let more, let less)?:
        need(more, place.key("more"))
        need(less, place.key("less"))
      case nil: break
      }
    }
  }

  private mutating func needAll(_ choices: [Case.Scenario.Choice], _ path: EntryPath) {
    for (number, choice) in choices.enumerated() { need(choice, path.index(number)) }
  }

  private mutating func need(_ choice: Case.Scenario.Choice, _ path: EntryPath) {
    guard let issue = issue(choice.issue.raw, path) else { return }
    need(choice.option, of: issue, path)
  }

  private mutating func need(_ package: NameMap<String>, _ path: EntryPath) {
    for pair in package.pairs {
      guard let issue = issue(pair.name, path.key(pair.name)) else { continue }
      need(pair.value, of: issue, path.key(pair.name))
    }
  }

  private mutating func issue(
    _ name: String, _ path: @autoclosure () -> EntryPath
  ) -> Case.Scenario.Issue? {
    if let issue = issues[name] { return issue }
    let known = scenario.issues.map(\.name.raw)
    findings.append(
      ScenarioUnknownName.finding(
        path(), "the scenario has no issue `\(name)`",
        hint: suggestion(for: name, among: known)
          ?? "its issues are \(known.alternatives)"))
    return nil
  }

  /// As a point of a curve a number need not be one that can be chosen.
  private mutating func need(
    _ option: String, of issue: Case.Scenario.Issue, asPoint: Bool = false,
    _ path: @autoclosure () -> EntryPath
  ) {
    if issue.holds(option) { return }
    if let range = issue.range {
      if asPoint, Amount(option) != nil { return }
      let step = range.step.map { ", by \($0.text)" } ?? ""
      findings.append(
        ScenarioUnknownName.finding(
          path(), "`\(option)` is not a number of the issue `\(issue.name)`",
          hint: "it goes from \(range.from.text) to \(range.to.text)\(step)"))
      return
    }
    let known = issue.options.map(\.id.raw)
    findings.append(
      ScenarioUnknownName.finding(
        path(), "the issue `\(issue.name)` has no option `\(option)`",
        hint: suggestion(for: option, among: known)
          ?? "its options are \(known.alternatives)"))
  }
}
