/// A statement rejects a step and also requires another. It is read as *not before*: as a yes to
/// the step once the requirement is met. A flat refusal has no `requires`; a party that rejects the
/// other side's condition rejects the condition, not the step.
struct RejectWithRequirement: IntegrityRule {
  static let code = "reject-with-requirement"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    milestones: [{id: dam-built, title: The dam is built}]
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: South will have no turns before the dam is built, speaker: south, act: reject,
         about: {issue: water, option: shared}, requires: [{milestone: dam-built, kind: before}]}
    """
  ]
  static let passing: [RuleExample] = [
    """
    milestones: [{id: dam-built, title: The dam is built}]
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: South will have turns only once the dam is built, speaker: south, act: condition,
         about: {issue: water, option: shared}, requires: [{milestone: dam-built, kind: before}]}
      - {id: s2, source: day-one, quote: {start: 20, end: 39, sha256: \(RuleExample.digest)},
         gist: North rejects that condition, speaker: north, act: reject,
         about: {requirement: s1}}
      - {id: s3, source: day-one, quote: {start: 40, end: 59, sha256: \(RuleExample.digest)},
         gist: South will refuse turns if North builds, speaker: south, act: reject,
         about: {issue: water, option: shared}, requires: [{milestone: dam-built, kind: trigger}]}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.statements.enumerated().compactMap { position, statement in
      // Against a step if something else happens is a threat, and reads as one.
      guard statement.act == .reject,
        let number = statement.requires.firstIndex(where: { $0.kind != .trigger })
      else { return nil }
      return finding(
        context.path(to: statement, at: position).key("requires").index(number),
        "`\(statement.id)` rejects a step and requires another; it is read as “not before”",
        hint:
          "write `act: condition`; for a flat refusal leave out `requires`; to reject the other "
          + "side's condition, write `about: {requirement: ID}` with the statement that sets it")
    }
  }
}
