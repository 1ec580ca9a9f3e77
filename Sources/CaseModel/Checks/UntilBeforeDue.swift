/// Words cease to apply before what they ask for is due, or before they were said; or a recurring
/// due date ends before it begins. An offer or a demand with such dates lapses before it can be
/// met.
struct UntilBeforeDue: IntegrityRule {
  static let code = "until-before-due"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North wants turns by June and holds to that until mid-May, speaker: north, act: demand,
         about: {issue: water, option: shared}, due: 2025-06-01, until: 2025-05-20}
    """,
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North offers turns, speaker: north, act: offer, date: 2025-05-10,
         about: {issue: water, option: shared}, until: 2025-05-01}
    """,
    """
    milestones: [{id: dam-built, title: The dam is built}]
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North offers turns if the dam is built by July, speaker: north, act: offer,
         about: {issue: water, option: shared}, until: 2025-06-01, requires: [{milestone: dam-built, kind: before, due: 2025-07-01}]}
    """,
    """
    commitments:
      - {id: report, debtors: north, creditors: south, what: Report on the gate, strength: promised, evidence: [s1],
         schedule: {every: year, on: 12-10, from: 2026, until: 2025}}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North wants turns by June and holds to that until July, speaker: north, act: demand, date: 2025-05-10,
         about: {issue: water, option: shared}, due: 2025-06-01, until: 2025-07-01}
    """,
    """
    commitments:
      - {id: report, debtors: north, creditors: south, what: Report on the gate, strength: promised, evidence: [s1],
         schedule: {every: year, on: 12-10, from: 2025, until: 2030}}
    """,
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    func compare(
      _ earlier: EDTFDate?, _ later: EDTFDate?, _ path: @autoclosure () -> EntryPath,
      _ message: (EDTFDate, EDTFDate) -> String
    ) {
      guard let earlier, let later, earlier.isLater(than: later) else { return }
      findings.append(
        finding(path(), message(earlier, later), hint: "correct one of the two dates"))
    }
    for (position, statement) in context.theCase.statements.enumerated() {
      let (due, until) = (statement.due?.value, statement.until?.value)
      let path = { context.path(to: statement, at: position) }
      if due != nil || until != nil {
        let said = context.index.said(statement)
        compare(due, until, path().key("until")) {
          "it is valid until \($1.text), but what it asks for is due \($0.text)"
        }
        compare(said, until, path().key("until")) {
          "it is valid until \($1.text), but was said on \($0.text)"
        }
        compare(said, due, path().key("due")) {
          "what it asks for is due \($1.text), but it was said on \($0.text)"
        }
      }
      for (number, requirement) in statement.requires.enumerated() where requirement.due != nil {
        compare(
          requirement.due?.value, until, path().key("requires").index(number).key("due")
        ) { "it is valid until \($1.text), but this must be met by \($0.text)" }
        compare(
          context.index.said(statement), requirement.due?.value,
          path().key("requires").index(number).key("due")
        ) { "this must be met by \($1.text), but was said on \($0.text)" }
      }
    }
    for (position, commitment) in context.theCase.commitments.enumerated() {
      guard case .recurring(let recurrence)? = commitment.schedule else { continue }
      compare(
        recurrence.from ?? commitment.agreed, recurrence.until,
        context.path(to: commitment, at: position).key("schedule").key("until")
      ) { "it recurs until \($1.text), but begins \($0.text)" }
    }
    return findings
  }
}
