import CaseModel
import Extraction
import Testing

/// Reports found in texts against those that a person found.
@Suite struct AttributionTests {
  private func score(_ names: [String]) throws -> AttributionScore {
    var score = AttributionScore()
    for name in names {
      let gold = try GoldAttributions(name)
      score.add(gold, BuiltInExtractor.candidates(in: gold.text))
    }
    return score
  }

  @Test func reportsOfTheGoldTextsAreFound() throws {
    let score = try score(GoldAttributions.seen)
    #expect(score.cue.f >= 0.85, "\(score)")
    #expect(score.content.f >= 0.8, "\(score)")
    #expect(score.full.f >= 0.75, "\(score)")
  }
}
