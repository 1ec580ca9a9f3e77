import Bargaining
internal import Foundations

/// Repeatable scenarios of the sizes the design names.
enum SampleScenario {
  /// Weights 1…100 and values 0…100. Opposed: with two parties the second wants the reverse, with
  /// some noise; with more, each option's values nearly share a fixed total.
  static func make(counts: [Int], parties: Int, opposed: Bool, seed: UInt64 = 1) -> Scenario {
    var random = SplitMix64(seed: seed, index: counts.count * 10 + parties)
    let weights = (0..<parties).map { _ in
      counts.map { _ in Int.random(in: 1...100, using: &random) }
    }
    var values = (0..<parties).map { _ in
      counts.map { (0..<$0).map { _ in Int.random(in: 0...100, using: &random) } }
    }
    if opposed {
      for issue in counts.indices {
        for option in 0..<counts[issue] {
          let others = (0..<(parties - 1)).map { values[$0][issue][option] }
          let mean = others.reduce(0, +) / max(1, others.count)
          values[parties - 1][issue][option] = 100 - mean
        }
      }
    }
    return scenario(counts: counts, weights: weights, values: values)
  }

  /// The same with every weight up to a quarter off.
  static func uncertain(_ certain: Scenario) -> Scenario {
    var scenario = certain
    for party in scenario.parties.indices {
      guard case .additive(var additive) = scenario.parties[party].utility.base else { continue }
      additive.weights = additive.weights.map {
        let low = (try? ExactDecimal(mantissa: $0.nominal.mantissa * 75, scale: 2)) ?? .zero
        let high = (try? ExactDecimal(mantissa: $0.nominal.mantissa * 125, scale: 2)) ?? .zero
        return Quantity($0.nominal, from: low, to: high)
      }
      scenario.parties[party].utility.base = .additive(additive)
    }
    return scenario
  }

  static func zeroSum(counts: [Int]) -> Scenario {
    var random = SplitMix64(seed: 2, index: 0)
    let values = counts.map { (0..<$0).map { _ in Int.random(in: 0...1_000_000, using: &random) } }
    let ones = counts.map { _ in 1 }
    return scenario(
      counts: counts, weights: [ones, ones],
      values: [values, values.map { $0.map { 1_000_000 - $0 } }])
  }

  /// Weights in hundredths and values in tenths, as published domains have them; both sides weigh
  /// alike and value opposite, so every package is worth as much in all. In binary fractions most of
  /// these equal sums differ.
  static func opposedDecimals(counts: [Int]) -> Scenario {
    var random = SplitMix64(seed: 4, index: 0)
    func decimal(_ mantissa: Int, _ scale: Int) -> ExactDecimal {
      (try? ExactDecimal(mantissa: Int64(mantissa), scale: scale)) ?? .zero
    }
    let weights = counts.map { _ in decimal(Int.random(in: 1...20, using: &random), 2) }
    let tenths = counts.map { (0..<$0).map { _ in Int.random(in: 0...10, using: &random) } }
    return Scenario(
      issues: counts.enumerated().map { index, count in
        .init(name: "\(index)", domain: .options((0..<count).map(String.init)))
      },
      parties: [tenths, tenths.map { $0.map { 10 - $0 } }].enumerated().map { party, own in
        .init(
          name: "\(party)",
          utility: .additive(
            .init(weights: weights, values: own.map { $0.map { decimal($0, 1) } })))
      })
  }

  static func drafts(articles: Int, parties: Int) -> Scenario {
    var random = SplitMix64(seed: 3, index: 0)
    return Scenario(
      issues: (0..<articles).map { .init(name: "\($0)", domain: .options(["out", "in"])) },
      parties: (0..<parties).map { party in
        .init(
          name: "\(party)",
          utility: .meanOfIncluded(
            .init(
              scores: (0..<articles).map { _ in
                [nil, Quantity(ExactDecimal(Int.random(in: 1...10, using: &random)))]
              })), reservation: 5)
      })
  }

  private static func scenario(counts: [Int], weights: [[Int]], values: [[[Int]]]) -> Scenario {
    Scenario(
      issues: counts.enumerated().map { index, count in
        .init(name: "\(index)", domain: .options((0..<count).map(String.init)))
      },
      parties: weights.indices.map { party in
        .init(
          name: "\(party)",
          utility: .additive(
            .init(
              weights: weights[party].map { ExactDecimal($0) },
              values: values[party].map { $0.map { ExactDecimal($0) } })))
      })
  }
}
