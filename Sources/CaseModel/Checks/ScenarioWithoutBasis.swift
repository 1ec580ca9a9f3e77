/// A number, a red line, a link or an ordering of a scenario has no basis: it lists no statements
/// and names no one whose judgement it is. The results of the model then rest on no one's
/// judgement. Name the analyst in the `basis` of the part, of the party, or of the scenario as a
/// whole; write `basis: default` for a number that is no one's judgement.
struct ScenarioWithoutBasis: ScenarioRule {
  static let code = "scenario-without-basis"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    .scenario(("    basis: ana\n", ""))
  ]
  static let passing: [RuleExample] = [
    .scenario(),
    .scenario(("never: days>20, evidence: [s2]", "never: days>20")),
  ]

  static func check(_ scenario: Case.Scenario, _ path: EntryPath) -> [Finding] {
    guard scenario.evidence.isEmpty else { return [] }
    var findings: [Finding] = []
    func tell(_ what: String, _ place: EntryPath) {
      findings.append(
        finding(
          place, "\(what) has no basis",
          hint: "list statements in `evidence`, or name in `basis` whose judgement it is"))
    }
    func need(_ parts: [some Evidenced], _ noun: String, _ place: EntryPath) {
      for (number, part) in parts.enumerated() where part.evidence.isEmpty {
        tell(noun, place.index(number))
      }
    }
    func need(_ number: Case.Scenario.Number?, _ noun: String, _ place: EntryPath) {
      guard let number, number.evidence.isEmpty, number.basis == nil else { return }
      tell(noun, place)
    }
    need(scenario.links, "the link", path.key("links"))
    for (position, party) in scenario.parties.enumerated() where party.evidence.isEmpty {
      let place = path.key("parties").index(position)
      for pair in party.weights.pairs {
        need(pair.value, "the weight", place.key("weights").key(pair.name))
      }
      for values in party.values.pairs {
        for pair in values.value.pairs {
          need(pair.value, "the value", place.key("values").key(values.name).key(pair.name))
        }
      }
      need(party.reservation, "the reservation value", place.key("reservation"))
      need(party.interactions, "the interaction", place.key("interactions"))
      need(party.redLines, "the red line", place.key("redLines"))
      need(party.orderings, "the ordering", place.key("orderings"))
      need(party.table, "the value of the package", place.key("table"))
    }
    return findings
  }
}
