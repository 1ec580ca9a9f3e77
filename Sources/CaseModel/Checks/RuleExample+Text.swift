extension RuleExample {
  /// A threat of the north's in a list of statements, and what it `requires`.
  static func threat(
    _ gist: String, requires: String, id: String = "s1", from start: Int = 0
  ) -> String {
    """
      - id: \(id)
        source: day-one
        quote: {start: \(start), end: \(start + 20), sha256: \(digest)}
        gist: North will meter the water if \(gist)
        speaker: north
        act: threaten
        about: {issue: water, option: metered}
        requires: [\(requires)]
    """
  }

  /// An example in which the source `day-one` has its text at hand.
  static func withText(
    _ yaml: String, text: String = "North asks for turns. South refuses turns."
  ) -> RuleExample {
    RuleExample(
      """
      sources:
        - id: day-one
          publisher: gazette
          title: Day one
          published: 2025-05-16
          text: {file: texts/day-one.txt, sha256: \(SHA256Digest(of: text.utf8))}
      \(yaml)
      """,
      texts: ["day-one": text])
  }
}
