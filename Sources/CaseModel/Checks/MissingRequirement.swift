/// A statement is about a condition set by another statement, but that statement sets none. Nothing
/// is then accepted or rejected here.
struct MissingRequirement: IntegrityRule {
  static let code = "missing-requirement"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North asks for turns, speaker: envoy, act: demand,
         about: {issue: water, option: shared}}
      - {id: s2, source: day-one, quote: {start: 20, end: 39, sha256: \(RuleExample.digest)},
         gist: South rejects the condition, speaker: south, act: reject,
         about: {requirement: s1}}
    """
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North takes turns if they are metered, speaker: envoy, act: condition,
         about: {issue: water, option: shared}, requires: [{issue: water, option: metered, kind: before}]}
      - {id: s2, source: day-one, quote: {start: 20, end: 39, sha256: \(RuleExample.digest)},
         gist: South rejects the condition, speaker: south, act: reject,
         about: {requirement: s1}}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    context.forEachSubject { subject, path in
      guard case .requirement(let id) = subject, let statement = context.index.statement(id),
        statement.requires.isEmpty
      else { return }
      findings.append(
        finding(
          path().key("requirement"), "`\(id)` sets no condition",
          hint: "name the statement whose `requires` is meant; a reply to the whole statement is "
            + "`about: {statement: \(id)}`"))
    }
    return findings
  }
}
