/// The quoted words are not in the source's text at the position the quote gives. A statement whose
/// words cannot be shown in its source proves nothing, so every view that rests on it is in doubt.
/// Where the words occur elsewhere in the text, the hint gives the position, and `dragoman check
/// --fix` writes it; where they do not occur, it gives the nearest passage and the difference.
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
    .withText(
      """
      statements:
        - {id: s1, source: day-one, quote: {exact: North asked for its turns},
           gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
      """),
  ]
  static let passing: [RuleExample] = [
    .withText(
      """
      statements:
        - {id: s1, source: day-one, quote: {exact: North asks for turns},
           gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
      """),
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
    context.forEachSurveyed { line, span, statement, text, path in
      guard span.end <= text.count, !context.hasOtherLineEnds(statement.source) else { return }
      switch line.reading {
      case .stands, .several, .otherSurroundings, .tooFew, .unproven: return
      case .absent where !span.isPlaced:
        findings.append(
          finding(
            path, "the quoted words are not in the text of `\(statement.source)`",
            hint: line.hint(text, span), remedy: line.remedy))
      case .moved, .absent, nil:
        findings.append(
          finding(
            path,
            "the quoted words are not at \(span.start) to \(span.end) of `\(statement.source)`",
            hint: line.hint(text, span), remedy: line.remedy))
      }
    }
    return findings
  }
}
