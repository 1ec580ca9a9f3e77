import CaseModel
import Extraction
import Testing

/// What words are about, where other words could mislead.
@Suite struct IssueKindTests {
  /// What is given and what is asked for it are two statements, each on its own issue.
  @Test(arguments: [
    (
      Talks.labour, "Reuss offered crew meals in return for an end to the overtime ban.",
      "crew-meals", "overtime-ban"
    ),
    (
      .climate, "Dias offered a satellite audit in exchange for a fund of 90 billion dollars.",
      "satellite-audit", "fund-size"
    ),
    (
      .ceasefire, "Bol offered foreign monitors in exchange for the release of 300 prisoners.",
      "monitors", "prisoners"
    ),
  ])
  func whatIsAskedInExchange(_ talks: Talks, _ words: String, _ given: String, _ asked: String)
    throws
  {
    let found = try talks.suggestions(words)
    let offer = try #require(found.first { $0.statement.act == .offer })
    #expect(offer.statement.about?.issue == Case.Issue.ID(given))
    let price =
      found.first { $0.statement.act == .demand }?.statement.about?.issue
      ?? offer.statement.requires.first?.step.subject.issue
    #expect(price == Case.Issue.ID(asked))
  }

  /// Words that report, accuse or promise say nothing of what is spoken of, however often they stood in
  /// quotes on one issue.
  @Test(arguments: [
    (
      Talks.labour,
      [
        "Feld accused Aerolin of taking the crew meals away.",
        "Feld accused Aerolin of locking up the crew meals.",
      ], "crew-meals", "Feld accused Aerolin of hiding its pilots' rotas."
    ),
    (
      .ceasefire,
      [
        "Bol promised the monitors free passage.", "Bol promised the monitors a guard.",
      ], "monitors", "Bol promised the farmers seed and tools."
    ),
  ])
  func whatReportsIsAboutNothing(
    _ talks: Talks, _ earlier: [String], _ issue: String, _ words: String
  ) throws {
    let found = try talks.suggestions(words, after: earlier, on: Case.Issue.ID(issue))
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.statement.about?.issue == nil })
    let again = try talks.suggestions(earlier[0], after: [earlier[1]], on: Case.Issue.ID(issue))
    #expect(again.contains { $0.statement.about?.issue == Case.Issue.ID(issue) })
  }
}
