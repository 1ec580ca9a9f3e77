/// Words cease to apply before what they ask for is due, or before they were said; what a promise
/// waits for is due before the promise was made; or a recurring due date ends before it begins. An offer or a demand with such dates lapses before it can be
/// met. A report on a promise may name the day on which it was due.
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
    commitments:
      - {id: pay, debtors: north, creditors: south, what: Pay, strength: promised, evidence: [s1], agreed: 2025-04-01,
         schedule: [{due: 2025-05-01}, {due: 2025-06-01}]}
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North did not pay in May, speaker: south, of: north, act: accuse, date: 2025-05-10,
         about: {commitment: pay}, due: 2025-05-01}
    """,
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
    func compare(
      _ earlier: CheckContext.Term.Day?, _ later: CheckContext.Term.Day?,
      at named: CheckContext.Term.Day?
    ) {
      guard let earlier, let later, let named else { return }
      order.compare(earlier.date, later.date, named.path()) {
        "\(later.words) \($1.text), but \(earlier.words) \($0.text)"
      }
    }
    context.forEachTerm { term in
      compare(term.due, term.until, at: term.due)
      compare(term.since, term.until, at: term.until)
      compare(term.since, term.due, at: term.due)
    }
    return order.findings
  }
}
