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
      - {id: men, title: Men in the first group, kind: negotiable, value: quantity, unit: soldier, wants: {movement: less, state: more}}
    """

  private func say(
    _ id: String, _ who: String, _ act: String, _ day: String, _ more: String = "",
    option: String = "freed"
  ) -> String {
    "id: \(id), speaker: \(who), act: \(act), date: 2031-\(day), about: {issue: release, option: \(option)}\(more)"
  }

  private func men(_ id: String, _ who: String, _ number: Int, _ day: String) -> String {
    "id: \(id), speaker: \(who), act: offer, date: 2031-\(day), about: {issue: men, value: {quantity: \(number), unit: soldier}}"
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
    #expect(held.answers.filter { !$0.isSuperseded }.map(\.title) == ["6 soldiers"])
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
    #expect(held.answers.filter { !$0.isSuperseded }.map(\.title) == ["12 soldiers", "6 soldiers"])
    // What one body gives and another does not is not agreed.
    let line = try #require(view.line("men"))
    #expect(line.state == .contested)
    #expect(line.otherwise.map(\.saidBy) == [["field"]])
  }

  private static let text = """

    drafts:
      - id: pact
        title: The pact
        date: 2031-04-02
        by: [movement, state]
        signed: [{date: 2031-04-02, by: [movement, state], evidence: [signs]}]
        clauses: [{id: men, title: Ten soldiers, about: {issue: men, value: {quantity: 10, unit: soldier}}, status: agreed, evidence: [signs]}]
        evidence: [signs]
    """
  private static let signs =
    "id: signs, speaker: [movement, state], act: accept, date: 2031-04-02, about: {draft: pact}"

  /// What the party signed as one is not undone by one of its bodies.
  @Test func oneBodysDemandDoesNotReplaceWhatThePartySigned() throws {
    let lines = [Self.signs, men("f", "commander", 4, "04-10")]
    let theCase = try record(lines, with: Self.hills + Self.text)
    let held = try StateOfPlayTests.cell(theCase, of: "movement", on: "men")
    #expect(held.answers.filter { !$0.isSuperseded }.map(\.title) == ["10 soldiers", "4 soldiers"])
    #expect(held.isDivided)
    #expect(held.sides.map(\.speakers) == [["movement"], ["field"]])
    // The party itself may ask for something else.
    let one = try record(
      [Self.signs, men("f", "movement", 4, "04-10")], with: Self.hills + Self.text)
    let after = try StateOfPlayTests.cell(one, of: "movement", on: "men")
    #expect(after.answers.filter { !$0.isSuperseded }.map(\.title) == ["4 soldiers"])
  }

  @Test func oneBodyDoesNotCrossThePartysRedLine() throws {
    let lines = [
      men("all", "movement", 6, "03-01").replacing(
        "act: offer", with: "act: demand, redLine: true"),
      men("o", "head", 9, "03-05"),
    ]
    let held = try cell(lines, "movement", "men")
    #expect(held.isDivided)
    #expect(held.answers.contains { $0.title == "6 soldiers" && $0.isRedLine && !$0.isSuperseded })
    let change = try #require(views(lines).changes.changes.last)
    #expect(change.body == "office")
    #expect(change.answers.allSatisfy { !$0.redLineCrossed })
  }

  @Test func oneBodysNoDoesNotEndWhatThePartyAsksFor() throws {
    let asks = say("if", "movement", "condition", "03-15", Self.ifRoad)
    for (who, state) in [
      ("commander", PreconditionsView.State.standing), ("movement", .closed),
    ] {
      let edges = try views([asks, say("no", who, "reject", "03-20")]).preconditions.edges
      #expect(edges.map(\.state) == [state], "\(who)")
    }
  }

  /// Member states of a union are its bodies; so are co-chairs of a committee.
  @Test func statesThatSpeakForAUnionAreItsBodies() throws {
    let union = Self.hills.replacing(
      "kind: body, partOf: movement", with: "kind: state, partOf: movement")
    let lines = [say("yes", "office", "accept", "03-15"), say("no", "field", "reject", "03-20")]
    let held = try StateOfPlayTests.cell(
      record(lines, with: union), of: "movement", on: "release")
    #expect(held.isDivided)
  }
}
