import GraphModel
import Testing

/// Every witness is checked move by move against the literal sets.
@Suite struct WitnessTests {
  static let perShape = AgreementTests.evaluate ? 100 : 12

  @Test(arguments: Shape.allCases)
  func sequential(_ shape: Shape) throws {
    var replies = 0
    var longest = 0
    var comebacks = 0
    for index in 0..<Self.perShape {
      let model = try RandomModel.make(shape, seed: 41, index: index)
      let analysis = try model.analysis
      let number = Dictionary(uniqueKeysWithValues: model.states.enumerated().map { ($1, $0) })
      let twin = model.twin
      for kind in Concept.Sequential.allCases {
        for maker in twin.makers {
          for state in 0..<twin.states {
            let witness = try analysis.witness(
              .sequential(kind), for: maker, at: model.states[state])
            let place = "\(shape) \(index) \(kind) \(maker) at \(state)"
            #expect(
              witness.isStable
                == twin.stable(
                  kind.rawValue, coalition: [maker], state, model.reading), "\(place)")
            #expect(witness.isStable == witness.answers.allSatisfy { $0.reply != nil })
            let improvements = twin.moves[maker][state].filter {
              twin.leaves(maker, state, $0, model.reading)
            }
            #expect(
              Set(witness.answers.compactMap { $0.improvement.flatMap { number[$0] } })
                == improvements, "\(place)")
            for answer in witness.answers {
              guard let reply = answer.reply else { continue }
              replies += 1
              longest = max(longest, reply.steps.count)
              if Set(reply.steps.map(\.mover)).count < reply.steps.count { comebacks += 1 }
              let end = try check(
                reply.steps, from: try #require(answer.improvement), without: maker,
                improving: kind == .seq || kind == .sseq, model, number)
              #expect(reply.end == model.states[end])
              #expect(twin.deters(maker, state, end, model.reading), "\(place)")
              if kind == .smr || kind == .sseq {
                #expect(Set(reply.counters.compactMap { number[$0] }) == twin.moves[maker][end])
                #expect(
                  reply.counters.allSatisfy {
                    number[$0].map { twin.deters(maker, state, $0, model.reading) } ?? false
                  }, "\(place)")
              }
            }
          }
        }
      }
    }
    #expect(replies > 0)
    print("\(shape.rawValue)\t\(replies) replies\t\(comebacks) in which a mover comes back")
    if shape == .graphForm { #expect(comebacks > 0) }
    #expect(shape == .twoMakers ? longest == 1 : longest >= 1)
  }

  /// Follows legal steps; where they end.
  private func check(
    _ steps: [Step], from start: Conflict.State, without focal: Int, improving: Bool,
    _ model: RandomModel, _ number: [Conflict.State: Int]
  ) throws -> Int {
    var place = try #require(number[start])
    var last = -1
    for step in steps {
      let next = try #require(number[step.to])
      #expect(step.mover != last && step.mover != focal)
      #expect(model.twin.moves[step.mover][place].contains(next))
      if improving { #expect(model.twin.improves(step.mover, place, next)) }
      last = step.mover
      place = next
    }
    return place
  }

  @Test func coalitionsAndSimultaneous() throws {
    for index in 0..<30 {
      let model = try RandomModel.make(.infeasible, seed: 43, index: index)
      let analysis = try model.analysis
      let twin = model.twin
      let number = Dictionary(uniqueKeysWithValues: model.states.enumerated().map { ($1, $0) })
      for state in 0..<twin.states {
        for kind in Concept.Sequential.allCases {
          let witness = try analysis.witness(kind, forCoalition: [0, 1], at: model.states[state])
          #expect(witness.isStable == twin.stable(kind.rawValue, coalition: [0, 1], state))
          for answer in witness.answers {
            var place = state
            for step in answer.path {
              let next = try #require(number[step.to])
              #expect(twin.moves[step.mover][place].contains(next))
              place = next
            }
          }
        }
        for maker in twin.makers {
          let others = twin.makers.filter { $0 != maker }
          let witness = try analysis.witness(.sim, for: maker, at: model.states[state])
          #expect(witness.isStable == twin.simultaneous(maker, state, others: others))
          for reply in witness.answers.compactMap(\.reply) {
            #expect(reply.isSimultaneous && !reply.steps.isEmpty)
            #expect(Set(reply.steps.map(\.mover)).count == reply.steps.count)
            for step in reply.steps {
              let to = try #require(number[step.to])
              #expect(twin.moves[step.mover][state].contains(to))
              #expect(twin.improves(step.mover, state, to))
            }
          }
          let hybrid = try analysis.witness(.fraserHipel(.seq), for: maker, at: model.states[state])
          #expect(hybrid.isStable == twin.fraserHipel("SEQ", maker, state))
        }
      }
    }
  }

  @Test func foresight() throws {
    for name in ["chicken", "cuban_missile_crisis", "syria_iraq_1975", "us_nk_2017_base"] {
      let analysis = try PublishedCase.load(name).analysis()
      let concepts: [Concept] = (1...6).map { .limitedMove($0) } + [.nonMyopic]
      let stability = try analysis.stability(concepts)
      for concept in concepts {
        for maker in 0...1 {
          for state in analysis.conflict.states() {
            let witness = try analysis.witness(concept, for: maker, at: state)
            #expect(
              try witness.isStable == stability.isStable(state, for: maker, concept),
              "\(name) \(concept.label)")
            var place = state
            for step in witness.answers.flatMap({ $0.path + ($0.reply?.steps ?? []) }) {
              #expect(try analysis.conflict.moves(of: step.mover, from: place).contains(step.to))
              place = step.to
            }
          }
        }
      }
    }
  }

  /// Only by A, then B, then A again do the others reach the sanction.
  @Test func aMemberComesBack() throws {
    let form = GraphForm(
      decisionMakers: ["I", "A", "B"], states: ["s", "x", "y", "z", "w"],
      moves: [
        GraphForm.Move(mover: "I", from: "s", to: "x"),
        GraphForm.Move(mover: "A", from: "x", to: "y"),
        GraphForm.Move(mover: "B", from: "y", to: "z"),
        GraphForm.Move(mover: "A", from: "z", to: "w"),
      ])
    let conflict = try form.compile()
    let profile = try conflict.profile([
      .strict(["x", "y", "z", "s", "w"]), .strict(["w", "z", "y", "x", "s"]),
      .strict(["w", "z", "y", "x", "s"]),
    ])
    let analysis = try Analysis(conflict, profile)
    let state = try conflict.state("s")
    for concept in [Concept.gmr, .smr, .seq, .sseq] {
      let witness = try analysis.witness(concept, for: 0, at: state)
      #expect(witness.isStable)
      #expect(witness.answers.first?.reply?.steps.map(\.mover) == [1, 2, 1])
      #expect(try analysis.stability([concept]).isStable(state, for: 0, concept))
    }
    // Where A would have to move three times in a row, nothing deters.
    var shorter = form
    shorter.moves[2] = GraphForm.Move(mover: "A", from: "y", to: "z")
    let other = try shorter.compile()
    let changed = try Analysis(
      other,
      other.profile([
        .strict(["x", "y", "z", "s", "w"]), .strict(["w", "z", "y", "x", "s"]),
        .strict(["w", "z", "y", "x", "s"]),
      ]))
    #expect(try !changed.stability([.gmr]).isStable(state, for: 0, .gmr))
    #expect(try changed.witness(.gmr, for: 0, at: state).answers.map(\.reply) == [nil])
  }
}
