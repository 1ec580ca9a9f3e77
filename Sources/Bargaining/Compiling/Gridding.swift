extension Scenario {
  /// A scenario whose continuous issues have been put on a grid, and what that can cost.
  public struct Gridded: Sendable, Hashable {
    /// The scenario with every continuous issue replaced by numbers of its range.
    public let scenario: Scenario
    /// Per party: every package of continuous numbers has one on the grid, the nearest in each
    /// issue, that is worth at most this much less (or more) to it.
    public let losses: [ExactValue]

    /// A gridded scenario and what each party may lose by the grid, by position.
    public init(scenario: Scenario, losses: [ExactValue]) {
      (self.scenario, self.losses) = (scenario, losses)
    }
  }

  /// Puts each continuous issue on the numbers that cut it into equal parts and on every number at
  /// which the utility of some party bends. In between utilities are linear, so half the step
  /// between two neighbours bounds what is lost.
  ///
  /// - Parameter named: per issue, further numbers to be on the grid, as conditions added later may
  ///   turn at them. Another number is put between any two of these, so that one end at least of
  ///   every step keeps to the conditions that all between keep to; what is lost is then bounded by
  ///   the whole step.
  /// - Throws: `ScenarioError.brokenRange`; `.continuousHasNoOptions` where a link, a red line, an
  ///   interaction, an ordering, a mean or a table would need options by name.
  /// - Complexity: proportional to issues × parts × parties.
  public func gridded(
    parts: Int, through named: [[ExactDecimal]] = []
  ) throws(ScenarioError) -> Gridded {
    var losses = Array(repeating: ExactValue.zero, count: parties.count)
    var result = self
    for (index, issue) in issues.enumerated() {
      guard case .continuous(let lower, let upper) = issue.domain else { continue }
      guard lower <= upper else { throw .brokenRange(issue: issue.name) }
      try checkUnnamed(index)
      var slopes: [(weight: ExactValue, valuation: Utility.Valuation)] = []
      for party in parties {
        slopes.append(try continuousValuation(of: index, party: party))
      }
      let own = named.indices.contains(index) ? named[index] : []
      let grid = try Scenario.grid(
        lower, upper, parts: max(1, parts), bends: slopes.flatMap(\.valuation.bends),
        through: own, issue: issue.name)
      result.issues[index].domain = .numbers(grid)
      for (party, slope) in slopes.enumerated() {
        let step = slope.valuation.largestStep(over: grid.map { ExactValue($0) })
        losses[party] = losses[party] + slope.weight * (own.isEmpty ? step : step + step)
      }
    }
    return Gridded(scenario: result, losses: losses)
  }

  private func continuousValuation(
    of issue: Int, party: Party
  ) throws(ScenarioError) -> (weight: ExactValue, valuation: Utility.Valuation) {
    let place = "party “\(party.name)”"
    guard case .additive(let additive) = party.utility.base else {
      throw .continuousHasNoOptions(place: place, issue: issues[issue].name)
    }
    try checkLength(additive.weights.count, issues.count, "\(place), weights")
    try checkLength(additive.valuations.count, issues.count, "\(place), values")
    if case .perOption = additive.valuations[issue] {
      throw .continuousHasNoOptions(place: place, issue: issues[issue].name)
    }
    return (ExactValue(additive.weights[issue].nominal), additive.valuations[issue])
  }

  /// Nothing may name an option of a continuous issue.
  private func checkUnnamed(_ issue: Int) throws(ScenarioError) {
    var named: [(place: String, choices: [Choice])] = []
    for (index, link) in links.enumerated() {
      named.append(("link \(index)", link.ruledOut.choices))
    }
    for party in parties {
      let place = "party “\(party.name)”"
      for line in party.redLines {
        named.append(("\(place), red line “\(line.name)”", line.ruledOut.choices))
      }
      for term in party.utility.interactions {
        named.append(("\(place), interaction", [term.first, term.second]))
      }
      for (index, ordering) in party.orderings.enumerated() {
        if case .value(let greater, let lesser) = ordering {
          named.append(("\(place), ordering \(index)", [greater, lesser]))
        }
      }
    }
    for (place, choices) in named where choices.contains(where: { $0.issue == issue }) {
      throw .continuousHasNoOptions(place: place, issue: issues[issue].name)
    }
  }

  private static func grid(
    _ lower: ExactDecimal, _ upper: ExactDecimal, parts: Int, bends: [ExactValue],
    through named: [ExactDecimal], issue: String
  ) throws(ScenarioError) -> [ExactDecimal] {
    // As many places as fit, six beyond those given at most.
    let given = max(lower.scale, upper.scale)
    var scale = min(18, given + 6)
    var ends: (low: Int64, span: Int64)?
    while scale >= given, ends == nil {
      if let low = lower.mantissa(at: scale), let high = upper.mantissa(at: scale) {
        let (span, overflow) = high.subtractingReportingOverflow(low)
        if !overflow { ends = (low, span) }
      }
      scale -= 1
    }
    guard let ends else { throw .brokenRange(issue: issue) }
    scale += 1
    var numbers: Set<ExactDecimal> = [lower, upper]
    for part in 1..<max(2, parts) {
      // The whole product may not fit, the quotient does.
      let wide = ends.span.multipliedFullWidth(by: Int64(part))
      let offset = Int64(parts).dividingFullWidth(wide).quotient
      if let number = try? ExactDecimal(mantissa: ends.low + offset, scale: scale) {
        numbers.insert(number)
      }
    }
    for bend in bends where bend > ExactValue(lower) && bend < ExactValue(upper) {
      for number in bend.neighbours(scale: scale) where number > lower && number < upper {
        numbers.insert(number)
      }
    }
    let own = Set(named.filter { lower <= $0 && $0 <= upper }).sorted()
    numbers.formUnion(own)
    for (left, right) in zip(own, own.dropFirst()) {
      if let middle = left.middle(to: right) { numbers.insert(middle) }
    }
    return numbers.sorted()
  }
}

