/// A quote records neither its words nor their digest, only a position. It is then impossible to
/// tell whether the words at that position are the ones the analyst read, and a change of the text
/// goes unnoticed. Or it records words and no position, and the text in which to look for them is
/// not present.
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
            path(), "the quote records neither its words nor their digest",
            hint: "add `exact:` with the words, or `sha256:` where the text may not be shown"))
      } else if !span.isPlaced, context.texts[statement.source].text == nil {
        findings.append(
          finding(
            path(),
            "the quote has no position, and the text of `\(statement.source)` is not present",
            hint: "put the text beside the case and add the position", remedy: .writeQuotePlaces))
      }
    }
    return findings
  }
}
