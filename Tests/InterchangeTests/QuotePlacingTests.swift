import CaseModel
import Interchange
import Testing

/// Places of quotes are written into a file of which nothing else changes.
@Suite struct QuotePlacingTests {
  private static let text =
    "One says the dam stays. Two says: the dam stays, and so do we\u{2019}.\n"

  private static func file(_ statements: String) -> String {
    """
    dragoman: 1   # a case by hand
    case: {id: dam, title: The dam, parties: [one, two]}
    actors:
      - {id: one, name: One, kind: state}
      - {id: two, name: Two, kind: state}
    issues: [{id: dam, title: The dam, kind: negotiable, options: [{id: stays, title: It stays}]}]
    sources:
      - {id: day, title: Day, published: 2025-05-01, text: {file: texts/day.txt, sha256: \(SHA256Digest(of: text.utf8))}}
    statements:
    \(statements)
    """
  }

  private static func statement(_ id: String, _ quote: String) -> String {
    "  - {id: \(id), source: day, quote: \(quote), gist: words, speaker: one, act: demand, about: {issue: dam, option: stays}}"
  }

  private static let block = """
      - id: b   # by hand
        source: day
        quote:
          # the second
          exact: the dam stays   # as it stands
          nth: 2
        gist: words
        speaker: two
        act: demand
        about: {issue: dam, option: stays}
    """

  @Test func placesAreWrittenAndNothingElse() throws {
    let statements = [
      Self.statement("a", "{exact: One says}"), Self.block,
      Self.statement("c", "{ start: 0, end: 3, exact: \"so do we'\" }"),
      Self.statement("d", "[{exact: One says}, {exact: Two says}]"),
      Self.statement("e", "{exact: the dam stays}"), Self.statement("f", "{exact: nowhere}"),
      Self.statement("g", "{start: 0, end: 8, exact: One says}"),
    ]
    let file = try TemporaryCase(
      Self.file(statements.joined(separator: "\n")), texts: ["day.txt": Self.text])
    let opened = try file.open()
    let placing = QuotePlacing(opened.theCase, texts: opened.texts)
    #expect(placing.count == 5)
    try opened.place(placing, .inPlace)
    let wanted = Self.file(
      [
        Self.statement("a", "{start: 0, end: 8, exact: One says}"),
        Self.block.replacing("exact: the", with: "start: 34\n      end: 47\n      exact: the"),
        Self.statement("c", "{ start: 53, end: 62, exact: \"so do we'\" }"),
        Self.statement(
          "d", "[{start: 0, end: 8, exact: One says}, {start: 24, end: 32, exact: Two says}]"),
        statements[4], statements[5], statements[6],
      ].joined(separator: "\n"))
    #expect(file.text == wanted)
    let again = try file.open()
    #expect(QuotePlacing(again.theCase, texts: again.texts).count == 0)
  }

  @Test func jsonIsEditedToo() throws {
    let bytes = CaseWriter.write(
      try TemporaryCase(Self.file(Self.statement("a", "{exact: Two says}")), texts: [:]).open()
        .theCase,
      as: .json)
    let file = try TemporaryCase(
      String(decoding: bytes, as: UTF8.self), name: "case.json", texts: ["day.txt": Self.text])
    let opened = try file.open()
    try opened.place(QuotePlacing(opened.theCase, texts: opened.texts), .inPlace)
    let span = try file.open().theCase.statements[0].quote.spans[0]
    #expect((span.start, span.end) == (24, 32))
  }

  @Test func quotesOfAnotherTextAreLeftAlone() throws {
    let file = try TemporaryCase(
      Self.file(Self.statement("a", "{exact: One says}")), texts: ["day.txt": "Yes. " + Self.text])
    let opened = try file.open()
    let placing = QuotePlacing(opened.theCase, texts: opened.texts)
    #expect(placing.count == 0)
    #expect(placing.ofOtherTexts == 1)
  }

  @Test(arguments: [
    "{exact: \"\"}", "{start: 4, exact: One}", "{end: 4, exact: One}",
    "{sha256: \(RuleDigest.any)}",
    "{start: 0, end: 0, exact: One}", "{exact: One, nth: 0}", "{}",
  ])
  func quotesWithoutPlaceOrWordsAreNotRead(_ quote: String) throws {
    let file = try TemporaryCase(Self.file(Self.statement("a", quote)), texts: [:])
    #expect(throws: (any Error).self) { try file.open() }
  }
}

private enum RuleDigest {
  static let any = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
}
