import CaseModel
import StateOfPlay
import Testing

/// What a scenario drafted from positions holds, and what it does not.
@Suite struct DraftScenarioTests {
  private static let issues = """
    issues:
      - id: pay
        title: Pay
        kind: negotiable
        value: quantity
        unit: percent
        wants: {north: more, south: less}
      - {id: leave, title: Leave, kind: negotiable, options: [{id: more, title: More of it}, {id: same, title: As it is}]}
      - {id: talks, title: Whether to talk, kind: negotiable, stage: Pre, options: [{id: held, title: Talks are held}, {id: later, title: Later}]}
      - {id: old, title: An old matter, kind: negotiable, ended: {how: settled, basis: ana}, options: [{id: a, title: A}, {id: b, title: B}]}
      - {id: gauge, title: The gauge, kind: negotiable, options: [{id: sealed, title: It is sealed}]}
      - {id: gate, title: The gate, kind: negotiable, options: [{id: open, title: It is opened}]}
    """
  private static let both: [String] = [
    "id: l1, speaker: north, act: demand, date: 2025-05-01, about: {issue: leave, option: more}",
    "id: l2, speaker: south, act: demand, date: 2025-05-01, about: {issue: leave, option: same}",
    "id: t1, speaker: north, act: demand, date: 2025-05-01, about: {issue: talks, option: held}",
    "id: t2, speaker: south, act: demand, date: 2025-05-01, about: {issue: talks, option: later}",
    "id: o1, speaker: north, act: demand, date: 2025-05-01, about: {issue: old, option: a}",
    "id: o2, speaker: south, act: demand, date: 2025-05-01, about: {issue: old, option: b}",
    "id: g1, speaker: north, act: accept, date: 2025-05-01, about: {issue: gauge, option: sealed}",
    "id: g2, speaker: south, act: accept, date: 2025-05-01, about: {issue: gauge, option: sealed}",
    "id: w1, speaker: north, act: accept, date: 2025-05-01, about: {issue: gate, option: open}",
    "id: w2, speaker: south, act: condition, date: 2025-05-01, about: {issue: gate, option: open}, requires: [{issue: leave, option: same, kind: before}]",
  ]

  private func value(_ words: String, by speaker: String, _ act: String, _ date: String) -> String {
    "id: p\(speaker.prefix(1))\(date.suffix(2)), speaker: \(speaker), act: \(act), date: \(date), about: {issue: pay, value: {\(words), unit: percent}}"
  }

