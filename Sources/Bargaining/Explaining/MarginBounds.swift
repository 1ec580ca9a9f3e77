/// Between which bounds a package's margin over the reservation value lies, whatever the numbers
/// within their ranges.
public struct MarginBounds: Sendable, Hashable {
  public let low: ExactValue
  public let high: ExactValue
  /// True when both bounds are reached; orderings between values, and values divided by an uncertain
  /// largest, may keep them from being.
  public let isTight: Bool

  /// Acceptable whatever the numbers.
  public var isCertainlyAcceptable: Bool { low >= .zero }
  /// Unacceptable whatever the numbers.
  public var isCertainlyRefused: Bool { high < .zero }
}

extension CompiledScenario {
  /// Exact bounds per party, by linear programming over the weights their ranges and orderings
  /// allow, values and reservation values at the ends that hurt, or help, most.
  ///
  /// - Throws: `ScenarioError.unknownPackage`.
  public func marginBounds(of package: Scenario.Package) throws -> [MarginBounds] {
    try check(package, place: "package")
    let nominal = try utilities(of: package)
    return try scenario.parties.indices.map { party in
      let owner = scenario.parties[party]
      let space = try DrawSpace(of: party, in: scenario)
      var ranges: [UncertainNumber: (low: ExactValue, high: ExactValue)] = [:]
      for (place, range) in zip(space.places, space.ranges) { ranges[place] = range }
      func range(_ place: UncertainNumber) -> (low: ExactValue, high: ExactValue) {
        ranges[place] ?? (.zero, .zero)
      }
      let reservation = range(.reservation(party: party))
      var low = ExactValue.zero
      var high = ExactValue.zero
      var isTight = true
      switch owner.utility.base {
      case .additive(let additive) where additive.normalisation == .raw:
        // Weights are not negative, so the least and greatest value of the option decide.
        var least: [ExactValue] = []
        var greatest: [ExactValue] = []
        for (issue, option) in package.options.enumerated() {
          if case .perOption = additive.valuations[issue] {
            let value = range(.value(party: party, issue: issue, option: option))
            least.append(value.low)
            greatest.append(value.high)
          } else {
            let fixed = try additive.valuations[issue].values(
              of: scenario.issues[issue], normalisation: .raw, place: "values")[option]
            least.append(fixed)
            greatest.append(fixed)
          }
        }
        let issues = package.options.indices
        let weights = issues.map { range(.weight(party: party, issue: $0)) }
        let bounds = OrderedBounds(
          low: weights.map(\.low), high: weights.map(\.high), orderings: owner.weightOrderings)
        high = bounds.maximum(of: greatest)
        low = -bounds.maximum(of: least.map { -$0 })
        isTight = owner.orderings.count == owner.weightOrderings.count
      case .meanOfIncluded(let mean):
        isTight = owner.orderings.isEmpty
        var count = 0
        for (issue, option) in package.options.enumerated() where mean.scores[issue][option] != nil
        {
          let score = range(.value(party: party, issue: issue, option: option))
          low = low + score.low
          high = high + score.high
          count += 1
        }
        low = low.divided(by: ExactValue(max(1, count))) ?? low
        high = high.divided(by: ExactValue(max(1, count))) ?? high
      default:
        // Values relative to the largest of their issue, and tables: the nominal utility, with
        // weights at their ends where nothing else moves.
        low = nominal[party]
        high = nominal[party]
        isTight = scenario.numbers(of: party).dropLast().allSatisfy(\.quantity.isCertain)
        return MarginBounds(
          low: low - reservation.high, high: high - reservation.low, isTight: isTight)
      }
      for interaction in owner.utility.interactions
      where package.options[interaction.first.issue] == interaction.first.option
        && package.options[interaction.second.issue] == interaction.second.option
      {
        low = low + ExactValue(interaction.amount)
        high = high + ExactValue(interaction.amount)
      }
      return MarginBounds(
        low: low - reservation.high, high: high - reservation.low, isTight: isTight)
    }
  }
}

extension Scenario.Party {
  /// The orderings between weights, as positions.
  fileprivate var weightOrderings: [(greater: Int, lesser: Int)] {
    orderings.compactMap {
      if case .weight(let greater, let lesser) = $0 { (greater, lesser) } else { nil }
    }
  }
}
