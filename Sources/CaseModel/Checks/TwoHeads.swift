/// A delegation has more than one head, and the record does not call them joint heads. Who led it
/// shows how high the party's representation was, and whose word bound it; where two sources
/// disagree, that is a matter for two statements. Heads whose `role` says that they led it jointly
/// ("joint head", "co-chair") are left alone.
struct TwoHeads: IntegrityRule {
  static let code = "two-heads"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    meetings:
      - id: first-round
        kind: talks
        status: held
        date: 2025-05-15
        evidence: [s1]
        delegations:
          - party: north
            members: [{actor: envoy, head: true}, {actor: north, rank: minister, head: true}]
    """
  ]
  static let passing: [RuleExample] = [
    """
    meetings:
      - id: first-round
        kind: talks
        status: held
        date: 2025-05-15
        evidence: [s1]
        delegations:
          - {party: north, members: [{actor: envoy, head: true}, {actor: north, rank: minister}]}
          - party: south
            members:
              - {actor: south, head: true, role: joint head}
              - {actor: envoy, head: true, role: joint head}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    for (position, meeting) in context.theCase.meetings.enumerated() {
      for (number, delegation) in meeting.delegations.enumerated() {
        let heads = delegation.members.indices.filter { delegation.members[$0].head }
        guard heads.count > 1, !heads.allSatisfy({ isJoint(delegation.members[$0]) }) else {
          continue
        }
        let names = heads.map { delegation.members[$0].actor.raw }
        findings.append(
          finding(
            context.path(to: meeting, at: position).key("delegations").index(number)
              .key("members").index(heads[1]).key("head"),
            "the delegation of `\(delegation.party)` has \(heads.count) heads: "
              + names.prefix(6).map { "`\($0)`" }.joined(separator: ", "),
            hint:
              "keep `head` only for the one who led it, or write `role: joint head` with each"))
      }
    }
    return findings
  }

  private static func isJoint(_ delegate: Case.Meeting.Delegate) -> Bool {
    let words = (delegate.role ?? "").lowercased()
    return ["joint", "co-"].contains { words.hasPrefix($0) || words.contains(" \($0)") }
  }
}
