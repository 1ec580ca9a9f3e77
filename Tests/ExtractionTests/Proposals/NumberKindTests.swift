import CaseModel
import Extraction
import Testing

/// Numbers that are put forward, refused, and given up.
@Suite struct NumberKindTests {
  /// The number of before, beside the new one, is a statement of its own, of its own time.
  @Test(arguments: [
    (
      Talks.labour,
      "Nora Feld, the union's president, said her union would accept a pay rise of 6.5 per cent, down from the 9 per cent it demanded in August.",
      "6.5 per cent", "9 per cent", "cabin-union", "2025-08"
    ),
    (
      .climate,
      "Carla Weiss, the Donor Group's envoy, said the group would agree to a fund of 45 billion dollars, up from the 30 billion dollars it offered in June.",
      "45 billion dollars", "30 billion dollars", "donor-group", "2025-06"
    ),
    (
      .ceasefire,
      "Karvia's defence minister, Amal Sader, said his government would release 300 prisoners, up from the 120 it offered in January.",
      "300 prisoners", "120 prisoners", "karvia", "2025-01"
    ),
  ])
  func theNumberOfBefore(
    _ talks: Talks, _ words: String, _ now: String, _ before: String, _ side: String,
    _ month: String
  ) throws {
    let found = try talks.suggestions(words)
    #expect(found.count == 2)
    #expect(found.first?.value == now)
    #expect(found.last?.value == before)
    #expect(found.last?.statement.speaker == [Case.Actor.ID(side)])
    #expect(found.last?.statement.date?.value.text == month)
    #expect([.demand, .offer].contains(found.last?.statement.act))
  }

  /// A floor and a ceiling are demanded, and are limits.
  @Test(arguments: [
    (
      Talks.labour, "“Five per cent is our floor. We will not go under it,” Feld said.",
      "≥ 5 per cent"
    ),
    (.climate, "“Forty-five billion dollars is our ceiling,” Weiss said.", "≤ 45 billion dollars"),
    (.ceasefire, "“Thirty days is our minimum for a truce,” Sader said.", "≥ 30 days"),
  ])
  func floorsAndCeilings(_ talks: Talks, _ words: String, _ wanted: String) throws {
    let found = try #require(
      try talks.suggestions("The pay rise, the fund and the truce were discussed.\n\n" + words)
        .first { $0.statement.verbatim })
    #expect(found.statement.act == .demand)
    #expect(found.value == wanted)
    #expect(found.statement.redLine)
  }

  /// A number ruled out is rejected with its bound as written, and is a limit.
  @Test(arguments: [
    (Talks.labour, "Feld ruled out any pay rise below 5 per cent.", "< 5 per cent"),
    (
      .labour, "Reuss said that Aerolin would not sign a pay rise above 4 per cent.", "> 4 per cent"
    ),
    (
      .climate, "Dias said the states would never accept a fund of less than 60 billion dollars.",
      "< 60 billion dollars"
    ),
    (.ceasefire, "Sader ruled out a truce shorter than 30 days.", "< 30 days"),
  ])
  func beyondALimit(_ talks: Talks, _ words: String, _ wanted: String) throws {
    let found = try talks.suggestions(words).first
    #expect(found?.statement.act == .reject)
    #expect(found?.statement.stance == .against)
    #expect(found?.value == wanted)
    #expect(found?.statement.redLine ?? false)
  }

  /// Two claims in one sentence are two statements.
  @Test(arguments: [
    (
      Talks.labour,
      "Reuss said Aerolin offered a pay rise of 3 per cent and would not sign a contract above 4 per cent.",
      "3 per cent", "> 4 per cent"
    ),
    (
      .climate,
      "Dias said the states demanded a fund of 80 billion dollars and would not sign a text below 60 billion dollars.",
      "80 billion dollars", "< 60 billion dollars"
    ),
    (
      .ceasefire,
      "Bol said the Front demanded the release of 500 prisoners but would not free more than 40 prisoners.",
      "500 prisoners", "> 40 prisoners"
    ),
  ])
  func twoClaims(_ talks: Talks, _ words: String, _ first: String, _ second: String) throws {
    let found = try talks.suggestions(words).filter { $0.statement.via.isEmpty }
    #expect(found.map(\.value) == [first, second])
    #expect(found.last?.statement.act == .reject)
    #expect(Set(found.map(\.statement.speaker)).count == 1)
  }

  /// "The Board's figure" is what the Board put forward, and is supported.
  @Test(arguments: [
    (
      Talks.labour,
      """
      The State Conciliation Board, which mediates, recommended a pay rise of no more than 5.2 per cent. \
      Its chair, Ruben Salk, called for a settlement.

      Nora Feld, the union's president, said the union supported the Board's figure.
      """,
      "≤ 5.2 per cent"
    ),
    (
      .climate,
      """
      The World Forest Institute, which advises, proposed a fund of at least 70 billion dollars. The \
      donors offered a fund of 40 billion dollars.

      Mere Tuvo, the islands' spokeswoman, said the islands backed the Institute's figure.
      """,
      "≥ 70 billion dollars"
    ),
  ])
  func anothersFigure(_ talks: Talks, _ words: String, _ wanted: String) throws {
    let found = try #require(try talks.suggestions(words).last)
    #expect(found.statement.act == .accept)
    #expect(found.value == wanted)
    #expect(found.statement.stance == .for)
  }

  /// What is counted makes a new issue of numbers.
  @Test func aNewIssueOfNumbers() throws {
    let found = try Talks.labour.suggestions(
      """
      Nora Feld, the union's president, demanded a night premium of 25 per cent. Tomas Reuss, Aerolin's \
      director, offered a night premium of no more than 10 per cent.
      """, issues: false)
    #expect(found.map(\.value) == ["25 per cent", "≤ 10 per cent"])
    let entry = NewEntry.issue(
      "night-premium", title: "Night premium", value: .quantity, unit: "per cent")
    #expect(found.allSatisfy { $0.entries.contains(entry) })
    #expect(NewEntry(rule: entry.rule) == entry)
    var waiting = try Talks.labour.theCase(issues: false)
    waiting.candidates = found.map(\.candidate)
    let coded = try waiting.accepting(
      found[0].statement.id, by: Case.Analyst(id: "anna", name: "Anna"),
      on: try EDTFDate("2025-10-20"))
    #expect(coded.issues.map(\.value) == [.quantity])
    #expect(coded.issues.map(\.unit) == ["per cent"])
  }

  /// What is raised from one number to another is the other.
  @Test func fromOneToAnother() throws {
    let found = try Talks.labour.suggestions(
      "Reuss said that Aerolin was willing to raise the pay rise from 3 to 4 per cent.")
    #expect(found.first?.value == "4 per cent")
  }
}
