import Foundation
import Foundations
import GraphModel
import Testing

/// The engine against its literal twin, verdict by verdict, on random models of every shape.
@Suite(.serialized) struct AgreementTests {
  static let evaluate = ProcessInfo.processInfo.environment["EVALUATE"] == "1"
  static let modelsPerShape = evaluate ? 250 : 40
  static let sequential = Concept.Sequential.allCases
  /// What the suite has compared, shape after shape.
  static let tally = Tally()

  @Test(arguments: Shape.allCases)
  func agree(_ shape: Shape) throws {
    var verdicts = 0
    var unstable = 0
    var returns = 0
    for index in 0..<Self.modelsPerShape {
      let model = try RandomModel.make(shape, seed: 2022, index: index)
      let place = "\(shape) \(index)"
      #expect(model.conflict.stateCount == model.twin.states, "\(place): states")
      try compareMoves(model, place)
      let analysis = try model.analysis
      var wanted = Self.sequential.map { Concept.sequential($0) }
      let simultaneous =
        model.twin.patterns != nil && analysis.profile.hasUnknowns == false
        && analysisHasRankings(model)
      if simultaneous {
        wanted += [.sim, .fraserHipel(.seq), .fraserHipel(.smr), .fraserHipel(.nash)]
      }
      let stability = try analysis.stability(wanted)
      for concept in wanted {
        for maker in model.twin.makers {
          for state in 0..<model.twin.states {
            let expected = literal(concept, maker, state, model)
            let found = try stability.isStable(model.states[state], for: maker, concept)
            verdicts += 1
            if !expected { unstable += 1 }
            if found != expected {
              Issue.record("\(place): \(concept.label) for \(maker) at \(state): engine \(found)")
              return
            }
          }
        }
      }
      verdicts += try compareCoalitions(model, analysis, place)
      verdicts += try compareStrength(model, analysis, place)
      if index % 4 == 0 { try compareFindings(model, analysis, place) }
      returns += pathsWithReturn(model.twin)
    }
    let tally = Self.tally.add(models: Self.modelsPerShape, verdicts)
    print(
      "\(shape.rawValue)\t\(Self.modelsPerShape) models\t\(verdicts) verdicts\t\(unstable) unstable"
        + "\t\(returns) replies by mover, other, mover\tall so far: \(tally)")
    #expect(unstable > 0)
    // Only where moves do not compose must anybody come back.
    if [.forbidden, .coalesced, .graphForm, .everything].contains(shape) { #expect(returns > 0) }
  }

  /// How many states others reach only if one of them moves again after another has.
  private func pathsWithReturn(_ twin: Twin) -> Int {
    guard twin.moves.count > 2 else { return 0 }
    return twin.makers.reduce(0) { sum, maker in
      let others = twin.makers.filter { $0 != maker }
      return sum
        + (0..<twin.states).reduce(0) { sum, state in
          let all = twin.reached(others, from: state) { _, _, _ in true }
          return sum + all.subtracting(twin.reachedWithoutReturn(others, from: state)).count
        }
    }
  }

  private func analysisHasRankings(_ model: RandomModel) -> Bool {
    model.preferences.allSatisfy { if case .pairwise = $0 { false } else { true } }
  }

  private func literal(
    _ concept: Concept, _ maker: Int, _ state: Int, _ model: RandomModel
  ) -> Bool {
    let twin = model.twin
    return switch concept {
    case .sequential(let kind):
      twin.stable(kind.rawValue, coalition: [maker], state, model.reading)
    case .sim: twin.simultaneous(maker, state, others: twin.makers.filter { $0 != maker })
    case .fraserHipel(let kind): twin.fraserHipel(kind.rawValue, maker, state)
    default: false
    }
  }

  private func compareMoves(_ model: RandomModel, _ place: String) throws {
    for maker in model.twin.makers {
      for state in 0..<model.twin.states {
        let found = try model.conflict.moves(of: maker, from: model.states[state])
        let expected = model.twin.moves[maker][state].map { model.states[$0] }.sorted()
        #expect(found == expected, "\(place): moves of \(maker) from \(state)")
      }
    }
  }

  private func compareCoalitions(
    _ model: RandomModel, _ analysis: Analysis, _ place: String
  ) throws -> Int {
    var verdicts = 0
    let coalitions = (0..<(1 << model.twin.moves.count)).map { set in
      model.twin.makers.filter { set >> $0 & 1 != 0 }
    }.filter { !$0.isEmpty }
    for (index, coalition) in coalitions.enumerated() {
      let kind = Self.sequential[(index + model.twin.states) % 5]
      let found = Set(try analysis.stableStates(forCoalition: coalition, kind))
      for state in 0..<model.twin.states {
        let expected = model.twin.stable(
          kind.rawValue, coalition: coalition, state, model.reading)
        verdicts += 1
        if found.contains(model.states[state]) != expected {
          Issue.record("\(place): C\(kind.rawValue) of \(coalition) at \(state)")
          return verdicts
        }
      }
    }
    return verdicts
  }

  /// Which coalitions upset which equilibria, and for what.
  private func compareFindings(
    _ model: RandomModel, _ analysis: Analysis, _ place: String
  ) throws {
    let twin = model.twin
    for kind in Self.sequential {
      let findings = try analysis.coalitions(kind)
      let equilibria = (0..<twin.states).filter { state in
        twin.makers.allSatisfy {
          twin.stable(kind.rawValue, coalition: [$0], state, model.reading)
        }
      }
      #expect(Set(findings.equilibria) == Set(equilibria.map { model.states[$0] }), "\(place)")
      var expected: Set<[Int]> = []
      for set in 0..<(1 << twin.moves.count) where set.nonzeroBitCount >= 2 {
        let coalition = twin.makers.filter { set >> $0 & 1 != 0 }
        for state in equilibria
        where !twin.stable(kind.rawValue, coalition: coalition, state, model.reading) {
          expected.insert([state] + coalition)
        }
      }
      let number = Dictionary(uniqueKeysWithValues: model.states.enumerated().map { ($1, $0) })
      #expect(
        Set(
          findings.upsets.compactMap { upset in number[upset.state].map { [$0] + upset.coalition } }
        )
          == expected, "\(place) \(kind)")
      for upset in findings.upsets {
        let witness = try analysis.witness(kind, forCoalition: upset.coalition, at: upset.state)
        #expect(
          witness.answers.filter { $0.reply == nil }.compactMap(\.improvement) == upset.targets,
          "\(place) \(kind)")
      }
    }
  }

  private func compareStrength(
    _ model: RandomModel, _ analysis: Analysis, _ place: String
  ) throws -> Int {
    var verdicts = 0
    var strongly = model.reading
    strongly.strongly = true
    for kind in [Concept.Sequential.gmr, .smr, .seq] {
      for maker in model.twin.makers {
        let found = Dictionary(
          uniqueKeysWithValues: try analysis.strength(for: maker, kind).map {
            ($0.state, $0.strength)
          })
        for state in 0..<model.twin.states {
          let stable = model.twin.stable(kind.rawValue, coalition: [maker], state, model.reading)
          let strong = model.twin.stable(kind.rawValue, coalition: [maker], state, strongly)
          let expected: Analysis.Strength = !stable ? .unstable : strong ? .strong : .weak
          verdicts += 1
          if found[model.states[state]] != expected {
            Issue.record("\(place): strength \(kind) of \(maker) at \(state)")
            return verdicts
          }
        }
      }
    }
    return verdicts
  }

  @Test func foresight() throws {
    var tried = 0
    var index = 0
    while tried < (Self.evaluate ? 400 : 60) {
      let shape: Shape = [.infeasible, .directions, .graphForm, .listed, .forbidden][index % 5]
      let model = try RandomModel.make(shape, seed: 77, index: index)
      index += 1
      guard model.twin.moves.count == 2 else { continue }
      // Strict rankings in place of whatever the model had.
      var source = SplitMix64(seed: 78, index: index)
      let labels = model.states.map { model.conflict.label(of: $0) }
      var orders: [Order] = []
      var preferences: [Preference] = []
      for _ in 0..<2 {
        let order = (0..<labels.count).shuffled(using: &source)
        preferences.append(.strict(order.map { labels[$0] }))
        var score = [[Int]](repeating: [0], count: labels.count)
        for (place, state) in order.enumerated() { score[state] = [-place] }
        orders.append(Order(scores: score))
      }
      var twin = Twin(
        states: model.twin.states, moves: model.twin.moves, relation: orders.map(\.relation))
      twin.patterns = nil
      if twin.moves.joined().map(\.count).max() ?? 0 > 6 { continue }
      tried += 1
      let analysis = try Analysis(model.conflict, model.conflict.profile(preferences))
      let horizons = 1...5
      let stability = try analysis.stability(horizons.map { .limitedMove($0) } + [.nonMyopic])
      for maker in 0...1 {
        for state in 0..<twin.states {
          for horizon in horizons {
            let expected = twin.end(horizon, maker, state) == state
            #expect(
              try stability.isStable(model.states[state], for: maker, .limitedMove(horizon))
                == expected, "L\(horizon) of \(maker) at \(state), model \(index)")
          }
        }
      }
    }
  }
}
