import CaseModel
import StateOfPlay
import Testing

/// Two who each open a gate or not, in the form of the prisoners' dilemma.
private let dilemma = """
  conflicts:
    - id: gate
      title: The gate
      basis: ana
      decisionMakers:
        - {id: n, actors: north, prefers: [{that: theirs}, {that: not ours}]}
        - {id: s, actors: south, prefers: [{that: ours}, {that: not theirs}]}
      options:
        - {id: ours, title: open the north gate, owners: n}
        - {id: theirs, title: open the south gate, owners: s}
      statusQuo: NN
  """

/// The same with named states and listed moves.
private let graph = """
  conflicts:
    - id: gate
      title: The gate
      basis: ana
      decisionMakers:
        - {id: n, actors: north, ranking: [{states: theirs}, {states: both}, {states: none}, {states: ours}]}
        - {id: s, actors: south, ranking: [{states: ours}, {states: both}, {states: none}, {states: theirs}]}
      states: [{state: none, title: Both gates stay shut}, ours, theirs, {state: both, title: Water flows}]
      moves:
        - {mover: n, from: none, to: ours, title: open its gate}
        - {mover: n, from: ours, to: none, title: shut its gate}
        - {mover: n, from: theirs, to: both, title: open its gate}
        - {mover: n, from: both, to: theirs}
        - {mover: s, from: none, to: theirs}
        - {mover: s, from: theirs, to: none}
        - {mover: s, from: ours, to: both}
        - {mover: s, from: both, to: ours}
      statusQuo: none
  """

private func view(
  _ conflicts: String = dilemma, _ change: (inout StabilityQuestions) -> Void = { _ in }
) throws -> StabilityView {
  var questions = StabilityQuestions()
  change(&questions)
  return try stability(record([], with: conflicts), asking: questions)
}

private func equilibria(_ view: StabilityView) -> [String: [String]] {
  Dictionary(uniqueKeysWithValues: view.states.map { ($0.pattern, $0.equilibrium) })
}

