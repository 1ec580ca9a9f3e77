internal import Foundations

/// Every feasible package in lexicographic order, a block of the last issues at a time.
///
/// The last issues' columns are added once for all their combinations; each combination of the
/// first issues then only shifts that block. Conditions inside either part are settled there, those
/// across by a bit per combination.
struct PackageWalk<S: Score> {
  private let model: ScoreModel<S>
  /// Issues `split...` form the block.
  private let split: Int
  let blockCount: Int
  /// Rows of `width` for the block, without conditions across.
  private(set) var blockRows: [S] = []
  private(set) var blockIncluded: [Int] = []
  private var blockedInside: [UInt64] = []
  private var crossing: [(outer: [Conjunction.Literal], inner: [UInt64], effect: Block<S>.Effect)] =
    []
  private var outer: [(literals: [Conjunction.Literal], effect: Block<S>.Effect)] = []

  /// What the block looks like under one combination of the first issues.
  struct Stretch {
    /// The index of the first package of the block.
    let firstIndex: Int
    let base: [S]
    let included: Int
    /// A bit per combination of the block: set where the package is ruled out.
    let blocked: [UInt64]
    /// Additions across, for the combinations whose bit is set.
    let additions: [(column: Int, amount: S, bits: [UInt64])]
  }

  init(_ model: ScoreModel<S>, ignoring: Set<Scenario.Constraint> = [], blockLimit: Int = 4096) {
    self.model = model
    var split = model.issueCount
    var blockCount = 1
    while split > 0 && blockCount * model.optionCounts[split - 1] <= blockLimit {
      split -= 1
      blockCount *= model.optionCounts[split]
    }
    self.split = split
    self.blockCount = blockCount
    let words = (blockCount + 63) / 64
    blockedInside = Array(repeating: 0, count: words)

    var combinations: [[Int]] = []
    var options = Array(repeating: 0, count: model.issueCount)
    for _ in 0..<blockCount {
      combinations.append(options)
      advance(&options, within: model.optionCounts)
      for issue in 0..<split { options[issue] = 0 }
    }
    for combination in combinations {
      var row = [S](repeating: 0, count: model.width)
      var included = 0
      for issue in split..<model.issueCount {
        let option = combination[issue]
        for column in 0..<model.width {
          row[column] += model.contributions[issue][option * model.width + column]
        }
        if model.hasMean && model.included[issue][option] { included += 1 }
      }
      blockRows += row
      blockIncluded.append(included)
    }

    var conditions: [(literals: [Conjunction.Literal], effect: Block<S>.Effect)] = []
    for prohibition in model.prohibitions where !ignoring.contains(prohibition.source) {
      conditions.append((prohibition.condition.literals, .forbid))
    }
    for addition in model.additions {
      conditions.append(
        (addition.condition.literals, .add(column: addition.column, amount: addition.amount)))
    }
    for condition in conditions {
      let outside = condition.literals.filter { $0.issue < split }
      let inside = condition.literals.filter { $0.issue >= split }
      if inside.isEmpty {
        outer.append((outside, condition.effect))
        continue
      }
      var bits = [UInt64](repeating: 0, count: words)
      for (index, combination) in combinations.enumerated()
      where inside.allSatisfy({ $0.mask.contains(combination[$0.issue]) }) {
        bits[index >> 6] |= 1 << UInt64(index & 63)
      }
      if !outside.isEmpty {
        crossing.append((outside, bits, condition.effect))
        continue
      }
      switch condition.effect {
      case .forbid: for word in 0..<words { blockedInside[word] |= bits[word] }
      case .add(let column, let amount):
        for index in 0..<blockCount where bits[index >> 6] & (1 << UInt64(index & 63)) != 0 {
          blockRows[index * model.width + column] += amount
        }
      }
    }
  }

  /// - Parameter visit: receives every stretch that is not ruled out as a whole.
  func forEachStretch(checkpoint: Checkpoint = Checkpoint(), _ visit: (Stretch) throws -> Void)
    throws
  {
    let outerCounts = Array(model.optionCounts[..<split])
    let total = outerCounts.reduce(1, *)
    var options = Array(repeating: 0, count: split)
    for index in 0..<total {
      if index & 1023 == 0 { try checkpoint.report(index, of: total) }
      try checkpoint.ask()
      if let stretch = stretch(at: options, firstIndex: index * blockCount) { try visit(stretch) }
      advance(&options, within: outerCounts)
    }
    try checkpoint.report(total, of: total)
  }

  private func stretch(at options: [Int], firstIndex: Int) -> Stretch? {
    func holds(_ literals: [Conjunction.Literal]) -> Bool {
      for literal in literals where !literal.mask.contains(options[literal.issue]) { return false }
      return true
    }
    var base = [S](repeating: 0, count: model.width)
    var included = 0
    for issue in 0..<split {
      for column in 0..<model.width {
        base[column] += model.contributions[issue][options[issue] * model.width + column]
      }
      if model.hasMean && model.included[issue][options[issue]] { included += 1 }
    }
    for condition in outer where holds(condition.literals) {
      switch condition.effect {
      case .forbid: return nil
      case .add(let column, let amount): base[column] += amount
      }
    }
    var blocked = blockedInside
    var additions: [(column: Int, amount: S, bits: [UInt64])] = []
    for condition in crossing where holds(condition.outer) {
      switch condition.effect {
      case .forbid: for word in blocked.indices { blocked[word] |= condition.inner[word] }
      case .add(let column, let amount): additions.append((column, amount, condition.inner))
      }
    }
    return Stretch(
      firstIndex: firstIndex, base: base, included: included, blocked: blocked,
      additions: additions)
  }

  /// The packages of a stretch that are feasible: index, columns and number included.
  func forEachPackage(
    of stretch: Stretch, _ visit: (_ index: Int, _ columns: [S], _ included: Int) throws -> Void
  ) rethrows {
    var columns = stretch.base
    for index in 0..<blockCount where stretch.blocked[index >> 6] & (1 << UInt64(index & 63)) == 0 {
      let included = stretch.included + blockIncluded[index]
      if model.hasMean && included == 0 { continue }
      for column in 0..<model.width {
        columns[column] = stretch.base[column] + blockRows[index * model.width + column]
      }
      for addition in stretch.additions
      where addition.bits[index >> 6] & (1 << UInt64(index & 63)) != 0 {
        columns[addition.column] += addition.amount
      }
      for table in model.tables {
        columns[table.column] += table.values[stretch.firstIndex + index]
      }
      try visit(stretch.firstIndex + index, columns, included)
    }
  }

  /// The options of the package with an index.
  static func options(at index: Int, optionCounts: [Int]) -> [Int] {
    var rest = index
    var options = optionCounts
    for issue in optionCounts.indices.reversed() {
      options[issue] = rest % optionCounts[issue]
      rest /= optionCounts[issue]
    }
    return options
  }
}
