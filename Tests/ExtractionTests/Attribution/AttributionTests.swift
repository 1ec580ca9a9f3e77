import CaseModel
import Extraction
import Foundation
import Testing

/// Reports found in texts against those that a person found.
@Suite struct AttributionTests {
  private func score(_ names: [String]) throws -> AttributionScore {
    var score = AttributionScore()
    for name in names {
      let gold = try GoldAttributions(name)
      score.add(gold, BuiltInExtractor.candidates(in: gold.text))
      let environment = ProcessInfo.processInfo.environment
      if environment["EVALUATE"] != nil {
        var own = AttributionScore()
        own.add(gold, BuiltInExtractor.candidates(in: gold.text))
        print("\(name): \(own)")
        if environment["SHOW_MISSES"] == name { print(own.misses.joined(separator: "\n")) }
      }
    }
    return score
  }

  @Test func reportsOfTheGoldTextsAreFound() throws {
    let score = try score(GoldAttributions.seen)
    #expect(score.cue.f >= 0.95, "\(score)")
    #expect(score.content.f >= 0.95, "\(score)")
    #expect(score.full.f >= 0.94, "\(score)")
  }

  /// The texts that nobody looked at while the rules were written: what a new text may expect.
  @Test func reportsOfTheTextsHeldBackAreFound() throws {
    let score = try score(GoldAttributions.heldBack)
    #expect(score.cue.f >= 0.88, "\(score)")
    #expect(score.content.f >= 0.8, "\(score)")
    #expect(score.full.f >= 0.79, "\(score)")
  }
}
