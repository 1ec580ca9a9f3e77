/// A statement is dated after the source that reports it. A document cannot report what had not yet
/// been said: a date in the words is often the date of what is promised, not of the promise.
/// Positions as of a date come out wrong where such a date is entered.
struct SaidAfterSource: IntegrityRule {
  static let code = "said-after-source"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North will open the gate in June, speaker: north, act: commit, date: 2025-06,
         about: {issue: water, option: shared}}
    """,
    """
    meetings:
      - {id: second-round, kind: talks, status: planned, planned: 2025-05-20, evidence: [s1]}
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North will ask for turns at the second round, speaker: north, act: state,
         at: second-round, about: {issue: water, option: shared}}
    """,
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: South says North wanted turns, speaker: north, via: south, act: demand,
         date: 2025-05-10, told: 2025-05-18, about: {issue: water, option: shared}}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North will open the gate in June, speaker: north, act: commit, date: 2025-05,
         about: {issue: water, option: shared}}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    for (position, statement) in context.theCase.statements.enumerated() {
      guard let published = context.index.source(statement.source)?.published else { continue }
      func report(_ key: String, _ verb: String, _ date: EDTFDate, _ hint: String) {
        findings.append(
          finding(
            context.path(to: statement, at: position).key(key),
            "\(verb) \(date.text), after `\(statement.source)` was published on \(published.text)",
            hint: hint))
      }
      if let said = context.index.said(statement), said.isLater(than: published) {
        if statement.date != nil {
          report(
            "date", "it was said", said,
            "give the date on which it was said, not that of its subject")
        } else {
          report(
            "at", "the meeting at which it was said is dated", said,
            "a future meeting belongs in `about`; `at` is where the statement was made")
        }
      }
      if let told = statement.told?.value, told.isLater(than: published) {
        report("told", "it was reported", told, "leave `told` out: the source's date is used")
      }
    }
    return findings
  }
}
