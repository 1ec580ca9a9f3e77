/// Something ends before it begins: an office, a role, a speaks-for link or a legal act. Or a
/// promise falls due, or is reported on, before it was made; an act is interpreted in some way
/// before it was issued; or a text is tabled or signed before it was written. Views as of a date
/// would then include what never applied, or leave out what did.
struct BackwardDates: IntegrityRule {
  static let code = "backward-dates"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: gazette, name: The Gazette, kind: outlet}
      - id: envoy
        name: The envoy
        kind: person
        offices: [{title: Minister of water, of: north, from: 2025-03, to: 2024, basis: ana}]
        speaksFor: [{actor: north, basis: ana}]
    """,
    """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: gazette, name: The Gazette, kind: outlet,
         roles: [{role: observer, from: 2025-05-16, to: 2025-05-15, basis: ana}]}
      - {id: envoy, name: The envoy, kind: person,
         speaksFor: [{actor: north, from: 2025, to: 2022-23, basis: ana}]}
    """,
    """
    constraints:
      - id: water-law
        holder: south
        issued: 2024-06
        until: 2023
        readings: [{id: plain, forbids: {act: sign, with: north}, basis: ana}]
    """,
    """
    commitments:
      - {id: open-gate, debtors: north, creditors: south, what: Open the gate, strength: promised,
         agreed: 2025-05-16, due: 2025-05-01, evidence: [s1],
         status: [{date: 2025-04, level: 3, evidence: [s2]}]}
    """,
    """
    commitments:
      - {id: open-gate, debtors: north, creditors: south, what: Open the gate, strength: promised,
         agreed: 2025-05-16, schedule: [{due: 2025-05-01}, {due: 2025-06-01}], evidence: [s1]}
    """,
    """
    constraints:
      - {id: water-law, holder: south, issued: 2024-06,
         readings: [{id: plain, forbids: {act: sign, with: north}, since: 2023, basis: ana}]}
    """,
    """
    drafts:
      - {id: paper, date: 2025-05-15, by: north, to: south, evidence: [s1], clauses: [],
         status: [{level: tabled, date: 2025-05-10}], signed: {date: 2025-05-12, by: [north, south]}}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    drafts:
      - {id: paper, date: 2025-05-15, by: north, to: south, evidence: [s1], clauses: [],
         status: [{level: tabled, date: 2025-05-15}, {level: signed, date: 2025-05-16}],
         signed: {date: 2025-05-16, by: [north, south]}}
    """,
    """
    actors:
      - {id: north, name: North, kind: state}
      - {id: south, name: South, kind: state}
      - {id: gazette, name: The Gazette, kind: outlet}
      - id: envoy
        name: The envoy
        kind: person
        offices: [{title: Minister of water, of: north, from: 2025-03, to: 2025, basis: ana}]
        speaksFor: [{actor: north, from: 2025-03, basis: ana}]
    """,
    """
    commitments:
      - {id: open-gate, debtors: north, creditors: south, what: Open the gate, strength: promised,
         agreed: 2025-05-16, due: 2025-05, evidence: [s1],
         status: [{date: 2025-05-20, level: 3, evidence: [s2]}]}
    """,
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var order = DateOrder<Self>()
    for (position, actor) in context.theCase.actors.enumerated() {
      let path = context.path(to: actor, at: position)
      for (number, office) in actor.offices.enumerated() {
        order.compare(office.from, office.to, path.key("offices").index(number).key("to")) {
          "the office `\(office.title)` begins \($0.text) and ends \($1.text)"
        }
      }
      for (number, role) in actor.roles.enumerated() {
        order.compare(role.from, role.to, path.key("roles").index(number).key("to")) {
          "the role of \(role.role.rawValue) begins \($0.text) and ends \($1.text)"
        }
      }
      for (number, link) in actor.speaksFor.enumerated() {
        order.compare(link.from, link.to, path.key("speaksFor").index(number).key("to")) {
          "`\(actor.id)` speaks for `\(link.actor)` from \($0.text) to \($1.text)"
        }
      }
    }
    for (position, act) in context.theCase.constraints.enumerated() {
      order.compare(act.issued, act.until, context.path(to: act, at: position).key("until")) {
        "the act was issued \($0.text) and ended \($1.text)"
      }
    }
    for (position, act) in context.theCase.constraints.enumerated() {
      for (number, reading) in act.readings.enumerated() {
        order.compare(
          act.issued, reading.since,
          context.path(to: act, at: position).key("readings").index(number).key("since"),
          severity: .warning
        ) { "it is interpreted this way since \($1.text), before the act was issued on \($0.text)" }
      }
    }
    for (position, draft) in context.theCase.drafts.enumerated() {
      let path = context.path(to: draft, at: position)
      for (number, signing) in draft.signed.enumerated() {
        order.compare(
          draft.date, signing.date, path.key("signed").index(number).key("date"),
          severity: .warning
        ) { "it was signed on \($1.text), before it was written on \($0.text)" }
      }
      for (number, status) in draft.status.enumerated() {
        order.compare(
          draft.date, status.date, path.key("status").index(number).key("date"),
          severity: .warning
        ) { "it had this status on \($1.text), before it was written on \($0.text)" }
      }
    }
    for (position, commitment) in context.theCase.commitments.enumerated() {
      let path = context.path(to: commitment, at: position)
      order.compare(
        commitment.agreed, commitment.due ?? commitment.until,
        path.key(commitment.due == nil ? "until" : "due"), severity: .warning
      ) {
        "it is due \($1.text), before it was agreed on \($0.text)"
      }
      if case .instalments(let instalments)? = commitment.schedule {
        for (number, instalment) in instalments.enumerated() {
          order.compare(
            commitment.agreed, instalment.due, path.key("schedule").index(number).key("due"),
            severity: .warning
          ) { "it is due \($1.text), before it was agreed on \($0.text)" }
        }
      }
      for (number, report) in commitment.status.enumerated() {
        order.compare(
          commitment.agreed, report.date, path.key("status").index(number).key("date"),
          severity: .warning
        ) {
          "the report is dated \($1.text), before the commitment was agreed on \($0.text)"
        }
      }
    }
    return order.findings
  }
}