extension Scenario.Utility.Valuation {
  /// The numbers at which the value changes its slope.
  fileprivate var bends: [ExactValue] {
    switch self {
    case .perOption: []
    case .points(let points): points.map { ExactValue($0.at) }
    case .linear(let slope, let offset, let origin, let clamped):
      clamped
        ? [ExactValue.zero, .one].compactMap {
          ($0 - ExactValue(offset)).divided(by: ExactValue(slope)).map { $0 + ExactValue(origin) }
        } : []
    }
  }

  /// The most that the value can differ between a number and the nearest of a grid.
  fileprivate func largestStep(over grid: [ExactValue]) -> ExactValue {
    var largest = ExactValue.zero
    let bends = bends
    for (left, right) in zip(grid, grid.dropFirst()) {
      var step = at(left) - at(right)
      if case .linear(let slope, _, _, true) = self,
        bends.contains(where: { $0 > left && $0 < right })
      {
        // A bend that no decimal meets: the steeper side bounds both.
        step = ExactValue(slope) * (right - left)
      }
      largest = max(largest, max(step, -step))
    }
    return largest.divided(by: ExactValue(2)) ?? largest
  }

  /// The value of a number; zero where values go by option.
  func at(_ number: ExactValue) -> ExactValue {
    switch self {
    case .perOption: .zero
    case .linear(let slope, let offset, let origin, let clamped):
      Self.line(slope, offset, origin, clamped, number)
    case .points(let points): Self.interpolated(points, number)
    }
  }
}

extension ExactValue {
  /// The decimals of a scale at or next to the value, at most two.
  fileprivate func neighbours(scale: Int) -> [ExactDecimal] {
    let unit = ExactDecimal.powersOfTen[scale]
    guard let floor = (self * ExactValue(Int(unit))).floor else { return [] }
    return [floor, floor + 1].compactMap { try? ExactDecimal(mantissa: $0, scale: scale) }
      .filter { $0.isNear(self, scale: scale) }
  }
}

extension ExactDecimal {
  /// Half-way; `nil` where the digits do not fit.
  package func middle(to other: ExactDecimal) -> ExactDecimal? {
    let scale = max(self.scale, other.scale) + 1
    guard scale <= 18, let left = mantissa(at: scale), let right = other.mantissa(at: scale) else {
      return nil
    }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : try? ExactDecimal(mantissa: sum / 2, scale: scale)
  }

  fileprivate func isNear(_ value: ExactValue, scale: Int) -> Bool {
    let gap = ExactValue(self) - value
    guard let unit = try? ExactDecimal(mantissa: 1, scale: scale) else { return false }
    return max(gap, -gap) < ExactValue(unit)
  }
}
