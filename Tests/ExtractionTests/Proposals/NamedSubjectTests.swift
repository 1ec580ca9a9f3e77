import CaseModel
import Extraction
import Testing

/// What a suggestion says of issue, day and side, where words could mislead.
@Suite struct NamedSubjectTests {
  /// A day in the clause before is not the one on which it was said.
  @Test func aDayOfAnotherClauseIsNotTheDayOfTheWords() throws {
    let found = try Talks.labour.suggestions(
      "The hangar has been shut since a fire killed two guards in March, but Feld said that the union would accept split shifts."
    )
    #expect(found.contains { $0.statement.date == nil })
    #expect(!found.contains { $0.statement.date?.value.text.hasPrefix("2025-03") ?? false })
    let opened = try Talks.labour.suggestions(
      "On 6 October, Feld said that the union would accept split shifts.")
    #expect(opened.contains { $0.statement.date?.value.text == "2025-10-06" })
  }

  /// Words that passages on an issue happened to share do not name it.
  @Test func wordsThatPassagesShareNameNoIssue() throws {
    let earlier = [
      "Feld demanded crew meals on the morning roster.", "Feld demanded crew meals on that roster.",
    ]
    let words = "Feld demanded a printed roster."
    let found = try Talks.labour.suggestions(words, after: earlier, on: "crew-meals")
    #expect(!found.isEmpty && found.allSatisfy { $0.statement.about?.issue != "crew-meals" })
    let named = try Talks.labour.suggestions(
      "Feld demanded hot crew meals.", after: earlier, on: "crew-meals")
    #expect(named.contains { $0.statement.about?.issue == "crew-meals" })
  }

  /// Accepted as it stands, a named speaker speaks for the side that the text gives.
  @Test func aNamedSpeakerSpeaksForTheSideInTheText() throws {
    let theCase = try Talks.ceasefire.theCase()
    let found = try Talks.ceasefire.suggestions(
      "Karvia's chief negotiator, Ivo Bolan, said that Karvia would accept foreign monitors.")
    let one = try #require(
      found.first { found in
        found.entries.contains {
          if case .actor(_, "Ivo Bolan", .person, _) = $0 { true } else { false }
        }
      })
    let coded = try theCase.suggesting([one.candidate]).accepting(
      one.statement.id, by: Case.Analyst(id: "ana", name: "Ana"), on: try EDTFDate("2025-10-15"))
    let actor = try #require(coded.actors.first { $0.name == "Ivo Bolan" })
    #expect(actor.speaksFor.map(\.actor) == ["karvia"])
    #expect(actor.speaksFor.first?.evidence.basis != nil)
  }
}
