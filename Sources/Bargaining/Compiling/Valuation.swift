internal import BigInt

extension Scenario.Utility.Valuation {
  /// The value of every option of an issue, by its nominal numbers.
  func values(
    of issue: Scenario.Issue, normalisation: Scenario.Utility.Additive.Normalisation, place: String
  ) throws(ScenarioError) -> [ExactValue] {
    let count = issue.optionCount ?? 0
    switch self {
    case .perOption(let quantities):
      try checkLength(quantities.count, count, place)
      for quantity in quantities { try PartyTerms.check(quantity, place: place) }
      let values = quantities.map { ExactValue($0.nominal) }
      guard normalisation == .byLargest, let largest = values.max(), largest > .zero
      else { return values }
      return values.map { $0.divided(by: largest) ?? $0 }
    case .linear(let slope, let offset, let origin, let clamped):
      return try numbers(of: issue, count: count, place: place).map {
        Self.line(slope, offset, origin, clamped, $0)
      }
    case .points(let points):
      guard !points.isEmpty, zip(points, points.dropFirst()).allSatisfy({ $0.at < $1.at })
      else { throw .pointsNotIncreasing(place: place) }
      return try numbers(of: issue, count: count, place: place).map {
        Self.interpolated(points, $0)
      }
    }
  }

  private func numbers(
    of issue: Scenario.Issue, count: Int, place: String
  ) throws(ScenarioError) -> [ExactValue] {
    var numbers: [ExactValue] = []
    for option in 0..<count {
      guard let number = issue.number(at: option) else { throw .notARange(place: place) }
      numbers.append(ExactValue(number))
    }
    return numbers
  }

  static func line(
    _ slope: ExactDecimal, _ offset: ExactDecimal, _ origin: ExactDecimal, _ clamped: Bool,
    _ number: ExactValue
  ) -> ExactValue {
    let value = ExactValue(slope) * (number - ExactValue(origin)) + ExactValue(offset)
    return clamped ? min(.one, max(.zero, value)) : value
  }

  static func interpolated(_ points: [Point], _ number: ExactValue) -> ExactValue {
    guard let next = points.firstIndex(where: { ExactValue($0.at) >= number }) else {
      return points.last.map { ExactValue($0.value) } ?? .zero
    }
    if next == 0 { return ExactValue(points[0].value) }
    let left = points[next - 1]
    let right = points[next]
    let rise = ExactValue(right.value) - ExactValue(left.value)
    let run = ExactValue(right.at) - ExactValue(left.at)
    let slope = rise.divided(by: run) ?? .zero
    return ExactValue(left.value) + slope * (number - ExactValue(left.at))
  }
}