@Suite struct StabilityConceptTests {
  @Test func everyConceptIsThereByItsName() throws {
    let view = try view { $0.concepts = ["all"] }
    #expect(
      view.concepts == [
        "Nash", "GMR", "SMR", "SEQ", "SSEQ", "SIM", "SEQ+SIM", "SMR+SIM", "FH:Nash", "FH:GMR",
        "FH:SMR", "FH:SEQ", "FH:SSEQ", "L2", "L3", "NM",
      ])
    #expect(view.passedOver.isEmpty)
    // Each is said in a sentence of its own, between what an equilibrium is and what follows.
    #expect(view.rules.count == view.concepts.count + 2)
    let found = equilibria(view)
    #expect(found["YY"]?.contains("L2") == true && found["YY"]?.contains("NM") == true)
    #expect(found["NN"] == view.concepts)
  }

  @Test(arguments: ["sim", " fh:seq", "l4", "nm", "SEQ+SIM", "Nash,smr"])
  func namesAreReadHoweverTheyAreWritten(_ name: String) throws {
    let view = try view { $0.concepts = [name] }
    #expect(
      view.concepts.joined(separator: ",").lowercased()
        == name.lowercased().filter { $0 != " " })
  }

  @Test func wordsFitTheConcept() throws {
    func north(_ concept: String, at state: String) throws -> [String] {
      let view = try view { ($0.concepts, $0.states) = ([concept], [state]) }
      return view.reasons.first { $0.decisionMaker == "n" }?.sentences ?? []
    }
    #expect(
      try north("GMR", at: "YY") == [
        "If it were to no longer open the north gate, South could cease to open the south gate; "
          + "that would lead to NN, which is no better for it than staying."
      ])
    #expect(
      try north("SMR", at: "YY").first?.hasSuffix("No move from there would be better for it.")
        == true)
    #expect(
      try north("SIM", at: "YY") == [
        "If it were to no longer open the north gate, at the same time South could cease to "
          + "open the south gate; both together would lead to NN, which is no better for it than "
          + "staying."
      ])
    #expect(
      try north("Nash", at: "YY").last
        == "This concept does not consider responses by others.")
    #expect(
      try north("L2", at: "YY") == [
        "If it were to no longer open the north gate, South would no longer open the south gate; "
          + "that would lead to NN, which is no better for it than staying."
      ])
    #expect(
      try north("SIM", at: "YN").last
        == "No move that others prefer and make at the same time would deter it.")
    #expect(try north("FH:Nash", at: "YY").first?.contains("at the same time") == true)
  }

  @Test func severalConceptsAreEachExplained() throws {
    let view = try view { ($0.concepts, $0.why) = (["SEQ", "SIM"], true) }
    #expect(Set(view.reasons.map(\.concept)) == ["SEQ", "SIM"])
  }

  @Test func whatDoesNotApplyIsSaid() throws {
    let three = dilemma.replacing(
      "- {id: s, actors: south,", with: "- {id: t, title: Third}\n      - {id: s, actors: south,")
    let all = try view(three) { $0.concepts = ["all"] }
    #expect(all.passedOver.map(\.concept).contains("SIM"))
    #expect(
      all.passedOver.first { $0.concept == "NM" }?.reason.contains("two decision makers") == true)
    #expect(throws: ModelError.self) { try view(three) { $0.concepts = ["L2"] } }
    do {
      _ = try view { $0.concepts = ["SMQ"] }
      Issue.record("an unknown concept was taken")
    } catch let fault as ModelError {
      #expect(fault.message == "unknown concept `SMQ`")
      #expect(fault.hint?.hasPrefix("did you mean `S") == true)
    }
  }

  @Test func theExtensionsDifferWherePreferencesAreUnknown() throws {
    let open = dilemma.replacing(", prefers: [{that: ours}, {that: not theirs}]}", with: "}")
    func stay(_ letter: String) throws -> Bool? {
      let view = try view(open) { ($0.unknown, $0.concepts) = (letter, ["Nash"]) }
      #expect(view.rules.contains { $0.contains("extension \(letter)") })
      return view.states.first { $0.pattern == "NN" }?.stable.first { $0.decisionMaker == "s" }?
        .concepts.contains("Nash")
    }
    // Who leaves for what it may like has no peace; who leaves only for sure gains stays.
    #expect(try stay("a") == false && stay("c") == false)
    #expect(try stay("b") == true && stay("d") == true)
    #expect(throws: ModelError.self) { try view { $0.unknown = "e" } }
  }

  @Test func graphFormHasTheSameAnswers() throws {
    let (byOptions, byStates) = (try view(), try view(graph))
    let pairs = [("NN", "none"), ("YN", "ours"), ("NY", "theirs"), ("YY", "both")]
    for (pattern, name) in pairs {
      #expect(equilibria(byOptions)[pattern] == equilibria(byStates)[name])
    }
    #expect(byStates.options.isEmpty && byStates.moves.count == 8)
    let why = try view(graph) { $0.states = ["both"] }
    #expect(
      why.reasons.first?.sentences == [
        "If it were to go to theirs, South would go to “Both gates stay shut”; that would lead to "
          + "“Both gates stay shut”, which is no better for it than staying."
      ])
    #expect(
      byStates.decisionMakers.first?.moves.first?.text.hasPrefix("open its gate, from") == true)
    #expect(throws: ModelError.self) { try view(graph) { $0.states = ["bth"] } }
    #expect(throws: ModelError.self) {
      try view(graph) { $0.whatIf = [.wants(maker: "n", formula: "ours")] }
    }
  }

  @Test func strengthIsTold() throws {
    let strong = graph.replacing(
      "ranking: [{states: theirs}, {states: both}, {states: none}",
      with: "ranking: [{states: theirs}, {states: both, greatly: true}, {states: none}")
    let one = try view(strong)
    let both = try #require(one.states.first { $0.pattern == "both" })
    // North's move is answered by what it likes greatly less; South's only by what it likes less.
    #expect(both.equilibrium.contains("SEQ") && both.strongly.isEmpty)
    let mutual = strong.replacing(
      "ranking: [{states: ours}, {states: both}",
      with: "ranking: [{states: ours}, {states: both, greatly: true}")
    #expect(
      try view(mutual).states.first { $0.pattern == "both" }?.strongly
        == ["GMR", "SMR", "SEQ", "SSEQ"])
  }

  @Test func comparisonsLeaveTheRestUnknown() throws {
    let pairs = dilemma.replacing(
      "prefers: [{that: ours}, {that: not theirs}]",
      with:
        "compares: [{better: \"Y-\", than: \"N-\"}, {equal: [NN, NY]}, {better: YN, than: YY, uncertain: true}]"
    )
    let found = try view(pairs)
    #expect(found.decisionMakers.last?.wishes.map(\.uncertain) == [false, false, true])
    #expect(found.robustness?.varied.last?.contains("filled in at random") == true)
    let south = found.states.first { $0.pattern == "NN" }?.stable.first { $0.decisionMaker == "s" }
    // Both its states with the northern gate shut are as good to it.
    #expect(south?.concepts.contains("Nash") == true)
    // Where the uncertain pair falls the other way, the draws have it stay at YY.
    #expect(
      found.states.first { $0.pattern == "YY" }?.stable.last?.concepts.contains("Nash") == false)
    #expect(found.share(of: "NN", "Nash") == 1)
  }

  @Test func contradictionsAndCirclesAreRefused() throws {
    func fault(_ pairs: String) throws -> ModelError? {
      do {
        _ = try view(
          dilemma.replacing(
            "prefers: [{that: ours}, {that: not theirs}]", with: "compares: [\(pairs)]"))
        return nil
      } catch { return error as? ModelError }
    }
    #expect(
      try fault("{better: YN, than: YY}, {better: YY, than: YN}")?.message.contains(
        "two different things") == true)
    #expect(
      try fault("{better: YN, than: YY}, {better: YY, than: NN}, {better: NN, than: YN}")?.message
        .contains("circle") == true)
  }

  @Test func namesForStatesAreUsed() throws {
    let named = dilemma + "\n    states: [{state: YY, title: Water flows}]"
    let found = try view(named) { $0.states = ["NN"] }
    #expect(found.states.first { $0.pattern == "YY" }?.title == "Water flows")
    #expect(throws: ModelError.self) {
      try view(named + "\n    infeasible: [{pattern: YY}]")
    }
  }
}
