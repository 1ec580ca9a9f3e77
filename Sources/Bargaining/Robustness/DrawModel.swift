internal import BigInt
internal import Foundations

/// A scenario's integers for drawn numbers, without compiling again: what ties issues together stays
/// as it was compiled, and only what options add, and the reservation values, come from the draw.
///
/// Each party has one unit for all draws, in which whatever its grid can hold is whole: a weight in
/// steps of the grid times a value in steps of `1/parts`.
struct DrawModel: Sendable {
  private enum Value {
    /// Where it stands among the drawn numbers.
    case drawn(Int)
    /// In steps of `1/parts`.
    case fixed(Int)
  }

  private struct Party {
    let space: DrawSpace
    let column: Int
    /// Where each issue's weight stands among the drawn numbers; empty where there are no weights.
    let weights: [Int]
    /// Per issue and option; empty for a table.
    let values: [[Value]]
    /// What brings a drawn value to steps of `1/parts`.
    let valueLift: Int
    let reservation: Int
    /// What brings a drawn reservation value to the unit.
    let reservationLift: Int
  }

  private let parties: [Party]
  /// What draws do not touch, in the units of draws.
  private let base: ScoreModel<Int>
  /// Options that no red line rules out alone; nil where conditions tie issues together.
  private let allowed: [[Int]]?

  /// `nil` where sums of drawn numbers might not fit, or where values divided by the largest of
  /// their issue are themselves uncertain; the scenario is then compiled again for every draw.
  init?(_ compiled: CompiledScenario, spaces: [DrawSpace]) {
    guard case .small(let model) = compiled.scores else { return nil }
    var parties: [Party] = []
    var units: [BigInt] = []
    for index in spaces.indices {
      guard
        let (party, unit) = Self.party(index, compiled.scenario, spaces[index], model)
      else { return nil }
      parties.append(party)
      units.append(unit)
    }
    guard let base = model.measured(in: units) else { return nil }
    self.parties = parties
    self.base = base
    let isUntied =
      model.additions.isEmpty && model.tables.isEmpty && !model.hasMean
      && model.prohibitions.allSatisfy { $0.condition.literals.count == 1 }
    allowed = isUntied ? model.optionCounts.indices.map { model.optionsAllowed(on: $0) } : nil
  }

  private static func party(
    _ index: Int, _ scenario: Scenario, _ space: DrawSpace, _ model: ScoreModel<Int>
  ) -> (Party, unit: BigInt)? {
    let owner = scenario.parties[index]
    let grid = BigInt(ExactDecimal.powersOfTen[space.scale])
    var positions: [UncertainNumber: Int] = [:]
    for (position, place) in space.places.enumerated() { positions[place] = position }
    var weights: [Int] = []
    var exact: [[ExactValue?]] = []
    switch owner.utility.base {
    case .additive(let additive):
      weights = scenario.issues.indices.compactMap {
        positions[.weight(party: index, issue: $0)]
      }
      for (issue, valuation) in additive.valuations.enumerated() {
        if case .perOption(let quantities) = valuation,
          !quantities.allSatisfy(\.isCertain)
        {
          if additive.normalisation == .byLargest { return nil }
          exact.append(quantities.map { $0.isCertain ? ExactValue($0.nominal) : nil })
          continue
        }
        guard
          let values = try? valuation.values(
            of: scenario.issues[issue], normalisation: additive.normalisation, place: "")
        else { return nil }
        exact.append(values)
      }
    case .meanOfIncluded(let mean):
      exact = mean.scores.map { scores in
        scores.map { score in score.map { $0.isCertain ? ExactValue($0.nominal) : nil } ?? .zero }
      }
    case .table: break
    }
    // Values, and what interactions add, in whole steps. A mean is taken in parts of a step.
    var means = BigInt(1)
    if case .mean = model.finishes[index] { means = BigInt(model.meanFactors[1]) }
    var parts = leastCommonMultiple(grid, model.denominators[index] / means)
    for value in exact.joined() {
      if let value { parts = leastCommonMultiple(parts, value.denominator) }
    }
    let unit: BigInt
    let column: Int
    switch model.finishes[index] {
    case .direct(let place):
      column = place
      unit = weights.isEmpty ? parts : grid * parts
    case .mean(let sum, _):
      column = sum
      unit = parts * means
    }
    var values: [[Value]] = []
    // No sum of drawn numbers is larger in size.
    var bound = BigInt(0)
    for (issue, options) in exact.enumerated() {
      let weight = weights.isEmpty ? BigInt(1) : space.largest(at: weights[issue])
      var largest = BigInt(0)
      var row: [Value] = []
      for (option, value) in options.enumerated() {
        if let value {
          let steps = value.scaled(to: parts)
          largest = max(largest, abs(steps))
          row.append(.fixed(Int(clamping: steps)))
          continue
        }
        guard let position = positions[.value(party: index, issue: issue, option: option)] else {
          return nil
        }
        largest = max(largest, space.largest(at: position) * (parts / grid))
        row.append(.drawn(position))
      }
      values.append(row)
      bound += weight * largest
    }
    if case .mean = model.finishes[index] { bound *= BigInt(model.meanFactors.max() ?? 1) }
    guard let reservation = positions[.reservation(party: index)] else { return nil }
    bound += space.largest(at: reservation) * (unit / grid)
    guard bound < BigInt(1) << 58, let valueLift = Int(exactly: parts / grid),
      let reservationLift = Int(exactly: unit / grid)
    else { return nil }
    let party = Party(
      space: space, column: column, weights: weights, values: values, valueLift: valueLift,
      reservation: reservation, reservationLift: reservationLift)
    return (party, unit)
  }

