internal import Foundations

/// A package of a scenario has no option for some issue. A package takes one option, or one number,
/// for every issue; a draft that is silent on an issue needs an option that says so.
struct ScenarioPackage: ScenarioRule {
  static let code = "scenario-package"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    .scenario(
      ("    parties:", "    packages: [{id: first, choose: {water: shared}}]\n    parties:"))
  ]
  static let passing: [RuleExample] = [
    .scenario(
      (
        "    parties:",
        "    packages: [{id: first, choose: {water: shared, days: 10}}]\n    parties:"
      )
    )
  ]

  static func check(_ scenario: Case.Scenario, _ path: EntryPath) -> [Finding] {
    let drafts = scenario.packages.enumerated().flatMap { number, package in
      check(package.choose, of: scenario, path.key("packages").index(number).key("choose"))
    }
    let rows = scenario.parties.enumerated().flatMap { position, party in
      let table = path.key("parties").index(position).key("table")
      return party.table.enumerated().flatMap { number, worth in
        check(worth.package, of: scenario, table.index(number).key("package"))
      }
    }
    return drafts + rows
  }

  private static func check(
    _ package: NameMap<String>, of scenario: Case.Scenario, _ path: EntryPath
  ) -> [Finding] {
    let open = scenario.issues.map(\.name).filter { package[$0] == nil }
    guard !open.isEmpty else { return [] }
    return [
      finding(
        path,
        "the package has no option for \(open.map(\.raw).alternatives.replacing(" or ", with: " and "))",
        hint: "choose an option, or a number, for every issue")
    ]
  }
}
