import CaseModel
import Extraction
import Foundation
import Testing

/// Long texts take as long as they are, and no longer.
@Suite struct LongTextTests {
  private static let sentences = [
    "Ana Lund said that North would open the sluice only if South withdrew its claim to the mill. ",
    "South rejected the proposal. ", "Boris Oun said: “We will never give up the mill.” ",
    "Reuters reported that the envoy had demanded 40 gates by 1 June. ",
  ]

  private func text(_ bytes: Int) -> SourceText {
    var text = ""
    var number = 0
    while text.utf8.count < bytes {
      text += Self.sentences[number % Self.sentences.count]
      number += 1
    }
    return SourceText(text)
  }

  /// One line; twice as long takes about twice the time.
  @Test func suggestionsOfALongLine() throws {
    let (theCase, source, _) = try SuggestionTests.valley()
    let proposer = StatementProposer(theCase)
    let clock = ContinuousClock()
    func seconds(_ bytes: Int) -> (Double, Int) {
      let text = text(bytes)
      var count = 0
      let time = clock.measure { count = proposer.suggestions(for: source, in: text).count }
      return (
        Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18, count
      )
    }
    let (half, few) = seconds(40_000)
    let (whole, many) = seconds(80_000)
    #expect(many > few * 3 / 2)
    #expect(whole < half * 3.5 + 0.5, "\(half) s, then \(whole) s")
  }

  /// 50 megabytes of one line, in full.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["EVALUATE"] != nil))
  func fiftyMegabytesOfOneLine() {
    let found = BuiltInExtractor.candidates(in: text(50_000_000))
    #expect(found.count > 500_000)
  }

  /// Without a day of publication, what counts from it stays undated, and nothing else changes.
  @Test func withoutADayOfPublication() throws {
    var (theCase, source, text) = try SuggestionTests.valley()
    let dated = StatementProposer(theCase).suggestions(for: source, in: text)
    source.published = nil
    theCase.sources = [source]
    let undated = StatementProposer(theCase).suggestions(for: source, in: text)
    #expect(undated.map(\.statement.quote) == dated.map(\.statement.quote))
    #expect(undated.map(\.statement.speaker) == dated.map(\.statement.speaker))
    #expect(dated.contains { $0.statement.date != nil })
    #expect(undated.allSatisfy { $0.statement.date == nil })
  }
}
