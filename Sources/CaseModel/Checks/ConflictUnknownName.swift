internal import Foundations

/// A conflict names a decision maker, an option or, in graph form, a state that it does not have:
/// as the owner of an option, the mover of a move, either end of a move, a part of an infeasible
/// combination, something with a weight, or a state in a ranking. The model cannot be analysed.
/// Names within formulas are checked by `dragoman stability`.
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
    """
    conflicts:
      - id: gate
        title: The gate
        basis: ana
        decisionMakers: [{id: north, actors: north, ranking: [{states: opne}, {states: shut}]}]
        states: [open, shut]
        moves: [{mover: north, from: shut, to: ajar}]
        statusQuo: closed
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
          hint: suggestion(for: name.raw, among: known)
            ?? (known.isEmpty ? "add it" : "it has \(known.alternatives)")))
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
    for (number, move) in conflict.moves.enumerated() {
      need(move.mover, makers, "decision maker", path.key("moves").index(number).key("mover"))
    }
    for (number, maker) in conflict.decisionMakers.enumerated() {
      let place = path.key("decisionMakers").index(number).key("weights")
      for (number, weight) in maker.weights.enumerated() {
        need(weight.option, options, "option", place.index(number).key("option"))
      }
    }
    guard conflict.isGraph else { return findings }
    let states = conflict.states.map(\.state)
    for (name, place) in conflict.namedStates(path) { need(Slug(name), states, "state", place) }
    return findings
  }
}

extension Case.Conflict {
  /// In graph form, each mention of a state beside the list of states, and where it stands.
  fileprivate func namedStates(_ path: EntryPath) -> [(name: String, place: EntryPath)] {
    var found: [(name: String, place: EntryPath)] = []
    for (number, move) in moves.enumerated() {
      let place = path.key("moves").index(number)
      found += [(move.from, place.key("from")), (move.to, place.key("to"))]
    }
    for (number, maker) in decisionMakers.enumerated() {
      let place = path.key("decisionMakers").index(number)
      for (number, tier) in maker.ranking.enumerated() {
        found += tier.states.map { ($0, place.key("ranking").index(number).key("states")) }
      }
      for (number, pair) in maker.compares.enumerated() {
        found += pair.states.map { ($0, place.key("compares").index(number)) }
      }
    }
    return found + (statusQuo.map { [($0, path.key("statusQuo"))] } ?? [])
  }
}
