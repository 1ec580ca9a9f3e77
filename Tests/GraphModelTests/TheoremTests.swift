import Foundations
import Testing

@testable import GraphModel

/// What must hold of any model, whatever its size (Fang, Hipel & Kilgour 1993, ch. 3).
@Suite struct TheoremTests {
  @Test(arguments: Shape.allCases)
  func implications(_ shape: Shape) throws {
    var strict = 0
    for index in 0..<60 {
      let model = try RandomModel.make(shape, seed: 71, index: index)
      let analysis = try model.analysis
      let stability = try analysis.stability([.nash, .gmr, .smr, .seq, .sseq])
      for maker in model.twin.makers {
        for state in model.states {
          let nash = try stability.isStable(state, for: maker, .nash)
          let gmr = try stability.isStable(state, for: maker, .gmr)
          let smr = try stability.isStable(state, for: maker, .smr)
          let seq = try stability.isStable(state, for: maker, .seq)
          let sseq = try stability.isStable(state, for: maker, .sseq)
          #expect(!nash || (seq && smr && sseq))
          #expect(!seq || gmr)
          #expect(!smr || gmr)
          #expect(!sseq || (seq && smr))
          if gmr && !nash { strict += 1 }
        }
      }
    }
    #expect(strict > 0)
  }

  /// Leaving on less, or being deterred by more, never unsettles.
  @Test func extensionsAreOrdered() throws {
    var differ = 0
    for index in 0..<120 {
      let model = try RandomModel.make(.unknown, seed: 72, index: index)
      let profile = try model.conflict.profile(model.preferences)
      var found: [Analysis.Uncertainty: Stability] = [:]
      for uncertainty in Analysis.Uncertainty.allCases {
        found[uncertainty] = try Analysis(model.conflict, profile, uncertainty: uncertainty)
          .stability(Concept.Sequential.allCases.map { .sequential($0) })
      }
      for kind in Concept.Sequential.allCases {
        for maker in model.twin.makers {
          for state in model.states {
            let verdict = try Dictionary(
              uniqueKeysWithValues: found.map {
                ($0.key, try $0.value.isStable(state, for: maker, .sequential(kind)))
              })
            for (weaker, stronger) in [("b", "a"), ("c", "a"), ("d", "b"), ("d", "c")] {
              let weak = try #require(Analysis.Uncertainty(rawValue: weaker))
              let strong = try #require(Analysis.Uncertainty(rawValue: stronger))
              #expect(verdict[strong] == false || verdict[weak] == true)
            }
            if Set(verdict.values).count > 1 { differ += 1 }
          }
        }
      }
    }
    #expect(differ > 0)
  }

