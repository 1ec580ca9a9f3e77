import GraphModel

/// One line of the tables.
struct BenchRow {
  let name: String
  let title: String
  /// Milliseconds at most, preferences included.
  var target: Double?
  /// Bytes a state at most.
  var bytes: Int?
  /// The row of a quarter, or another part, of the states, and how many times its time this may take.
  var grows: (from: String, times: Double)?
  var isLong = false
  let measured: () throws -> Measured
}

/// The models and targets of the engine's design, and what goes beyond the four concepts.
enum Rows {
  static var all: [BenchRow] { models + questions }

  static var models: [BenchRow] {
    func four(_ width: Int, runs: Int) -> () throws -> Measured {
      { try Workload(makers: 4, width: width, runs: runs).measured() }
    }
    return [
      BenchRow(
        name: "4x12", title: "4 decision makers, 2^12", target: 3, measured: four(12, runs: 21)),
      BenchRow(name: "4x16", title: "4 decision makers, 2^16", measured: four(16, runs: 9)),
      BenchRow(
        name: "4x18", title: "4 decision makers, 2^18", grows: ("4x16", 5),
        measured: four(18, runs: 5)),
      BenchRow(
        name: "4x20", title: "4 decision makers, 2^20", target: 1000, grows: ("4x18", 5),
        measured: four(20, runs: 5)),
      BenchRow(
        name: "4x22", title: "4 decision makers, 2^22", grows: ("4x20", 5), isLong: true,
        measured: four(22, runs: 3)),
      BenchRow(
        name: "4x24", title: "4 decision makers, 2^24", target: 30_000, bytes: 48,
        grows: ("4x22", 7), isLong: true, measured: four(24, runs: 1)),
      BenchRow(name: "2x20", title: "2 decision makers of ten options, 2^20", target: 500) {
        try Workload(makers: 2, width: 20, runs: 5).measured()
      },
      BenchRow(name: "one-way", title: "4 decision makers, 2^20, a third of the options one-way") {
        try Workload(makers: 4, width: 20, runs: 3, oneWay: true).measured()
      },
      BenchRow(name: "infeasible", title: "4 decision makers, 2^20 less infeasible states") {
        try Workload(makers: 4, width: 20, runs: 3, holes: true).measured()
      },
    ]
  }

  static var questions: [BenchRow] {
    [
      BenchRow(
        name: "robustness", title: "10,000 samples of 12 options, four concepts", target: 10_000,
        isLong: true, measured: robustness),
      asked("sim", "SIM, 4 decision makers, 2^12", 4, 12) {
        try $0.stability([.sim]).equilibriumCount(.sim)
      },
      asked("fh", "FH:SEQ, 4 decision makers, 2^12", 4, 12) {
        try $0.stability([.fraserHipel(.seq)]).equilibriumCount(.fraserHipel(.seq))
      },
      asked("limited", "L3, 2 decision makers, 2^12", 2, 12) {
        try $0.stability([.limitedMove(3)]).equilibriumCount(.limitedMove(3))
      },
      asked("non-myopic", "Non-myopic, 2 decision makers, 2^12", 2, 12) {
        try $0.stability([.nonMyopic]).equilibriumCount(.nonMyopic)
      },
      asked("sseq", "SSEQ, 4 decision makers, 2^16", 4, 16) {
        try $0.stability([.sseq]).equilibriumCount(.sseq)
      },
      asked("coalitions", "All coalitions by SEQ, 4 decision makers, 2^10", 4, 10) {
        try $0.coalitions(.seq).upsets.count
      },
      asked("status-quo", "Paths from the status quo, 4 decision makers, 2^16", 4, 16) {
        try $0.statusQuo(from: $0.conflict.states(limit: 1)[0], improvementsOnly: false)
          .reachable.count
      },
      BenchRow(
        name: "forbidden", title: "Four concepts with a forbidden move, 4 decision makers, 2^16",
        measured: forbidden),
      BenchRow(
        name: "unknown", title: "Four concepts, unknown preferences, 4 decision makers, 2^10",
        measured: unknown),
    ]
  }

  private static let classic: [Concept] = [.nash, .gmr, .smr, .seq]

  private static func asked(
    _ name: String, _ title: String, _ makers: Int, _ width: Int,
    _ question: @escaping (Analysis) throws -> Int
  ) -> BenchRow {
    BenchRow(name: name, title: title) {
      let workload = Workload(makers: makers, width: width, runs: 1)
      let conflict = try workload.form.compile()
      return try repeated(try Analysis(conflict, conflict.profile(workload.preferences)), question)
    }
  }

  /// A question asked five times of one model.
  private static func repeated(
    _ analysis: Analysis, _ question: (Analysis) throws -> Int
  ) throws -> Measured {
    var (times, processor) = ([Double](), [Double]())
    var found = 0
    for _ in 0..<5 {
      let before = processorTime()
      let (value, time) = try timed { try question(analysis) }
      times.append(time)
      processor.append(processorTime() - before)
      found = value
    }
    return Measured(
      states: analysis.conflict.stateCount, together: Spread(times), total: Spread(times),
      processor: Spread(processor).median, peak: peakBytes(), found: found)
  }

  private static func robustness() throws -> Measured {
    let workload = Workload(makers: 4, width: 12, runs: 1)
    let conflict = try workload.form.compile()
    let variations = workload.preferences.map { preference -> Variation in
      if case .prioritising(let statements) = preference {
        return .statementSwaps(statements, count: 3)
      }
      return .fixed(preference)
    }
    let before = processorTime()
    let (found, time) = try timed {
      try conflict.robustness(variations, classic, samples: 10_000, seed: 2022).ranked(.seq).count
    }
    return Measured(
      states: conflict.stateCount, together: Spread([time]), total: Spread([time]),
      processor: processorTime() - before, peak: peakBytes(), found: found)
  }

  private static func forbidden() throws -> Measured {
    let workload = Workload(makers: 4, width: 16, runs: 1)
    var form = workload.form
    let yes = String(repeating: "Y", count: 16)
    form.forbidden = [.init(mover: "m0", from: yes, to: "NNNN" + yes.dropFirst(4))]
    let conflict = try form.compile()
    let analysis = try Analysis(conflict, conflict.profile(workload.preferences))
    return try repeated(analysis) { try $0.stability(classic).equilibriumCount(.seq) }
  }

  /// Neighbours compared by a hidden order; all other pairs stay unknown.
  private static func unknown() throws -> Measured {
    let conflict = try Workload(makers: 4, width: 10, runs: 1).form.compile()
    let profile = try conflict.profile(
      (0..<4).map { maker in
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
    return try repeated(try Analysis(conflict, profile)) {
      try $0.stability(classic).equilibriumCount(.seq)
    }
  }
}
