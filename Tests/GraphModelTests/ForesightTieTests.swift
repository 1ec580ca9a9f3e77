import Foundations
import GraphModel
import Testing

/// Limited foresight with ties, beside a literal reading of the definition in which equally good moves
/// are taken in the order in which states are listed.
@Suite struct ForesightTieTests {
  private struct Model {
    let conflict: Conflict
    let states: [Conflict.State]
    /// Per decision maker and state, the states it can move to, in the listed order.
    let moves: [[[Int]]]
    let ranks: [[Int]]
    let preferences: [Preference]

    /// G_h(i, s), by the definition.
    func end(_ horizon: Int, _ maker: Int, _ state: Int) -> Int {
      if horizon == 0 { return state }
      var best: Int?
      for target in moves[maker][state] {
        let end = end(horizon - 1, 1 - maker, target)
        if best.map({ ranks[maker][end] > ranks[maker][$0] }) ?? true { best = end }
      }
      guard let best, ranks[maker][best] > ranks[maker][state] else { return state }
      return best
    }
  }

  private func model(_ index: Int) throws -> Model {
    var source = SplitMix64(seed: 913, index: index)
    let width = 2 + index % 3
    let directions: [OptionForm.Direction] = [.both, .both, .forward, .back]
    let options = (0..<width).map { option in
      (
        owner: option < 2 ? option : Int.random(in: 0...1, using: &source),
        direction: directions.randomElement(using: &source) ?? .both
      )
    }
    let form = OptionForm(
      decisionMakers: ["a", "b"],
      options: options.enumerated().map { place, option in
        .init("o\(place)", owners: [["a", "b"][option.owner]], direction: option.direction)
      })
    let conflict = try form.compile()
    let codes = Array(0..<(1 << width))
    let labels = codes.map { code in
      String((0..<width).map { code >> $0 & 1 == 1 ? Character("Y") : "N" })
    }
    // Listed by the sum of 2^k over the options taken.
    #expect(conflict.states().map { conflict.label(of: $0) } == labels)
    let moves = (0...1).map { maker in
      codes.map { from in
        codes.filter { to in
          from != to
            && (0..<width).allSatisfy { option in
              let (before, after) = (from >> option & 1, to >> option & 1)
              if before == after { return true }
              switch options[option].direction {
              case .both: return options[option].owner == maker
              case .forward: return options[option].owner == maker && after == 1
              case .back: return options[option].owner == maker && after == 0
              }
            }
        }
      }
    }
    let ranks = (0...1).map { _ in codes.map { _ in Int.random(in: 0...2, using: &source) } }
    return Model(
      conflict: conflict, states: conflict.states(), moves: moves, ranks: ranks,
      preferences: ranks.map { own in
        .ranking(
          (0...2).reversed().map { rank in
            .init(codes.filter { own[$0] == rank }.map { labels[$0] })
          }.filter { !$0.states.isEmpty })
      })
  }

  @Test func tiesAreBrokenInTheOrderInWhichStatesAreListed() throws {
    for index in 0..<120 {
      let model = try model(index)
      let analysis = try Analysis(model.conflict, model.conflict.profile(model.preferences))
      let stability = try analysis.stability((1...4).map { .limitedMove($0) })
      for (maker, place, horizon) in (0...1).flatMap({ maker in
        model.states.indices.flatMap { place in (1...4).map { (maker, place, $0) } }
      }) {
        #expect(
          try stability.isStable(model.states[place], for: maker, .limitedMove(horizon))
            == (model.end(horizon, maker, place) == place),
          "L\(horizon) of \(maker) at \(place), model \(index)")
      }
    }
  }

  /// Comparisons of every pair say the same as the ranking, and every concept applies to them.
  @Test func comparisonsOfAllPairsAreARanking() throws {
    let concepts: [Concept] =
      Concept.Sequential.allCases.map { .sequential($0) }
      + [.sim, .seqOrSim, .fraserHipel(.seq), .limitedMove(2), .nonMyopic]
    for index in 0..<30 {
      let model = try model(index)
      let labels = model.states.map { model.conflict.label(of: $0) }
      let pairs = model.ranks.map { own -> Preference in
        .pairwise(
          labels.indices.flatMap { a in
            labels.indices.dropFirst(a + 1).map { b in
              own[a] == own[b]
                ? .init(labels[a], .equal, labels[b])
                : own[a] > own[b]
                  ? .init(labels[a], .preferred, labels[b])
                  : .init(labels[b], .preferred, labels[a])
            }
          })
      }
      let profile = try model.conflict.profile(pairs)
      #expect(!profile.hasUnknowns)
      let compared = try Analysis(model.conflict, profile).stability(concepts)
      let ranked = try Analysis(model.conflict, model.conflict.profile(model.preferences))
        .stability(concepts)
      for concept in concepts {
        #expect(try compared.equilibria(concept) == ranked.equilibria(concept))
      }
      // One pair less is unknown.
      guard case .pairwise(let all) = pairs[0] else { continue }
      let open = try model.conflict.profile([.pairwise(Array(all.dropLast())), pairs[1]])
      #expect(open.hasUnknowns)
    }
  }

  @Test func relationsAreToldApart() throws {
    let conflict = try OptionForm(
      decisionMakers: ["a"], options: [.init("p", owners: ["a"]), .init("q", owners: ["a"])]
    ).compile()
    let profile = try conflict.profile([
      .pairwise([.init("YN", .preferred, "NN"), .init("NY", .equal, "NN")])
    ])
    let analysis = try Analysis(conflict, profile)
    func relation(_ target: String) throws -> Analysis.Relation {
      try analysis.relation(
        of: conflict.state(target), to: conflict.state("NN"), for: 0)
    }
    #expect(try relation("YN") == .better)
    #expect(try relation("NY") == .equal)
    #expect(try relation("YY") == .unknown)
    #expect(
      try analysis.relation(of: conflict.state("NN"), to: conflict.state("YN"), for: 0) == .worse)
  }
}
