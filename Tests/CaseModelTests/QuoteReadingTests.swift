import Foundations
import Testing

@testable import CaseModel

/// Where a quote's words are found, and what is said where they are not.
@Suite struct QuoteReadingTests {
  private static let twice = SourceText(
    "The chair said pay rises in May. Nobody, said the union, agreed that pay rises in May; so be it."
  )

  private func place(_ words: String, in text: SourceText, at occurrence: Int = 0) throws -> Range<
    Int
  > {
    let found = text.occurrences(of: Array(words.utf8))
    try #require(found.indices.contains(occurrence))
    return found[occurrence]..<(found[occurrence] + words.unicodeScalars.count)
  }

  private func quote(
    _ exact: String, _ place: Range<Int>? = nil, prefix: String? = nil, suffix: String? = nil,
    nth: Int? = nil
  ) -> QuoteAnchor {
    QuoteAnchor(
      start: place?.lowerBound ?? 0, end: place?.upperBound ?? 0, exact: exact, prefix: prefix,
      suffix: suffix, nth: nth)
  }

  @Test func wordsThatOccurOnceNeedNoPlace() throws {
    let place = try place("Nobody", in: Self.twice)
    #expect(quote("Nobody").reading(in: Self.twice) == .stands(QuotePlace(range: place)))
    #expect(quote("Nobody").place(in: Self.twice) == place)
  }

