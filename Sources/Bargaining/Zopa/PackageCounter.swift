internal import BigInt
internal import Foundations

/// Chooses how to count packages: all of them one by one, by sums, by halves, or between bounds.
struct PackageCounter<S: Score> {
  private let model: ScoreModel<S>
  private let effort: Int
  private let checkpoint: Checkpoint
  private static var enumerated: UInt64 { 1 << 23 }
  private static var halved: UInt64 { 40_000_000_000_000 }

  init(_ model: ScoreModel<S>, effort: Int, checkpoint: Checkpoint) {
    self.model = model
    self.effort = effort
    self.checkpoint = checkpoint
  }

  /// Whether every package is looked at, so that counts are exact.
  var enumerates: Bool {
    (model.packageCount.exact ?? .max) <= Self.enumerated || !model.tables.isEmpty
  }

  func count(acceptableOnly: Bool) throws -> CountBracket {
    let total = model.packageCount
    if enumerates {
      let scan = AcceptanceScan(model, acceptableOnly: acceptableOnly)
      let count = PackageCount(try scan.count(checkpoint: checkpoint))
      return CountBracket(atLeast: count, atMost: count, method: .enumeration)
    }
    guard let sums = AcceptanceSums(model, acceptableOnly: acceptableOnly) else {
      return CountBracket(atLeast: .zero, atMost: total, method: .rounding)
    }
    // A draft that includes nothing is no package, but its sums pass as zero.
    let nothing = sums.emptyDrafts
    let whole = try bracket(sums, total: total)
    guard let nothing else { return whole }
    let empty = try bracket(nothing, total: total)
    return CountBracket(
      atLeast: whole.atLeast - empty.atMost, atMost: whole.atMost - empty.atLeast,
      method: whole.method)
  }

  private func bracket(_ sums: AcceptanceSums, total: PackageCount) throws -> CountBracket {
    if let exact = try sums.dynamicCount(cells: 4 * effort, checkpoint: checkpoint) {
      return CountBracket(atLeast: exact, atMost: exact, method: .dynamicProgramming)
    }
    if let packages = total.exact, packages <= Self.halved,
      let exact = try sums.meetInTheMiddle(rows: 4 * effort, checkpoint: checkpoint)
    {
      return CountBracket(atLeast: exact, atMost: exact, method: .meetInTheMiddle)
    }
    let low = try rounded(sums, up: false)
    let high = try rounded(sums, up: true)
    return CountBracket(atLeast: low ?? .zero, atMost: high ?? total, method: .rounding)
  }

  /// By the finest grid whose table fits: thresholds cut much of it away, how much is not known
  /// before.
  private func rounded(_ sums: AcceptanceSums, up: Bool) throws -> PackageCount? {
    for refinement in [64, 16, 4, 1] {
      let cells = effort * refinement
      if let count = try sums.rounded(up: up, cells: cells)
        .dynamicCount(cells: 4 * effort, checkpoint: checkpoint)
      {
        return count
      }
    }
    return nil
  }
}
