/// A conflict names a decision maker or an option that it does not have: as the owner of an option,
/// the mover of a forbidden move, a part of an infeasible combination, or something with a weight.
/// The model cannot be analysed. Names within formulas are checked by `dragoman stability`.
struct ConflictUnknownName: IntegrityRule {
  static let code = "conflict-unknown-name"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    """
    conflicts:
      - id: gate
        title: The gate
        basis: ana
        decisionMakers: [{id: north, actors: north, prefers: [{that: open, evidence: [s1]}]}]
        options: [{id: open, title: Open the gate, owners: nroth, evidence: [s1]}]
    """,
    """
    conflicts:
      - id: gate
        title: The gate
        basis: ana
        decisionMakers: [{id: north, actors: north, weights: [{option: opne, taken: 2, basis: ana}]}]
        options: [{id: open, title: Open the gate, owners: north, evidence: [s1]}]
        infeasible: [{exclusive: [open, shut], basis: ana}]
        forbidden: [{mover: south, from: Y, to: N, basis: ana}]
    """,
  ]
  static let passing: [RuleExample] = [
    """
    conflicts:
      - id: gate
        title: The gate
        basis: ana
        decisionMakers: [{id: north, actors: north, weights: [{option: open, taken: 2, basis: ana}]}]
        options: [{id: open, title: Open the gate, owners: north, evidence: [s1]}]
        forbidden: [{mover: north, from: Y, to: N, basis: ana}]
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.conflicts.enumerated().flatMap { position, conflict in
      check(conflict, context.path(to: conflict, at: position))
    }
  }

  private static func check(_ conflict: Case.Conflict, _ path: EntryPath) -> [Finding] {
    var findings: [Finding] = []
    let makers = conflict.decisionMakers.map(\.id.raw)
    let options = conflict.options.map(\.id.raw)
    func need(
      _ name: Slug, _ known: [String], _ noun: String, _ place: @autoclosure () -> EntryPath
    ) {
      guard !known.contains(name.raw) else { return }
      findings.append(
        finding(
          place(), "the conflict has no \(noun) `\(name)`",
          hint: nearest(to: name.raw, among: known).map { "did you mean `\($0)`?" }
            ?? (known.isEmpty ? "add it" : "known are \(known.alternatives)")))
    }
    for (number, option) in conflict.options.enumerated() {
      for owner in option.owners {
        need(owner, makers, "decision maker", path.key("options").index(number).key("owners"))
      }
    }
    for (number, rule) in conflict.infeasible.enumerated() {
      let place = path.key("infeasible").index(number)
      for name in rule.exclusive { need(name, options, "option", place.key("exclusive")) }
      for name in rule.atLeastOne { need(name, options, "option", place.key("atLeastOne")) }
    }
    for (number, move) in conflict.forbidden.enumerated() {
      need(move.mover, makers, "decision maker", path.key("forbidden").index(number).key("mover"))
    }
    for (number, maker) in conflict.decisionMakers.enumerated() {
      let place = path.key("decisionMakers").index(number).key("weights")
      for (number, weight) in maker.weights.enumerated() {
        need(weight.option, options, "option", place.index(number).key("option"))
      }
    }
    return findings
  }
}
