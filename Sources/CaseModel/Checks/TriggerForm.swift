/// A requirement names a party or a stance, and is not a trigger. Both say whose stance triggers
/// something ("if South refuses"); a step that must come first, or in exchange, has neither, so
/// these would be ignored.
struct TriggerForm: IntegrityRule {
  static let code = "trigger-form"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    statements:
      - id: s1
        source: day-one
        quote: {start: 0, end: 20, sha256: \(RuleExample.digest)}
        gist: North will meter the water if South refuses turns
        speaker: north
        act: threaten
        about: {issue: water, option: metered}
        requires: [{issue: water, option: shared, kind: before, party: south, stance: against}]
    """
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - id: s1
        source: day-one
        quote: {start: 0, end: 20, sha256: \(RuleExample.digest)}
        gist: North will meter the water if South refuses turns
        speaker: north
        act: threaten
        about: {issue: water, option: metered}
        requires: [{issue: water, option: shared, kind: trigger, party: south, stance: against}]
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    for (position, statement) in context.theCase.statements.enumerated() {
      for (number, requirement) in statement.requires.enumerated()
      where requirement.kind != .trigger {
        let keys = [
          requirement.party == nil ? nil : "party", requirement.stance == nil ? nil : "stance",
        ].compactMap { $0 }
        guard let first = keys.first else { continue }
        findings.append(
          finding(
            context.path(to: statement, at: position).key("requires").index(number).key(first),
            "`\(keys.joined(separator: "` and `"))` belong to a trigger, but this is of the kind "
              + "`\(requirement.kind.rawValue)`",
            hint: "write `kind: trigger`, or leave them out"))
      }
    }
    return findings
  }
}
