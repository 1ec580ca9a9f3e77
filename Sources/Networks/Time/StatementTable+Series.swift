public import Foundations

extension StatementTable {
  /// One network for each window, which may overlap; duplicates are removed within each.
  /// - Parameter selection: its own window is replaced by each of `windows`.
  /// - Complexity: that of each window's network, on all cores
  public func series(
    _ mode: Mode = .actors, _ selection: Selection = Selection(), windows: [Window],
    normalisation: Normalisation = .none, members: Membership = .active,
    checkpoint: Checkpoint = Checkpoint()
  ) throws -> [OneModeNetwork] {
    let repetition = Repetition(self, selection.duplicates, selection.departures)
    let view = View(self, mode)
    let scale = LevelScale(self)
    return try each(of: windows.count, checkpoint) { index, checkpoint in
      var own = selection
      own.window = windows[index]
      return try OneModeNetwork(
        Sample(self, own, repetition), view, own, normalisation, members, scale: scale,
        isParallel: false, checkpoint)
    }
  }

  /// One network for each point in time, in which a pair of statements weighs the square root of the
  /// product of the kernel's weights of the two; duplicates are removed over the whole range.
  ///
  /// Statements without a date are left out, and so is what lies outside `selection.window`. A
  /// normalisation divides by the smoothed weights.
  /// - Parameter points: days since 1 January 1970.
  /// - Parameter width: of the kernel, in days.
  /// - Throws: `NetworkError.outOfRange` for a width outside 1 to 1,000,000, `.dayOutOfRange`.
  /// - Complexity: for each point O(statements within the width) and one network, on all cores
  public func smoothed(
    _ mode: Mode = .actors, _ selection: Selection = Selection(), kernel: Kernel, width: Int,
    at points: [Int], normalisation: Normalisation = .none, members: Membership = .active,
    checkpoint: Checkpoint = Checkpoint()
  ) throws -> [OneModeNetwork] {
    guard (1...1_000_000).contains(width) else {
      throw NetworkError.outOfRange(what: "the width of a kernel", allowed: "1 to 1,000,000 days")
    }
    guard points.allSatisfy({ (-1_000_000...1_000_000).contains($0) }) else {
      throw NetworkError.outOfRange(
        what: "a point in time", allowed: "within 1,000,000 days of 1970")
    }
    guard let days else { throw NetworkError.noDatedStatement }
    var dated = selection
    let start = max(selection.window.start ?? days.lowerBound, days.lowerBound)
    let end = min(selection.window.end ?? days.upperBound + 1, days.upperBound + 1)
    dated.window = Window(unchecked: start, max(start, end))
    let within = dated
    let repetition = Repetition(self, selection.duplicates, selection.departures)
    let view = View(self, mode)
    let scale = LevelScale(self)
    return try each(of: points.count, checkpoint) { index, checkpoint in
      let roots = days.map { day in
        kernel.weight(
          days: day - points[index], width: width, departures: selection.departures
        ).squareRoot()
      }
      let sample = Sample(self, within, repetition, factors: roots)
      return try OneModeNetwork(
        sample, view, within, normalisation, members, scale: scale, isParallel: false, checkpoint)
    }
  }

  private func each<Result: Sendable>(
    of total: Int, _ checkpoint: Checkpoint,
    _ body: @Sendable (Int, Checkpoint) throws -> Result
  ) throws -> [Result] {
    try checkpoint.report(0, of: total)
    let quiet = checkpoint.quiet
    let results = try Parallel.map(count: total, work: .max) { index in
      try quiet.ask()
      return try body(index, quiet)
    }
    try checkpoint.report(total, of: total)
    return results
  }
}
