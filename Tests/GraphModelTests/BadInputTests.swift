import Foundations
import GraphModel
import Testing

@Suite struct BadInputTests {
  private var form: OptionForm {
    OptionForm(
      decisionMakers: ["US", "USSR"],
      options: [
        OptionForm.Option("strike", owners: ["US"]), OptionForm.Option("blockade", owners: ["US"]),
        OptionForm.Option("withdraw", owners: ["USSR"]),
      ])
  }

  private func fault(_ change: (inout OptionForm) -> Void) -> ConflictError? {
    var form = form
    change(&form)
    do {
      _ = try form.compile()
      return nil
    } catch { return error as? ConflictError }
  }

  private func fault(of preferences: [Preference]) -> ConflictError? {
    do {
      _ = try form.compile().profile(preferences)
      return nil
    } catch { return error as? ConflictError }
  }

  @Test func forms() throws {
    let cases: [(ConflictError?, String)] = [
      (fault { $0.decisionMakers = [] }, "no decision maker"),
      (fault { $0.options = [] }, "no option"),
      (fault { $0.decisionMakers = ["US", "US"] }, "repeats the name \"US\""),
      (fault { $0.decisionMakers[0] = " " }, "decisionMakers[0] has an empty name"),
      (fault { $0.options[1].name = "strike" }, "options repeats the name \"strike\""),
      (fault { $0.options[1].owners = [] }, "option \"blockade\" has no owner"),
      (fault { $0.options[1].owners = ["US", "US"] }, "twice"),
      (fault { $0.options[1].owners = ["USS"] }, "did you mean \"US\"?"),
      (fault { $0.infeasible = [.pattern("---")] }, "no feasible state is left"),
      (fault { $0.infeasible = [.pattern("YN")] }, "has 2 signs, not 3"),
      (fault { $0.infeasible = [.pattern("YN?")] }, "unknown sign at column 3"),
      (fault { $0.infeasible = [.formula("strike and blokade")] }, "infeasible[0], column 12"),
      (fault { $0.infeasible = [.mutuallyExclusive(["strike", "wihdraw"])] }, "did you mean"),
      (fault { $0.infeasible = [.atLeastOne([])] }, "infeasible[0]"),
      (fault { $0.states = [] }, "no feasible state"),
      (fault { $0.states = ["YYY", "YYY"] }, "twice"),
      (fault { $0.states = ["YY-", "-YY"] }, "both contain"),
      (fault { $0.states = ["YY-", "YYN"] }, "both contain YYN"),
      (
        fault {
          $0.coalesced = ["Y--"]
          $0.infeasible = [.pattern("Y--")]
        }, "no feasible combination"
      ),
      (
        fault { $0.forbidden = [.init(mover: "USS", from: "NNN", to: "YNN")] },
        "did you mean \"US\""
      ),
      (fault { $0.forbidden = [.init(mover: "US", from: "NNN", to: "NNY")] }, "does not exist"),
      (
        fault {
          $0.options = (0..<10_000).map { OptionForm.Option("o\($0)", owners: ["US"]) }
        }, "10,000 options; at most 64"
      ),
      (
        fault { $0.options = (0..<40).map { OptionForm.Option("o\($0)", owners: ["US"]) } },
        "40 options make 2^40 = 1,099,511,627,776 combinations"
      ),
      (
        fault {
          $0.options = (0..<40).map { OptionForm.Option("o\($0)", owners: ["US"]) }
        }, "drop or merge 16, as all combinations of 24 options fit"
      ),
      (fault { $0.decisionMakers = (0..<65).map { "m\($0)" } }, "65 decision makers"),
    ]
    for (error, words) in cases {
      #expect(
        error?.description.contains(words) == true, "\(words): \(error?.description ?? "none")")
    }
  }

  @Test func preferences() throws {
    let fine = Preference.prioritising(["withdraw"])
    let cases: [(ConflictError?, String)] = [
      (fault(of: [fine]), "1 preferences for 2"),
      (
        fault(of: [fine, .prioritising(["withdraw", "strike nand x"])]),
        "preferences of USSR, statement 2, column 1"
      ),
      (fault(of: [.weights([.init("strke", taken: 1)]), fine]), "did you mean \"strike\""),
      (
        fault(of: [.weights([.init("strike", taken: 1), .init("strike", taken: 2)]), fine]),
        "repeats"
      ),
      (
        fault(of: [.weights([.init("strike", taken: .max), .init("blockade", taken: .min)]), fine]),
        "2^62"
      ),
      (fault(of: [.strict(["YYY"]), fine]), "leaves 7 feasible states unranked, the first is NNN"),
      (fault(of: [.strict(["YYY", "Y--"]), fine]), "names the state YYY twice"),
      (
        fault(of: [
          .pairwise([.init("YYY", .preferred, "NNN"), .init("NNN", .preferred, "YYY")]), fine,
        ]), "two different things about NNN and YYY"
      ),
      (
        fault(of: [
          .pairwise([
            .init("YYY", .preferred, "NNN"), .init("NNN", .preferred, "NNY"),
            .init("NNY", .equal, "NYY"), .init("NYY", .preferred, "YYY"),
          ]), fine,
        ]), "goes round in a circle"
      ),
      (fault(of: [.pairwise([.init("YYY", .preferred, "YYY")]), fine]), "two different things"),
      (fault(of: [.pairwise([.init("YYY", .preferred, "YY")]), fine]), "2 signs, not 3"),
    ]
    for (error, words) in cases {
      #expect(
        error?.description.contains(words) == true, "\(words): \(error?.description ?? "none")")
    }
  }

  @Test func graphForms() throws {
    func fault(_ form: GraphForm) -> String {
      do {
        _ = try form.compile()
        return ""
      } catch { return "\(error)" }
    }
    let makers = ["A", "B"]
    #expect(fault(GraphForm(decisionMakers: makers, states: [], moves: [])).contains("no state"))
    #expect(
      fault(
        GraphForm(
          decisionMakers: makers, states: ["war", "peace"],
          moves: [.init(mover: "A", from: "war", to: "peac")])
      ).contains("moves[0] names \"peac\", which does not exist: did you mean \"peace\"?"))
    #expect(
      fault(
        GraphForm(
          decisionMakers: makers, states: ["war", "peace"],
          moves: [.init(mover: "A", from: "war", to: "war")])
      ).contains("to itself"))
    let conflict = try GraphForm(
      decisionMakers: makers, states: ["war", "peace"],
      moves: [.init(mover: "A", from: "war", to: "peace")]
    ).compile()
    #expect(throws: ConflictError.self) {
      try conflict.profile([.prioritising(["x"]), .strict(["war", "peace"])])
    }
    let analysis = try Analysis(
      conflict, conflict.profile([.strict(["war", "peace"]), .strict(["war", "peace"])]))
    #expect(throws: ConflictError.self) { try analysis.stability([.sim]) }
    #expect(throws: ConflictError.self) { try analysis.stability([.limitedMove(0)]) }
    #expect(throws: ConflictError.self) { try analysis.stability([.limitedMove(.max)]) }
    #expect(throws: ConflictError.self) { try analysis.witness(.nash, for: 5, at: .vertex(0)) }
    #expect(throws: ConflictError.self) { try analysis.witness(.nash, for: 0, at: .vertex(-1)) }
    #expect(throws: ConflictError.self) { try analysis.stableStates(forCoalition: [], .nash) }
    #expect(throws: ConflictError.self) { try analysis.stableStates(forCoalition: [0, 0], .nash) }
    let stability = try analysis.stability([.nash])
    #expect(throws: ConflictError.self) { try stability.equilibria(.gmr) }
    #expect(throws: ConflictError.self) {
      try stability.isStable(.pattern(Pattern(taken: .max, open: 3)), for: 0, .nash)
    }
  }

  /// 40 options are no trouble when the rules leave few states.
  @Test func manyOptionsFewStates() throws {
    var big = OptionForm(
      decisionMakers: ["A", "B"],
      options: (0..<40).map { OptionForm.Option("o\($0)", owners: [$0 < 20 ? "A" : "B"]) })
    big.infeasible = [0..<20, 20..<40].flatMap { group -> [OptionForm.Infeasibility] in
      let names = group.map { "o\($0)" }
      return [.mutuallyExclusive(names), .atLeastOne(names)]
    }
    let conflict = try big.compile()
    #expect(conflict.stateCount == 400)
    let state = try #require(conflict.states().last)
    #expect(try conflict.moves(of: 0, from: state).count == 19)
    big.infeasible.removeLast(2)
    var limits = Limits()
    limits.states = 10_000
    #expect(throws: ConflictError.self) { try big.compile(limits: limits) }
    limits.searchSteps = 50
    #expect(throws: ConflictError.self) { try big.compile(limits: limits) }
    // 64 options, listed states.
    let wide = OptionForm(
      decisionMakers: ["A"], options: (0..<64).map { OptionForm.Option("o\($0)", owners: ["A"]) },
      states: [String(repeating: "Y", count: 64), String(repeating: "N", count: 64)])
    #expect(try wide.compile().states().count == 2)
  }

  @Test func fiveHundredStatements() throws {
    let conflict = try form.compile()
    var source = SplitMix64(seed: 8, index: 0)
    let statements = (0..<500).map { _ in
      Expression.random(options: 3, depth: 2, &source)
    }
    // The first 300 say the same, so that only late ones tell states apart.
    let list =
      Array(repeating: "withdraw or not withdraw", count: 300)
      + statements.map { $0.text(["strike", "blockade", "withdraw"], &source) }
    let profile = try conflict.profile([.prioritising(list), .prioritising([])])
    let analysis = try Analysis(conflict, profile)
    for state in conflict.states() {
      for target in try conflict.moves(of: 0, from: state) {
        guard case .pattern(let own) = state, case .pattern(let other) = target else { continue }
        func key(_ pattern: Pattern) -> [Int] {
          statements.map { $0.holds((0..<3).map { pattern.taken >> UInt64($0) & 1 != 0 }) ? 1 : 0 }
        }
        let better = key(own).lexicographicallyPrecedes(key(other))
        let witness = try analysis.witness(.nash, for: 0, at: state)
        #expect(witness.answers.contains { $0.improvement == target } == better)
      }
    }
  }
}
