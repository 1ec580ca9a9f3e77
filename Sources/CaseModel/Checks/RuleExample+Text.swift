extension RuleExample {
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
