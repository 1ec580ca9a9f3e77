import CaseModel
import Extraction
import Testing

/// What an author only supposes is in no party's mouth.
@Suite struct SupposedTests {
  @Test(arguments: [
    (Talks.labour, "Aerolin might accuse the union of stalling on split shifts."),
    (.labour, "Aerolin, for its part, must show that the crew meals are paid for."),
    (.climate, "I have yet to meet a donor who describes the satellite audit as a burden."),
    (
      .climate,
      "The photograph sent a message to the hall that the donors intend to block the audit."
    ),
    (
      .ceasefire,
      "The parade was a signal to the valley that Karvia intends to delay the withdrawal."
    ),
  ])
  func noOnesWords(_ talks: Talks, _ words: String) throws {
    for found in try talks.suggestions(words) {
      #expect(found.statement.speaker == ["herald"])
    }
  }

  /// The same verbs report where someone does speak.
  @Test(arguments: [
    (Talks.labour, "Aerolin accused the union of stalling on split shifts.", "aerolin"),
    (.ceasefire, "Karvia intends to delay the withdrawal.", "karvia"),
  ])
  func someonesWords(_ talks: Talks, _ words: String, _ speaker: String) throws {
    #expect(
      try talks.suggestions(words).contains { $0.statement.speaker == [Case.Actor.ID(speaker)] })
  }
}
