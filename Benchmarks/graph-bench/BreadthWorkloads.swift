import GraphModel

/// The analyses beside the four classic concepts, each at a size a person would still wait for.
struct BreadthWorkloads {
  let runs: Int

  func report() throws {
    let plain = Workload(makers: 4, width: 12, runs: 1)
    let conflict = try plain.form.compile()
    let analysis = try Analysis(conflict, conflict.profile(plain.preferences))
    try time("SIM, FH:SEQ; 4 makers, 2^12") {
      try analysis.stability([.sim, .fraserHipel(.seq)]).equilibriumCount(.sim)
    }
    let two = Workload(makers: 2, width: 12, runs: 1)
    let duel = try two.form.compile()
    let pair = try Analysis(duel, duel.profile(two.preferences))
    try time("SIM; 2 makers, 2^12") { try pair.stability([.sim]).equilibriumCount(.sim) }
    try time("non-myopic; 2 makers, 2^12") {
      try pair.stability([.nonMyopic]).equilibriumCount(.nonMyopic)
    }
    var forbidden = Workload(makers: 4, width: 16, runs: 1).form
    let yes = String(repeating: "Y", count: 16)
    forbidden.forbidden = [.init(mover: "m0", from: yes, to: "NNNN" + yes.dropFirst(4))]
    let listed = try forbidden.compile()
    let profile = try listed.profile(Workload(makers: 4, width: 16, runs: 1).preferences)
    try time("four concepts with forbidden moves; 4 makers, 2^16") {
      try Analysis(listed, profile).stability([.nash, .gmr, .smr, .seq]).equilibriumCount(.seq)
    }
    try time("status quo; 4 makers, 2^12") {
      try analysis.statusQuo(from: conflict.states(limit: 1)[0], improvementsOnly: false)
        .reachable.count
    }
    let small = Workload(makers: 4, width: 10, runs: 1)
    let few = try small.form.compile()
    let tops = try few.profile(small.preferences)
    try time("all coalitions, SEQ; 4 makers, 2^10") {
      try Analysis(few, tops).coalitions(.seq).upsets.count
    }
    let unknown = try few.profile(
      (0..<4).map { maker in
        // Neighbours compared by a hidden order; all other pairs stay unknown.
        .pairwise(
          (0..<1024).flatMap { state in
            (0..<10).filter { state >> $0 & 1 == 0 }.map { option in
              let other = state | 1 << option
              let names = [state, other].map { Pattern(taken: UInt64($0)).text(width: 10) }
              let first = state &* (2 * maker + 7) % 1021 > other &* (2 * maker + 7) % 1021
              return .init(names[first ? 0 : 1], .preferred, names[first ? 1 : 0])
            }
          })
      })
    try time("four concepts, unknown preferences; 4 makers, 2^10") {
      try Analysis(few, unknown).stability([.nash, .gmr, .smr, .seq]).equilibriumCount(.seq)
    }
  }

  private func time(_ name: String, _ body: () throws -> Int) throws {
    var times: [Double] = []
    var result = 0
    for _ in 0..<runs {
      let clock = ContinuousClock()
      let start = clock.now
      result = try body()
      times.append(milliseconds(clock.now - start))
    }
    print(
      name, "\(shown(median(times))) ms",
      "spread \(shown((times.max() ?? 0) - (times.min() ?? 0)))",
      "found \(result)", separator: "\t")
  }
}