  @Test func ofSeveralPlacesSurroundingsOrNumberDecide() throws {
    let words = "pay rises in May"
    let places = [
      try place(words, in: Self.twice), try place(words, in: Self.twice, at: 1),
    ]
    #expect(quote(words).reading(in: Self.twice) == .several(places))
    #expect(quote(words).status(in: Self.twice) == .undecided)
    let second = QuoteReading.stands(QuotePlace(range: places[1]))
    #expect(quote(words, nth: 2).reading(in: Self.twice) == second)
    #expect(quote(words, prefix: "agreed that ").reading(in: Self.twice) == second)
    #expect(quote(words, suffix: "; so").reading(in: Self.twice) == second)
    #expect(quote(words, nth: 3).reading(in: Self.twice) == .tooFew(2))
    #expect(
      quote(words, suffix: "; so", nth: 1).reading(in: Self.twice) == .otherSurroundings(places))
    #expect(
      quote(words, prefix: "promised that ").reading(in: Self.twice) == .otherSurroundings(places))
  }

  @Test func aPlaceThatItsSurroundingsContradictIsNotTheOne() throws {
    let words = "pay rises in May"
    let first = try place(words, in: Self.twice)
    let second = try place(words, in: Self.twice, at: 1)
    #expect(
      quote(words, first, prefix: "agreed that ").reading(in: Self.twice)
        == .moved(QuotePlace(range: second)))
    #expect(
      quote(words, first, prefix: "refused that ").reading(in: Self.twice)
        == .otherSurroundings([first, second]))
    #expect(
      quote(words, first, prefix: "chair said ").reading(in: Self.twice)
        == .stands(QuotePlace(range: first)))
  }

  /// The text, the words as typed, what is named as different.
  @Test(arguments: [
    (
      "He won\u{2019}t \u{201C}pay\u{201D} now", "won't \"pay\" now",
      [QuoteDifference.quotationMarks]
    ),
    ("it costs 3\u{A0}000 crowns", "costs 3 000 crowns", [.spaces]),
    ("opened\n   only then", "opened only then", [.lineBreaks]),
    ("opened\r\nonly then", "opened only then", [.lineBreaks]),
    ("the nego\u{AD}tia\u{AD}tions end", "the negotiations end", [.softHyphens]),
    ("the \u{FB01}nal o\u{FB03}ce", "final office", [.ligatures]),
    ("the Coope\u{301}rative agreed", "Coop\u{E9}rative agreed", [.combiningForms]),
    ("the Coop\u{E9}rative agreed", "Coope\u{301}rative agreed", [.combiningForms]),
    ("from 2014\u{2013}2019 on", "2014-2019 on", [.dashes]),
    ("peace \u{2014} or war", "peace--or war", [.dashes]),
    ("the nego-\ntiations end", "the negotiations end", [.hyphens]),
    ("\u{FF2B}\u{FF59}\u{FF49}\u{FF56} talks", "Kyiv talks", [.widths]),
    ("in \u{200E}Haifa\u{200F} only", "in Haifa only", [.invisible]),
    ("as they said so", "they said so\n", [.endSpace]),
    ("قال \u{FE8E}\u{FEDF}\u{FE92}\u{FE8E}\u{FE91} هنا", "قال الباب هنا", [.letterForms]),
  ])
  func wordsAreFoundHoweverTheyAreWritten(
    _ text: String, _ typed: String, _ differences: [QuoteDifference]
  ) throws {
    let text = SourceText(text)
    guard case .stands(let found) = quote(typed).reading(in: text) else {
      // Presentation forms in reverse order are another word; only report others.
      #expect(differences == [.letterForms])
      return
    }
    #expect(found.differences == differences)
    // The same where the place is given, and by a wrong place the right one.
    #expect(quote(typed, found.range).reading(in: text) == .stands(found))
    let wrong = (found.range.lowerBound + 1)..<(found.range.upperBound + 2)
    #expect(quote(typed, wrong).reading(in: text) == .moved(found))
    #expect(
      Quote([quote(typed)]).words(in: text)
        == text.text(found.range.lowerBound, found.range.upperBound))
  }

  @Test func otherWordsAreNotFound() {
    let text = SourceText("The o\u{FB03}ce of café owners re-signed.")
    for words in ["The of", "owner s", "café owners resigned today", "THE OFFICE", ""] {
      #expect(quote(words, 0..<3).place(in: text) == nil, "\(words)")
    }
  }

  @Test func surroundingsMayBeWrittenDifferentlyToo() throws {
    let text = SourceText("He said:\n\u{201C}Pay rises\u{201D}. She said: pay rises.")
    let anchor = quote("Pay rises", prefix: "He said: \"", suffix: "\".")
    #expect(anchor.place(in: text) == (try place("Pay rises", in: text)))
  }

  @Test func theNearestPassageSaysWhatDiffers() throws {
    let text = SourceText(
      "The ferry company will not raise its fares before the summer. It may do so in autumn.")
    let nearest = try #require(
      PassageIndex(text).nearest(to: "The ferry company will raise all fares before the summer"))
    #expect(
      text.text(nearest.range.lowerBound, nearest.range.upperBound)
        == "The ferry company will not raise its fares before the summer")
    #expect(nearest.differences.map(\.text) == ["not", "its"])
    #expect(nearest.differences.map(\.quote) == ["", "all"])
    #expect(PassageIndex(text).nearest(to: "quite another sentence about glaciers") == nil)
    let shouted = try #require(PassageIndex(text).nearest(to: "THE FERRY COMPANY"))
    #expect(shouted.differences.isEmpty)
  }

  @Test func aLongTextOfOneLetterIsReadInSeconds() {
    let text = SourceText(String(repeating: "a", count: 300_000))
    let words = String(repeating: "a", count: 30_000) + "b"
    let time = ContinuousClock().measure {
      #expect(quote(words).reading(in: text) == .absent)
    }
    #expect(time < .seconds(20), "\(time)")
  }

  @Test func placesAreWrittenIntoTheCase() throws {
    var theCase = Case(Case.Header())
    var statement = Case.Statement()
    statement.quote = Quote([quote("Nobody"), quote("pay rises in May")])
    theCase.statements = [statement]
    let placed = theCase.placed(in: CaseTexts([statement.source: .loaded(Self.twice)]))
    let place = try place("Nobody", in: Self.twice)
    #expect(placed.statements[0].quote.spans[0].start == place.lowerBound)
    #expect(placed.statements[0].quote.spans[0].end == place.upperBound)
    #expect(
      !placed.statements[0].quote.spans[1].isPlaced, "which of two is not for the program to say")
  }
}