  struct Draw {
    let numbers: [[Int64]]
    let model: ScoreModel<Int>
    /// By issue, what each option allowed adds, where nothing ties issues together.
    let rows: [[(option: Int, row: [Int])]]?
  }

  func draw(_ random: inout SplitMix64) -> Draw {
    let numbers = parties.map { $0.space.gridDraw(&random) }
    var contributions = base.contributions
    let width = base.width
    for (party, drawn) in zip(parties, numbers) {
      for (issue, values) in party.values.enumerated() {
        let weight = party.weights.isEmpty ? 1 : Int(drawn[party.weights[issue]])
        for (option, value) in values.enumerated() {
          let steps =
            switch value {
            case .fixed(let steps): steps
            case .drawn(let position): Int(drawn[position]) &* party.valueLift
            }
          contributions[issue][option &* width &+ party.column] = weight &* steps
        }
      }
    }
    let model = base.drawn(
      contributions,
      reservations: zip(parties, numbers).map { party, drawn in
        Int(drawn[party.reservation]) &* party.reservationLift
      })
    let rows = allowed.map { allowed in
      allowed.enumerated().map { issue, options in
        options.map { option in
          (option, Array(contributions[issue][(option * width)..<((option + 1) * width)]))
        }
      }
    }
    return Draw(numbers: numbers, model: model, rows: rows)
  }
}

extension ScoreModel where S == Int {
  /// The same conditions and tables with each party's scores in parts of a finer unit, and nothing
  /// that options add; `nil` where that does not fit.
  fileprivate func measured(in units: [BigInt]) -> ScoreModel? {
    var lifts = [BigInt](repeating: 1, count: width)
    for (party, finish) in finishes.enumerated() {
      let lift = units[party] / denominators[party]
      switch finish {
      case .direct(let column): lifts[column] = lift
      case .mean(let sum, let extra):
        lifts[sum] = lift
        if let extra { lifts[extra] = lift }
      }
    }
    let limit = BigInt(1) << 58
    var bounds = [BigInt](repeating: 0, count: width)
    for addition in additions {
      bounds[addition.column] += abs(BigInt(addition.amount)) * lifts[addition.column]
    }
    for table in tables {
      bounds[table.column] +=
        (table.values.map { abs(BigInt($0)) }.max() ?? 0) * lifts[table.column]
    }
    guard bounds.allSatisfy({ $0 < limit }), lifts.allSatisfy({ $0 < limit }) else { return nil }
    let factors = lifts.map { Int(clamping: $0) }
    return ScoreModel(
      optionCounts: optionCounts, width: width,
      contributions: contributions.map { $0.map { _ in 0 } },
      additions: additions.map {
        .init(condition: $0.condition, column: $0.column, amount: $0.amount * factors[$0.column])
      }, prohibitions: prohibitions,
      tables: tables.map { table in
        .init(column: table.column, values: table.values.map { $0 * factors[table.column] })
      }, included: included, meanFactors: meanFactors, finishes: finishes,
      reservations: reservations, denominators: units)
  }

  fileprivate func drawn(_ contributions: [[Int]], reservations: [Int]) -> ScoreModel {
    ScoreModel(
      optionCounts: optionCounts, width: width, contributions: contributions,
      additions: additions, prohibitions: prohibitions, tables: tables, included: included,
      meanFactors: meanFactors, finishes: finishes, reservations: reservations,
      denominators: denominators)
  }
}

extension ScoreModel {
  /// The options of an issue that no red line or link rules out whatever else is chosen.
  func optionsAllowed(on issue: Int) -> [Int] {
    (0..<optionCounts[issue]).filter { option in
      !prohibitions.contains { prohibition in
        prohibition.condition.literals.allSatisfy { $0.issue == issue && $0.mask.contains(option) }
      }
    }
  }
}
