/// A source's text is a link to a file elsewhere. Its words are those recorded, but a copy of the
/// case's folder contains the link and not the words, and anyone who changes the other file changes
/// the text of the case.
struct LinkedText: IntegrityRule {
  static let code = "linked-text"
  static let severity = Severity.note

  static let triggering: [RuleExample] = [
    RuleExample(
      record, texts: ["day-one": words], links: ["day-one": "/home/ana/articles/day-one.txt"])
  ]
  static let passing: [RuleExample] = [RuleExample(record, texts: ["day-one": words])]

  private static let words = "North asks for turns. South refuses turns."
  private static let record = """
    sources:
      - {id: day-one, publisher: gazette, title: Day one, published: 2025-05-16,
         text: {file: texts/day-one.txt, sha256: \(SHA256Digest(of: words.utf8))}}
    statements: []
    """

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.sources.enumerated().compactMap { position, source in
      guard let target = context.texts.links[source.id] else { return nil }
      return finding(
        context.path(to: source, at: position).key("text").key("file"),
        "the text of `\(source.id)` is a link to `\(target)`",
        hint: "put a copy of the file in its place, so that the case contains the words itself")
    }
  }
}
