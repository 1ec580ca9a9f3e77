/// The quoted words occur in several places of the text, and the quote does not say which is meant;
/// or its `nth` is higher than the number of occurrences. One party's words may then be shown as
/// another's. Passages that differ only in line breaks, quotation marks, dashes or spaces count as
/// occurrences too.
struct QuoteSeveral: IntegrityRule {
  static let code = "quote-several"
  static let severity = Severity.error

  private static let text = "North asks for turns. South says that North asks for turns."

  static let triggering: [RuleExample] = [
    .withText(
      """
      statements:
        - {id: s1, source: day-one, quote: {exact: North asks for turns},
           gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
      """, text: text),
    .withText(
      """
      statements:
        - {id: s1, source: day-one, quote: {exact: North asks for turns, nth: 3},
           gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
      """, text: text),
  ]
  static let passing: [RuleExample] = [
    .withText(
      """
      statements:
        - {id: s1, source: day-one, quote: {exact: North asks for turns, nth: 2},
           gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
      """, text: text),
    .withText(
      """
      statements:
        - {id: s1, source: day-one, quote: {exact: North asks for turns, prefix: "says that "},
           gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
      """, text: text),
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    context.forEachSurveyed { line, span, statement, text, path in
      guard span.end <= text.count else { return }
      switch line.reading {
      case .several(let places):
        let isElsewhere = span.isPlaced ? ", and not at \(span.start) to \(span.end)" : ""
        findings.append(
          finding(
            path,
            "the quoted words occur in \(places.count) places of `\(statement.source)`\(isElsewhere)",
            hint: line.hint(text, span), remedy: line.remedy))
      case .tooFew:
        findings.append(
          finding(
            path.key("nth"),
            "the quoted words do not occur \(span.nth ?? 1) times in `\(statement.source)`",
            hint: line.hint(text, span), remedy: line.remedy))
      case .stands, .moved, .otherSurroundings, .absent, .unproven, nil: return
      }
    }
    return findings
  }
}
