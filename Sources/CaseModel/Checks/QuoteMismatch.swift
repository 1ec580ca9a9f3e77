/// The quoted words do not stand in the source's text where the quote says. A statement whose
/// words cannot be shown in its source proves nothing, so every view that rests on it is in doubt.
/// Where the words stand elsewhere in the text, the hint gives the place.
struct QuoteMismatch: IntegrityRule {
  static let code = "quote-mismatch"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    .withText(
      """
      statements:
        - {id: s1, source: day-one, quote: {start: 4, end: 24, exact: North asks for turns},
           gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
      """),
    .withText(
      """
      statements:
        - {id: s1, source: day-one, quote: {start: 4, end: 24, sha256: \(northAsks)},
           gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
      """),
    .withText(
      """
      statements:
        - id: s1
          source: day-one
          quote: [{start: 0, end: 20, exact: North asks for turns}, {start: 22, end: 40, exact: South asks for more}]
          gist: North wants turns
          speaker: north
          act: demand
          about: {issue: water, option: shared}
      """),
    .withText(
      """
      statements:
        - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(RuleExample.digest)},
           gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
      """),
  ]
  static let passing: [RuleExample] = [
    .withText(
      """
      statements:
        - {id: s1, source: day-one, quote: {start: 0, end: 20, exact: North asks for turns},
           gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
      """),
    .withText(
      """
      statements:
        - {id: s1, source: day-one, quote: {start: 0, end: 20, sha256: \(northAsks)},
           gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
      """),
  ]

  private static let northAsks = SHA256Digest(of: "North asks for turns".utf8).hex

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    var search = DriftSearch()
    context.forEachSpan { span, statement, path in
      guard span.isProven, let text = context.texts[statement.source].text,
        span.end <= text.count, !span.stands(in: text),
        !context.hasOtherLineEnds(statement.source)
      else { return }
      let outcome = search.look(for: span, in: text, of: statement.source)
      findings.append(
        finding(
          path(),
          "the quoted words do not stand at \(span.start) to \(span.end) of `\(statement.source)`",
          hint: outcome.hint))
    }
    return findings
  }
}
