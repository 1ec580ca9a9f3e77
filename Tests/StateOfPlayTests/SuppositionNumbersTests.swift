import CaseModel
import StateOfPlay
import Testing

/// Numbers, dates and sets supposed to be accepted: what they meet, what stands for them, and where they
/// were named.
@Suite struct SuppositionNumbersTests {
  private static let issues = """
    issues:
      - {id: pay, title: Pay, kind: negotiable, value: quantity, unit: percent, wants: {north: more, south: less}}
      - {id: leave, title: Leave, kind: negotiable, value: quantity, unit: day}
      - {id: opening, title: Day of opening, kind: negotiable, value: date}
      - {id: sites, title: Sites, kind: negotiable, value: set, members: [{id: aro, name: Aro}, {id: bel, name: Bel}], wants: {north: more}}
      - {id: depot, title: The depot, kind: negotiable, options: [{id: opened, title: It is opened}, {id: shut, title: It stays shut}]}
    """

  private func supposed(
    _ statements: [String], _ party: Case.Actor.ID, _ issue: Case.Issue.ID, _ answer: String
  ) throws -> SuppositionView {
    let theCase = try record(statements, with: Self.issues)
    return try supposition(
      theCase, that: party, accepts: answer, on: issue, conditions: try preconditions(theCase))
  }

  /// South opens the depot only once a value is agreed.
  private func waiting(_ issue: String, _ value: String) -> String {
    "id: c, speaker: south, act: condition, date: 2025-05-01, about: {issue: depot, option: opened}, requires: [{issue: \(issue), value: {\(value)}, kind: before}]"
  }

  private func named(_ issue: String, _ value: String) -> String {
    "id: n, speaker: north, act: demand, date: 2025-05-02, about: {issue: \(issue), value: {\(value)}}"
  }

  /// A number within the awaited range, one that is better for its holder, a date and a set meet what is
  /// asked; what lies beyond it does not.
  @Test(arguments: [
    ("pay", "quantity: 4, comparator: ≤, unit: percent", "quantity: 3, unit: percent", true),
    ("pay", "quantity: 4, comparator: ≤, unit: percent", "quantity: 5, unit: percent", false),
    ("pay", "quantity: 4, unit: percent", "quantity: 3, unit: percent", true),
    ("pay", "quantity: 4, unit: percent", "quantity: 5, unit: percent", false),
    ("leave", "quantity: 20, to: 30, unit: day", "quantity: 25, unit: day", true),
    ("leave", "quantity: 20, unit: day", "quantity: 25, unit: day", false),
    ("opening", "date: 2026", "date: 2026-05", true),
    ("opening", "date: 2026", "date: 2027-05", false),
    ("sites", "set: [aro], open: true", "set: [aro, bel]", true),
    ("sites", "set: [aro, bel], open: true", "set: [aro]", false),
  ])
  func whatLiesWithinIsMet(_ issue: String, _ asked: String, _ given: String, _ isMet: Bool) throws
  {
    let statements = [waiting(issue, asked), named(issue, given)]
    let theCase = try record(statements, with: Self.issues)
    let answers = try #require(
      try DerivedState(theCase).supposable().first { $0.issue.raw == issue }
    ).answers
    let answer = try #require(answers.first).id
    let view = try supposed(statements, "north", Case.Issue.ID(issue), answer)
    #expect(view.preconditions.met == (isMet ? [1] : []), "\(answer)")
    #expect(view.preconditions.freed.isEmpty != isMet)
  }

  /// What a party asked for a range it no longer asks for a number within it.
  @Test(arguments: [("4 percent", [1]), ("6 percent", [])])
  func aPartysOwnConditionOnARangeFallsAway(_ answer: String, _ dropped: [Int]) throws {
    let own =
      "id: c, speaker: south, act: accept, date: 2025-05-01, about: {issue: pay, value: {quantity: 5, comparator: ≤, unit: percent}}, requires: [{issue: depot, option: shut, kind: before}]"
    let amount = answer.prefix(1)
    let view = try supposed(
      [own, named("pay", "quantity: \(amount), unit: percent")], "south", "pay", answer)
    #expect(view.preconditions.dropped == dropped)
  }

  /// An issue that only has to be settled is, whatever on.
  @Test func anIssueThatOnlyHasToBeSettledIsMetByAnyAnswer() throws {
    let waits =
      "id: c, speaker: south, act: condition, date: 2025-05-01, about: {issue: depot, option: opened}, requires: [{issue: pay, kind: before}]"
    let view = try supposed(
      [waits, named("pay", "quantity: 5, unit: percent")], "north", "pay", "5 percent")
    #expect(view.preconditions.met == [1])
  }

  /// A number that is named only in a condition can be supposed like any other.
  @Test func aNumberNamedOnlyInAConditionCanBeSupposed() throws {
    let statements = [waiting("leave", "quantity: 20, comparator: ≤, unit: day")]
    let theCase = try record(statements, with: Self.issues)
    let leave = try #require(
      try DerivedState(theCase).supposable().first { $0.issue == "leave" })
    #expect(leave.answers.map(\.id) == ["≤ 20 days"])
    let view = try supposed(statements, "north", "leave", "≤ 20 days")
    #expect(view.preconditions.met == [1] && view.title == "≤ 20 days")
    #expect(view.convergence.map(\.issue) == ["leave"])
  }

  private static let numbers = [
    "id: n, speaker: north, act: demand, date: 2025-05-01, about: {issue: pay, value: {quantity: 5, comparator: ≥, unit: percent}}",
    "id: s, speaker: south, act: offer, date: 2025-05-02, about: {issue: pay, value: {quantity: 3, unit: percent}}",
  ]

  /// A drafted scenario has a number under an id that is not the number, and "at least 5" for 5 too.
  @Test(arguments: ["3 percent", "≥ 5 percent", "5 percent"])
  func aDraftedOptionStandsForTheNumber(_ answer: String) throws {
    let asked = waiting("pay", "quantity: 5, unit: percent")
    var theCase = try record(Self.numbers + [asked], with: Self.issues)
    theCase.scenarios = [try draftScenario(theCase)]
    let view = try supposition(
      theCase, that: "north", accepts: answer, on: "pay",
      conditions: try preconditions(theCase))
    let line = try #require(view.settlements.first)
    #expect(line.issueName == "pay")
    #expect(line.optionName == (answer == "3 percent" ? "3-percent" : "at-least-5-percent"))
  }

  /// An analyst may give the option another id: its title says what it stands for.
  @Test func theTitleOfAnOptionSaysWhatItStandsFor() throws {
    var theCase = try record(Self.numbers, with: Self.issues)
    var draft = try draftScenario(theCase)
    let place = try #require(draft.issues[0].options.firstIndex { $0.id == "3-percent" })
    draft.issues[0].options[place].id = "low"
    for party in draft.parties.indices {
      let worth = draft.parties[party].values["pay"]?["3-percent"]
      draft.parties[party].values["pay"]?["low"] = worth
      draft.parties[party].values["pay"]?["3-percent"] = nil
    }
    theCase.scenarios = [draft]
    let view = try supposition(
      theCase, that: "north", accepts: "3 percent", on: "pay",
      conditions: try preconditions(theCase))
    #expect(view.settlements.map(\.optionName) == ["low"])
  }
}
