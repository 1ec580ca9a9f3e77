/// A quote keeps neither its words nor their digest, only a place. Nobody can then tell whether the
/// words at that place are the ones the analyst read, and a change of the text goes unseen. Or it keeps
/// words and no place, and the text in which they could be looked for is not at hand.
struct QuoteUnproven: IntegrityRule {
  static let code = "quote-unproven"
  static let severity = Severity.warning

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 20},
         gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
    """,
    """
    statements:
      - {id: s1, source: day-one, quote: {exact: North asks for turns},
         gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
    """,
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
    context.forEachSpan { span, statement, _, path in
      if !span.isProven {
        findings.append(
          finding(
            path(), "the quote has neither its words nor their digest",
            hint: "add `exact:` with the words, or `sha256:` where the text may not be shown"))
      } else if !span.isPlaced, context.texts[statement.source].text == nil {
        findings.append(
          finding(
            path(),
            "the quote names no place, and the text of `\(statement.source)` is not at hand",
            hint: "put the text beside the case and add the place", remedy: .writeQuotePlaces))
      }
    }
    return findings
  }
}
