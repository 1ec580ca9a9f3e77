/// Links of a scenario contradict each other: an option would require another option of its own
/// issue, or something that it excludes. No package could then contain it. If that is intended,
/// leave the option out.
struct ScenarioLink: ScenarioRule {
  static let code = "scenario-link"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    .scenario(
      ("    parties:", "    links: [{requires: [water=shared, water=metered]}]\n    parties:")),
    .scenario(
      (
        "    parties:",
        "    links: [{requires: [water=shared, days=10]}, {excludes: [days=10, water=shared]}]\n    parties:"
      )),
    .scenario(
      (
        "    parties:",
        "    links: [{requires: [water=shared, days=10]}, {requires: [water=shared, days=0]}]\n    parties:"
      )),
  ]
  static let passing: [RuleExample] = [
    .scenario(
      (
        "    parties:",
        "    links: [{requires: [water=shared, days=10]}, {excludes: [water=metered, days=30]}]\n    parties:"
      ))
  ]

  static func check(_ scenario: Case.Scenario, _ path: EntryPath) -> [Finding] {
    let path = path.key("links")
    var findings: [Finding] = []
    var excluded: Set<[Case.Scenario.Choice]> = []
    for link in scenario.links where link.excludes.count == 2 {
      excluded.insert(link.excludes)
      excluded.insert(link.excludes.reversed())
    }
    /// What each option requires of each issue, by the first link that says so.
    var required: [Case.Scenario.Choice: [Slug: String]] = [:]
    for (number, link) in scenario.links.enumerated() where link.requires.count == 2 {
      let (holder, needed) = (link.requires[0], link.requires[1])
      func fail(_ message: String) {
        findings.append(
          finding(
            path.index(number), message + ", so that no package can contain it",
            hint: "drop one of the links, or leave the option out of the scenario"))
      }
      if holder.issue == needed.issue, holder.option != needed.option {
        fail("`\(holder.text)` requires another option of its own issue")
      } else if excluded.contains(link.requires) {
        fail("`\(holder.text)` both requires and excludes `\(needed.text)`")
      } else if let other = required[holder]?[needed.issue], other != needed.option {
        fail("`\(holder.text)` requires both `\(needed.issue)=\(other)` and `\(needed.text)`")
      }
      required[holder, default: [:]][needed.issue] = needed.option
    }
    return findings
  }
}
