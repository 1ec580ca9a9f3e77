/// The file with a source's text does not exist, or cannot be read as text. Until it can, none of
/// the source's quotes can be shown or verified; its statements still count as coded.
struct TextMissing: IntegrityRule {
  static let code = "text-missing"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    RuleExample(record, states: ["day-one": .missing]),
    RuleExample(record, states: ["day-one": .unreadable("byte 12 is not UTF-8")]),
  ]
  static let passing: [RuleExample] = [
    """
    sources:
      - {id: day-one, publisher: gazette, title: Day one, published: 2025-05-16,
         text: {withheld: true, sha256: \(RuleExample.digest), length: 100}}
    """
  ]

  private static let record = """
    sources:
      - {id: day-one, publisher: gazette, title: Day one, published: 2025-05-16,
         text: {file: texts/day-one.txt, sha256: \(RuleExample.digest)}}
    """

  static func check(_ context: CheckContext) -> [Finding] {
    context.theCase.sources.enumerated().compactMap { position, source in
      let name = source.text.file.map { "`\($0)`" } ?? "the text"
      let message: String
      switch context.texts[source.id] {
      case .loaded, .withheld: return nil
      case .missing: message = "\(name) of `\(source.id)` does not exist"
      case .unreadable(let reason): message = "\(name) of `\(source.id)` cannot be read: \(reason)"
      }
      return finding(
        context.path(to: source, at: position).key("text").key("file"), message,
        hint: "restore the file, or write {withheld: true, sha256: …, length: …}: the case keeps "
          + "the digests of its quotes")
    }
  }
}
