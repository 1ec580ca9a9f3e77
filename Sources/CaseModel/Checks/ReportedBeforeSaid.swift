/// A statement is reported before it was said: the last reporter spoke of it on a date before the
/// speaker's own. One of the two dates is wrong, or the speaker's is missing and the date of the
/// occasion or the source is used instead. Views of what was known at a date would be wrong.
struct ReportedBeforeSaid: IntegrityRule {
  static let code = "told-before-said"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: South says North wanted turns, speaker: north, via: south, act: demand,
         date: 2025-05-14, told: 2025-05-12, about: {issue: water, option: shared}}
    """,
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: South says North wanted turns, speaker: north, via: south, act: demand,
         told: 2025-05-12, about: {issue: water, option: shared}}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: South says North wanted turns, speaker: north, via: south, act: demand,
         date: 2022-03, told: 2025-05-12, about: {issue: water, option: shared}}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.statements.enumerated().compactMap { position, statement in
      guard let told = statement.told?.value, let said = context.index.said(statement),
        said.isLater(than: told)
      else { return nil }
      return finding(
        context.path(to: statement, at: position).key("told"),
        "it was reported \(told.text), before it was said on \(said.text)",
        hint: statement.date == nil
          ? "give `date`: without it, the date of the meeting or the source is used"
          : "correct `date` or `told`")
    }
  }
}
