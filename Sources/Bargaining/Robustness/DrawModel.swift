internal import BigInt

/// A scenario's integers for drawn numbers, without compiling anew: for additive utilities whose
/// scores fit 64 bits and whose issues nothing ties together.
struct DrawModel: Sendable {
  private struct Party: Sendable {
    let space: DrawSpace
    /// Where the weight of an issue, and the value of an option, stands among the drawn numbers.
    let weights: [Int]
    let values: [[Int]]
    let reservation: Int
    /// What lifts the reservation value to the scale of weight × value.
    let lift: Int
  }

  private let parties: [Party]
  private let allowed: [[Int]]

  /// `nil` where the scenario is of another kind; it is then compiled anew for every draw.
  init?(_ compiled: CompiledScenario, spaces: [DrawSpace]) {
    guard case .small(let model) = compiled.scores, model.additions.isEmpty, model.tables.isEmpty,
      !model.hasMean, model.prohibitions.allSatisfy({ $0.condition.literals.count == 1 })
    else { return nil }
    let scenario = compiled.scenario
    allowed = model.optionCounts.indices.map { issue in
      (0..<model.optionCounts[issue]).filter { option in
        !model.prohibitions.contains {
          $0.condition.literals[0].issue == issue
            && $0.condition.literals[0].mask.contains(option)
        }
      }
    }
    var parties: [Party] = []
    for (index, space) in spaces.enumerated() {
      guard case .additive(let additive) = scenario.parties[index].utility.base,
        additive.normalisation == .raw
      else { return nil }
      var positions: [UncertainNumber: Int] = [:]
      for (position, place) in space.places.enumerated() { positions[place] = position }
      var values: [[Int]] = []
      var bound = 0.0
      for (issue, valuation) in additive.valuations.enumerated() {
        guard case .perOption(let quantities) = valuation else { return nil }
        values.append(
          quantities.indices.map {
            positions[.value(party: index, issue: issue, option: $0)] ?? 0
          })
        let weight = additive.weights[issue].high
        let largest = quantities.map { max(abs($0.low.nearest), abs($0.high.nearest)) }.max() ?? 0
        bound += abs(weight.nearest) * largest
      }
      let unit = Double(ExactDecimal.powersOfTen[min(18, space.scale)])
      guard space.scale <= 9,
        max(bound, abs(scenario.parties[index].reservation.high.nearest)) * unit * unit < 1e17
      else { return nil }
      parties.append(
        Party(
          space: space,
          weights: scenario.issues.indices.map {
            positions[.weight(party: index, issue: $0)] ?? 0
          }, values: values, reservation: positions[.reservation(party: index)] ?? 0,
          lift: Int(ExactDecimal.powersOfTen[space.scale])))
    }
    self.parties = parties
  }

  /// What brings each party's drawn scores to the finest of their scales.
  var factors: [BigInt] {
    let finest = parties.map(\.lift).max() ?? 1
    return parties.map { BigInt(finest / $0.lift) * BigInt(finest / $0.lift) }
  }

  struct Draw {
    let numbers: [[Int64]]
    let rows: [[(option: Int, row: [Int])]]
    let reservations: [Int]
  }

  func draw(_ random: inout SeededGenerator) -> Draw {
    let numbers = parties.map { $0.space.gridDraw(&random) }
    var rows: [[(option: Int, row: [Int])]] = []
    rows.reserveCapacity(allowed.count)
    for (issue, options) in allowed.enumerated() {
      rows.append(
        options.map { option in
          (
            option,
            parties.indices.map { index in
              let party = parties[index]
              return Int(numbers[index][party.weights[issue]])
                &* Int(numbers[index][party.values[issue][option]])
            }
          )
        })
    }
    return Draw(
      numbers: numbers, rows: rows,
      reservations: parties.indices.map {
        Int(numbers[$0][parties[$0].reservation]) &* parties[$0].lift
      })
  }
}

extension ExactDecimal {
  /// Only for bounds, with room to spare.
  var nearest: Double { Double(mantissa) / Double(ExactDecimal.powersOfTen[scale]) }
}
