/// A fact of the record has no basis: it lists no statements and names no one as its authority.
/// Readers need to know how every line is known, above all a promise, for which this is an error.
/// The evidence for a draft or a meeting also covers its clauses or delegations.
struct MissingEvidence: IntegrityRule {
  static let code = "missing-evidence"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    commitments:
      - {id: open-gate, debtors: north, creditors: south, what: Open the gate, strength: promised}
    """,
    """
    commitments:
      - {id: open-gate, debtors: north, creditors: south, what: Open the gate, strength: promised,
         evidence: [s1], status: [{date: 2025-05-20, level: 3}]}
    """,
    """
    meetings:
      - {id: first-round, kind: talks, status: held, date: 2025-05-15}
    """,
    """
    meetings:
      - id: first-round
        kind: talks
        status: held
        date: 2025-05-15
        delegations:
          - {party: south, others: 3, evidence: [s2]}
          - {party: north, members: [{actor: envoy, head: true}]}
    """,
    """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: gazette, name: The Gazette, kind: outlet, roles: [{role: observer}]}
      - {id: envoy, name: The envoy, kind: person, offices: [{title: Minister of water}],
         speaksFor: [{actor: north}]}
    """,
    """
    constraints:
      - {id: water-law, holder: south, issued: 2024-06, evidence: [s2],
         readings: [{id: plain, forbids: {act: sign, with: north}, heldBy: south}]}
    """,
    """
    drafts:
      - {id: paper, date: 2025-05-15, by: north, to: south,
         clauses: [{id: turns, about: {issue: water, option: shared}, status: bracketed}]}
    """,
    """
    milestones:
      - {id: dam-built, title: The dam is built, reached: {date: 2025-04}}
    """,
    """
    interests:
      - {id: harvest, actor: north, title: To save the harvest}
    """,
    """
    milestones:
      - {id: vote, title: The assembly votes, kind: vote, by: [south], planned: 2025-06}
      - {id: truce, title: The truce holds, reached: {date: 2025-04, basis: ana}, lost: {date: 2025-05}}
    issues:
      - {id: water, title: Who draws the water, kind: negotiable,
         options: [{id: shared, title: Drawn by turns}, {id: metered, title: Drawn by meter}],
         ended: {how: settled}}
    """,
    """
    drafts:
      - {id: paper, by: north, to: south, signed: {date: 2025-05-15, by: [north, south]},
         clauses: [{id: turns, about: {issue: water, option: shared}, status: agreed, evidence: [s1]}]}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    meetings:
      - id: first-round
        kind: talks
        status: held
        date: 2025-05-15
        evidence: [s1]
        delegations: [{party: north, members: [{actor: envoy, head: true}]}]
    """,
    """
    commitments:
      - {id: open-gate, debtors: north, creditors: south, what: Open the gate, strength: promised,
         basis: ana}
    drafts:
      - {id: paper, date: 2025-05-15, by: north, to: south, evidence: [s1],
         clauses: [{id: turns, about: {issue: water, option: shared}, status: bracketed}]}
    milestones:
      - {id: dam-built, title: The dam is built, reached: {date: 2025-04, evidence: [s1, s2]}}
      - {id: dam-filled, title: The dam is filled}
      - {id: vote, title: The assembly votes, kind: vote, by: [south], planned: 2025-06, evidence: [s2]}
    """,
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    let theCase = context.theCase
    var findings: [Finding] = []
    func need(
      _ evidence: Evidence, _ fact: String, _ path: @autoclosure () -> EntryPath,
      _ severity: Severity = Self.severity
    ) {
      guard evidence.isEmpty else { return }
      findings.append(
        finding(
          path(), "\(fact) has no basis",
          hint: "list the statements that say so in `evidence`, or name who says so in `basis`",
          severity: severity))
    }
    for (position, actor) in theCase.actors.enumerated() {
      let path = context.path(to: actor, at: position)
      for (number, role) in actor.roles.enumerated() {
        need(role.evidence, "the role of \(role.role.rawValue)", path.key("roles").index(number))
      }
      for (number, office) in actor.offices.enumerated() {
        need(office.evidence, "the office `\(office.title)`", path.key("offices").index(number))
      }
      for (number, link) in actor.speaksFor.enumerated() {
        need(
          link.evidence, "that `\(actor.id)` speaks for `\(link.actor)`",
          path.key("speaksFor").index(number), .note)
      }
    }
    for (position, meeting) in theCase.meetings.enumerated() {
      let path = context.path(to: meeting, at: position)
      need(meeting.evidence, "the meeting", path)
      guard meeting.evidence.isEmpty else { continue }
      for (number, delegation) in meeting.delegations.enumerated() {
        let path = path.key("delegations").index(number)
        need(delegation.evidence, "the delegation of `\(delegation.party)`", path)
        guard delegation.evidence.isEmpty else { continue }
        for (number, member) in delegation.members.enumerated() {
          need(
            member.evidence, "that `\(member.actor)` was in the delegation",
            path.key("members").index(number))
        }
      }
    }
    for (position, milestone) in theCase.milestones.enumerated() {
      let path = context.path(to: milestone, at: position)
      if let reached = milestone.reached {
        need(reached.evidence, "that the milestone is reached", path.key("reached"))
      }
      if let lost = milestone.lost {
        need(lost.evidence, "that the milestone is lost", path.key("lost"))
      }
      if milestone.planned != nil || milestone.due != nil {
        let key = milestone.planned == nil ? "due" : "planned"
        need(
          milestone.evidence, "when the milestone is \(key == "due" ? "due" : "planned for")",
          path.key(key))
      }
    }
    for (position, issue) in theCase.issues.enumerated() {
      let path = context.path(to: issue, at: position)
      if let ended = issue.ended {
        need(ended.evidence, "that the issue has ended", path.key("ended"))
      }
      for (number, equivalent) in issue.equivalents.enumerated() {
        need(equivalent.evidence, "the equivalent", path.key("equivalents").index(number))
      }
    }
    for (position, interest) in theCase.interests.enumerated() {
      need(interest.evidence, "the interest", context.path(to: interest, at: position))
    }
    for (position, commitment) in theCase.commitments.enumerated() {
      let path = context.path(to: commitment, at: position)
      need(commitment.evidence, "the commitment", path, .error)
      for (number, report) in commitment.status.enumerated() {
        need(report.evidence, "the status report", path.key("status").index(number))
      }
    }
    for (position, act) in theCase.constraints.enumerated() {
      let path = context.path(to: act, at: position).key("readings")
      for (number, reading) in act.readings.enumerated() {
        need(reading.evidence, "the reading `\(reading.id)`", path.index(number))
      }
    }
    for (position, draft) in theCase.drafts.enumerated() where draft.evidence.isEmpty {
      let path = context.path(to: draft, at: position)
      for (number, signing) in draft.signed.enumerated() {
        need(signing.evidence, "that the text was signed", path.key("signed").index(number))
      }
      for (number, clause) in draft.clauses.enumerated() {
        need(clause.evidence, "the clause `\(clause.id)`", path.key("clauses").index(number))
      }
    }
    return findings
  }
}
