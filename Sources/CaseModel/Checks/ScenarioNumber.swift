/// A number that a scenario needs is missing or impossible: an option without a value, an issue
/// without a weight where others have one, a weight below 0, weights that are all 0, a range for a
/// point of a curve, or a reservation value above the best that the party could ever get.
struct ScenarioNumber: ScenarioRule {
  static let code = "scenario-number"
  static let severity = Severity.error

  static let triggering: [RuleExample] = [
    .scenario(("{shared: 1, metered: 0}", "{shared: 1}")),
    .scenario(("weights: {water: 0.7, days: 0.3}", "weights: {water: 0.7}")),
    .scenario(("weights: {water: 0.7, days: 0.3}", "weights: {water: -0.7, days: 0.3}")),
    .scenario(("weights: {water: 0.7, days: 0.3}", "weights: {water: 0, days: 0}")),
    .scenario(("days: {0: 0, 30: 1}", "days: {0: 0, 30: {from: 0.5, to: 1}}")),
    .scenario(("reservation: 0.3", "reservation: 30")),
  ]
  static let passing: [RuleExample] = [
    .scenario(),
    .scenario(("weights: {water: 0.7, days: 0.3}", "utility: additive")),
    .scenario(("days: {0: 0, 30: 1}", "days: {0: 0, 10: {from: 0.1, to: 0.5}, 20: 0.7, 30: 1}")),
  ]

  static func check(_ scenario: Case.Scenario, _ path: EntryPath) -> [Finding] {
    scenario.parties.enumerated().flatMap { number, party in
      var numbers = PartyNumbers(scenario: scenario, party: party)
      numbers.check(path.key("parties").index(number))
      return numbers.findings
    }
  }
}

private struct PartyNumbers {
  let scenario: Case.Scenario
  let party: Case.Scenario.Party
  var findings: [Finding] = []

  init(scenario: Case.Scenario, party: Case.Scenario.Party) {
    (self.scenario, self.party) = (scenario, party)
  }

  private mutating func fail(_ path: EntryPath, _ message: String, _ hint: String) {
    findings.append(ScenarioNumber.finding(path, message, hint: hint))
  }

  mutating func check(_ path: EntryPath) {
    if party.utility == .additive { checkWeights(path) }
    if party.utility != .table { checkValues(path) }
    guard findings.isEmpty, let best, let reservation = party.reservation,
      let least = reservation.exactNumber, least > best + 1e-9 * max(1, best.magnitude)
    else { return }
    fail(
      path.key("reservation"),
      "`\(party.id)` would accept nothing less than \(short(least)), but its best package is worth \(short(best))",
      "lower the reservation value, or put it on the scale of the values")
  }

  private mutating func checkWeights(_ path: EntryPath) {
    guard !party.weights.isEmpty else { return }
    for issue in scenario.issues where party.weights[issue.name] == nil {
      fail(
        path.key("weights"), "`\(party.id)` has no weight for the issue `\(issue.name)`",
        "add `\(issue.name):`, 0 if it does not matter; without any weights all are equal")
    }
    for pair in party.weights.pairs {
      let least = [pair.value.value, pair.value.from].compactMap { $0 }.min() ?? Amount(0)
      guard least < Amount(0) else { continue }
      fail(
        path.key("weights").key(pair.name), "the weight \(least.text) is below 0",
        "give a positive weight, and reverse the values instead")
    }
    guard party.weights.pairs.allSatisfy({ ($0.value.exactNumber ?? 0) == 0 }) else { return }
    fail(
      path.key("weights"), "no issue matters to `\(party.id)`: all its weights are 0",
      "give one issue a weight above 0")
  }

  private mutating func checkValues(_ path: EntryPath) {
    for issue in scenario.issues {
      let values = party.values[issue.name]
      let place = path.key("values").key(issue.name.raw)
      guard values != nil || party.lines[issue.name] != nil else {
        fail(
          path.key("values"), "`\(party.id)` has no values for the issue `\(issue.name)`",
          "add `\(issue.name): {…}` with the value of each answer, from 0 to 1")
        continue
      }
      guard let values else { continue }
      if let range = issue.range {
        let isEveryOne = range.count.map { $0 <= values.pairs.count } ?? false
        for pair in values.pairs where pair.value.from != nil && !isEveryOne {
          fail(
            place.key(pair.name), "a point of a curve is one number, not a range",
            "give the value alone, or give every number of the issue a value")
        }
      } else {
        for option in issue.options where values[option.id] == nil && !option.leftOut {
          fail(
            place, "`\(party.id)` has no value for `\(issue.name)=\(option.id)`",
            "add `\(option.id):` with its value")
        }
      }
    }
  }

  /// The most a package can be worth, links and red lines apart, to within rounding; nil where it is
  /// not determined here: the analysis itself determines it exactly.
  private var best: Double? {
    guard party.interactions.isEmpty, party.lines.isEmpty, party.scale == .raw else { return nil }
    let tops = scenario.issues.compactMap { issue in
      party.values[issue.name]?.pairs.compactMap { $0.value.exactNumber }.max()
    }
    switch party.utility {
    case .additive:
      guard tops.count == scenario.issues.count else { return nil }
      let share = party.weights.isEmpty ? 1.0 : 0
      return zip(scenario.issues, tops).reduce(0) { sum, item in
        sum + (party.weights[item.0.name]?.exactNumber ?? share) * item.1
      }
    case .mean: return tops.max()
    case .table:
      return (party.table.map(\.value) + [party.otherwise].compactMap { $0 }).max()?.approximate
    }
  }

  private func short(_ number: Double) -> String {
    Amount(rounding: number)?.text ?? "\(number)"
  }
}

extension Case.Scenario.Number {
  /// What is used, as the nearest double.
  fileprivate var exactNumber: Double? {
    if let value { return value.approximate }
    guard let from, let to else { return nil }
    return (from.approximate + to.approximate) / 2
  }
}

extension Amount {
  /// To three places, for words; nil beyond what a number can hold.
  fileprivate init?(rounding number: Double) {
    let thousandths = (number * 1000).rounded()
    guard thousandths.magnitude < 1e15 else { return nil }
    let magnitude = String(Int64(thousandths.magnitude))
    let padded = String(repeating: "0", count: max(0, 4 - magnitude.count)) + magnitude
    self.init((number < 0 ? "-" : "") + padded.dropLast(3) + "." + padded.suffix(3))
  }
}
