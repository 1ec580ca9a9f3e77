/// A threat, an offer or a promise is triggered by a stance on an answer, and no party is named that takes it. It
/// reads "if a party is against", whichever party that is. Where the trigger is what a text contains
/// ("if it is not in the text"), it is not a party's stance but a state that comes about or does not.
struct TriggerWithoutParty: IntegrityRule {
  static let code = "trigger-without-party"
  static let severity = Severity.note

  static let triggering: [RuleExample] = [
    RuleExample(
      "statements:\n"
        + RuleExample.threat(
          "turns are not in the text",
          requires: "{issue: water, option: shared, kind: trigger, stance: against}")),
    """
    commitments:
      - {id: open-gate, debtors: north, creditors: south, what: Open the gate, strength: promised, evidence: [s1],
         requires: [{issue: water, option: shared, kind: trigger, stance: for}]}
    """,
  ]
  static let passing: [RuleExample] = [
    RuleExample(
      """
      milestones: [{id: turns-in-text, title: The text has turns, kind: state}]
      statements:
      \(RuleExample.threat(
        "turns are not in the text",
        requires: "{milestone: turns-in-text, kind: trigger, stance: against}"))
      \(RuleExample.threat(
        "South refuses turns",
        requires: "{issue: water, option: shared, kind: trigger, party: south, stance: against}",
        id: "s2", from: 21))
      """)
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    context.forEachRequirement { requirement, path in
      guard requirement.kind == .trigger, requirement.party == nil,
        let stance = requirement.stance, case .issue = requirement.step
      else { return }
      findings.append(
        finding(
          path().key("stance"),
          "the trigger is the stance `\(stance.rawValue)`, but no party is named that takes it",
          hint: "name the `party`; if it is about what a text contains, wait for a milestone, "
            + "such as “The text has it”, with `stance: against` if it must not be missing"))
    }
    return findings
  }
}
