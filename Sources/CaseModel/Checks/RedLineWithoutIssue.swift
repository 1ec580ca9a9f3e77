/// A statement is marked as a red line but is not on an issue. A red line limits what a party can
/// accept on an issue; without an issue, no view and no bargaining analysis can take it into
/// account.
struct RedLineWithoutIssue: IntegrityRule {
  static let code = "red-line-without-issue"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North will never talk to the dam's builder, speaker: north, act: reject,
         about: {actor: gazette}, redLine: true}
    """,
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North calls the harvest its red line, speaker: north, act: state, redLine: true}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North will never accept a meter, speaker: north, act: reject,
         about: {issue: water, option: metered}, redLine: true}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.statements.enumerated().compactMap { position, statement in
      guard statement.redLine, !(statement.about?.parts.contains { $0.issue != nil } ?? false)
      else { return nil }
      return finding(
        context.path(to: statement, at: position).key("redLine"),
        "the red line is not on an issue",
        hint: "name in `about` the issue and the option it rules out, or leave out `redLine`")
    }
  }
}
