/// Words cease to apply before what they ask for is due, or before they were said; what a promise
/// waits for is due before the promise was made; or a recurring due date ends before it begins. An offer or a demand with such dates lapses before it can be
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
    milestones: [{id: dam-built, title: The dam is built}]
    commitments:
      - {id: open-gate, debtors: north, creditors: south, what: Open the gate, strength: promised, evidence: [s1],
         agreed: 2025-05-16, requires: [{milestone: dam-built, kind: before, due: 2025-05-01}]}
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
    var order = DateOrder<Self>()
    for (position, statement) in context.theCase.statements.enumerated() {
      let (due, until) = (statement.due?.value, statement.until?.value)
      if due == nil, until == nil { continue }
      let path = { context.path(to: statement, at: position) }
      let said = context.index.said(statement)
      order.compare(due, until, path().key("until")) {
        "it is valid until \($1.text), but what it asks for is due \($0.text)"
      }
      order.compare(said, until, path().key("until")) {
        "it is valid until \($1.text), but was said on \($0.text)"
      }
      order.compare(said, due, path().key("due")) {
        "what it asks for is due \($1.text), but it was said on \($0.text)"
      }
    }
    context.forEachWaiting { waiting in
      for (number, requirement) in waiting.requires.enumerated() {
        guard let due = requirement.due?.value else { continue }
        let path = { waiting.path().index(number).key("due") }
        order.compare(due, waiting.until, path()) {
          "it is valid until \($1.text), but this must be met by \($0.text)"
        }
        order.compare(waiting.since, due, path()) {
          "this must be met by \($1.text), but was \(waiting.isPromise ? "agreed" : "said") on \($0.text)"
        }
      }
    }
    for (position, commitment) in context.theCase.commitments.enumerated() {
      guard case .recurring(let recurrence)? = commitment.schedule else { continue }
      order.compare(
        recurrence.from ?? commitment.agreed, recurrence.until,
        context.path(to: commitment, at: position).key("schedule").key("until")
      ) { "it recurs until \($1.text), but begins \($0.text)" }
    }
    return order.findings
  }
}
