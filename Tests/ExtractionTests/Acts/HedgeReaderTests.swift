import Foundation
import Testing

@testable import Extraction

/// The hedge on some words of a sentence is one of their own, or of what governs them.
@Suite struct HedgeReaderTests {
  private static func hedge(_ words: String, in sentence: String) -> String? {
    guard let range = sentence.firstRange(of: words) else { return nil }
    let start = sentence[..<range.lowerBound].unicodeScalars.count
    return HedgeReader.hedge(of: start..<start + words.unicodeScalars.count, in: sentence)
  }

  @Test func anotherClauseLendsNoHedge() {
    let sentence =
      "On Tuesday he said the idea \"deserves a look\", adding that Veska might agree to two years."
    #expect(Self.hedge("deserves a look", in: sentence) == nil)
    #expect(Self.hedge("Veska might agree to two years", in: sentence) == "might")
    #expect(Self.hedge("agree to two years", in: sentence) == "might")
    // A labour dispute, a ceasefire.
    let strike = "The union might strike again, and the company will pay the rise from May."
    #expect(Self.hedge("will pay the rise from May", in: strike) == nil)
    let truce = "The army reportedly left the ridge and the rebels hold the road."
    #expect(Self.hedge("the rebels hold the road", in: truce) == nil)
    #expect(Self.hedge("left the ridge", in: truce) == "reportedly")
  }

  @Test func whatGovernsTheWordsHedgesThem() {
    #expect(
      Self.hedge("the cranes are on order", in: "It is claimed that the cranes are on order.")
        == "It is claimed")
    #expect(
      Self.hedge(
        "the company has ordered cranes", in: "Reportedly, the company has ordered cranes.")
        == "Reportedly")
    #expect(Self.hedge("would sign", in: "The minister said that Veska would sign.") == nil)
  }
}
