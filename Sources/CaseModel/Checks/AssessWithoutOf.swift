/// An assessment does not say whose position or action it concerns. That is right where it judges
/// the talks as a whole; where it concerns a party, naming the party shows the judgement beside
/// that party's own words.
struct AssessWithoutOf: IntegrityRule {
  static let code = "assess-without-of"
  static let severity = Severity.note

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: The paper thinks South fears a dry summer, speaker: gazette, act: assess,
         about: {issue: water}}
    """
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: The paper thinks South fears a dry summer, speaker: gazette, act: assess, of: south,
         about: {issue: water}}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.statements.enumerated().compactMap { position, statement in
      // A claimed change without `of` is an error of its own.
      guard statement.act == .assess, statement.of.isEmpty, statement.change == nil else {
        return nil
      }
      return finding(
        context.path(to: statement, at: position).key("act"),
        "the assessment does not say whom it concerns",
        hint:
          "name in `of` the actor whose position, action or requirement it concerns, if there is one"
      )
    }
  }
}
