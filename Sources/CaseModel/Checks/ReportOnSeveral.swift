/// A report is about several things at once. A list under `about` is a package, all or nothing, which
/// only offers and the answers to them are; what is reported, confirmed, denied, assessed or alleged of
/// several things is a statement on each, and as a package it counts for none of them.
struct ReportOnSeveral: IntegrityRule {
  static let code = "report-on-several"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    milestones: [{id: dam-built, title: The dam is built}]
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: South says that the dam is built and turns are kept, speaker: south, act: state,
         about: [{milestone: dam-built}, {issue: water, option: shared}]}
    """
  ]
  static let passing: [RuleExample] = [
    """
    milestones: [{id: dam-built, title: The dam is built}]
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: South says that the dam is built, speaker: south, act: state,
         about: {milestone: dam-built}}
      - {id: s2, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: South offers turns and the dam together, speaker: south, act: offer,
         about: {together: [{milestone: dam-built}, {issue: water, option: shared}]}}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.statements.enumerated().compactMap { position, statement in
      guard case .together(let parts)? = statement.about, parts.count > 1,
        reports(statement.act)
      else { return nil }
      return finding(
        context.path(to: statement, at: position).key("about"),
        "`\(statement.id)` reports on \(parts.count) things as one package",
        hint: "write a statement for each of them, on the same quote")
    }
  }

  private static func reports(_ act: Case.Statement.Act) -> Bool {
    switch act {
    case .state, .confirm, .deny, .assess, .accuse: true
    default: false
    }
  }
}
