/// The text at hand is not the one the source was entered with: its digest is another. Sources
/// never change, because statements quote them by place; a new version of a document is a new
/// source, and the statements on the old one stay as they were made.
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
      texts: ["day-one": "North asks for turns. South refuses turns, says an update."])
  ]
  static let passing: [RuleExample] = [
    .withText("statements: []")
  ]

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.sources.enumerated().compactMap { position, source in
      guard let recorded = source.text.sha256, let text = context.texts[source.id].text,
        text.digest != recorded
      else { return nil }
      return finding(
        context.path(to: source, at: position).key("text").key("sha256"),
        "the text of `\(source.id)` is not the one that was entered: its digest is \(text.digest)",
        hint: "put the old text back; a new version is a new source with `replaces: \(source.id)`")
    }
  }
}
