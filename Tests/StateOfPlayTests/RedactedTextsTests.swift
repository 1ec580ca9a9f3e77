import CaseModel
import StateOfPlay
import Testing

/// Words of confidential statements are masked in their source's text, and wherever that is shown.
@Suite struct RedactedTextsTests {
  private static let text = SourceText(
    """
    The union asks for five per cent. Between us, it would settle for two per cent. The owners offer one.
    In the corridor: it would settle for two per cent.
    """)
  private static let texts = CaseTexts(["paper": .loaded(text)])

  private func anchor(_ words: String) throws -> String {
    let start = try #require(Self.text.occurrences(of: Array(words.utf8)).first)
    return "{start: \(start), end: \(start + words.unicodeScalars.count)"
  }

  private func theCase(_ secret: String, _ open: String = "The owners offer one") throws -> Case {
    try record([
      "id: s1, act: demand, quote: \(try anchor("five per cent")), exact: five per cent}",
      "id: s2, act: offer, confidential: true, quote: \(secret)",
      "id: s3, act: offer, speaker: south, quote: \(try anchor(open)), exact: \"\(open)\", prefix: \"two per cent. \"}",
    ])
  }

  private func secrets() throws -> [String] {
    let words = "it would settle for two per cent"
    let digest = SHA256Digest(of: words.utf8)
    return [
      "\(try anchor(words)), exact: \(words)}", "\(try anchor(words)), sha256: \(digest)}",
      "{exact: \(words), nth: 1}", "{start: 3, end: 35, exact: \(words), prefix: \"Between us, \"}",
      "{exact: \"it would  settle for two per cent\", prefix: \"Between us,\"}",
    ]
  }

  @Test func theWordsAreMaskedHoweverTheyAreQuoted() throws {
    for secret in try secrets() {
      let theCase = try theCase(secret)
      let (cut, masked) = theCase.redacted(Self.texts)
      let text = try #require(masked["paper"].text)
      let words = String(decoding: text.bytes, as: UTF8.self)
      #expect(!words.contains("settle"), "\(secret)")
      #expect(words.contains("Between us, ████"))
      #expect(text.count == Self.text.count)
      #expect(cut.statements.map(\.id) == ["s1", "s3"])
      #expect(
        cut.statements.allSatisfy { $0.quote.spans.allSatisfy { $0.status(in: text) == .ok } })
      #expect(cut.statements[1].quote.spans[0].prefix == nil, "it has words of the other")
      var lens = Lens()
      lens.redact = true
      #expect(search(theCase, lens, for: "settle", texts: Self.texts).hits.isEmpty)
      #expect(!search(theCase, Lens(), for: "settle", texts: Self.texts).hits.isEmpty)
      let shown = entries(theCase, lens, id: "s3", texts: Self.texts)
      #expect(!"\(shown)".contains("two per cent"))
    }
  }

  @Test func aQuotationThatReachesFurtherLosesTheWordsToo() throws {
    let theCase = try theCase(
      try secrets()[0], "Between us, it would settle for two per cent. The owners offer one")
    var lens = Lens()
    lens.redact = true
    let shown = "\(entries(theCase, lens, id: "s3", texts: Self.texts))"
    #expect(shown.contains("Between us"))
    #expect(!shown.contains("settle"))
    var shared = theCase
    shared.sources[0].text = Case.TextRecord(file: "texts/paper.txt", sha256: Self.text.digest)
    let (cut, masked) = shared.redactedForOthers(Self.texts)
    #expect(cut.sources[0].text.sha256 == masked["paper"].text?.digest)
    let text = try #require(masked["paper"].text)
    #expect(cut.statements.allSatisfy { $0.quote.spans.allSatisfy { $0.status(in: text) == .ok } })
  }

  @Test func whatAnOpenStatementQuotesWithinThemIsItsOwn() throws {
    let theCase = try theCase(try secrets()[0], "two per cent")
    let words = theCase.redacted(Self.texts).texts["paper"].text.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    #expect(words?.contains("████two per cent. The owners") ?? false)
  }

  @Test func withoutSecretsNothingChanges() throws {
    let theCase = try record(["id: s1, act: demand, quote: {start: 0, end: 3, exact: The}"])
    let (cut, masked) = theCase.redacted(Self.texts)
    #expect(cut == theCase)
    #expect(masked["paper"] == Self.texts["paper"])
  }
}
