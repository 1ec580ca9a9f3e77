/// A quote extends beyond the end of its source's text. There are no such words: the offsets were
/// taken from another text, or counted in bytes instead of characters. A withheld text is measured
/// by its recorded length in bytes, which is never less than its length in characters.
struct QuoteOutside: IntegrityRule {
  static let code = "quote-outside"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 90, end: 120, sha256: \(RuleExample.digest)},
         gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
    """,
    .withText(
      """
      statements:
        - {id: s1, source: day-one, quote: {start: 40, end: 60, exact: North asks for turns},
           gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
      """),
    .withText(
      """
      statements:
        - {id: s1, source: day-one, quote: {start: 400, end: 420},
           gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
      """),
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 90, end: 100, sha256: \(RuleExample.digest)},
         gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
    """,
    .withText(
      """
      statements:
        - {id: s2, source: day-one, quote: {start: 22, end: 42, exact: South refuses turns.},
           gist: South wants none, speaker: south, act: reject, about: {issue: water, option: shared}}
      """),
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    var hints: [Place: (words: String, remedy: Remedy?)] = [:]
    context.forEachSurveyed { line, span, _, text, _ in
      guard span.end > text.count else { return }
      hints[Place(statement: line.statement, span: line.span)] = (
        line.hint(text, span), line.remedy
      )
    }
    context.forEachSpan { span, statement, number, path in
      let text = context.texts[statement.source].text
      let bytes = text == nil ? context.index.source(statement.source)?.text.length : nil
      guard let length = text?.count ?? bytes, span.end > length else { return }
      if context.hasOtherLineEnds(statement.source) { return }
      let hint = hints[Place(statement: number.statement, span: number.span)]
      findings.append(
        finding(
          path().key("end"),
          "the quote ends at \(span.end); the text of `\(statement.source)` has "
            + (text == nil ? "\(length) bytes" : "\(length) characters"),
          hint: hint?.words
            ?? "quote words that are in the text, or name the source that contains them",
          remedy: hint?.remedy))
    }
    return findings
  }

  private struct Place: Hashable {
    var statement: Int
    var span: Int
  }
}
