import CaseModel
import Extraction
import Testing

/// Suggestions that wait follow the changes of the case.
@Suite struct RenewalTests {
  private static let text = SourceText(
    """
    Tomas Reuss, Aerolin's director, offered to restore the crew meals. Nora Feld, the union's president, \
    rejected split shifts.
    """)

  @Test func aNewIssueIsFoundInWhatWaits() throws {
    let source = try Talks.source(Self.text)
    let bare = try Talks.labour.theCase(issues: false)
    let waiting = bare.suggesting(
      StatementProposer(bare).suggestions(for: source, in: Self.text))
    #expect(waiting.candidates.allSatisfy { $0.statement.about == nil })
    var grown = waiting
    grown.issues = try Talks.labour.theCase().issues
    let renewed = grown.renewing(
      StatementProposer(grown).renewed(for: source, in: Self.text))
    #expect(
      renewed.candidates.map(\.statement.about?.issue) == ["crew-meals", "split-shifts"])
    #expect(renewed.candidates.map(\.statement.id) == waiting.candidates.map(\.statement.id))
    #expect(renewed.candidates.first?.statement.gist.contains("Crew meals") ?? false)
  }

  /// Of a case that is only begun one word of an option says nothing: what is about something else stays so.
  @Test func theFirstIssueIsNotFoundEverywhere() throws {
    let text = SourceText(
      """
      Tomas Reuss, Aerolin's director, said that the ministers closed the airport in March. Nora Feld, the \
      union's president, demanded that meals for crews be restored.
      """)
    let source = try Talks.source(text)
    var theCase = try Talks.labour.theCase(issues: false)
    var issue = Case.Issue(id: "hangar", title: "Hangar of the fleet", kind: .negotiable)
    issue.options = [.init(id: "closed", title: "The company closes it")]
    theCase.issues = [issue]
    let found = StatementProposer(theCase).suggestions(for: source, in: text)
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.statement.about == nil })
  }

  /// A speaker whom a person has corrected stays, and what was decided does not wait again.
  @Test func whatAPersonDidStays() throws {
    let source = try Talks.source(Self.text)
    let bare = try Talks.labour.theCase(issues: false)
    var grown = bare.suggesting(
      StatementProposer(bare).suggestions(for: source, in: Self.text))
    grown.candidates[0].statement.speaker = ["aerolin"]
    grown.candidates[1].status = .rejected
    grown.issues = try Talks.labour.theCase().issues
    let renewed = grown.renewing(
      StatementProposer(grown).renewed(for: source, in: Self.text))
    #expect(renewed.candidates[0].statement.speaker == ["aerolin"])
    #expect(renewed.candidates[0].statement.about?.issue == "crew-meals")
    #expect(renewed.candidates[1] == grown.candidates[1])
  }

  @Test func whereNothingWaitsNothingIsRead() throws {
    let source = try Talks.source(Self.text)
    let theCase = try Talks.labour.theCase()
    #expect(StatementProposer(theCase).renewed(for: source, in: Self.text).isEmpty)
  }
}
