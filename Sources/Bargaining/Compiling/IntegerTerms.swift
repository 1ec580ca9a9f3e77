internal import BigInt

/// The parties' fractions brought to integers, one denominator per party.
struct IntegerTerms {
  private struct Column {
    var worth: [[BigInt]]
    var additions: [(condition: Conjunction, amount: BigInt)] = []
    var table: [BigInt] = []

    /// No sum of this column, complete or partial, is larger in size.
    var bound: BigInt {
      var bound = worth.reduce(BigInt(0)) { $0 + ($1.map { abs($0) }.max() ?? 0) }
      for addition in additions { bound += abs(addition.amount) }
      return bound + (table.map { abs($0) }.max() ?? 0)
    }
  }

  private enum Finish {
    case direct(Int)
    case mean(sum: Int, extra: Int?)
  }

  private var columns: [Column] = []
  private var finishes: [Finish] = []
  private var reservations: [BigInt] = []
  private var denominators: [BigInt] = []
  private var meanFactors: [BigInt] = []
  private let included: [[Bool]]

  init(_ parties: [PartyTerms], optionCounts: [Int], included: [[Bool]]) {
    self.included = included
    var common = BigInt(1)
    if !included.isEmpty {
      for number in 1...max(1, optionCounts.count) {
        common = leastCommonMultiple(common, BigInt(number))
      }
      meanFactors = [0] + (1...max(1, optionCounts.count)).map { common / BigInt($0) }
    }
    for party in parties { add(party, common: common) }
  }

  private mutating func add(_ party: PartyTerms, common: BigInt) {
    var denominator = party.reservation.denominator
    for value in party.worth.joined() {
      denominator = leastCommonMultiple(denominator, value.denominator)
    }
    for interaction in party.interactions {
      denominator = leastCommonMultiple(denominator, interaction.amount.denominator)
    }
    var table: [BigInt] = []
    if case .table(let values) = party.kind {
      for value in values { denominator = leastCommonMultiple(denominator, value.denominator) }
      table = values.map { $0.scaled(to: denominator) }
    }
    var column = Column(worth: party.worth.map { $0.map { $0.scaled(to: denominator) } })
    column.table = table
    guard case .mean = party.kind else {
      column.additions = party.interactions.map {
        ($0.condition, $0.amount.scaled(to: denominator))
      }
      finishes.append(.direct(columns.count))
      columns.append(column)
      reservations.append(party.reservation.scaled(to: denominator))
      denominators.append(denominator)
      return
    }
    let sum = columns.count
    columns.append(column)
    let whole = denominator * common
    if party.interactions.isEmpty {
      finishes.append(.mean(sum: sum, extra: nil))
    } else {
      finishes.append(.mean(sum: sum, extra: sum + 1))
      var extra = Column(worth: party.worth.map { $0.map { _ in 0 } })
      extra.additions = party.interactions.map { ($0.condition, $0.amount.scaled(to: whole)) }
      columns.append(extra)
    }
    reservations.append(party.reservation.scaled(to: whole))
    denominators.append(whole)
  }

  /// Whether every sum, finished utility and reservation value, and the difference of any two of
  /// them, is a 64-bit integer.
  var fitsInt: Bool {
    let limit = BigInt(1) << 60
    let largest = meanFactors.max() ?? 1
    let sums = finishes.allSatisfy { finish in
      switch finish {
      case .direct(let column): columns[column].bound < limit
      case .mean(let sum, let extra):
        columns[sum].bound * largest + (extra.map { columns[$0].bound } ?? 0) < limit
      }
    }
    return sums && reservations.allSatisfy { abs($0) < limit }
  }

  /// In `S`, which the caller has checked to be wide enough.
  func model<S: Score>(
    optionCounts: [Int], prohibitions: [(Conjunction, Scenario.Constraint)]
  ) -> ScoreModel<S> {
    let contributions = optionCounts.indices.map { issue in
      (0..<optionCounts[issue]).flatMap { option in
        columns.map { S(truncatingIfNeeded: $0.worth[issue][option]) }
      }
    }
    var additions: [ScoreModel<S>.Addition] = []
    var tables: [ScoreModel<S>.Table] = []
    for (index, column) in columns.enumerated() {
      additions += column.additions.map {
        .init(condition: $0.condition, column: index, amount: S(truncatingIfNeeded: $0.amount))
      }
      if !column.table.isEmpty {
        tables.append(
          .init(column: index, values: column.table.map { S(truncatingIfNeeded: $0) }))
      }
    }
    return ScoreModel(
      optionCounts: optionCounts, width: columns.count, contributions: contributions,
      additions: additions,
      prohibitions: prohibitions.map { .init(condition: $0.0, source: $0.1) }, tables: tables,
      included: included, meanFactors: meanFactors.map { S(truncatingIfNeeded: $0) },
      finishes: finishes.map { finish in
        switch finish {
        case .direct(let column): .direct(column: column)
        case .mean(let sum, let extra): .mean(sum: sum, extra: extra)
        }
      }, reservations: reservations.map { S(truncatingIfNeeded: $0) }, denominators: denominators)
  }
}

extension ExactValue {
  /// The numerator over a multiple of the denominator.
  func scaled(to denominator: BigInt) -> BigInt {
    numerator * (denominator / self.denominator)
  }
}

func leastCommonMultiple(_ left: BigInt, _ right: BigInt) -> BigInt {
  if left == right || right == 1 { return left }
  return left / greatestCommonDivisor(left, right) * right
}
