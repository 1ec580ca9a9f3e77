import CaseModel
import Foundations
import StateOfPlay
import Testing

/// A conflict of two, in the form of the prisoners' dilemma, with what each part rests on.
private let dilemma = """
  conflicts:
    - id: gate
      title: The gate
      basis: ana
      decisionMakers:
        - id: n
          actors: north
          prefers: [{that: theirs, title: Water flows, evidence: [s1]}, {that: not ours, uncertain: true}]
        - {id: s, actors: south, prefers: [{that: ours}, {that: not theirs}]}
      options:
        - {id: ours, title: open the north gate, owners: n}
        - {id: theirs, title: open the south gate, owners: s}
      statusQuo: NN
  """

private func view(
  _ conflicts: String = dilemma, _ change: (inout StabilityQuestions) -> Void = { _ in }
) throws -> StabilityView {
  var questions = StabilityQuestions()
  change(&questions)
  return try stability(
    record(["id: s1, act: demand"], with: conflicts), conflict: "gate", asking: questions)
}

private func fault(
  _ conflicts: String, _ change: (inout StabilityQuestions) -> Void = { _ in }
) -> ModelError? {
  do {
    _ = try view(conflicts, change)
    return nil
  } catch {
    return error as? ModelError
  }
}

@Suite struct StabilityTests {
  /// What is supposed never to be leaves rankings, comparisons, titles and forbidden moves.
  @Test(arguments: [
    ("ranking: [{states: [YY, NN]}, {states: [YN, NY]}]", "never ours and theirs", 3),
    ("ranking: [{states: [Y-], greatly: true}, {states: [NN, NY]}]", "never ours", 2),
    ("compares: [{better: YY, than: NN}, {equal: [YN, NY, YY]}]", "never ours and theirs", 3),
    ("prefers: [{that: theirs}]", "never not ours", 2),
  ])
  func exclusionsLeaveTheRanking(_ wants: String, _ change: String, _ left: Int) throws {
    let text = """
      conflicts:
        - id: gate
          title: The gate
          basis: ana
          decisionMakers:
            - {id: n, actors: north, \(wants)}
            - {id: s, actors: south, prefers: [{that: ours}]}
          options:
            - {id: ours, title: open the north gate, owners: n}
            - {id: theirs, title: open the south gate, owners: s}
          forbidden: [{mover: n, from: YY, to: NY}]
          states: [{state: YY, title: Water flows}]
          statusQuo: YY
      """
    let found = try view(text) {
      $0.whatIf = [.never(formula: String(change.dropFirst("never ".count)))]
    }
    let whatIf = try #require(found.whatIf)
    #expect(whatIf.changes.count == 1)
    // Whatever holds afterwards is one of the states left.
    #expect(whatIf.gained.count <= left)
    #expect(
      whatIf.gained.allSatisfy { line in
        !(change == "never ours and theirs" && line.state == "YY")
          && !(change == "never ours" && line.state.hasPrefix("Y"))
      })
  }

  @Test func anExclusionThatLeavesNothingIsAFault() {
    let found = fault(dilemma) { $0.whatIf = [.never(formula: "ours or not ours")] }
    #expect(found?.message.contains("no state is left") == true)
  }

  /// Who is indifferent gains nothing by a move; of one about whom nothing is known it is said so.
  @Test func stepsSayHowTheirMoversLikeThem() throws {
    let text = """
      conflicts:
        - id: gate
          title: The gate
          basis: ana
          decisionMakers:
            - {id: n, actors: north, ranking: [{states: YY}, {states: [YN, NY, NN]}]}
            - {id: s, actors: south}
          options:
            - {id: ours, title: open the north gate, owners: n}
            - {id: theirs, title: open the south gate, owners: s}
          statusQuo: NN
      """
    let moves = try view(text).moves
    func liking(_ from: String, _ to: String) -> StabilityView.Liking? {
      moves.first { $0.from == from && $0.to == to }?.liking
    }
    #expect(liking("NN", "YN") == .equal && liking("NY", "YY") == .better)
    #expect(liking("YY", "NY") == .worse && liking("NN", "NY") == .unknown)
  }

  @Test func theDilemmaHasItsTwoEquilibria() throws {
    let view = try view()
    let found = Dictionary(uniqueKeysWithValues: view.states.map { ($0.pattern, $0.equilibrium) })
    #expect(found["NN"] == ["Nash", "GMR", "SMR", "SEQ", "SSEQ"])
    #expect(found["YY"] == ["GMR", "SMR", "SEQ", "SSEQ"])
    #expect(found["YN"] == [] && found["NY"] == [])
    #expect(view.isComplete && view.stateCount == 4 && view.moves.count == 8)
  }

  @Test func wordsBearTheActorsNames() throws {
    let view = try view()
    #expect(
      view.states.first { $0.pattern == "YN" }?.words
        == "North: open the north gate; South: nothing")
    let way = try #require(view.states.first { $0.pattern == "YY" }?.path)
    #expect(way.count == 2)
    #expect(way.allSatisfy { !$0.isImprovement })
    #expect(way.first?.words.contains(" would open the ") == true)
    #expect(view.states.first { $0.pattern == "YY" }?.improvingPath == nil)
  }

  @Test func whyNamesTheReplyThatDeters() throws {
    let view = try view { ($0.why, $0.states) = (true, ["ours,theirs"]) }
    let north = try #require(view.reasons.first { $0.decisionMaker == "n" })
    #expect(north.isStable && north.concept == "SEQ")
    #expect(
      north.sentences == [
        "If it were to no longer open the north gate, South would no longer open the south gate; "
          + "that would lead to NN, which is no better for it than staying."
      ])
  }

  @Test func whyNamesWhatAMoveGains() throws {
    let view = try view {
      $0.states = ["YN"]; $0.why = true
    }
    let north = try #require(view.reasons.first { $0.decisionMaker == "n" })
    #expect(!north.isStable)
    #expect(
      north.sentences == [
        "It would no longer open the north gate, leading to NN: that meets its second preference, "
          + "“not ours”.",
        "No response that the others themselves prefer would deter it.",
      ])
    #expect(north.wishes.map(\.text) == ["not ours"] && north.wishes.first?.uncertain == true)
    let south = try #require(view.reasons.first { $0.decisionMaker == "s" })
    #expect(
      south.sentences == [
        "If it were to open the south gate, that would go against its second preference, "
          + "“not theirs”."
      ])
  }

  @Test func whatWouldHaveToBeTrue() throws {
    let view = try view { $0.want = "YN" }
    let lines = try #require(view.wanted?.lines)
    #expect(lines.first { $0.decisionMaker == "s" }?.isMet == true)
    let north = try #require(lines.first { $0.decisionMaker == "n" })
    #expect(!north.isMet && north.ways.contains("it gave up “not ours”"))
  }

  @Test func whatIfChangesTheModel() throws {
    let wanted = try view { $0.whatIf = [.wants(maker: "n", formula: "ours")] }
    #expect(wanted.whatIf?.changes == ["North wants “North: open the north gate” above all"])
    #expect(wanted.whatIf?.gained.contains { $0.state == "YN" } == true)
    let never = try view { $0.whatIf = [.never(formula: "ours and theirs")] }
    #expect(never.whatIf?.lost.map(\.state) == ["YY"])
    let without = try view { $0.whatIf = [.without(maker: "n", preference: 2)] }
    #expect(without.whatIf?.changes == ["North no longer wants “not ours”"])
  }

  @Test func whatIsUncertainIsDrawnUnasked() throws {
    let drawn = try view()
    #expect(drawn.robustness?.samples == 1000 && drawn.robustness?.seed == 1)
    #expect(drawn.share(of: "NN", "Nash") == 1)
    #expect(try view { $0.samples = 0 }.robustness == nil)
    #expect(try view(dilemma.replacing(", uncertain: true", with: "")).robustness == nil)
  }

  @Test func robustnessVariesWhatIsMarkedAndRepeats() throws {
    let first = try view { ($0.samples, $0.seed) = (400, 7) }
    let table = try #require(first.robustness)
    #expect(table.varied == ["North: “not ours” as written, first, last or not at all"])
    #expect(try view { ($0.samples, $0.seed) = (400, 7) } == first)
    let nash = table.lines.first { $0.state == "NN" }?.shares.first { $0.concept == "Nash" }
    #expect(nash?.count == 400)
    // Without the wish North does not mind its own gate; that is a quarter of the draws.
    let other = table.lines.first { $0.state == "YN" }?.shares.first { $0.concept == "Nash" }
    #expect((60...140).contains(other?.count ?? 0))
  }

  @Test func unknownPreferencesStayUnknown() throws {
    let open = dilemma.replacing(
      ", prefers: [{that: ours}, {that: not theirs}]}", with: "}")
    let view = try view(open) { $0.samples = 200 }
    #expect(view.decisionMakers.last?.wishes.isEmpty == true)
    #expect(view.robustness?.varied.last?.contains("nothing is known") == true)
  }

  @Test func coalitionsAreAsked() throws {
    let all = try view { $0.coalitions = true }.coalitions
    #expect(all.map(\.concept) == ["CNash", "CGMR", "CSMR", "CSEQ", "CSSEQ"])
    let found = try #require(all.first { $0.concept == "CSEQ" })
    #expect(found.proof == ["YY"])
    #expect(found.upsets.map(\.names) == [["North", "South"]])
    #expect(found.upsets.first?.targets == ["YY"])
    #expect(
      found.upsets.first?.sentence
        == "North and South together would leave NN for YY, which each of them prefers: "
        + "North would open the north gate, then South would open the south gate.")
  }

  @Test func faultsNameTheirPlace() throws {
    let typo = fault(dilemma.replacing("that: theirs,", with: "that: theirs ad ours,"))
    #expect(
      typo?.path.description == "conflicts[gate].decisionMakers[#1].prefers[#1].that",
      "\(typo?.path.description ?? "")")
    #expect(typo?.message.contains("column") == true)
    let options = fault(dilemma.replacing("statusQuo: NN", with: "statusQuo: 'ours,their'"))
    #expect(options?.path.description == "conflicts[gate].statusQuo")
    #expect(options?.hint == "did you mean `theirs`?")
    #expect(fault(dilemma) { $0.states = ["YYY"] }?.message.contains("3 signs") == true)
    #expect(fault(dilemma) { $0.want = "oars" }?.hint == "did you mean `ours`?")
    #expect(fault(dilemma) { $0.whatIf = [.wants(maker: "nobody", formula: "ours")] } != nil)
    #expect(fault(dilemma) { $0.whatIf = [.without(maker: "n", preference: 9)] } != nil)
    #expect(
      fault(dilemma + "\n    infeasible: [{formula: ours or not ours}]")?.message
        == "no feasible state is left")
    #expect(throws: ModelError.self) { try stability(record([])) }
  }

  @Test func cancellingThrows() throws {
    struct Stop: Error {}
    let theCase = try record(["id: s1, act: demand"], with: dilemma)
    #expect(throws: Stop.self) {
      try stability(theCase, checkpoint: Checkpoint { _, _ in throw Stop() })
    }
  }

  @Test func formulasAsPatterns() throws {
    let model = try #require(try record(["id: s1, act: demand"], with: dilemma).conflicts.first)
    #expect(try model.patterns(where: "not ours") == ["N-"])
    #expect(try model.patterns(where: "ours iff theirs") == ["NN", "YY"])
    #expect(throws: ModelError.self) { try model.patterns(where: "ours and") }
  }
}
