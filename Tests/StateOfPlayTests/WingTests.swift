import CaseModel
import StateOfPlay
import Testing

/// Whose word takes the place of whose, where several speak for one party: a movement with a political
/// office and a field command, and a state with a president and a ministry.
@Suite struct WingTests {
  private static let hills = """
    case: {id: hills, title: Talks on the hills, parties: [state, movement]}
    actors:
      - {id: state, name: The state, kind: state}
      - {id: ministry, name: The ministry, kind: body, partOf: state, speaksFor: [{actor: state, basis: ana}]}
      - {id: palace, name: The palace, kind: body, partOf: state, speaksFor: [{actor: state, basis: ana}]}
      - {id: president, name: The president, kind: person, speaksFor: [{actor: state, basis: ana}]}
      - {id: minister, name: The minister, kind: person, speaksFor: [{actor: ministry, basis: ana}]}
      - {id: movement, name: The movement, kind: organisation}
      - {id: office, name: The office, kind: body, partOf: movement, speaksFor: [{actor: movement, basis: ana}]}
      - {id: field, name: The field command, kind: body, partOf: movement, speaksFor: [{actor: movement, basis: ana}]}
      - {id: press, name: The press bureau, kind: body, partOf: office, speaksFor: [{actor: movement, basis: ana}]}
      - {id: head, name: The head of the office, kind: person, speaksFor: [{actor: office, basis: ana}]}
      - {id: spokesman, name: The spokesman, kind: person, speaksFor: [{actor: office, basis: ana}]}
      - {id: commander, name: The commander, kind: person, speaksFor: [{actor: field, basis: ana}]}
      - {id: gazette, name: The Gazette, kind: outlet}
    milestones: [{id: road, title: The road is open}]
    issues:
      - {id: release, title: The release, kind: negotiable, options: [{id: freed, title: They are freed}, {id: later, title: Later}]}
      - {id: men, title: Men in the first group, kind: negotiable, value: quantity, unit: man, wants: {movement: less, state: more}}
    """

  private func say(
    _ id: String, _ who: String, _ act: String, _ day: String, _ more: String = "",
    option: String = "freed"
  ) -> String {
    "id: \(id), speaker: \(who), act: \(act), date: 2031-\(day), about: {issue: release, option: \(option)}\(more)"
  }

  private func men(_ id: String, _ who: String, _ number: Int, _ day: String) -> String {
    "id: \(id), speaker: \(who), act: offer, date: 2031-\(day), about: {issue: men, value: {quantity: \(number), unit: man}}"
  }

  private func views(_ lines: [String]) throws -> LedgerTests.Views {
    try LedgerTests.Views(record(lines, with: Self.hills))
  }

  private func cell(
    _ lines: [String], _ party: Case.Actor.ID = "movement", _ issue: Case.Issue.ID = "release"
  ) throws -> PositionsView.Cell {
    try StateOfPlayTests.cell(record(lines, with: Self.hills), of: party, on: issue)
  }

  private static let ifRoad = ", requires: [{milestone: road, kind: before}]"

  @Test func oneBodysConditionIsNoHardeningOfTheOthersYes() throws {
    let lines = [
      say("yes", "head", "accept", "03-15"),
      say("if", "commander", "condition", "03-16", Self.ifRoad),
    ]
    let divided = try cell(lines)
    #expect(divided.isDivided)
    #expect(divided.sides.map(\.speakers) == [["office"], ["field"]])
    #expect(divided.sides.map { $0.words.map(\.stance) } == [[.for], [.forIf]])
    let kinds = try views(lines).changes.changes
    #expect(kinds.map(\.kinds) == [[.new], [.new]])
    #expect(kinds.map(\.body) == ["office", "field"])
  }

  @Test func oneBodysOfferDoesNotEndTheOthersCondition() throws {
    let asks = say("if", "commander", "condition", "03-15", Self.ifRoad)
    for (who, states) in [
      ("head", [PreconditionsView.State.standing]), ("field", [.closed]), ("movement", [.closed]),
    ] {
      let edges = try views([asks, say("gives", who, "offer", "03-20")]).preconditions.edges
      #expect(edges.map(\.state) == states, "\(who)")
    }
  }

