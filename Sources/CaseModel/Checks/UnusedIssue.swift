/// No statement is on the issue, waits for one of its answers or supports a clause that settles it. Its row stays empty in every
/// view, which reads as if the parties had been silent on it; more likely it is not yet coded, or
/// its statements are under another issue.
struct UnusedIssue: IntegrityRule {
  static let code = "unused-issue"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    issues:
      - id: water
        title: Who draws the water
        kind: negotiable
        options: [{id: shared, title: Drawn by turns}, {id: metered, title: Drawn by meter}]
      - id: bridge
        title: Who mends the bridge
        kind: negotiable
        options: [{id: both, title: Both}]
    """
  ]
  static let passing: [RuleExample] = [
    """
    issues:
      - id: water
        title: Who draws the water
        kind: negotiable
        options: [{id: shared, title: Drawn by turns}, {id: metered, title: Drawn by meter}]
      - id: bridge
        title: Who mends the bridge
        kind: negotiable
        options: [{id: both, title: Both}]
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North wants the bridge mended before turns, speaker: north, act: condition,
         about: {issue: water, option: shared}, requires: [{issue: bridge, kind: before}]}
    """,
    """
    issues:
      - id: bridge
        title: Who mends the bridge
        kind: negotiable
        options: [{id: both, title: Both}]
    drafts:
      - {id: pact, title: The bridge pact, evidence: [s1],
         clauses: [{id: one, about: {issue: bridge, option: both}, status: proposed, evidence: [s1]}]}
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North puts the pact forward, speaker: north, act: propose, about: {draft: pact}}
    """,
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var used: Set<Case.Issue.ID> = []
    for statement in context.theCase.statements {
      for issue in (statement.about?.parts ?? []).compactMap(\.issue) { used.insert(issue) }
      for requirement in statement.requires {
        if case .issue(let issue, _) = requirement.step { used.insert(issue) }
      }
    }
    for clause in context.theCase.drafts.flatMap(\.clauses) {
      let subjects = [clause.about] + clause.alternatives.map(\.about)
      used.formUnion(subjects.flatMap { $0?.issues ?? [] })
    }
    return context.theCase.issues.enumerated().compactMap { position, issue in
      guard !used.contains(issue.id) else { return nil }
      return finding(
        context.path(to: issue, at: position), "no statement is on the issue `\(issue.id)`",
        hint: "code what the sources say about it, or remove the issue")
    }
  }
}
