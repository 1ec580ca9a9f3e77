import CaseModel
import Extraction
import Testing

/// What waits on something else, and what only looks so.
@Suite struct ConditionKindTests {
  /// What someone else is to do first is a condition of the speaker's, and no statement of his.
  @Test(arguments: [
    (
      Talks.labour,
      "Reuss said he was ready to restore the crew meals if both unions accepted split shifts.",
      "crew-meals", "split-shifts"
    ),
    (
      .climate,
      "Dias said the states would open the satellite audit provided that the donors accepted an exit from coal.",
      "satellite-audit", "coal-exit"
    ),
    (
      .ceasefire,
      "Bol said the Front would admit foreign monitors once Karvia accepted a full withdrawal.",
      "monitors", "withdrawal"
    ),
  ])
  func whatOthersAreToDo(
    _ talks: Talks, _ words: String, _ issue: String, _ awaited: String
  ) throws {
    let found = try talks.suggestions(words)
    #expect(found.count == 1)
    let statement = try #require(found.first?.statement)
    #expect(statement.about?.issue == Case.Issue.ID(issue))
    #expect(statement.requires.map(\.step.subject.issue) == [Case.Issue.ID(awaited)])
    #expect(statement.requires.first?.kind == .before)
    #expect(statement.gist.contains("; waits on: "))
  }

  /// An offer on a condition is one suggestion: it is an offer, and it waits.
  @Test(arguments: [
    (
      Talks.labour,
      "Reuss offered to restore the crew meals, but only if the union lifts its overtime ban.",
      Case.Statement.Act.offer
    ),
    (
      .climate,
      "Dias promised to open the forests to a satellite audit, provided that the donors pay for it.",
      .commit
    ),
    (
      .ceasefire, "Bol offered to leave the valley if Karvia lifts its blockade of the coast.",
      .offer
    ),
  ])
  func offersOnACondition(_ talks: Talks, _ words: String, _ act: Case.Statement.Act) throws {
    for hasIssues in [true, false] {
      let found = try talks.suggestions(words, issues: hasIssues)
      #expect(found.count == 1)
      let one = try #require(found.first)
      #expect(one.statement.act == act)
      #expect(one.statement.requires.map(\.kind) == [.before])
      // Without an issue for it in the case, the step that waits is a new one.
      #expect(one.statement.about != nil)
      let isNew = one.entries.contains { if case .issue = $0 { true } else { false } }
      #expect(isNew != hasIssues || one.statement.about?.issue != nil)
    }
  }

  /// To end what hurts is given, and not threatened with.
  @Test(arguments: [
    (
      Talks.ceasefire,
      "Sader said the army was ready to stop the air strikes if the Front left the valley."
    ),
    (.labour, "Feld said the union would call off the strike if the crew meals were restored."),
    (.climate, "Dias said the states were willing to cut their own share if the donors paid more."),
  ])
  func noThreat(_ talks: Talks, _ words: String) throws {
    let statement = try #require(try talks.suggestions(words).first?.statement)
    #expect(![.threaten, .accuse].contains(statement.act))
    #expect(statement.requires.allSatisfy { $0.kind == .before })
  }

  @Test func aThreatStaysOne() throws {
    let statement = try #require(
      try Talks.labour.suggestions(
        "Feld said the union was ready to strike if the crew meals were not restored."
      ).first?.statement)
    #expect(statement.act == .threaten)
  }

  /// "No X, no Y" and "not without X" set a condition.
  @Test(arguments: [
    (Talks.labour, "“No peace, no pay rise,” Reuss said."),
    (.climate, "“No money, no audit,” Dias said."),
    (.ceasefire, "“No bread, no truce,” Bol said."),
    (.ceasefire, "Bol said the Front would not sign a truce without foreign monitors."),
    (.labour, "Feld said there would be no deal on split shifts without a pay rise."),
  ])
  func noneWithout(_ talks: Talks, _ words: String) throws {
    let statement = try #require(try talks.suggestions(words).first?.statement)
    #expect(statement.act == .condition)
    #expect(statement.requires.map(\.kind) == [.before])
  }

  /// A term is no condition.
  @Test(arguments: [
    (Talks.labour, "Strand said that the crews could not accept split shifts before 2027."),
    (.climate, "Hoek said that the donors could not accept an exit from coal before 2040."),
    (.ceasefire, "Sader said that Karvia would not admit foreign monitors before March."),
  ])
  func terms(_ talks: Talks, _ words: String) throws {
    let statement = try #require(try talks.suggestions(words).first?.statement)
    #expect(statement.act == .reject)
    #expect(statement.requires.isEmpty)
  }

  /// What one who is no party warns of is judged; what a party warns that it would do is a threat.
  @Test(arguments: [
    (
      Talks.labour,
      "The Conciliation Board, which mediates, warned that passengers would lose faith if flights were cancelled.",
      Case.Statement.Act.assess
    ),
    (
      .climate,
      "The World Forest Institute, which advises, warned that the forests would die unless the money flowed.",
      .assess
    ),
    (
      .ceasefire,
      "The Red Crescent Mission, which is no party, warned that it would leave unless the roads opened.",
      .threaten
    ),
    (
      .ceasefire, "The Northern Front warned that it would resume the war if the truce failed.",
      .threaten
    ),
  ])
  func warnings(_ talks: Talks, _ words: String, _ act: Case.Statement.Act) throws {
    let found = try talks.suggestions(words).filter { $0.statement.speaker != ["herald"] }
    #expect(found.map(\.statement.act) == [act])
    if act == .assess { #expect(found.allSatisfy { $0.statement.requires.isEmpty }) }
  }

  /// What a condition dates is not due.
  @Test func dueIsWhatIsOffered() throws {
    let found = try Talks.climate.suggestions(
      "Tuvo said the islands would accept the audit by June if the donors left coal by 2035.")
    #expect(found.first?.statement.due?.value.text != "2035")
  }

  /// A party's name and what an issue counts in do not make a step one of that issue.
  @Test func aStepIsNotKnownByItsUnit() throws {
    let found = try Talks.labour.suggestions(
      "Reuss offered to restore the crew meals, but only if the union drops its levy of 4 per cent."
    )
    #expect(found.count == 1)
    guard case .milestone? = found.first?.statement.requires.first?.step else {
      Issue.record("\(found.map(\.statement.requires))")
      return
    }
  }
}
