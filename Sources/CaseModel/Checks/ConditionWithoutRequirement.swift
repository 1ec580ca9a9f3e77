/// A statement sets a condition and does not say which. The step it waits for then appears in no
/// view of preconditions, and a deadlock that runs through it is missed.
struct ConditionWithoutRequirement: IntegrityRule {
  static let code = "condition-without-requirement"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: South takes turns only once the dam is built, speaker: south, act: condition,
         about: {issue: water, option: shared}}
    """
  ]
  static let passing: [RuleExample] = [
    """
    milestones:
      - {id: dam-built, title: The dam is built}
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: South takes turns only once the dam is built, speaker: south, act: condition,
         about: {issue: water, option: shared}, requires: [{milestone: dam-built, kind: before}]}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.statements.enumerated().compactMap { position, statement in
      guard statement.act == .condition, statement.requires.isEmpty else { return nil }
      return finding(
        context.path(to: statement, at: position).key("act"),
        "the statement sets a condition but requires nothing",
        hint: "name the step it waits for in `requires`, as [{milestone: ID, kind: before}]")
    }
  }
}
