internal import BigInt

/// A scenario in integers: what the engine computes with. No names, no fractions.
///
/// A package's row of *columns* is the sum of its options' contributions, plus the additions whose
/// conditions hold; each party's utility, times its denominator, is *finished* from the columns.
/// Adding and pruning happen on columns; only finished utilities are compared across packages that
/// include different numbers of articles.
struct ScoreModel<S: Score>: Sendable {
  struct Addition: Sendable {
    let condition: Conjunction
    let column: Int
    let amount: S
  }

  struct Prohibition: Sendable {
    let condition: Conjunction
    let source: Scenario.Constraint
  }

  struct Table: Sendable {
    let column: Int
    /// By package index: mixed radix, the first issue the most significant.
    let values: [S]
  }

  enum Finish: Sendable {
    case direct(column: Int)
    /// The sum column times the factor of the number included, plus the extra column.
    case mean(sum: Int, extra: Int?)
  }

  let optionCounts: [Int]
  let width: Int
  /// Per issue, rows of `width` for each option.
  let contributions: [[S]]
  let additions: [Addition]
  let prohibitions: [Prohibition]
  let tables: [Table]
  /// Per issue and option, whether an article is included; empty unless a party scores by the mean.
  let included: [[Bool]]
  /// By number included: lcm ÷ number. The entry for none is zero.
  let meanFactors: [S]
  let finishes: [Finish]
  /// Reservation values on the finished scale.
  let reservations: [S]
  /// Finished utility ÷ denominator = utility.
  let denominators: [BigInt]

  var partyCount: Int { finishes.count }
  var issueCount: Int { optionCounts.count }
  var hasMean: Bool { !included.isEmpty }

  /// True when utilities are the columns themselves.
  var isDirect: Bool {
    !hasMean && width == partyCount
  }

  var packageCount: PackageCount {
    optionCounts.reduce(PackageCount(1)) { $0 * PackageCount(UInt64($1)) }
  }
}

extension ScoreModel {
  /// The columns of one package.
  func columns(of options: [Int]) -> [S] {
    var row = [S](repeating: 0, count: width)
    for (issue, option) in options.enumerated() {
      for column in 0..<width { row[column] += contributions[issue][option * width + column] }
    }
    for addition in additions where addition.condition.holds(for: options) {
      row[addition.column] += addition.amount
    }
    if !tables.isEmpty {
      let index = packageIndex(of: options)
      for table in tables { row[table.column] += table.values[index] }
    }
    return row
  }

  func packageIndex(of options: [Int]) -> Int {
    zip(options, optionCounts).reduce(0) { $0 * $1.1 + $1.0 }
  }

  func includedCount(of options: [Int]) -> Int {
    hasMean ? options.indices.count { included[$0][options[$0]] } : 0
  }

  /// Utilities times denominators, from columns and the number of articles included.
  func finished(_ columns: [S], included count: Int) -> [S] {
    finishes.map { finish in
      switch finish {
      case .direct(let column): columns[column]
      case .mean(let sum, let extra):
        columns[sum] * meanFactors[count] + (extra.map { columns[$0] } ?? 0)
      }
    }
  }

  /// The finished utilities of one package.
  func utilities(of options: [Int]) -> [S] {
    finished(columns(of: options), included: includedCount(of: options))
  }

  /// Whether a package breaks no link and no red line, and includes something where it must.
  func isFeasible(_ options: [Int], ignoring: Set<Scenario.Constraint> = []) -> Bool {
    if hasMean && includedCount(of: options) == 0 { return false }
    return !prohibitions.contains {
      !ignoring.contains($0.source) && $0.condition.holds(for: options)
    }
  }

  func isAcceptable(_ utilities: [S]) -> Bool {
    zip(utilities, reservations).allSatisfy { $0 >= $1 }
  }

  func value(_ score: S, party: Int) -> ExactValue {
    ExactValue(BigInt(score), over: denominators[party])
  }
}

extension ScoreModel {
  /// What brings every party's utility to one scale, and the parts of a unit on that scale.
  var scaleFactors: (factors: [BigInt], common: BigInt) {
    let common = denominators.reduce(BigInt(1)) { leastCommonMultiple($0, $1) }
    return (denominators.map { common / $0 }, common)
  }

  /// No utility or reservation value, in parts of its denominator, is larger in size.
  var bound: BigInt {
    var bounds = (0..<width).map { column in
      contributions.indices.reduce(BigInt(0)) { sum, issue in
        let worth = (0..<optionCounts[issue]).map {
          abs(BigInt(contributions[issue][$0 * width + column]))
        }
        return sum + (worth.max() ?? 0)
      }
    }
    for addition in additions { bounds[addition.column] += abs(BigInt(addition.amount)) }
    for table in tables {
      bounds[table.column] += table.values.map { abs(BigInt($0)) }.max() ?? 0
    }
    let largest = BigInt(meanFactors.max() ?? 1)
    let finished = finishes.map { finish in
      switch finish {
      case .direct(let column): bounds[column]
      case .mean(let sum, let extra): bounds[sum] * largest + (extra.map { bounds[$0] } ?? 0)
      }
    }
    return max(finished.max() ?? 0, reservations.map { abs(BigInt($0)) }.max() ?? 0)
  }

  /// The same in integers of any size.
  var widened: ScoreModel<BigInt> {
    ScoreModel<BigInt>(
      optionCounts: optionCounts, width: width,
      contributions: contributions.map { $0.map { BigInt($0) } },
      additions: additions.map {
        .init(condition: $0.condition, column: $0.column, amount: BigInt($0.amount))
      }, prohibitions: prohibitions.map { .init(condition: $0.condition, source: $0.source) },
      tables: tables.map { .init(column: $0.column, values: $0.values.map { BigInt($0) }) },
      included: included, meanFactors: meanFactors.map { BigInt($0) },
      finishes: finishes.map { finish in
        switch finish {
        case .direct(let column): .direct(column: column)
        case .mean(let sum, let extra): .mean(sum: sum, extra: extra)
        }
      }, reservations: reservations.map { BigInt($0) }, denominators: denominators)
  }
}
