/// Two wordings are treated as one milestone, and no one is named as the author of that judgement.
/// A circle of preconditions, and so a deadlock, may rest on it.
struct SameAsWithoutWho: IntegrityRule {
  static let code = "same-as-without-who"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    milestones:
      - {id: dam-built, title: The dam is built}
      - {id: works-done, title: The works are done, sameAs: [{milestone: dam-built}]}
    """
  ]
  static let passing: [RuleExample] = [
    """
    milestones:
      - {id: dam-built, title: The dam is built}
      - {id: works-done, title: The works are done, sameAs: [{milestone: dam-built, by: ana}]}
      - {id: wall-stands, title: The wall stands, sameAs: [{milestone: dam-built, evidence: [s1]}]}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    for (position, milestone) in context.theCase.milestones.enumerated() {
      for (number, link) in milestone.sameAs.enumerated()
      where link.by == nil && link.evidence.isEmpty {
        findings.append(
          finding(
            context.path(to: milestone, at: position).key("sameAs").index(number),
            "no one is named as saying that `\(milestone.id)` and `\(link.milestone)` are the same",
            hint: "name the analyst in `by`, or the statements that say so in `evidence`"))
      }
    }
    return findings
  }
}
