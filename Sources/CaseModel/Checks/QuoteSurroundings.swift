/// The words are in the text, but nowhere with the `prefix` and `suffix` that the quote gives, or
/// not at the position to which `nth` counts. The quote was meant for another passage, and the
/// words found may be someone else's.
struct QuoteSurroundings: IntegrityRule {
  static let code = "quote-surroundings"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    .withText(
      """
      statements:
        - id: s1
          source: day-one
          quote: {start: 0, end: 20, exact: North asks for turns, suffix: " and for more"}
          gist: North wants turns
          speaker: north
          act: demand
          about: {issue: water, option: shared}
      """),
    .withText(
      """
      statements:
        - id: s1
          source: day-one
          quote: {exact: refuses turns, prefix: "North "}
          gist: South wants none
          speaker: south
          act: reject
          about: {issue: water, option: shared}
      """),
  ]
  static let passing: [RuleExample] = [
    .withText(
      """
      statements:
        - id: s1
          source: day-one
          quote: {start: 0, end: 20, exact: North asks for turns, suffix: ". South"}
          gist: North wants turns
          speaker: north
          act: demand
          about: {issue: water, option: shared}
      """),
    .withText(
      """
      statements:
        - id: s1
          source: day-one
          quote: {exact: refuses turns, prefix: "South "}
          gist: South wants none
          speaker: south
          act: reject
          about: {issue: water, option: shared}
      """),
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    context.forEachSurveyed { line, span, statement, text, path in
      guard case .otherSurroundings? = line.reading, span.end <= text.count else { return }
      let parts = [
        span.prefix.map { _ in "`prefix`" }, span.suffix.map { _ in "`suffix`" },
        span.nth.map { _ in "`nth`" },
      ].compactMap { $0 }
      findings.append(
        finding(
          path,
          "the quoted words are in the text of `\(statement.source)`, but nowhere as "
            + "\(parts.joined(separator: " and ")) \(parts.count == 1 ? "says" : "say")",
          hint: line.hint(text, span), remedy: line.remedy))
    }
    return findings
  }
}
