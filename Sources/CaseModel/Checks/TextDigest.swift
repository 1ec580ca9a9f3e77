/// The text present is not the one the source was entered with: its digest differs. Sources never
/// change, because statements quote them by position; a new version of a document is a new source,
/// and the statements on the old one stay as they are. Where only line ends or a byte order mark
/// differ, as after a checkout by git on Windows, the finding says so.
struct TextDigest: IntegrityRule {
  static let code = "text-digest"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    RuleExample(
      """
      sources:
        - {id: day-one, publisher: gazette, title: Day one, published: 2025-05-16,
           text: {file: texts/day-one.txt, sha256: \(RuleExample.digest)}}
      """,
      texts: ["day-one": "North asks for turns. South refuses turns, says an update."]),
    RuleExample(
      """
      sources:
        - {id: day-one, publisher: gazette, title: Day one, published: 2025-05-16,
           text: {file: texts/day-one.txt, sha256: \(SHA256Digest(of: "North.\nSouth.\n".utf8))}}
      """,
      texts: ["day-one": "North.\r\nSouth.\r\n"]),
  ]
  static let passing: [RuleExample] = [
    .withText("statements: []")
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.sources.enumerated().compactMap { position, source in
      guard let recorded = source.text.sha256, let text = context.texts[source.id].text,
        text.digest != recorded
      else { return nil }
      let path = context.path(to: source, at: position).key("text").key("sha256")
      if let difference = TextDifference.between(text.bytes, recorded: recorded) {
        return finding(
          path,
          "the text of `\(source.id)` is equal to the one that was entered except for this: "
            + difference.words, hint: difference.advice)
      }
      return finding(
        path,
        "the text of `\(source.id)` is not the one that was entered: its digest is \(text.digest)",
        hint: "restore the old text; a new version is a new source with `replaces: \(source.id)`")
    }
  }
}