  @Test func onlyWhatIsStillToBeSettledIsInIt() throws {
    let theCase = try record(Self.both, with: Self.issues)
    let (draft, omitted) = try draftedScenario(theCase)
    #expect(draft.issues.map(\.name.raw) == ["leave"])
    #expect(
      omitted.map { "\($0.issue): \($0.reason)" } == [
        "pay: noPosition", "talks: preliminary", "old: ended", "gauge: agreed", "gate: unopposed",
      ])
  }

  /// No issue of the case is silently absent from a draft, and what is asked of the scenario later says
  /// the same.
  @Test func everyIssueIsInTheDraftOrNamedWithTheReason() throws {
    let more = """
      \(Self.issues)
        - {id: blame, title: Who began it, kind: factual, options: [{id: a, title: A}, {id: b, title: B}]}
        - {id: road, title: The road, kind: negotiable, options: [{id: open, title: It is opened}, {id: shut, title: It is shut}]}
      """
    let said = [
      "id: r1, speaker: north, act: demand, date: 2025-05-01, about: {issue: road, option: open}"
    ]
    var theCase = try record(Self.both + said, with: more)
    let (draft, omitted) = try draftedScenario(theCase)
    let named = draft.issues.compactMap(\.issue) + omitted.map(\.issue)
    #expect(Set(named) == Set(theCase.issues.map(\.id)) && named.count == theCase.issues.count)
    #expect(omitted.first { $0.issue == "blame" }?.reason == .factual)
    #expect(omitted.first { $0.issue == "road" }?.reason == .oneParty)
    theCase.scenarios = [draft]
    #expect(try settlement(theCase).omitted == omitted)
  }

  /// An issue that the rules would take and an analyst took out is named too.
  @Test func whatAnAnalystTookOutIsNamed() throws {
    let more = """
      \(Self.issues)
        - {id: road, title: The road, kind: negotiable, options: [{id: open, title: It is opened}, {id: shut, title: It is shut}]}
      """
    let said = [
      "id: r1, speaker: north, act: demand, date: 2025-05-01, about: {issue: road, option: open}",
      "id: r2, speaker: south, act: demand, date: 2025-05-01, about: {issue: road, option: shut}",
    ]
    var theCase = try record(Self.both + said, with: more)
    var draft = try draftScenario(theCase)
    #expect(draft.issues.map(\.name.raw) == ["leave", "road"])
    draft.issues.removeLast()
    for place in draft.parties.indices {
      draft.parties[place].weights["road"] = nil
      draft.parties[place].values["road"] = nil
    }
    theCase.scenarios = [draft]
    let omitted = try settlement(theCase).omitted
    #expect(omitted.first { $0.issue == "road" }?.reason == .eligible)
    #expect(!omitted.contains { $0.issue == "leave" })
  }

  /// A condition set for an answer in whose place its holder has since given another is kept while others
  /// stand by that answer.
  @Test func aConditionOfAnAnswerThatOthersStandByIsKept() throws {
    let more = """
      \(Self.issues)
        - {id: road, title: The road, kind: negotiable, options: [{id: open, title: It is opened}, {id: shut, title: It is shut}]}
      """
    let tied =
      "id: r0, speaker: south, act: accept, date: 2025-05-01, about: {issue: road, option: open}, requires: [{issue: leave, option: same, kind: before}]"
    let said = [
      "id: r1, speaker: north, act: demand, date: 2025-05-01, about: {issue: road, option: open}",
      "id: r2, speaker: south, act: demand, date: 2025-06-01, about: {issue: road, option: shut}",
    ]
    let draft = try draftScenario(try record(Self.both + [tied] + said, with: more))
    let link = try #require(draft.links.first)
    #expect(link.requires.map(\.text) == ["road=open", "leave=same"])
    #expect(link.evidence.statements == ["r0"] && draft.links.count == 1)
    // Where what it asked for is given with its later answer, or no one stands by the answer, it is not.
    let gone = said[0].replacing("option: open", with: "option: shut")
    let without = try? draftScenario(try record(Self.both + [tied, gone, said[1]], with: more))
    #expect(without?.links.isEmpty ?? true)
  }

  /// A number that lies within what its holder would take since is taken as that is.
  @Test func aNumberItWouldTakeSinceIsTiedToNothing() throws {
    func tied(_ next: String) throws -> [Case.Scenario.Link] {
      let first =
        "id: n1, speaker: north, act: accept, date: 2025-05-01, about: {issue: pay, value: {quantity: 6, unit: percent}}, requires: [{issue: leave, option: more, kind: before}]"
      let lines = [
        first, value("quantity: \(next)", by: "north", "demand", "2025-05-20"),
        value("quantity: 6", by: "south", "offer", "2025-05-02"),
      ]
      return try draftScenario(try record(Self.both + lines, with: Self.issues)).links
    }
    // It asks for more now, and would take 6 with more leave alone.
    #expect(try tied("8").count == 1)
    #expect(try tied("5").isEmpty)
  }

  /// Which issues are left out is read from what is derived already.
  @Test func whatIsDerivedAlreadyIsTakenFromThere() throws {
    var theCase = try record(Self.both, with: Self.issues)
    theCase.scenarios = [try draftScenario(theCase)]
    let state = DerivedState(theCase)
    let table = try SettlementTable(theCase, derivedIn: state)
    #expect(try table.omitted == SettlementTable(theCase).omitted && !table.omitted.isEmpty)
    theCase.scenarios[0].asOf = try EDTFDate("2025-04-01")
    #expect(
      try SettlementTable(theCase, derivedIn: state).omitted == SettlementTable(theCase).omitted)
  }

  @Test func whereNothingIsOpenTheReasonsAreGiven() throws {
    let theCase = try record([Self.both[0]], with: Self.issues)
    let error = #expect(throws: ModelError.self) { try draftScenario(theCase) }
    #expect(error?.hint?.contains("Whether to talk") == true)
  }

  @Test func whatNobodyStandsByAnyMoreIsNoOption() throws {
    let later =
      "id: l3, speaker: north, act: demand, date: 2025-06-01, about: {issue: leave, option: third}"
    let issues = Self.issues.replacing(
      "{id: same, title: As it is}", with: "{id: same, title: As it is}, {id: third, title: Third}")
    let draft = try draftScenario(try record(Self.both + [later], with: issues))
    #expect(draft.issues.first?.options.map(\.id) == ["same", "third"])
  }

  /// Of a number, more is never worth less to who wants more, whatever was said of which.
  @Test func numbersAreWorthWhatEachWants() throws {
    let said = [
      value("quantity: 8", by: "north", "demand", "2025-05-01"),
      value("quantity: 6", by: "north", "accept", "2025-05-10"),
      value("quantity: 3", by: "north", "reject", "2025-05-10"),
      value("quantity: 3", by: "south", "offer", "2025-05-02"),
      value("quantity: 5", by: "south", "reject", "2025-05-04"),
      value("quantity: 4", by: "south", "offer", "2025-05-12"),
    ]
    let draft = try draftScenario(try record(Self.both + said, with: Self.issues))
    let pay = try #require(draft.issues.first { $0.name == "pay" })
    let numbers = pay.options.map { option in
      Double(option.id.raw.split(separator: "-").first ?? "") ?? .nan
    }
    #expect(numbers.count >= 3)
    for party in draft.parties {
      let order = numbers.indices.sorted {
        party.id == "north" ? numbers[$0] < numbers[$1] : numbers[$0] > numbers[$1]
      }
      let worth = order.compactMap { party.values["pay"]?[pay.options[$0].id] }
      #expect(worth.count == numbers.count)
      for (worse, better) in zip(worth, worth.dropFirst()) {
        for (a, b) in [
          (worse.value, better.value), (worse.from, better.from), (worse.to, better.to),
        ] {
          let (a, b) = (try #require(a), try #require(b))
          #expect(a < b || a == b, "\(party.id): \(a.text) of the worse, \(b.text) of the better")
        }
      }
    }
    #expect(draft.faults.isEmpty)
  }

  @Test func everyNumberRestsOnWordsOrIsMarkedADefault() throws {
    let said = [
      value("quantity: 6", by: "north", "demand", "2025-05-10"),
      value("quantity: 4", by: "south", "offer", "2025-05-12"),
    ]
    let draft = try draftScenario(try record(Self.both + said, with: Self.issues))
    for party in draft.parties {
      let numbers =
        party.values.pairs.flatMap { $0.value.pairs.map(\.value) }
        + party.weights.pairs.map(\.value) + [party.reservation].compactMap(\.self)
      for number in numbers { #expect(!number.evidence.isEmpty || number.isDefault) }
      #expect(numbers.contains { $0.isDefault })
    }
  }

  /// A line drawn at one number rules out every number beyond it, and none within it.
  @Test(arguments: [
    ("reject", "quantity: 7, comparator: <", "both"),
    ("demand", "quantity: 7, comparator: ≥", "both"),
    ("reject", "quantity: 7, comparator: <", ""),
  ])
  func aRedLineAtANumberRulesOutWhatLiesBeyond(
    _ act: String, _ drawn: String, _ wants: String
  ) throws {
    let said = [
      value(drawn, by: "north", act, act == "demand" ? "2025-05-13" : "2025-05-10")
        + ", redLine: true",
      value("quantity: 9", by: "north", "demand", "2025-05-11"),
      value("quantity: 4, comparator: ≤", by: "south", "offer", "2025-05-12"),
    ]
    let issues =
      wants.isEmpty
      ? Self.issues.replacing("    wants: {north: more, south: less}\n", with: "") : Self.issues
    let draft = try draftScenario(try record(Self.both + said, with: issues))
    let pay = try #require(draft.issues.first { $0.name == "pay" })
    let lines = try #require(draft.parties.first { $0.id == "north" }).redLines.map(\.never)
    let low = try #require(pay.options.first { $0.id.raw.contains("4") })
    let high = try #require(pay.options.first { $0.id.raw.contains(act == "demand" ? "7" : "9") })
    #expect(lines.contains { "\($0)" == "pay=\(low.id)" })
    #expect(!lines.contains { "\($0)" == "pay=\(high.id)" || "\($0)".contains("!=") })
  }

  /// Who would take at most 195 is not drafted as content with 215, though nobody entered what it wants.
  @Test func aNumberBeyondAStatedLimitIsWorthNothing() throws {
    let issues = Self.issues.replacing("        wants: {north: more, south: less}\n", with: "")
    let said = [
      value("quantity: 215, comparator: ≥", by: "north", "demand", "2025-05-01"),
      value("quantity: 195, comparator: ≤", by: "south", "offer", "2025-05-02"),
    ]
    let draft = try draftScenario(try record(Self.both + said, with: issues))
    for party in draft.parties {
      let worth = try #require(party.values["pay"]).pairs.compactMap(\.value.value)
      #expect(worth.count == 2 && worth.contains(Amount(0)) && worth.contains(Amount(1)))
    }
  }
}