  /// With strict preferences one move ahead is Nash.
  @Test func firstHorizonIsNash() throws {
    for name in ["chicken", "cuban_missile_crisis", "syria_iraq_1975", "us_nk_2017_base"] {
      let analysis = try PublishedCase.load(name).analysis()
      let stability = try analysis.stability([.nash, .limitedMove(1)])
      for maker in 0...1 {
        #expect(
          try stability.stableStates(for: maker, .nash)
            == stability.stableStates(for: maker, .limitedMove(1)))
      }
    }
  }

  /// The three engines are right for different models; where two apply they agree, at sizes the
  /// literal twin cannot reach.
  @Test(arguments: [(10, 2), (11, 3), (12, 4), (9, 5)], [false, true])
  func enginesAgree(_ size: (width: Int, makers: Int), _ holes: Bool) throws {
    var (models, unstable) = (0, 0)
    for index in 0..<4 {
      var source = SplitMix64(seed: 73, index: index + size.width * 10)
      let names = (0..<size.makers).map { "m\($0)" }
      var form = OptionForm(
        decisionMakers: names,
        options: (0..<size.width).map { k in
          OptionForm.Option(
            "o\(k)",
            owners: Set([k % size.makers, index > 1 && source.chance(15) ? 0 : k % size.makers])
              .sorted().map { names[$0] },
            direction: index % 2 == 1 && source.chance(40)
              ? (source.chance(50) ? .forward : .back) : .both)
        })
      if holes {
        form.infeasible = (0..<6).map { _ in
          .pattern(
            (0..<size.width).map { _ in ["Y", "N", "-", "-", "-"][source.below(5)] }.joined())
        }
      }
      // Patterns drawn at random may leave no state.
      guard let conflict = try? form.compile() else { continue }
      models += 1
      let optionNames = form.options.map(\.name)
      let profile = try conflict.profile(
        names.map { _ in
          .prioritising(
            (0..<source.below(14)).map { _ in
              Expression.random(options: size.width, depth: 3, &source).text(optionNames, &source)
            })
        })
      let rankings = try #require(profile.rankings)
      guard case .cube(let cube) = conflict.layout else {
        Issue.record("not a table")
        return
      }
      let kinds = Set(Concept.Sequential.allCases)
      let fast = try CubeAnalysis(cube: cube, rankings: rankings, kinds: kinds).stable(Checkpoint())
      let (graph, slots) = try conflict.expanded()
      let listed = rankings.map { ranking in
        PreferenceProfile.Ranking(
          ranks: slots.map { ranking.ranks[$0] }, classes: ranking.classes)
      }
      let slow = try GraphAnalysis(graph: graph, rankings: listed, kinds: kinds).stable(
        Checkpoint())
      for kind in Concept.Sequential.allCases {
        for maker in names.indices {
          let left = try #require(fast[kind])[maker]
          let right = try #require(slow[kind])[maker]
          let differ = slots.indices.filter { left[slots[$0]] != right[$0] }
          unstable += slots.indices.filter { !right[$0] }.count
          #expect(differ.isEmpty, "\(size) \(index) \(kind) \(maker)")
        }
      }
    }
    #expect(models > 1 && unstable > 0)
  }

  /// Seventeen options of one decision maker: groups too long for the short chain entries.
  @Test func longChains() throws {
    let form = OptionForm(
      decisionMakers: ["A", "B"],
      options: (0..<18).map { OptionForm.Option("o\($0)", owners: [$0 < 17 ? "A" : "B"]) })
    let conflict = try form.compile()
    var source = SplitMix64(seed: 74, index: 0)
    let names = form.options.map(\.name)
    let analysis = try Analysis(
      conflict,
      conflict.profile(
        (0...1).map { _ in
          .prioritising(
            (0..<24).map { _ in
              Expression.random(options: 18, depth: 2, &source).text(names, &source)
            })
        }))
    let stability = try analysis.stability([.nash, .gmr, .smr, .seq, .sseq])
    for _ in 0..<12 {
      let state = Conflict.State.pattern(Pattern(taken: UInt64(source.below(1 << 18))))
      for kind in [Concept.Sequential.seq, .gmr] {
        let witness = try analysis.witness(.sequential(kind), for: 1, at: state)
        #expect(
          try witness.isStable == stability.isStable(state, for: 1, .sequential(kind)))
      }
    }
  }

  /// States along one long path through a cube of 14 decision makers with one option each, where only
  /// neighbours on the path touch: a reply may need hundreds of moves, too many for rounds.
  @Test func longPathsOfReplies() throws {
    let width = 14
    var path = [0]
    var source = SplitMix64(seed: 76, index: 0)
    func touching(_ slot: Int) -> Int {
      (0..<width).filter { path.contains(slot ^ 1 << $0) }.count
    }
    while let next = (0..<width).shuffled(using: &source).map({ path[path.count - 1] ^ 1 << $0 })
      .first(where: { !path.contains($0) && touching($0) == 1 })
    {
      path.append(next)
    }
    try #require(path.count > 150)
    let names = (0..<width).map { "m\($0)" }
    let conflict = try OptionForm(
      decisionMakers: names,
      options: (0..<width).map { OptionForm.Option("o\($0)", owners: [names[$0]]) },
      states: path.map { Pattern(taken: UInt64($0)).text(width: width) }
    ).compile()
    // All but the first like to go on along the path; the first likes its end least.
    let labels = path.map { Pattern(taken: UInt64($0)).text(width: width) }
    let analysis = try Analysis(
      conflict,
      conflict.profile(names.indices.map { .strict($0 == 3 ? labels : labels.reversed()) }))
    guard case .cube(let cube) = conflict.layout, let rankings = analysis.profile.rankings else {
      Issue.record("not a table")
      return
    }
    var lost = 0
    for kind in [Concept.Sequential.gmr, .seq] {
      let rounds = CubeAnalysis(
        cube: cube, rankings: rankings, kinds: [kind], patience: CubeAnalysis.usualPatience)
      do { _ = try rounds.stable(Checkpoint()) } catch is CubeAnalysis.Maze { lost += 1 }
    }
    #expect(lost > 0)
    let stability = try analysis.stability([.gmr, .smr, .seq])
    for state in conflict.states() {
      for (maker, concept) in [(3, Concept.gmr), (3, .seq), (0, .smr), (7, .seq)] {
        #expect(
          try stability.isStable(state, for: maker, concept)
            == analysis.witness(concept, for: maker, at: state).isStable)
      }
    }
  }

  /// The order of options and decision makers in the input changes nothing.
  @Test func orderOfInputIsIrrelevant() throws {
    for index in 0..<40 {
      var source = SplitMix64(seed: 75, index: index)
      let makers = ["A", "B", "C"]
      let options = (0..<6).map {
        OptionForm.Option(
          "o\($0)", owners: [makers[$0 % 3]],
          direction: OptionForm.Direction.allCases[source.below(3)])
      }
      func run(_ options: [OptionForm.Option], _ makers: [String]) throws -> [String: Set<String>] {
        let conflict = try OptionForm(decisionMakers: makers, options: options).compile()
        let order = ["A", "B", "C"]
        let profile = try conflict.profile(
          makers.map { maker in
            .weights(
              (0..<6).map {
                Preference.Weight(
                  "o\($0)",
                  taken: ((order.firstIndex(of: maker) ?? 0) * 7 + $0 * 5 + index) % 11 - 5)
              })
          })
        let stability = try Analysis(conflict, profile).stability([.seq, .smr, .sim])
        var result: [String: Set<String>] = [:]
        for concept in [Concept.seq, .smr, .sim] {
          for (place, maker) in makers.enumerated() {
            result[concept.label + maker] = Set(
              try stability.stableStates(for: place, concept).map { state in
                let signs = Array(conflict.label(of: state))
                return (0..<6).map { k in
                  String(signs[options.firstIndex { $0.name == "o\(k)" } ?? 0])
                }.joined()
              })
          }
        }
        return result
      }
      let plain = try run(options, makers)
      let shuffled = try run(
        options.shuffled(using: &source), makers.shuffled(using: &source))
      #expect(plain == shuffled)
    }
  }

  @Test func cancellation() throws {
    struct Stop: Error {}
    let form = OptionForm(
      decisionMakers: ["A", "B"],
      options: (0..<14).map { OptionForm.Option("o\($0)", owners: [$0 % 2 == 0 ? "A" : "B"]) })
    let conflict = try form.compile()
    let profile = try conflict.profile([.prioritising(["o1"]), .prioritising(["o0"])])
    let analysis = try Analysis(conflict, profile)
    let stop = Checkpoint { _, _ in throw Stop() }
    #expect(throws: Stop.self) { try analysis.stability([.seq], checkpoint: stop) }
    #expect(throws: Stop.self) { try analysis.stability([.sim], checkpoint: stop) }
    #expect(throws: Stop.self) { try analysis.stability([.limitedMove(3)], checkpoint: stop) }
    #expect(throws: Stop.self) { try analysis.coalitions(.nash, checkpoint: stop) }
    #expect(throws: Stop.self) {
      try conflict.profile([.prioritising(["o1"]), .prioritising([])], checkpoint: stop)
    }
  }
}