  @Test func oneBodysLaterNoLeavesTheOthersYesStanding() throws {
    let lines = [say("yes", "head", "accept", "03-15"), say("no", "commander", "reject", "03-20")]
    let divided = try cell(lines)
    #expect(divided.isDivided && divided["freed"]?.stances == [.for, .against])
    // One of the same body replaces it.
    let same = try cell([lines[0], say("no", "spokesman", "reject", "03-20")])
    #expect(!same.isDivided && same["freed"]?.stances == [.against])
    // The party as a whole speaks for both, and so do both together.
    for who in ["movement", "[head, commander]"] {
      let whole = try cell(lines + [say("all", who, "accept", "04-01")])
      #expect(!whole.isDivided && whole["freed"]?.stances == [.for], "\(who)")
      #expect(try views(lines + [say("all", who, "accept", "04-01")]).kinds("movement").count == 3)
    }
    // A body that is part of another is no wing beside it.
    let part = try cell([lines[0], say("no", "press", "reject", "03-20")])
    #expect(!part.isDivided && part["freed"]?.stances == [.against])
  }

  @Test func whatThePartySaidAsOneGivesWayToOneBodysLaterWord() throws {
    let lines = [
      men("all", "movement", 4, "03-01"), men("o", "head", 6, "03-05"),
      men("f", "commander", 3, "02-01"),
    ]
    let held = try cell(lines, "movement", "men")
    #expect(held.answers.filter { !$0.isSuperseded }.map(\.title) == ["6 men"])
    #expect(!held.isDivided, "the field command has not spoken since the party did")
    let yes = try cell([
      say("all", "movement", "accept", "03-01"), say("no", "head", "reject", "03-05"),
      say("f", "commander", "accept", "02-01"),
    ])
    #expect(yes["freed"]?.stances == [.against])
  }

  @Test func aStateSpeaksWithOneVoice() throws {
    for (first, second) in [
      ("president", "minister"), ("palace", "ministry"), ("minister", "palace"),
    ] {
      let lines = [say("a", first, "reject", "03-15"), say("b", second, "accept", "03-20")]
      let one = try cell(lines, "state")
      #expect(!one.isDivided && one["freed"]?.stances == [.for], "\(first), \(second)")
      #expect(try views(lines).kinds("state") == [[.new], [.reversed, .softened]])
    }
    // On one day they differ.
    let day = [say("a", "palace", "reject", "03-15"), say("b", "ministry", "accept", "03-15")]
    #expect(try cell(day, "state").isDivided)
  }

  @Test func twoMinistersForTwoAnswersOnOneDayAreDivided() throws {
    let lines = [
      say("a", "president", "demand", "03-15"),
      say("b", "minister", "accept", "03-15", option: "later"),
    ]
    let divided = try cell(lines, "state")
    #expect(divided.isDivided)
    #expect(divided.sides.map(\.speakers) == [["president"], ["minister"]])
    // One who names both is of one mind, and a later day's word replaces the earlier.
    let one = [lines[0], say("b", "president", "accept", "03-15", option: "later")]
    #expect(try !cell(one, "state").isDivided)
    let later = [lines[0], say("b", "minister", "accept", "03-20", option: "later")]
    #expect(try !cell(later, "state").isDivided)
  }

  @Test func eachBodysNumberIsMeasuredAgainstItsOwn() throws {
    let lines = [
      men("o1", "head", 10, "03-01"), men("f1", "commander", 4, "03-05"),
      men("o2", "spokesman", 12, "03-10"), men("f2", "field", 6, "03-15"),
      men("s", "state", 12, "03-02"),
    ]
    let view = try views(lines)
    #expect(view.kinds("movement") == [[.new], [.new], [.softened], [.softened]])
    let held = try cell(lines, "movement", "men")
    #expect(held.isDivided)
    #expect(held.answers.filter { !$0.isSuperseded }.map(\.title) == ["12 men", "6 men"])
    // What one body gives and another does not is not agreed.
    let line = try #require(view.line("men"))
    #expect(line.state == .contested)
    #expect(line.otherwise.map(\.saidBy) == [["field"]])
  }
}
