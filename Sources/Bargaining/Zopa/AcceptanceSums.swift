internal import BigInt
internal import Foundations

/// Acceptability as sums that must reach thresholds, in 64-bit integers.
///
/// A mean of at least r over what is included is Σ (score − r) ≥ 0, so every party's condition is
/// one sum; each column is divided by its greatest common divisor first.
struct AcceptanceSums {
  let model: ScoreModel<Int>
  /// One per column.
  let thresholds: [Int]

  private init(model: ScoreModel<Int>, thresholds: [Int]) {
    self.model = model
    self.thresholds = thresholds
  }

  /// `nil` where a condition is no sum (a mean with interactions, a table) or does not fit.
  init?<S: Score>(_ model: ScoreModel<S>, acceptableOnly: Bool) {
    guard model.tables.isEmpty else { return nil }
    var columns: [[[BigInt]]] = []
    var additions: [ScoreModel<Int>.Addition] = []
    var thresholds: [Int] = []
    for (party, finish) in model.finishes.enumerated() where acceptableOnly {
      var worth: [[BigInt]]
      var threshold = BigInt(model.reservations[party])
      var amounts: [(Conjunction, BigInt)] = []
      switch finish {
      case .mean(_, .some): return nil
      case .mean(let sum, nil):
        let whole = BigInt(model.meanFactors[1])
        worth = model.optionCounts.indices.map { issue in
          (0..<model.optionCounts[issue]).map { option in
            model.included[issue][option]
              ? BigInt(model.contributions[issue][option * model.width + sum]) * whole - threshold
              : 0
          }
        }
        threshold = 0
      case .direct(let column):
        worth = model.optionCounts.indices.map { issue in
          (0..<model.optionCounts[issue]).map {
            BigInt(model.contributions[issue][$0 * model.width + column])
          }
        }
        amounts = model.additions.filter { $0.column == column }
          .map { ($0.condition, BigInt($0.amount)) }
      }
      var divisor = BigInt(0)
      for value in worth.joined() { divisor = greatestCommonDivisor(divisor, value) }
      for amount in amounts { divisor = greatestCommonDivisor(divisor, amount.1) }
      if divisor.isZero { divisor = 1 }
      worth = worth.map { $0.map { $0 / divisor } }
      threshold = -floorDivided(-threshold, by: divisor)
      var bound = abs(threshold)
      for values in worth { bound += values.map { abs($0) }.max() ?? 0 }
      for amount in amounts { bound += abs(amount.1 / divisor) }
      guard bound < BigInt(1) << 60 else { return nil }
      additions += amounts.map {
        .init(condition: $0.0, column: thresholds.count, amount: Int($0.1 / divisor))
      }
      thresholds.append(Int(threshold))
      columns.append(worth)
    }
    let width = columns.count
    self.model = ScoreModel<Int>(
      optionCounts: model.optionCounts, width: width,
      contributions: model.optionCounts.indices.map { issue in
        (0..<model.optionCounts[issue]).flatMap { option in
          columns.map { Int($0[issue][option]) }
        }
      }, additions: additions,
      prohibitions: model.prohibitions.map { .init(condition: $0.condition, source: $0.source) },
      tables: [], included: model.included, meanFactors: [],
      finishes: (0..<width).map { .direct(column: $0) }, reservations: thresholds,
      denominators: Array(repeating: 1, count: width))
    self.thresholds = thresholds
  }

  /// The same over drafts that include nothing; `nil` where nothing needs to be included.
  var emptyDrafts: AcceptanceSums? {
    guard model.hasMean else { return nil }
    var prohibitions = model.prohibitions
    for (issue, included) in model.included.enumerated() {
      var mask = OptionMask(count: included.count)
      for (option, isIncluded) in included.enumerated() where isIncluded { mask.insert(option) }
      if mask.isEmpty { continue }
      prohibitions.append(
        .init(
          condition: Conjunction(literals: [.init(issue: issue, mask: mask)]), source: .link(-1)))
    }
    return AcceptanceSums(
      model: ScoreModel(
        optionCounts: model.optionCounts, width: model.width, contributions: model.contributions,
        additions: model.additions, prohibitions: prohibitions, tables: [],
        included: model.included, meanFactors: [], finishes: model.finishes,
        reservations: model.reservations, denominators: model.denominators),
      thresholds: thresholds)
  }

  /// Every contribution rounded to a multiple of a grid of about `cells` points, so that sums never
  /// exceed (or never fall below) the true ones.
  func rounded(up: Bool, cells: Int) -> AcceptanceSums {
    let width = model.width
    var perColumn = 1
    while width > 0 && power(perColumn * 2, width) <= cells { perColumn *= 2 }
    // What every option of an issue gives at least goes into the threshold, unrounded.
    let bases = model.contributions.indices.map { issue in
      (0..<width).map { column in
        (0..<model.optionCounts[issue]).map { model.contributions[issue][$0 * width + column] }
          .min() ?? 0
      }
    }
    let grids = (0..<width).map { column -> Int in
      var range = 0
      for (issue, rows) in model.contributions.enumerated() {
        let values = (0..<model.optionCounts[issue]).map { rows[$0 * width + column] }
        range += (values.max() ?? 0) - bases[issue][column]
      }
      for addition in model.additions where addition.column == column {
        range += abs(addition.amount)
      }
      return max(1, range / perColumn)
    }
    func coarse(_ value: Int, _ column: Int) -> Int {
      up ? -floorDivided(-value, by: grids[column]) : floorDivided(value, by: grids[column])
    }
    let thresholds = self.thresholds.indices.map { column in
      let rest = bases.reduce(self.thresholds[column]) { $0 - $1[column] }
      return -floorDivided(-rest, by: grids[column])
    }
    return AcceptanceSums(
      model: ScoreModel(
        optionCounts: model.optionCounts, width: width,
        contributions: model.contributions.indices.map { issue in
          model.contributions[issue].indices.map {
            coarse(model.contributions[issue][$0] - bases[issue][$0 % width], $0 % width)
          }
        },
        additions: model.additions.map {
          .init(condition: $0.condition, column: $0.column, amount: coarse($0.amount, $0.column))
        }, prohibitions: model.prohibitions, tables: [], included: model.included, meanFactors: [],
        finishes: model.finishes, reservations: thresholds, denominators: model.denominators),
      thresholds: thresholds)
  }

  /// All feasible sums of each block of issues, equal ones counted together; `nil` past `rows`, or
  /// where a count does not fit.
  func blocks(rows: Int, _ checkpoint: Checkpoint) throws -> [Front<Int>]? {
    var limits = FrontLimits()
    limits.rows = rows
    let grading = Grading(single: model.optionCounts)
    do {
      let blocks = try Assembly.blocks(
        model, grading: grading, ignoring: [], keeping: .distinct, limits: limits,
        checkpoint)
      let fronts = blocks.map { $0.front.fronts[0] }
      return fronts.contains { $0.counts.contains(.max) } ? nil : fronts
    } catch AnalysisError.frontTooLarge {
      return nil
    }
  }

  private func power(_ base: Int, _ exponent: Int) -> Int {
    var result = 1
    for _ in 0..<exponent {
      let (product, overflow) = result.multipliedReportingOverflow(by: base)
      if overflow { return .max }
      result = product
    }
    return result
  }
}

func floorDivided<S: SignedInteger>(_ value: S, by divisor: S) -> S {
  let quotient = value / divisor
  return value < 0 && quotient * divisor != value ? quotient - 1 : quotient
}
