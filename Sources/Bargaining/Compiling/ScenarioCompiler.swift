internal import BigInt

/// Turns a scenario into integers: rational utilities first, then one common denominator per party.
struct ScenarioCompiler {
  let scenario: Scenario
  let limits: CompiledScenario.Limits

  func scores() throws(ScenarioError) -> CompiledScenario.Scores {
    let counts = try optionCounts()
    if scenario.parties.isEmpty { throw .noParties }
    if scenario.parties.count > limits.parties {
      throw .tooManyParties(scenario.parties.count, limit: limits.parties)
    }
    let included = try inclusion(counts)
    var parties: [PartyTerms] = []
    for index in scenario.parties.indices {
      parties.append(
        try PartyTerms(
          of: scenario.parties[index], in: scenario, optionCounts: counts, limits: limits))
    }
    for index in scenario.parties.indices where !scenario.parties[index].orderings.isEmpty {
      _ = try DrawSpace(of: index, in: scenario)
    }
    let prohibited = try prohibitions(counts)
    let integers = IntegerTerms(parties, optionCounts: counts, included: included)
    for (index, party) in parties.enumerated() {
      let best = party.bestBound
      if party.reservation > best {
        throw .reservationAboveBest(
          party: scenario.parties[index].name, reservation: party.reservation, best: best)
      }
    }
    if integers.fitsInt {
      return .small(integers.model(optionCounts: counts, prohibitions: prohibited))
    }
    return .wide(integers.model(optionCounts: counts, prohibitions: prohibited))
  }

  private func optionCounts() throws(ScenarioError) -> [Int] {
    if scenario.issues.isEmpty { throw .noIssues }
    if scenario.issues.count > limits.issues {
      throw .tooManyIssues(scenario.issues.count, limit: limits.issues)
    }
    var counts: [Int] = []
    for issue in scenario.issues {
      switch issue.domain {
      case .options(let names) where names.isEmpty: throw .emptyIssue(issue: issue.name)
      case .options: break
      case .numbers(let numbers) where numbers.isEmpty: throw .emptyIssue(issue: issue.name)
      case .numbers(let numbers):
        if zip(numbers, numbers.dropFirst()).contains(where: { $0 >= $1 }) {
          throw .brokenRange(issue: issue.name)
        }
      // Compiling puts these on a grid first.
      case .continuous: throw .brokenRange(issue: issue.name)
      case .integers(let lower, let upper, let step):
        if step <= 0 || lower > upper { throw .brokenRange(issue: issue.name) }
      case .reals(let lower, let upper, let step):
        if step <= .zero || lower > upper { throw .brokenRange(issue: issue.name) }
      }
      guard let count = issue.optionCount, count <= limits.optionsPerIssue else {
        throw .tooManyOptions(
          issue: issue.name, count: issue.optionCount, limit: limits.optionsPerIssue)
      }
      counts.append(count)
    }
    return counts
  }

  private func inclusion(_ counts: [Int]) throws(ScenarioError) -> [[Bool]] {
    var included: [[Bool]] = []
    for party in scenario.parties {
      guard case .meanOfIncluded(let mean) = party.utility.base else { continue }
      try checkLength(mean.scores.count, counts.count, "party “\(party.name)”, scores")
      for (issue, scores) in mean.scores.enumerated() {
        try checkLength(
          scores.count, counts[issue],
          "party “\(party.name)”, scores of issue “\(scenario.issues[issue].name)”")
      }
      let own = mean.scores.map { $0.map { $0 != nil } }
      if included.isEmpty { included = own }
      if let issue = own.indices.first(where: { own[$0] != included[$0] }) {
        throw .inclusionDiffers(party: party.name, issue: scenario.issues[issue].name)
      }
    }
    return included
  }

  private func prohibitions(
    _ counts: [Int]
  ) throws(ScenarioError) -> [(Conjunction, Scenario.Constraint)] {
    var result: [(Conjunction, Scenario.Constraint)] = []
    for (index, link) in scenario.links.enumerated() {
      let cases = try Conjunction.cases(
        of: link.ruledOut, optionCounts: counts, place: "link \(index)")
      result += cases.map { ($0, .link(index)) }
    }
    for (party, owner) in scenario.parties.enumerated() {
      for (index, line) in owner.redLines.enumerated() {
        let cases = try Conjunction.cases(
          of: line.ruledOut, optionCounts: counts,
          place: "party “\(owner.name)”, red line “\(line.name)”")
        result += cases.map { ($0, .redLine(party: party, index: index)) }
      }
    }
    return result
  }
}

extension CompiledScenario {
  /// `nil` where some reservation value lies above everything its party can get.
  static func unlessOutOfReach(_ scenario: Scenario) throws -> CompiledScenario? {
    do {
      return try CompiledScenario(scenario)
    } catch {
      if case .reservationAboveBest = error { return nil }
      throw error
    }
  }
}

func checkLength(_ found: Int, _ expected: Int, _ place: String) throws(ScenarioError) {
  if found != expected { throw .wrongLength(place: place, expected: expected, found: found) }
}
