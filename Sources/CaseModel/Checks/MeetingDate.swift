/// A meeting's dates do not fit its status. A meeting that was held has the day on which it was
/// held (`date`), one that is planned the day for which it is planned (`planned`); one that was
/// proposed or did not take place has no `date`. The calendar, and the dating of what was said at
/// the meeting, depend on these.
struct MeetingDate: IntegrityRule {
  static let code = "meeting-date"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    meetings:
      - {id: first-round, kind: talks, status: held, planned: 2025-05-15, evidence: [s1]}
    """,
    """
    meetings:
      - {id: second-round, kind: talks, status: planned, evidence: [s1]}
    """,
    """
    meetings:
      - {id: second-round, kind: talks, status: planned, date: 2025-06-02, evidence: [s1]}
    """,
    """
    meetings:
      - {id: leaders, kind: summit, status: proposed, date: 2025-06, evidence: [s1]}
    """,
    """
    meetings:
      - {id: call, kind: call, status: notHeld, planned: 2025-05-14, date: 2025-05-14, evidence: [s1]}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    meetings:
      - {id: first-round, kind: talks, status: held, planned: 2025-05-15, date: 2025-05-16, evidence: [s1]}
      - {id: second-round, kind: talks, status: planned, planned: 2025-06-02, evidence: [s1]}
      - {id: call, kind: call, status: notHeld, planned: 2025-05-14, evidence: [s1]}
      - {id: leaders, kind: summit, status: proposed, evidence: [s1]}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    for (position, meeting) in context.theCase.meetings.enumerated() {
      func report(_ key: String, _ message: String, _ hint: String) {
        findings.append(
          finding(context.path(to: meeting, at: position).key(key), message, hint: hint))
      }
      switch (meeting.status, meeting.date) {
      case (.held, nil):
        report(
          "status", "the meeting was held, but has no date",
          "add `date:`, as precise as the sources are")
      case (.held, _?): break
      case (.planned, nil):
        if meeting.planned == nil {
          report(
            "status", "the meeting is planned, but for no date",
            "add `planned:`, or write `status: proposed`")
        }
      case (.planned, _?):
        report(
          "date", "the meeting is planned, but has `date`, as if it had been held",
          "write the day it is planned for in `planned`, or `status: held`")
      case (.proposed, _?):
        report(
          "date", "the meeting is proposed, but has `date`, as if it had been held",
          "write the day proposed in `planned`, or `status: held`")
      case (.notHeld, _?):
        report(
          "date", "the meeting was not held, but has `date`, as if it had been",
          "write the day it was planned for in `planned`, or `status: held`")
      case (.proposed, nil), (.notHeld, nil): break
      }
    }
    return findings
  }
}
