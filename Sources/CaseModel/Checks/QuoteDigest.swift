/// What a quote records of its words is inconsistent: their digest differs from the one recorded,
/// or their length from the distance between `start` and `end`. One of the three was changed alone,
/// so the quote would fail even against the text it was taken from. Where the text is present,
/// length and position are compared with it instead.
struct QuoteDigest: IntegrityRule {
  static let code = "quote-digest"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    """
    statements:
      - id: s1
        source: day-one
        quote: {start: 0, end: 20, exact: North asks for turns, sha256: \(RuleExample.digest)}
        gist: North wants turns
        speaker: north
        act: demand
        about: {issue: water, option: shared}
    """,
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 25, exact: North asks for turns},
         gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
    """,
  ]
  static let passing: [RuleExample] = [
    """
    statements:
      - id: s1
        source: day-one
        quote: {start: 0, end: 20, exact: North asks for turns, sha256: \(northAsks)}
        gist: North wants turns
        speaker: north
        act: demand
        about: {issue: water, option: shared}
    """,
    """
    statements:
      - {id: s1, source: day-one, quote: {start: 0, end: 14, exact: Північ просить},
         gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
    """,
  ]

  private static let northAsks = SHA256Digest(of: "North asks for turns".utf8).hex

  static func check(_ context: CheckContext) -> [Finding] {
    var findings: [Finding] = []
    context.forEachSpan { span, statement, _, path in
      guard let exact = span.exact else { return }
      let text = context.texts[statement.source].text
      if let digest = span.sha256, digest != SHA256Digest(of: exact.utf8),
        text.flatMap({ span.wordsThere(in: $0) }) != digest
      {
        findings.append(
          finding(
            path().key("sha256"), "the digest is not that of the words in `exact`",
            hint: "correct the words, or leave the digest out: the words are enough"))
      }
      guard text == nil, span.isPlaced else { return }
      let length = exact.unicodeScalars.count
      let (wanted, overflow) = span.end.subtractingReportingOverflow(span.start)
      if overflow || length != wanted {
        findings.append(
          finding(
            path().key("end"),
            "from \(span.start) to \(span.end) are \(overflow ? "too many" : "\(wanted)") "
              + "characters, and `exact` has \(length)",
            hint: "correct the words, or write `end: \(ending(span.start, length))`"))
      }
    }
    return findings
  }

  private static func ending(_ start: Int, _ length: Int) -> Int {
    let (end, overflow) = start.addingReportingOverflow(length)
    return overflow ? start : end
  }
}

extension QuoteAnchor {
  /// The digest of the words at the anchor's place, where they are its words but for spelling.
  fileprivate func wordsThere(in text: SourceText) -> SHA256Digest? {
    guard let place = place(in: text),
      let words = text.slice(place.lowerBound, place.upperBound)
    else { return nil }
    return SHA256Digest(of: words)
  }
}
