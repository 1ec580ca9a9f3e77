/// A requirement names as its giver an actor that is not a party, does not speak for one, and need
/// not act for the step to be taken; or it names a giver and is not an exchange. In a joint
/// exchange, `giver` says who provides what is required.
struct GiverNotParty: IntegrityRule {
  static let code = "giver-not-party"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: Both agree on turns against a meter, speaker: [north, south], act: accept,
         about: {issue: water, option: shared}, requires: [{issue: water, option: metered, kind: exchange, giver: gazette}]}
    """,
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: North takes turns after a meter, speaker: north, act: condition,
         about: {issue: water, option: shared}, requires: [{issue: water, option: metered, kind: before, giver: south}]}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 19, sha256: \(RuleExample.digest)},
         gist: Both agree on turns against a meter, speaker: [north, south], act: accept,
         about: {issue: water, option: shared}, requires: [{issue: water, option: metered, kind: exchange, giver: envoy}]}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    context.forEachRequirement { requirement, path in
      if requirement.giver.isEmpty { return }
      guard requirement.kind == .exchange else {
        findings.append(
          finding(
            path().key("giver"),
            "`giver` belongs to an exchange, and this is of the kind "
              + "`\(requirement.kind.rawValue)`",
            hint:
              "write `kind: exchange`, or leave `giver` out; who must act for an option to be "
              + "taken is given in its `takenBy`"))
        return
      }
      var known = Set(context.theCase.header.parties)
      if case .issue(let id, let answer) = requirement.step, let issue = context.index.issue(id) {
        known.formUnion(issue.parties)
        if case .options(let chosen) = answer {
          for option in issue.options where chosen.contains(option.id) {
            known.formUnion(option.takenBy)
          }
        }
      }
      for (place, giver) in requirement.giver.enumerated()
      where known.isDisjoint(with: context.voices(of: [giver])) {
        findings.append(
          finding(
            path().key("giver").index(place),
            "`\(giver)` is to give what is required here, and is not a party",
            hint: "name the party that gives it, or list `\(giver)` in the option's `takenBy`"))
      }
    }
    return findings
  }
}
