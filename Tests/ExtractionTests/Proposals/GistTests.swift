import CaseModel
import Testing

@testable import Extraction

/// A gist is made of whole clauses and phrases.
@Suite struct GistTests {
  @Test(arguments: [
    ("We have moved, and we expect the others to move", "We have moved"),
    (
      "her government would accept a total catch of 580,000 tonnes, down from the 640,000 tonnes",
      "her government would accept a total catch"
    ),
    (
      "Norland of taking 22,000 tonnes above its quota last year", "Norland of taking 22,000 tonnes"
    ),
    ("a two-year agreement in place of the usual annual one", "a two-year agreement"),
    (
      "to send a draft text on tracking to both capitals by May", "to send a draft text on tracking"
    ),
    ("the parties to reach an agreement by 30 November", "the parties to reach an agreement"),
    ("the charge as \"invented\"", "the charge as \"invented\""),
    ("\"No tax relief, no access,\"", "No tax relief, no access"),
    ("never on a Sunday", "never on a Sunday"),
  ]) func endsWithAClauseOrAPhrase(_ words: String, _ expected: String) {
    #expect(Gist.short(words) == expected)
  }

  @Test func isNeverCutWithinAWordAndKeepsThatThereIsACondition() {
    let gist = Gist.of(
      speakers: ["An official"], act: .concede, stance: nil, title: nil,
      words: "the capital was prepared to settle for 25 per cent if the access question was solved")
    #expect(gist.hasPrefix("An official concedes: the capital was prepared to settle"))
    #expect(gist.hasSuffix(", on a condition"))
    let long = Gist.of(
      speakers: ["A"], act: .demand, stance: nil,
      title: String(repeating: "compensation ", count: 20), words: "compensation")
    #expect(!long.contains("…") && long.hasSuffix("compensation"))
    #expect(long.unicodeScalars.count <= 180)
  }

  @Test func twoRowsOfNineWordsAreNever() {
    let words = (1...30).map { "word\($0)" }.joined(separator: " ")
    #expect(Gist.short(words).split(separator: " ").count <= 8)
  }
}
