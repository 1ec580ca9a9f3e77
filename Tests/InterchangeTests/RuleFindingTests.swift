import CaseModel
import Interchange
import Testing

/// What the rules say, and where, beyond that they find something.
@Suite struct RuleFindingTests {
  static let text = "North asks for turns. South refuses turns."

  @Test(arguments: ["exact: North asks for turns", "sha256: \(digest("North asks for turns"))"])
  func aDriftedQuoteGetsItsNewPlace(kept: String) throws {
    let finding = try only("quote-mismatch", quote: "{start: 4, end: 24, \(kept)}")
    #expect(finding.path == .entry(.statements, "s1").key("quote"))
    #expect(finding.hint?.contains("{start: 0, end: 20}") == true, "\(finding)")
  }

  @Test func aQuoteOutsideTheTextGetsItsNewPlace() throws {
    let finding = try only(
      "quote-outside", quote: "{start: 40, end: 60, exact: North asks for turns}")
    #expect(finding.path == .entry(.statements, "s1").key("quote").key("end"))
    #expect(finding.hint?.contains("{start: 0, end: 20}") == true, "\(finding)")
  }

  @Test func ofSeveralSpansTheWrongOneIsNamed() throws {
    let finding = try only(
      "quote-mismatch",
      quote: "[{start: 0, end: 5, exact: North}, {start: 21, end: 26, exact: South}]")
    #expect(finding.path == .entry(.statements, "s1").key("quote").index(1))
    #expect(finding.hint?.contains("{start: 22, end: 27}") == true, "\(finding)")
  }

  @Test(arguments: ["", ", exact: North asks", ", sha256: \(digest("North asks"))"])
  func offsetsAtTheEndOfNumbersAreOutside(kept: String) throws {
    let finding = try only(
      "quote-outside", quote: "{start: 9223372036854775806, end: 9223372036854775807\(kept)}")
    #expect(finding.severity == .error)
  }

  @Test func theSecondOfTwoWithOneIDIsFoundByPosition() throws {
    let found = try findings(
      """
      statements:
        - {id: s1, source: day-one, quote: {start: 0, end: 5, exact: North}, gist: One,
           speaker: north, act: state, about: {issue: water}}
        - {id: s1, source: day-one, quote: {start: 0, end: 5, exact: North}, gist: Two,
           speaker: [], act: state, about: {issue: water}}
      """, "no-speaker")
    #expect(found.map(\.path) == [.entry(.statements, at: 1).key("speaker")])
  }

  @Test func aCircleIsNamedLinkByLink() throws {
    let found = try findings(
      """
      actors:
        - {id: north, name: North, kind: state, speaksFor: [{actor: south}, {actor: envoy}]}
        - {id: south, name: South, kind: state}
        - {id: gazette, name: The Gazette, kind: outlet, speaksFor: [{actor: north}]}
        - {id: desk, name: The desk, kind: body, speaksFor: [{actor: north}]}
        - {id: envoy, name: The envoy, kind: person, speaksFor: [{actor: desk}]}
      """, "spoken-circle")
    #expect(found.count == 1)
    #expect(found.first?.message.contains("`north` → `envoy` → `desk` → `north`") == true)
    #expect(
      found.first?.path
        == .entry(.actors, "north").key("speaksFor").index(1).key("actor"))
  }

  @Test func aLongChainOfVersionsIsWalkedWithoutRecursion() throws {
    var theCase = Case(Case.Header(id: "long", title: "Long"))
    let digest = SHA256Digest(of: "".utf8)
    for number in 0..<20_000 {
      var source = Case.Source(
        id: Case.Source.ID("v\(number)"), title: "V", text: .init(withheld: digest, length: 0))
      source.replaces = Case.Source.ID("v\((number + 1) % 20_000)")
      theCase.sources.append(source)
    }
    let found = IntegrityCheck.findings(theCase, texts: CaseTexts())
      .filter { $0.code == "replaces-itself" }
    #expect(found.map(\.path) == [.entry(.sources, "v0").key("replaces")])
  }

  @Test func copiedWordsAreShownAsTheGistHasThem() throws {
    let finding = try only(
      "gist-copies-text", quote: "{start: 0, end: 5, exact: ПІВНІЧ}",
      gist: "\"«північ» ПРОСИТЬ води по черзі; а південь, не дає її\"",
      text: "Тоді Північ просить води по черзі а Південь НЕ дає.")
    #expect(
      finding.message.hasSuffix(
        ": \"північ» ПРОСИТЬ води по черзі; а південь, не дає\""), "\(finding.message)")
  }

  private func only(
    _ code: String, quote: String, gist: String = "It wants turns", text: String = text
  ) throws -> Finding {
    let found = try findings(
      """
      statements:
        - id: s1
          source: day-one
          quote: \(quote)
          gist: \(gist)
          speaker: north
          act: state
          about: {issue: water}
      """, code, text: text)
    #expect(found.count == 1, "\(found)")
    return try #require(found.first)
  }

  private func findings(
    _ yaml: String, _ code: String, text: String = text
  ) throws -> [Finding] {
    let example = RuleExample(yaml, texts: ["day-one": text])
    let read = try CaseReader.read(Array(example.file.utf8), as: .yaml)
    return IntegrityCheck.findings(read.theCase, texts: example.caseTexts)
      .filter { $0.code == code }
  }
}

private func digest(_ words: String) -> SHA256Digest { SHA256Digest(of: words.utf8) }

extension RuleFindingTests {
  /// As after a checkout by git on Windows.
  @Test func aTextWithOtherLineEndsIsOneFindingAndMovesNoQuote() throws {
    let words = "Day one\n\nNorth asks for turns.\n"
    let example = RuleExample(
      """
      sources:
        - {id: day-one, publisher: gazette, title: Day one, published: 2025-05-16,
           text: {file: texts/day-one.txt, sha256: \(SHA256Digest(of: words.utf8))}}
      statements:
        - {id: s1, source: day-one, quote: {start: 9, end: 29, exact: North asks for turns},
           gist: North wants turns, speaker: north, act: demand, about: {issue: water, option: shared}}
      """, texts: ["day-one": words.replacing("\n", with: "\r\n")])
    let theCase = try CaseReader.read(Array(example.file.utf8), as: .yaml).theCase
    let errors = IntegrityCheck.findings(theCase, texts: example.caseTexts)
      .filter { $0.severity == .error }
    #expect(errors.map(\.code) == ["text-digest"])
    #expect(errors.first?.hint?.contains(".gitattributes") == true)
  }
}
