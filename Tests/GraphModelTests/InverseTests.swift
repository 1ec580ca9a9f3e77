import GraphModel
import Testing

@Suite struct InverseTests {
  private func permutations(_ count: Int) -> [[Int]] {
    var all: [[Int]] = [[]]
    for next in 0..<count {
      all = all.flatMap { order in
        (0...order.count).map { place in
          var longer = order
          longer.insert(next, at: place)
          return longer
        }
      }
    }
    return all
  }

  /// Kinsara (2014), section 4.2: Syria's rankings that make state 2 an equilibrium.
  @Test func published() throws {
    let published = try PublishedCase.load("syria_iraq_1975")
    let analysis = try published.analysis()
    let inverse = try #require(published.inverse)
    #expect(inverse.count == 4)
    for entry in inverse {
      let kind = try #require(Concept.Sequential(rawValue: entry.concept))
      let state = try analysis.conflict.state(try #require(published.patternOf[entry.desired]))
      let syria = try analysis.requirement(for: 0, toHold: state, kind)
      let iraq = try analysis.requirement(for: 1, toHold: state, kind)
      #expect(iraq.isMet)
      let expected = entry.correct ?? entry.count
      print(
        "inverse\t\(entry.concept)\tpublished \(entry.count)\tfound \(syria.count?.rankings ?? 0)"
          + " of \(entry.of)"
          + (entry.correct == nil ? "" : "\t(\(entry.count) breaks the definition)"))
      #expect(syria.count?.rankings == UInt64(expected))
    }
  }

  /// Counts, minimal sets and smallest changes against all rankings of small models.
  @Test(arguments: [Shape.twoMakers, .infeasible, .directions, .forbidden, .graphForm, .coalesced])
  func allRankings(_ shape: Shape) throws {
    var done = 0
    var index = 0
    while done < 8 {
      let model = try RandomModel.make(shape, seed: 61, index: index)
      index += 1
      guard model.twin.states >= 3, model.twin.states <= 6,
        model.preferences.allSatisfy({
          if case .pairwise = $0 { false } else { true }
        })
      else { continue }
      done += 1
      let analysis = try model.analysis
      let maker = index % model.twin.moves.count
      let wanted = index % model.twin.states
      let number = Dictionary(uniqueKeysWithValues: model.states.enumerated().map { ($1, $0) })
      for kind in Concept.Sequential.allCases {
        let place = "\(shape) \(index) \(kind)"
        let found = try analysis.requirement(for: maker, toHold: model.states[wanted], kind)
        #expect(
          found.isMet == model.twin.stable(kind.rawValue, coalition: [maker], wanted), "\(place)")
        var favourable: UInt64 = 0
        for order in permutations(model.twin.states) {
          if stable(model, kind, maker, wanted, scores: order) { favourable += 1 }
        }
        #expect(found.count?.rankings == favourable, "\(place)")
        // All sets of states at or below, literally.
        let others = (0..<model.twin.states).filter { $0 != wanted }
        var sufficient: [Set<Int>] = []
        for set in 0..<(1 << others.count) {
          let low = Set(others.indices.filter { set >> $0 & 1 != 0 }.map { others[$0] })
          let scores = (0..<model.twin.states).map { $0 == wanted ? 1 : low.contains($0) ? 0 : 2 }
          if stable(model, kind, maker, wanted, scores: scores) { sufficient.append(low) }
        }
        let minimal = Set(
          sufficient.filter { set in
            !sufficient.contains { $0.isStrictSubset(of: set) }
          })
        #expect(found.isComplete)
        #expect(
          Set(found.minimalSets.map { Set($0.compactMap { number[$0] }) }) == minimal, "\(place)")
        // The fewest to lower, given who is low already.
        let relation = model.twin.relation[maker][wanted]
        let lowNow = Set(others.filter { relation[$0] != .better })
        let fewest = minimal.map { $0.subtracting(lowNow).count }.min()
        #expect(found.fewestToLower.count == fewest, "\(place)")
        #expect(
          minimal.contains { set in
            set.subtracting(lowNow) == Set(found.fewestToLower.compactMap { number[$0] })
          })
        #expect((found.raise == nil) == found.isMet)
        if let raise = found.raise {
          #expect(raise.pairs == fewestPairs(model, kind, maker, wanted), "\(place)")
        }
      }
    }
  }

  private func stable(
    _ model: RandomModel, _ kind: Concept.Sequential, _ maker: Int, _ wanted: Int, scores: [Int]
  ) -> Bool {
    var relation = model.twin.relation
    relation[maker] = Order(scores: scores.map { [$0] }).relation
    let twin = Twin(states: model.twin.states, moves: model.twin.moves, relation: relation)
    return twin.stable(kind.rawValue, coalition: [maker], wanted)
  }

  /// The fewest pairs any weak order changes that makes the state stable, by trying all of them.
  private func fewestPairs(
    _ model: RandomModel, _ kind: Concept.Sequential, _ maker: Int, _ wanted: Int
  ) -> Int {
    let count = model.twin.states
    let now = model.twin.relation[maker]
    var best = Int.max
    var total = 1
    for _ in 0..<count { total *= count }
    for code in 0..<total {
      var rest = code
      let scores = (0..<count).map { _ -> Int in
        defer { rest /= count }
        return rest % count
      }
      let relation = Order(scores: scores.map { [$0] }).relation
      var changed = 0
      for s in 0..<count { for q in 0..<s where relation[s][q] != now[s][q] { changed += 1 } }
      if changed < best, stable(model, kind, maker, wanted, scores: scores) { best = changed }
    }
    return best
  }

  @Test func statementEdits() throws {
    let form = OptionForm(
      decisionMakers: ["US", "USSR"],
      options: [
        OptionForm.Option("strike", owners: ["US"]), OptionForm.Option("blockade", owners: ["US"]),
        OptionForm.Option("withdraw", owners: ["USSR"]),
      ])
    let conflict = try form.compile()
    let lists = [
      ["withdraw", "not strike", "not blockade"], ["not strike", "withdraw", "blockade"],
    ]
    func profile(_ lists: [[String]]) throws -> PreferenceProfile {
      try conflict.profile(lists.map { .prioritising($0) })
    }
    let analysis = try Analysis(conflict, profile(lists))
    let state = try conflict.state("NYY")
    #expect(try analysis.stability([.nash]).isStable(state, for: 0, .nash) == false)
    let changes = try analysis.statementChanges(for: 0, statements: lists[0], toHold: state, .nash)
    #expect(!changes.isEmpty && changes.allSatisfy { $0.count == 1 })
    #expect(changes.contains([.negate(2)]) && changes.contains([.remove(2)]))
    for change in changes {
      var list = lists[0]
      for edit in change {
        switch edit {
        case .remove(let k): list.remove(at: k)
        case .negate(let k): list[k] = "not (\(list[k]))"
        case .move(let from, let to): list.insert(list.remove(at: from), at: to)
        }
      }
      let after = try Analysis(conflict, profile([list, lists[1]]))
      #expect(try after.stability([.nash]).isStable(state, for: 0, .nash), "\(change)")
    }
    #expect(
      try analysis.statementChanges(
        for: 0, statements: lists[0], toHold: conflict.state("NNY"), .nash) == [[]])
  }
}
