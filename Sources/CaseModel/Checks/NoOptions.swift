/// The answers to the issue are options, and it has none. Statements on it can then say no more
/// than that someone spoke of it, and the parties' positions cannot be compared.
struct NoOptions: IntegrityRule {
  static let code = "no-options"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    issues:
      - {id: water, title: Who draws the water, kind: negotiable}
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North speaks of water, speaker: north, act: state, about: {issue: water}}
    """
  ]
  static let passing: [RuleExample] = [
    """
    issues:
      - {id: turn, title: How long a turn is, kind: negotiable, value: quantity, unit: day}
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
         gist: North speaks of turns, speaker: north, act: state, about: {issue: turn}}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.issues.enumerated().compactMap { position, issue in
      guard issue.value == .option, issue.options.isEmpty else { return nil }
      return finding(
        context.path(to: issue, at: position), "the issue `\(issue.id)` has no options",
        hint: "list the answers that the sources mention under `options`, or state in `value` that "
          + "answers are quantities, dates or sets")
    }
  }
}
