internal import BigInt

/// One party's utility as exact fractions, option by option.
struct PartyTerms {
  enum Kind {
    case additive
    case mean
    /// A value for every package, by package index.
    case table([ExactValue])
  }

  let kind: Kind
  /// Per issue and option; all zero for a table.
  var worth: [[ExactValue]]
  var interactions: [(condition: Conjunction, amount: ExactValue)] = []
  let reservation: ExactValue

  init(
    of party: Scenario.Party, in scenario: Scenario, optionCounts: [Int],
    limits: CompiledScenario.Limits
  ) throws(ScenarioError) {
    let place = "party “\(party.name)”"
    try PartyTerms.check(party.reservation, place: "\(place), reservation value")
    reservation = ExactValue(party.reservation.nominal)
    switch party.utility.base {
    case .additive(let additive):
      kind = .additive
      worth = try PartyTerms.worth(of: additive, party: party, scenario: scenario)
    case .meanOfIncluded(let mean):
      kind = .mean
      worth = []
      for (issue, scores) in mean.scores.enumerated() {
        for case let score? in scores {
          try PartyTerms.check(
            score, place: "\(place), score of issue “\(scenario.issues[issue].name)”")
        }
        worth.append(scores.map { $0.map { ExactValue($0.nominal) } ?? .zero })
      }
    case .table(let table):
      worth = optionCounts.map { Array(repeating: .zero, count: $0) }
      kind = .table(
        try PartyTerms.values(
          of: table, party: party.name, optionCounts: optionCounts, limit: limits.tablePackages))
    }
    for interaction in party.utility.interactions {
      let cases = try Conjunction.cases(
        of: .all([.choice(interaction.first), .choice(interaction.second)]),
        optionCounts: optionCounts, place: "\(place), interaction")
      interactions += cases.map { ($0, ExactValue(interaction.amount)) }
    }
  }

  /// A bound no package exceeds; exact for additive utilities without links.
  var bestBound: ExactValue {
    let base =
      switch kind {
      case .additive: worth.map { $0.max() ?? .zero }.reduce(.zero, +)
      case .mean: worth.joined().max() ?? .zero
      case .table(let values): values.max() ?? .zero
      }
    return interactions.reduce(base) { $0 + max(.zero, $1.amount) }
  }

  static func check(_ quantity: Quantity, place: String) throws(ScenarioError) {
    if quantity.nominal < quantity.low || quantity.nominal > quantity.high {
      throw .rangeReversed(place: place)
    }
  }
}

extension PartyTerms {
  private static func worth(
    of additive: Scenario.Utility.Additive, party: Scenario.Party, scenario: Scenario
  ) throws(ScenarioError) -> [[ExactValue]] {
    let place = "party “\(party.name)”"
    try checkLength(additive.weights.count, scenario.issues.count, "\(place), weights")
    try checkLength(additive.valuations.count, scenario.issues.count, "\(place), values")
    var worth: [[ExactValue]] = []
    for (index, issue) in scenario.issues.enumerated() {
      let weight = additive.weights[index]
      try check(weight, place: "\(place), weight of issue “\(issue.name)”")
      if weight.low < .zero { throw .negativeWeight(party: party.name, issue: issue.name) }
      let values = try additive.valuations[index].values(
        of: issue, normalisation: additive.normalisation,
        place: "\(place), values of issue “\(issue.name)”")
      worth.append(values.map { $0 * ExactValue(weight.nominal) })
    }
    if additive.weights.allSatisfy({ $0.nominal == .zero }) {
      throw .weightsSumToZero(party: party.name)
    }
    return worth
  }

  private static func values(
    of table: Scenario.Utility.Table, party: String, optionCounts: [Int], limit: Int
  ) throws(ScenarioError) -> [ExactValue] {
    let packages = optionCounts.reduce(PackageCount(1)) { $0 * PackageCount(UInt64($1)) }
    guard let count = packages.exact, count <= UInt64(limit) else {
      throw .tableTooLarge(packages: packages, limit: limit)
    }
    for package in table.values.keys {
      guard package.options.count == optionCounts.count,
        zip(package.options, optionCounts).allSatisfy({ (0..<$1).contains($0) })
      else { throw .unknownPackage(place: "party “\(party)”, table") }
    }
    var values: [ExactValue] = []
    values.reserveCapacity(Int(count))
    var options = Array(repeating: 0, count: optionCounts.count)
    for _ in 0..<count {
      let package = Scenario.Package(options)
      guard let value = table.values[package] ?? table.otherwise else {
        throw .tableIncomplete(party: party, missing: package)
      }
      values.append(ExactValue(value))
      advance(&options, within: optionCounts)
    }
    return values
  }
}

/// The next package in lexicographic order; false after the last, when it starts over.
@discardableResult
func advance(_ options: inout [Int], within optionCounts: [Int]) -> Bool {
  var issue = options.count - 1
  while issue >= 0 {
    options[issue] += 1
    if options[issue] < optionCounts[issue] { return true }
    options[issue] = 0
    issue -= 1
  }
  return false
}
