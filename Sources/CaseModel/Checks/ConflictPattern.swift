internal import Foundations

/// A pattern of a conflict does not have exactly one sign for each option, or has a sign other than
/// `Y` (taken), `N` (not taken) and `-` (either). It denotes no state, so the model cannot be
/// analysed. The status quo is one state and has no dash, unless it is one of the coalesced states.
/// In graph form, states have names and no patterns; `conflict-unknown-name` checks those.
struct ConflictPattern: IntegrityRule {
  static let code = "conflict-pattern"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    """
    conflicts:
      - id: gate
        title: The gate
        basis: ana
        decisionMakers: [{id: north, actors: north, ranking: [{states: [YN], basis: ana}]}]
        options: [{id: open, title: Open the gate, owners: north, evidence: [s1]}]
    """,
    """
    conflicts:
      - id: gate
        title: The gate
        basis: ana
        decisionMakers: [{id: north, actors: north, prefers: [{that: open, evidence: [s1]}]}]
        options: [{id: open, title: Open the gate, owners: north, evidence: [s1]}]
        infeasible: [{pattern: X, basis: ana}]
        statusQuo: "-"
    """,
    """
    conflicts:
      - id: gate
        title: The gate
        basis: ana
        decisionMakers: [{id: north, actors: north, compares: [{better: YY, than: N}]}]
        options: [{id: open, title: open the gate, owners: north}]
        states: [{state: YN, title: The gate stands open}]
    """,
  ]
  static let passing: [RuleExample] = [
    """
    conflicts:
      - id: gate
        title: The gate
        basis: ana
        decisionMakers: [{id: north, actors: north, ranking: [{states: [Y, N], basis: ana}]}]
        options: [{id: open, title: Open the gate, owners: north, evidence: [s1]}]
        forbidden: [{mover: north, from: Y, to: "-", basis: ana}]
        statusQuo: N
    """,
    """
    conflicts:
      - id: gate
        title: The gate
        basis: ana
        decisionMakers: [{id: north, actors: north, compares: [{better: open, than: shut}]}]
        states: [{state: open, title: The gate stands open}, shut]
        moves: [{mover: north, from: shut, to: open}]
        statusQuo: shut
    """,
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.conflicts.enumerated().flatMap { position, conflict in
      check(conflict, context.path(to: conflict, at: position))
    }
  }

  private static func check(_ conflict: Case.Conflict, _ path: EntryPath) -> [Finding] {
    guard !conflict.isGraph else { return [] }
    var findings: [Finding] = []
    let width = conflict.options.count
    func need(_ pattern: String, _ place: @autoclosure () -> EntryPath) {
      if pattern.count != width {
        findings.append(
          finding(
            place(),
            "the pattern `\(pattern.shortened(to: 80))` has \(pattern.count.counted("sign")), not \(width)",
            hint: "write one sign per option: Y, N or - for either"))
      } else if let sign = pattern.first(where: { !"YNyn-".contains($0) }) {
        findings.append(
          finding(
            place(), "the pattern `\(pattern.shortened(to: 80))` has the unknown sign `\(sign)`",
            hint: "use Y, N or - for either"))
      }
    }
    func needAll(_ patterns: [String], _ place: EntryPath) {
      for (number, pattern) in patterns.enumerated() { need(pattern, place.index(number)) }
    }
    for (number, rule) in conflict.infeasible.enumerated() {
      if let pattern = rule.pattern {
        need(pattern, path.key("infeasible").index(number).key("pattern"))
      }
    }
    for (number, move) in conflict.forbidden.enumerated() {
      need(move.from, path.key("forbidden").index(number).key("from"))
      need(move.to, path.key("forbidden").index(number).key("to"))
    }
    for (number, maker) in conflict.decisionMakers.enumerated() {
      let place = path.key("decisionMakers").index(number)
      for (number, tier) in maker.ranking.enumerated() {
        needAll(tier.states, place.key("ranking").index(number).key("states"))
      }
      for (number, pair) in maker.compares.enumerated() {
        for state in pair.states { need(state, place.key("compares").index(number)) }
      }
    }
    for (number, state) in conflict.states.enumerated() {
      need(state.state, path.key("states").index(number))
    }
    needAll(conflict.feasible, path.key("feasible"))
    needAll(conflict.coalesced, path.key("coalesced"))
    if let statusQuo = conflict.statusQuo {
      need(statusQuo, path.key("statusQuo"))
      let isOpen = statusQuo.contains("-") && statusQuo.count == width
      if isOpen, !(conflict.coalesced + conflict.feasible).contains(statusQuo) {
        findings.append(
          finding(
            path.key("statusQuo"), "the status quo `\(statusQuo)` does not decide every option",
            hint: "state for each option whether it is taken now"))
      }
    }
    return findings
  }
}
