/// A step is said to wait for itself, or a promise to fall due upon its own fulfilment. It could
/// then never happen. Usually, what each side is to do for the other has been entered as one
/// option, and needs two.
struct RequirementOnItself: IntegrityRule {
  static let code = "requirement-on-itself"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: South takes turns if there are turns, speaker: south, act: condition,
         about: {issue: water, option: shared}, requires: [{issue: water, option: shared, kind: before}]}
    """,
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: South takes turns once the water is settled, speaker: south, act: condition,
         about: {issue: water, option: shared}, requires: [{issue: water, kind: exchange}]}
    """,
    """
    commitments:
      - {id: open-gate, debtors: north, creditors: south, what: Open the gate, strength: promised, evidence: [s1],
         dueStep: {after: {commitment: open-gate}}}
      - {id: turns, debtors: north, creditors: south, what: Draw by turns, strength: promised, evidence: [s1],
         about: {issue: water, option: shared}, requires: [{issue: water, option: shared, kind: before}]}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: South takes turns if they are not metered, speaker: south, act: condition,
         about: {issue: water, option: shared}, requires: [{issue: water, option: metered, kind: before}]}
      - {id: s2, source: day-one, quote: {start: 20, end: 39, sha256: \(RuleExample.digest)},
         gist: North will draw by turns if South does, speaker: north, act: threaten,
         about: {issue: water, option: shared}, requires: [{issue: water, option: shared, kind: trigger, party: south, stance: for}]}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    context.forEachWaiting { waiting in
      for (number, requirement) in waiting.requires.enumerated()
      where requirement.kind != .trigger {
        guard waiting.steps.contains(where: { isPart(of: requirement.step, $0) }) else { continue }
        findings.append(
          finding(
            waiting.path().index(number), "the step waits for itself",
            hint: "name another step; if each side is to act, make an option for each, with "
              + "`takenBy`"))
      }
    }
    for (position, commitment) in context.theCase.commitments.enumerated() {
      let own = [Subject.commitment(commitment.id)] + (commitment.about?.parts ?? [])
      guard let due = commitment.dueStep, own.contains(where: { isPart(of: due.step, $0) }) else {
        continue
      }
      findings.append(
        finding(
          context.path(to: commitment, at: position).key("dueStep"),
          "the promise falls due by its own fulfilment",
          hint: "name the other step that it follows or precedes"))
    }
    return findings
  }

  /// To take `step` is to take `waiting`, or a part of it.
  private static func isPart(of step: Step, _ waiting: Subject) -> Bool {
    guard case .issue(let id, let awaited) = step else { return step.subject == waiting }
    guard case .issue(id, let answer) = waiting else { return false }
    switch (awaited, answer) {
    // That the issue is settled at all includes every answer to it.
    case (.none, _), (.any, _): return true
    case (.options(let first), .options(let second)): return !Set(first).isDisjoint(with: second)
    case (.value(let first), .value(let second)): return first.key == second.key
    default: return false
    }
  }
}
