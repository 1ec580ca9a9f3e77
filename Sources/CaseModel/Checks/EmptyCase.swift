/// The case has no statements, so every view of it is empty. That is normal for a new case; in a
/// case that has been coded it means that the statements are missing from the file.
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
        hint: "add a source, and code its statements under `statements`")
    ]
  }
}
