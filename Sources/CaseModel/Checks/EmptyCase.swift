/// The case holds no statements, so every view of it is empty. That is how a case begins; in a
/// case that was coded it means that the statements were left behind.
struct EmptyCase: IntegrityRule {
  static let code = "empty-case"
  static let severity = Severity.note

  static let triggering: [RuleExample] = ["statements: []"]
  static let passing: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    guard context.theCase.statements.isEmpty else { return [] }
    return [
      finding(
        EntryPath([.key("case")]), "the case has no statements yet",
        hint: "add a source, and code what it says under `statements`")
    ]
  }
}
