/// A statement requires a step, but names no step that could wait for it. A requirement joins two
/// steps; with one end missing it appears in no view of preconditions.
struct RequirementOnNothing: IntegrityRule {
  static let code = "requirement-on-nothing"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    milestones:
      - {id: dam-built, title: The dam is built}
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: South wants the dam built first, speaker: south, act: condition,
         requires: [{milestone: dam-built, kind: before}]}
    """
  ]
  static let passing: [RuleExample] = [
    """
    milestones:
      - {id: dam-built, title: The dam is built}
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: South wants the dam built before it talks of water, speaker: south, act: condition,
         about: {issue: water}, requires: [{milestone: dam-built, kind: before}]}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.statements.enumerated().compactMap { position, statement in
      guard statement.about == nil, !statement.requires.isEmpty else { return nil }
      return finding(
        context.path(to: statement, at: position).key("requires"),
        "the statement requires a step, but names no step that waits for it",
        hint: "name in `about` the issue, meeting or other step that waits")
    }
  }
}
