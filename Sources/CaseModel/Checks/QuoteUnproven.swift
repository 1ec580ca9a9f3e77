/// A quote keeps neither its words nor their digest, only a place. Nobody can then tell whether the
/// words at that place are the ones the analyst read, and a change of the text goes unseen.
struct QuoteUnproven: IntegrityRule {
  static let code = "quote-unproven"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20},
         gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
    """
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20, exact: North asks for turns},
         gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
      - {id: s2, source: day-one, quote: {start: 21, end: 40, sha256: \(RuleExample.digest)},
         gist: South wants none, speaker: south, act: reject, about: {issue: water, option: shared}}
    """
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    context.forEachSpan { span, _, path in
      guard !span.isProven else { return }
      findings.append(
        finding(
          path(), "the quote has neither its words nor their digest",
          hint: "add `exact:` with the words, or `sha256:` where the text may not be shown"))
    }
    return findings
  }
}
