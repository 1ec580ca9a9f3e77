/// A milestone's `by` is one name without brackets, and names an actor. In this form it means the
/// analyst who made the entry; those who vote, release or attack are given as a list.
struct MilestoneByActor: IntegrityRule {
  static let code = "milestone-by"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    milestones: [{id: vote, title: The assembly votes, kind: vote, by: south}]
    """
  ]
  static let passing: [RuleExample] = [
    """
    milestones: [{id: vote, title: The assembly votes, kind: vote, by: [south], enteredBy: ana}, {id: dam, title: The dam is built, by: ana}]
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.milestones.enumerated().compactMap { position, milestone in
      guard milestone.by.isEmpty, let who = milestone.provenance.by?.raw,
        context.index.position(.actors, who) != nil,
        context.index.position(.analysts, who) == nil
      else { return nil }
      return finding(
        context.path(to: milestone, at: position).key("by"),
        "`\(who)` is read as the analyst who made this entry, but is an actor",
        hint: "write `by: [\(who)]` to name those who bring the milestone about")
    }
  }
}
