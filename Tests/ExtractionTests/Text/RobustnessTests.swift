import CaseModel
import Extraction
import Foundations
import Testing

/// No text is too odd to be read, and none takes more than its length.
@Suite struct RobustnessTests {
  private func seconds(_ text: String) -> Double {
    let source = SourceText(text)
    let clock = ContinuousClock()
    let start = clock.now
    let found = BuiltInExtractor.candidates(in: source)
    let spent = clock.now - start
    #expect(found.allSatisfy { isSound($0, in: source, of: found.count) })
    return Double(spent.components.seconds) + Double(spent.components.attoseconds) * 1e-18
  }

  /// All its places are in the text and agree, and so do its other numbers.
  private func isSound(_ candidate: Candidate, in source: SourceText, of count: Int) -> Bool {
    let spans = [candidate.sentence] + candidate.source + candidate.cue + candidate.content
    let isPlaced = spans.allSatisfy { span in
      span.start <= span.end && source.byteOffset(of: span.start) == span.bytes.lowerBound
        && source.byteOffset(of: span.end) == span.bytes.upperBound
    }
    let isWithin = candidate.through.map { $0 < count } ?? true
    return isPlaced && isWithin && candidate.confidence >= 0 && candidate.confidence <= 1
  }

  @Test(arguments: [
    "", " ", "\n\n\n", ".", "\"", "’", "((((", "said", "“", "…", ": ", "\u{FEFF}", "\u{0}\u{1}",
  ])
  func nothingMuchIsReadToo(_ text: String) {
    #expect(BuiltInExtractor.candidates(in: SourceText(text)).isEmpty)
  }

  /// Twice the text takes about twice the time: what is quadratic takes four times as long.
  @Test(arguments: [
    "a ", "said ", "\"", "' ", "“He said ", "(", ", and said that ", "the man who said that ",
    "X, who said, ", "x said, \"y\". ", "Ms ", "A.B.", "’s ", "« ", "\" ", "of the ", "-- ",
    "demand that ",
    "according to ", "1.", "as he said, ", "Kyiv’s demand that ", "\n\"", "He said\n",
    "\u{0}\u{7}\u{1B}",
    "and, ", "Mr A and Mr B, Mr C, ", "“‘", "ж", "сказав, що ",
  ])
  func timeGrowsWithLength(_ piece: String) {
    let count = 200_000 / piece.utf8.count
    let half = max(seconds(String(repeating: piece, count: count / 2)), 0.002)
    let whole = seconds(String(repeating: piece, count: count))
    #expect(whole < half * 3.5 + 0.25, "\(half) s, then \(whole) s")
  }

  @Test func aLongLineIsReadInPieces() {
    let sentence = "The ministry said that it would not sign before the vote, and Weber said no. "
    let found = BuiltInExtractor.candidates(
      in: SourceText(String(repeating: sentence, count: 20_000)))
    #expect(found.count >= 39_000)
  }

  @Test func alteredTextsAreRead() throws {
    var random = Seeded(state: 20_261)
    for name in GoldAttributions.seen {
      let bytes = try GoldAttributions(name).text.bytes
      for _ in 0..<15 {
        var altered = bytes
        for _ in 0..<(1 + Int(random.next() % 40)) {
          let place = Int(random.next() % UInt64(altered.count))
          switch random.next() % 5 {
          case 0: altered[place] = UInt8(truncatingIfNeeded: random.next())
          case 1: altered.remove(at: place)
          case 2:
            altered.insert(
              contentsOf: Self.pieces[Int(random.next() % UInt64(Self.pieces.count))].utf8,
              at: place)
          case 3:
            altered.removeSubrange(place..<min(altered.count, place + Int(random.next() % 60)))
          default:
            let end = min(altered.count, place + Int(random.next() % 200))
            altered.insert(contentsOf: altered[place..<end], at: 0)
          }
        }
        _ = seconds(String(decoding: altered, as: UTF8.self))
      }
    }
  }

  private static let pieces = [
    "\"", "”", "“", "’", "‘", "«", "»", "„", "''", "``", "(", ")", ". ", "? ", "—", ",", ":", ";",
    "\n", "\r\n",
    " said ", " that ", " according to ", " and ", "\u{2028}", "\u{0301}", "'s", " by ", " as ",
    " who ", "\u{0}", "…",
  ]

  private struct Seeded {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 16
    }
  }
}
