import GraphModel

/// Ten thousand samples of a model with 12 options and four decision makers.
struct RobustnessWorkload {
  let samples: Int
  let runs: Int

  func report() throws {
    let workload = Workload(makers: 4, width: 12, runs: 1)
    let conflict = try workload.form.compile()
    let variations = workload.preferences.map { preference -> Variation in
      if case .prioritising(let statements) = preference {
        return .statementSwaps(statements, count: 3)
      }
      return .fixed(preference)
    }
    var times: [Double] = []
    var found = 0
    for _ in 0..<runs {
      let clock = ContinuousClock()
      let start = clock.now
      let robustness = try conflict.robustness(
        variations, [.nash, .gmr, .smr, .seq], samples: samples, seed: 2022)
      times.append(milliseconds(clock.now - start))
      found = try robustness.ranked(.seq).count
    }
    print(
      "\(samples) samples, 2^12, four concepts: \(shown(median(times))) ms, best \(shown(times.min() ?? 0)) ms, spread "
        + "\(shown((times.max() ?? 0) - (times.min() ?? 0))) ms, "
        + "\(found) states an equilibrium in some sample (SEQ)")
  }
}
