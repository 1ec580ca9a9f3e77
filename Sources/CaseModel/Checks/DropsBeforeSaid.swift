/// A statement withdraws words that were said only after it. One of the two dates is wrong, or the
/// wrong statement is named.
struct DropsBeforeSaid: IntegrityRule {
  static let code = "drops-before-said"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North asks for turns, speaker: envoy, act: demand, date: 2025-05-12,
         about: {issue: water, option: shared}}
      - {id: s2, source: day-one, quote: {start: 20, end: 39, sha256: \(RuleExample.digest)},
         gist: North no longer asks for turns, speaker: north, act: withdraw, date: 2025-05-10,
         about: {issue: water, option: shared}, drops: s1}
    """
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North asks for turns, speaker: envoy, act: demand, date: 2025-05-01,
         about: {issue: water, option: shared}}
      - {id: s2, source: day-one, quote: {start: 20, end: 39, sha256: \(RuleExample.digest)},
         gist: North no longer asks for turns, speaker: north, act: withdraw, date: 2025-05-10,
         about: {issue: water, option: shared}, drops: s1}
    """,
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North asks for turns, speaker: envoy, act: demand, date: 2025-05,
         about: {issue: water, option: shared}}
      - {id: s2, source: day-one, quote: {start: 20, end: 39, sha256: \(RuleExample.digest)},
         gist: North no longer asks for turns, speaker: north, act: withdraw, date: 2025-05-10,
         about: {issue: water, option: shared}, drops: s1}
    """,
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    for (position, statement) in context.theCase.statements.enumerated() {
      guard !statement.drops.isEmpty, let said = context.index.said(statement) else { continue }
      for (number, id) in statement.drops.enumerated() {
        guard let dropped = context.index.statement(id), let before = context.index.said(dropped),
          before.isLater(than: said)
        else { continue }
        findings.append(
          finding(
            context.path(to: statement, at: position).key("drops").index(number),
            "`\(statement.id)` of \(said.text) withdraws `\(id)`, which was said on \(before.text)",
            hint: "correct one of the two dates, or name another statement"))
      }
    }
    return findings
  }
}
