/// A requirement names a party or a stance, and is not a trigger. Both say whose stance triggers
/// something ("if South refuses"); a step that must come first, or in exchange, has neither, so
/// these would be ignored.
struct TriggerForm: IntegrityRule {
  static let code = "trigger-form"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    example("before"),
    """
    commitments:
      - {id: open-gate, debtors: north, creditors: south, what: Open the gate, strength: promised, evidence: [s1],
         requires: [{issue: water, option: shared, kind: before, party: south, stance: for}]}
    """,
  ]
  static let passing: [RuleExample] = [example("trigger")]

  private static func example(_ kind: String) -> RuleExample {
    let threat = RuleExample.threat(
      "South refuses turns",
      requires: "{issue: water, option: shared, kind: \(kind), party: south, stance: against}")
    return RuleExample("statements:\n\(threat)")
  }

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    context.forEachRequirement { requirement, path in
      let keys = [
        requirement.party == nil ? nil : "party", requirement.stance == nil ? nil : "stance",
      ].compactMap { $0 }
      guard requirement.kind != .trigger, let first = keys.first else { return }
      findings.append(
        finding(
          path().key(first),
          "`\(keys.joined(separator: "` and `"))` belong to a trigger, but this is of the kind "
            + "`\(requirement.kind.rawValue)`",
          hint: "write `kind: trigger`, or leave them out"))
    }
    return findings
  }
}
