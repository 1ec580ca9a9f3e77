/// A due date recurs without end, has no first day, or never falls within its limits. A calendar
/// can list a recurring due date only from a first day to a last one.
struct EndlessSchedule: IntegrityRule {
  static let code = "endless-schedule"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    commitments:
      - {id: report, debtors: north, creditors: south, what: Report on the gate, strength: promised, evidence: [s1],
         schedule: {every: year, on: 12-10, from: 2025}}
    """,
    """
    commitments:
      - {id: report, debtors: north, creditors: south, what: Report on the gate, strength: promised, evidence: [s1],
         schedule: {every: month, times: 3}}
    """,
    """
    commitments:
      - {id: report, debtors: north, creditors: south, what: Report on the gate, strength: promised, evidence: [s1],
         schedule: {every: year, on: 12-10, from: 2025-02-01, until: 2025-03-01}}
    """,
    """
    commitments:
      - {id: report, debtors: north, creditors: south, what: Report on the gate, strength: promised, evidence: [s1],
         schedule: []}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    commitments:
      - {id: report, debtors: north, creditors: south, what: Report on the gate, strength: promised, evidence: [s1],
         schedule: {every: year, on: 12-10, from: 2025, until: 2027}}
    """,
    """
    commitments:
      - {id: report, debtors: north, creditors: south, what: Report on the gate, strength: promised, evidence: [s1],
         agreed: 2025-05-16, schedule: {every: month, count: 2, times: 3}}
    """,
    """
    commitments:
      - {id: report, debtors: north, creditors: south, what: Report on the gate, strength: promised, evidence: [s1],
         schedule: [{due: 2025-06-01}, {due: 2025-12-01}]}
    """,
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.commitments.enumerated().compactMap { position, commitment in
      guard let schedule = commitment.schedule, let fault = fault(schedule, commitment.agreed)
      else { return nil }
      return finding(
        context.path(to: commitment, at: position).key("schedule"), fault.message, hint: fault.hint)
    }
  }

  private static func fault(
    _ schedule: Case.Commitment.Schedule, _ agreed: EDTFDate?
  ) -> (message: String, hint: String)? {
    switch schedule {
    case .instalments(let instalments):
      guard instalments.isEmpty else { return nil }
      return (
        "the schedule is empty", "list the due dates as `[{due: 2025-06-01}]`, or leave it out"
      )
    case .recurring(let recurrence):
      let begins = recurrence.from ?? agreed
      if begins.map(\.hasOpenStart) ?? true {
        return (
          "the recurring due date has no first day",
          "give `from` in the schedule, or `agreed` in the commitment"
        )
      }
      let last = recurrence.until.flatMap { $0.hasOpenEnd ? nil : $0.latest }
      if last == nil, recurrence.times == nil {
        return (
          "the due date recurs without end",
          "give `until` or `times`; if the text names no end, the end of the agreement's term"
        )
      }
      guard let last, recurrence.days(agreed: agreed, through: last, limit: 1).isEmpty else {
        return nil
      }
      return (
        "no due date falls between the first day and the last",
        "correct `from`, `until` or `on`"
      )
    }
  }
}
