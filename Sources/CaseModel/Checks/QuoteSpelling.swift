/// The quoted words were found, but the text writes them with other characters: line breaks,
/// quotation marks, dashes, spaces, hyphens at line ends, ligatures, full-width letters or
/// combining forms differ, as when words from a PDF file are typed by hand. The quote is valid;
/// views show the text's own words.
struct QuoteSpelling: IntegrityRule {
  static let code = "quote-spelling"
  static let severity = Severity.note

  static let triggering: [RuleExample] = [
    .withText(
      """
      statements:
        - {id: s1, source: day-one, quote: {exact: North doesn't ask},
           gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
      """, text: "North doesn\u{2019}t\nask for turns.")
  ]
  static let passing: [RuleExample] = [
    .withText(
      """
      statements:
        - {id: s1, source: day-one, quote: {exact: North doesn\u{2019}t ask},
           gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
      """, text: "North doesn\u{2019}t ask for turns.")
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    context.forEachSurveyed { line, span, statement, _, path in
      guard case .stands(let place)? = line.reading, !place.differences.isEmpty else { return }
      findings.append(
        finding(
          path,
          "the text of `\(statement.source)` writes the quoted words with other "
            + place.differences.wordsInList,
          hint: "no action is needed; for the exact characters, copy them from "
            + "\(place.range.lowerBound) to \(place.range.upperBound)"))
    }
    return findings
  }
}
