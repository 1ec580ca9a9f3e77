import Foundations
import GraphModel
import Testing

@Suite struct RobustnessTests {
  private func conflict() throws -> Conflict {
    try OptionForm(
      decisionMakers: ["A", "B", "C"],
      options: [
        OptionForm.Option("a", owners: ["A"]), OptionForm.Option("b", owners: ["B"]),
        OptionForm.Option("c", owners: ["C"]), OptionForm.Option("d", owners: ["C"]),
      ], infeasible: [.mutuallyExclusive(["c", "d"])]
    ).compile()
  }

  @Test func fixedPreferencesGiveTheirOwnVerdicts() throws {
    let conflict = try conflict()
    let lists = [["a iff b", "not c"], ["b", "d or a"], ["c if b", "not d", "a"]]
    let preferences = lists.map { Preference.prioritising($0) }
    let stability = try Analysis(conflict, conflict.profile(preferences)).stability([.seq, .nash])
    let robustness = try conflict.robustness(
      preferences.map { .fixed($0) }, [.seq, .nash], samples: 7, seed: 1)
    let swapless = try conflict.robustness(
      lists.map { .statementSwaps($0, count: 0) }, [.seq, .nash], samples: 7, seed: 1)
    for state in conflict.states() {
      for kind in [Concept.Sequential.seq, .nash] {
        let expected = try stability.isEquilibrium(state, .sequential(kind)) ? 7 : 0
        #expect(try robustness.share(of: state, .sequential(kind)).count == expected)
        #expect(try swapless.share(of: state, .sequential(kind)).count == expected)
      }
    }
  }

  @Test func everySampleIsThatOfItsIndex() throws {
    let conflict = try conflict()
    let variations: [Variation] = [
      .statementSwaps(["a iff b", "not c", "d", "b"], count: 3),
      .rankSwaps(
        .weights([Preference.Weight("b", taken: 3), Preference.Weight("c", taken: -2)]), count: 2),
      .oneOf([.prioritising(["c"]), .prioritising(["not c", "d"])]),
    ]
    let all = try conflict.robustness(variations, [.seq], samples: 200, seed: 9)
    let again = try conflict.robustness(variations, [.seq], samples: 200, seed: 9)
    let half = try conflict.robustness(variations, [.seq], samples: 100, seed: 9)
    let other = try conflict.robustness(variations, [.seq], samples: 200, seed: 10)
    var differs = false
    for state in conflict.states() {
      let share = try all.share(of: state, .seq)
      #expect(try share == again.share(of: state, .seq))
      #expect(share.low <= Double(share.count) / 200 && Double(share.count) / 200 <= share.high)
      #expect(try half.share(of: state, .seq).count <= share.count)
      if try other.share(of: state, .seq) != share { differs = true }
    }
    #expect(differs)
    #expect(try !all.ranked(.seq).isEmpty)
  }

  /// Two states left open between two others: each completion agrees with what is known.
  @Test func completionKeepsWhatIsKnown() throws {
    let conflict = try OptionForm(
      decisionMakers: ["A"],
      options: [OptionForm.Option("x", owners: ["A"]), OptionForm.Option("y", owners: ["A"])]
    ).compile()
    // YY over everything, NN equal to NY.
    let known = [
      Preference.Comparison("YY", .preferred, "YN"), Preference.Comparison("YY", .preferred, "NY"),
      Preference.Comparison("NN", .equal, "NY"),
    ]
    let result = try conflict.robustness([.completion(known)], [.nash], samples: 500, seed: 3)
    #expect(try result.share(of: conflict.state("YY"), .nash).count == 500)
    #expect(try result.share(of: conflict.state("YN"), .nash).count == 0)
    // With YN unrelated to NN and NY, both orders come up.
    let open = try conflict.robustness(
      [.completion(Array(known.dropFirst(2)))], [.nash], samples: 500, seed: 3)
    let share = try open.share(of: conflict.state("YN"), .nash)
    #expect(share.count > 100 && share.count < 250)
    #expect(share.low < 1.0 / 3 && share.high > 1.0 / 3)
  }

  @Test func wilson() throws {
    // All of 50: from 50 / (50 + 1.96²) up.
    let conflict = try conflict()
    let none = try conflict.robustness(
      [.fixed(.prioritising([])), .fixed(.prioritising([])), .fixed(.prioritising([]))], [.nash],
      samples: 50, seed: 0)
    let share = try none.share(of: conflict.states()[0], .nash)
    #expect(share.count == 50 && share.high == 1)
    #expect(abs(share.low - 0.92865) < 0.0001)
  }

  @Test func stopsWhenToldTo() throws {
    struct Stop: Error {}
    let conflict = try conflict()
    #expect(throws: Stop.self) {
      try conflict.robustness(
        [.fixed(.prioritising(["a"])), .fixed(.prioritising(["a"])), .fixed(.prioritising(["a"]))],
        [.seq], samples: 1000, seed: 0,
        checkpoint: Checkpoint { done, _ in
          if done >= 5 { throw Stop() }
        })
    }
  }
}
