import CaseModel
import Foundations
import TestSupport
import Testing

/// Whether a quote stands where its anchor says.
@Suite struct QuoteAnchorTests {
  private let text = SourceText("Перша сторона каже «так», друга каже «ні». Так.")

  private func anchor(_ start: Int, _ end: Int) throws -> QuoteAnchor {
    try #require(QuoteAnchor(start, end, in: text))
  }

  @Test func keepsTheWordsAndWhatStandsRoundThem() throws {
    let anchor = try anchor(6, 13)
    #expect(anchor.exact == "сторона")
    #expect(anchor.prefix == "Перша ")
    #expect(anchor.suffix == " каже «так», друга к")
    #expect(anchor.sha256 == SHA256Digest(of: "сторона".utf8))
    let whole = try self.anchor(0, text.count)
    #expect(whole.prefix == nil && whole.suffix == nil)
  }

  @Test(arguments: [(3, 3), (4, 3), (-1, 2), (0, 1000), (.max - 1, .max)])
  func nothingToAnchor(_ start: Int, _ end: Int) {
    #expect(QuoteAnchor(start, end, in: text) == nil)
  }

  @Test func ok() throws {
    #expect(try anchor(6, 13).status(in: text) == .ok)
    #expect(try anchor(6, 13).withheld.status(in: text) == .ok)
  }

  @Test func driftedIsFoundByItsWordsOrItsDigest() throws {
    let moved = SourceText("Отже: " + String(decoding: text.bytes, as: UTF8.self))
    #expect(try anchor(6, 13).status(in: moved) == .drifted(start: 12, end: 19))
    #expect(try anchor(6, 13).withheld.status(in: moved) == .drifted(start: 12, end: 19))
  }

  @Test func driftedToTheNearestPlace() {
    let text = SourceText("so it is, so it was, so")
    #expect(
      QuoteAnchor(start: 9, end: 11, exact: "so").status(in: text) == .drifted(start: 10, end: 12))
    #expect(
      QuoteAnchor(start: 5, end: 7, exact: "so").status(in: text) == .drifted(start: 0, end: 2),
      "ties go to the earlier")
    #expect(
      QuoteAnchor(start: 500, end: 502, exact: "so").status(in: text)
        == .drifted(start: 21, end: 23))
  }

  @Test func orphan() throws {
    let other = SourceText(
      "Nothing of the kind is in this text at all, however long one looks for it.")
    #expect(try anchor(6, 13).status(in: other) == .orphan)
    #expect(try anchor(6, 13).withheld.status(in: other) == .orphan)
    #expect(try anchor(6, 13).status(in: SourceText("")) == .orphan)
    #expect(try anchor(6, 13).withheld.status(in: SourceText("")) == .orphan)
  }

  @Test func unproven() {
    #expect(QuoteAnchor(start: 0, end: 5).status(in: text) == .unproven)
    #expect(QuoteAnchor(start: 0, end: 5000).status(in: text) == .unproven)
  }

  @Test(arguments: [
    (0, 1), (0, .max), (.max - 1, .max), (.max - 3000, .max - 2990), (5, 4), (-5, 3), (.min, .max),
    (.min, 0), (2100, 2105),
  ])
  func offsetsPastTheEndNeverTrap(_ start: Int, _ end: Int) {
    let digest = SHA256Digest(of: "nowhere".utf8)
    #expect(QuoteAnchor(start: start, end: end, sha256: digest).status(in: text) == .orphan)
    #expect(QuoteAnchor(start: start, end: end, exact: "nowhere").status(in: text) == .orphan)
    #expect(QuoteAnchor(start: start, end: end).status(in: text) == .unproven)
    #expect(Quote([QuoteAnchor(start: start, end: end, sha256: digest)]).words(in: text) == nil)
  }

  @Test func aDigestIsLookedForWithinTwoThousandCodePoints() {
    let words = "needle"
    let digest = SHA256Digest(of: words.utf8)
    for (distance, found) in [(2000, true), (2001, false)] {
      let text = SourceText(String(repeating: ".", count: distance) + words)
      let status = QuoteAnchor(start: 0, end: 6, sha256: digest).status(in: text)
      #expect(status == (found ? .drifted(start: distance, end: distance + 6) : .orphan))
    }
  }

  @Test func randomEdits() throws {
    var random = SplitMix64(seed: 9)
    let words = (0..<60).map { "w\($0)я" }.joined(separator: " ")
    let text = SourceText(words)
    for _ in 0..<400 {
      let start = Int.random(in: 0..<(text.count - 10), using: &random)
      let end = start + Int.random(in: 6...10, using: &random)
      var anchor = try #require(QuoteAnchor(start, end, in: text))
      // Blanks at an end may differ, so that such words can be found in two places.
      if let exact = anchor.exact, exact.hasPrefix(" ") || exact.hasSuffix(" ") { continue }
      // What is before and after the words is another question.
      (anchor.prefix, anchor.suffix) = (nil, nil)
      // Cut something out of the text, or put something in.
      var scalars = Array(words.unicodeScalars)
      let place = Int.random(in: 0..<(text.count - 5), using: &random)
      let length = Int.random(in: 1...5, using: &random)
      let isCut = Bool.random(using: &random)
      if isCut {
        scalars.removeSubrange(place..<(place + length))
      } else {
        scalars.insert(contentsOf: Array(repeating: "#", count: length), at: place)
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      let edited = SourceText(String(view))
      let isBefore = isCut ? place + length <= start : place <= start
      let isAfter = place >= end
      for anchor in [anchor, anchor.withheld] {
        let status = anchor.status(in: edited)
        if isAfter {
          #expect(status == .ok)
        } else if isBefore {
          let shift = isCut ? -length : length
          #expect(status == .drifted(start: start + shift, end: end + shift))
        } else if !isCut {
          #expect(status == .orphan, "broken by an insertion")
        }
      }
    }
  }

  @Test func withheldKeepsPlaceAndDigestOnly() throws {
    let anchor = try anchor(6, 13)
    #expect(anchor.withheld == QuoteAnchor(start: 6, end: 13, sha256: anchor.sha256))
    let wordsOnly = QuoteAnchor(start: 6, end: 13, exact: "сторона")
    #expect(wordsOnly.withheld.sha256 == SHA256Digest(of: "сторона".utf8))
    #expect(QuoteAnchor(start: 0, end: 1).withheld == QuoteAnchor(start: 0, end: 1))
  }

  @Test func severalSpansAreJoinedByAnEllipsis() throws {
    let quote = Quote([try anchor(0, 5), try anchor(6, 13).withheld])
    #expect(quote.words(in: text) == "Перша … сторона")
    #expect(quote.words(in: nil) == nil)
    #expect(Quote([try anchor(0, 5)]).words(in: nil) == "Перша")
    #expect(Quote([]).words(in: text) == nil)
  }
}
