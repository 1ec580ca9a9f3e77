/// The statement has no speaker. A statement counts for the actor that says or holds it; without
/// one it is attributed to no one and appears in no view.
struct NoSpeaker: IntegrityRule {
  static let code = "no-speaker"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: Turns are wanted, speaker: [], act: demand, about: {issue: water, option: shared}}
    """
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: Turns are wanted, speaker: [north], act: demand, about: {issue: water, option: shared}}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.statements.enumerated().compactMap { position, statement in
      guard statement.speaker.isEmpty else { return nil }
      return finding(
        context.path(to: statement, at: position).key("speaker"),
        "the statement `\(statement.id)` has no speaker",
        hint: "name who says or holds it; what the text says in its own voice, about no one in "
          + "particular, has its author as speaker")
    }
  }
}
