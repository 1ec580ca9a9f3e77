/// Taking note is coded as being for or against. To take note of a demand is to say neither yes nor
/// no; adding a stance creates an agreement, or a refusal, that no one expressed.
struct TakeNoteWithStance: IntegrityRule {
  static let code = "take-note-with-stance"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: South took note of the wish for turns, speaker: south, act: takeNote, stance: for,
         about: {issue: water, option: shared}}
    """
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: South took note of the wish for turns, speaker: south, act: takeNote, stance: open,
         about: {issue: water, option: shared}}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.statements.enumerated().compactMap { position, statement in
      guard statement.act == .takeNote, let stance = statement.stance,
        stance == .for || stance == .against
      else { return nil }
      return finding(
        context.path(to: statement, at: position).key("stance"),
        "taking note is coded as being \(stance.rawValue)",
        hint: "leave out `stance`; if the words say yes or no, the act is `accept` or `reject`")
    }
  }
}
