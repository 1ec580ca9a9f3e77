/// A part of a conflict has no basis: an option, a preference, an infeasible combination, a move or
/// a forbidden move lists no statements and names no one as its author. The results of the model
/// then rest on no one's judgement. Many such parts are the analyst's own: name the analyst in the
/// `basis` of the part, or of the whole conflict if all of it is.
struct ConflictWithoutBasis: IntegrityRule {
  static let code = "conflict-without-basis"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    conflicts:
      - id: gate
        title: The gate
        decisionMakers: [{id: north, actors: north, prefers: [{that: open}]}]
        options: [{id: open, title: Open the gate, owners: north, evidence: [s1]}]
    """
  ]
  static let passing: [RuleExample] = [
    """
    conflicts:
      - id: gate
        title: The gate
        decisionMakers:
          - {id: north, actors: north, prefers: [{that: open, uncertain: true, basis: ana}]}
        options: [{id: open, title: Open the gate, owners: north, evidence: [s1]}]
    """,
    """
    conflicts:
      - id: gate
        title: The gate
        basis: ana
        decisionMakers: [{id: north, actors: north, prefers: [{that: open}]}]
        options: [{id: open, title: Open the gate, owners: north}]
    """,
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.conflicts.enumerated().flatMap { position, conflict in
      check(conflict, context.path(to: conflict, at: position))
    }
  }

  private static func check(_ conflict: Case.Conflict, _ path: EntryPath) -> [Finding] {
    guard conflict.evidence.isEmpty else { return [] }
    var findings: [Finding] = []
    func need(_ parts: [some Evidenced], _ noun: String, _ place: EntryPath) {
      for (number, part) in parts.enumerated() where part.evidence.isEmpty {
        findings.append(
          finding(
            place.index(number), "\(noun) has no basis",
            hint: "list the statements that say so in `evidence`, or name who says so in `basis`"))
      }
    }
    need(conflict.options, "the option", path.key("options"))
    need(conflict.infeasible, "that this cannot be", path.key("infeasible"))
    need(conflict.forbidden, "that the move cannot be made", path.key("forbidden"))
    need(conflict.moves, "the move", path.key("moves"))
    for (number, maker) in conflict.decisionMakers.enumerated() {
      let place = path.key("decisionMakers").index(number)
      need(maker.prefers, "the preference", place.key("prefers"))
      need(maker.weights, "the weight", place.key("weights"))
      need(maker.ranking, "the tier", place.key("ranking"))
      need(maker.compares, "the comparison", place.key("compares"))
    }
    return findings
  }
}
