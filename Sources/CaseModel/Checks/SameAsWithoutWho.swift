/// Two wordings are held to be one milestone, and nobody is named who says so. That they are one
/// is a judgement on which a circle of preconditions, and so a deadlock, may rest.
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
            "nobody is named who says that `\(milestone.id)` and `\(link.milestone)` are one",
            hint: "name the analyst in `by`, or the statements that say so in `evidence`"))
      }
    }
    return findings
  }
}
