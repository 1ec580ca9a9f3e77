public import Foundations

/// Between which bounds a package's margin over the reservation value lies, whatever the numbers
/// within their ranges.
public struct MarginBounds: Sendable, Hashable {
  /// The least margin, whatever the numbers.
  public let low: ExactValue
  /// The greatest margin, whatever the numbers.
  public let high: ExactValue
  /// True when both bounds are reached; orderings between values, and values divided by an
  /// uncertain largest, may keep them from being.
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
  public func marginBounds(
    of package: Scenario.Package, checkpoint: Checkpoint = Checkpoint()
  ) throws -> [MarginBounds] {
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
      case .additive(let additive):
        // Weights are not negative, so the least and greatest value of the option decide.
        var least: [ExactValue] = []
        var greatest: [ExactValue] = []
        var isCertain = true
        for (issue, option) in package.options.enumerated() {
          if case .perOption(let values) = additive.valuations[issue] {
            let own = values.indices.map {
              range(.value(party: party, issue: issue, option: $0))
            }
            let value = additive.normalisation == .raw ? own[option] : own.relative(option)
            if additive.normalisation == .byLargest && own.contains(where: { $0.low < $0.high }) {
              isCertain = false
            }
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
        high = try bounds.maximum(of: greatest, checkpoint)
        low = try -bounds.maximum(of: least.map { -$0 }, checkpoint)
        isTight = isCertain && owner.orderings.count == owner.weightOrderings.count
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
      case .table:
        // A table's utilities are certain, interactions on top of them included.
        return MarginBounds(
          low: nominal[party] - reservation.high, high: nominal[party] - reservation.low,
          isTight: true)
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

extension [(low: ExactValue, high: ExactValue)] {
  /// Between which bounds an option's value lies once divided by the largest of its issue, which is
  /// left as it is where it is not positive. Values that are divided so are not negative.
  fileprivate func relative(_ option: Int) -> (low: ExactValue, high: ExactValue) {
    let own = self[option]
    let others = indices.filter { $0 != option }.map { self[$0] }
    /// A quotient of one value of the option and one largest of the others.
    func quotient(_ value: ExactValue, _ rest: ExactValue?) -> ExactValue {
      let largest = rest.map { Swift.max($0, value) } ?? value
      return largest > .zero ? value.divided(by: largest) ?? value : value
    }
    let restLow = others.map(\.low).max()
    let restHigh = others.map(\.high).max()
    // Rising in the option's own value, falling in the rest, as long as neither is negative.
    var ends: [ExactValue] = []
    for value in [own.low, own.high] {
      ends += [quotient(value, restLow), quotient(value, restHigh)]
    }
    return (ends.min() ?? own.low, ends.max() ?? own.high)
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
