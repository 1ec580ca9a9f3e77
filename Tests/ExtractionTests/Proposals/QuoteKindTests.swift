import CaseModel
import Extraction
import Testing

/// What a suggestion quotes, what is one statement, and when it is due.
@Suite struct QuoteKindTests {
  /// Never a pronoun or a bare noun: the words of the verb go with it.
  @Test(arguments: [
    (
      Talks.labour, "Feld demanded a pay rise of 5 per cent. Reuss rejected that figure.",
      "rejected that figure"
    ),
    (.climate, "Weiss offered a fund of 40 billion dollars. Dias dismissed it.", "dismissed it"),
    (.ceasefire, "Sader demanded a truce of 30 days. Bol rejected that.", "rejected that"),
  ])
  func noBareWords(_ talks: Talks, _ words: String, _ quote: String) throws {
    let found = try talks.suggestions(words)
    #expect(found.last?.words == quote)
    #expect(found.last?.statement.act == .reject)
    // What it is about is what was put forward.
    #expect(found.last?.statement.about?.issue == found.first?.statement.about?.issue)
  }

  /// A denial and its words are one statement.
  @Test(arguments: [
    (
      Talks.labour,
      "A rise was near, papers said. Tomas Reuss, Aerolin's director, denied this. “There is no such offer,” he said."
    ),
    (
      .climate,
      "A fund was near, papers said. Carla Weiss, the donors' envoy, denied it. “It is not true,” she said."
    ),
  ])
  func oneDenial(_ talks: Talks, _ words: String) throws {
    let found = try talks.suggestions(words).filter { $0.statement.act == .deny }
    #expect(found.count == 1)
    #expect(found.first?.statement.verbatim ?? false)
  }

  /// The verb may stand within the quotation marks.
  @Test(arguments: [
    (
      Talks.labour,
      "On Monday Reuss said the idea \"merits a look\", adding that crew meals mattered.",
      "the idea \"merits a look\""
    ),
    (
      .ceasefire, "On Monday Bol said the plan \"could not be signed\".",
      "the plan \"could not be signed\""
    ),
  ])
  func theVerbInQuotationMarks(_ talks: Talks, _ words: String, _ quote: String) throws {
    #expect(try talks.suggestions(words).contains { $0.words == quote })
  }

  /// By when: also before a day, and before what is set for a day.
  @Test(arguments: [
    (
      Talks.labour,
      "Brandt undertook to publish the figures before the next session, which is set for 18 November.",
      "2025-11-18"
    ),
    (.climate, "Dias promised to table a draft on the audit before 14 November.", "2025-11-14"),
    (.ceasefire, "Bol promised to hand over a map by 4 November.", "2025-11-04"),
  ])
  func due(_ talks: Talks, _ words: String, _ day: String) throws {
    let statement = try #require(try talks.suggestions(words).first?.statement)
    #expect(statement.due?.value.text == day)
    // And not said then.
    #expect(statement.date == nil)
  }

  /// A person who is asked whether she said something has not said it there.
  @Test func askedWhether() throws {
    let found = try Talks.labour.suggestions(
      "Nora Feld spoke for the union. Asked whether she had accepted split shifts, she did not answer."
    )
    #expect(found.allSatisfy { $0.statement.act != .accept })
  }
}
