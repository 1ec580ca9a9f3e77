import Bargaining

/// The definitions of the design, read aloud: every package, every pair of packages.
struct LiteralTwin {
  struct Entry {
    let package: Scenario.Package
    let utilities: [ExactValue]
    let ranks: [Int]
    let isAcceptable: Bool
  }

  let scenario: Scenario
  let packages: Int
  let feasible: [Entry]

  init(_ scenario: Scenario, ignoring: Set<Scenario.Constraint> = []) {
    self.scenario = scenario
    let counts = scenario.issues.map { $0.optionCount ?? 0 }
    var all: [Scenario.Package] = [Scenario.Package([])]
    for count in counts {
      all = all.flatMap { head in (0..<count).map { Scenario.Package(head.options + [$0]) } }
    }
    packages = all.count
    var kept: [(Scenario.Package, [ExactValue])] = []
    for package in all {
      if LiteralTwin.breaks(package, scenario, ignoring) { continue }
      let utilities = scenario.parties.map { LiteralTwin.utility(of: package, $0, scenario) }
      if utilities.contains(where: { $0 == nil }) { continue }
      kept.append((package, utilities.compactMap { $0 }))
    }
    var rankOf: [[ExactValue: Int]] = []
    for party in scenario.parties.indices {
      let values = Set(kept.map { $0.1[party] }).sorted()
      rankOf.append(Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) }))
    }
    feasible = kept.map { package, utilities in
      Entry(
        package: package, utilities: utilities,
        ranks: utilities.indices.map { rankOf[$0][utilities[$0]]! },
        isAcceptable: scenario.parties.indices.allSatisfy {
          ignoring.contains(.reservation(party: $0))
            || utilities[$0] >= ExactValue(scenario.parties[$0].reservation.nominal)
        })
    }
  }

  static func breaks(
    _ package: Scenario.Package, _ scenario: Scenario, _ ignoring: Set<Scenario.Constraint>
  ) -> Bool {
    for (index, link) in scenario.links.enumerated() where !ignoring.contains(.link(index)) {
      switch link {
      case .excludes(let a, let b):
        if package.options[a.issue] == a.option && package.options[b.issue] == b.option {
          return true
        }
      case .requires(let a, let b):
        if package.options[a.issue] == a.option && package.options[b.issue] != b.option {
          return true
        }
      }
    }
    for (party, owner) in scenario.parties.enumerated() {
      for (index, line) in owner.redLines.enumerated()
      where !ignoring.contains(.redLine(party: party, index: index)) {
        if line.ruledOut.holds(for: package) { return true }
      }
    }
    return false
  }

  static func utility(
    of package: Scenario.Package, _ party: Scenario.Party, _ scenario: Scenario
  ) -> ExactValue? {
    var total = ExactValue.zero
    switch party.utility.base {
    case .additive(let additive):
      for (issue, option) in package.options.enumerated() {
        let value = LiteralTwin.value(
          additive, issue, option, scenario.issues[issue].number(at: option).map { ExactValue($0) })
        total = total + value * ExactValue(additive.weights[issue].nominal)
      }
    case .meanOfIncluded(let mean):
      let scores = package.options.enumerated().compactMap { mean.scores[$0][$1] }
      if scores.isEmpty { return nil }
      total = scores.reduce(.zero) { $0 + ExactValue($1.nominal) }
        .divided(by: ExactValue(scores.count))!
    case .table(let table):
      total = ExactValue(table.values[package] ?? table.otherwise!)
    }
    for interaction in party.utility.interactions
    where package.options[interaction.first.issue] == interaction.first.option
      && package.options[interaction.second.issue] == interaction.second.option
    {
      total = total + ExactValue(interaction.amount)
    }
    return total
  }

  /// What an option, or the number it stands for, is worth before weighing.
  static func value(
    _ additive: Scenario.Utility.Additive, _ issue: Int, _ option: Int, _ number: ExactValue?
  ) -> ExactValue {
    switch additive.valuations[issue] {
    case .perOption(let values):
      let largest = values.map(\.nominal).max()!
      let value = ExactValue(values[option].nominal)
      return additive.normalisation == .byLargest && largest > .zero
        ? value.divided(by: ExactValue(largest))! : value
    case .linear(let slope, let offset, let origin, let clamped):
      let value = ExactValue(slope) * (number! - ExactValue(origin)) + ExactValue(offset)
      return clamped ? max(.zero, min(.one, value)) : value
    case .points(let points):
      if number! <= ExactValue(points[0].at) { return ExactValue(points[0].value) }
      for (left, right) in zip(points, points.dropFirst()) where number! <= ExactValue(right.at) {
        let share = (number! - ExactValue(left.at))
          .divided(by: ExactValue(right.at) - ExactValue(left.at))!
        return ExactValue(left.value)
          + share * (ExactValue(right.value) - ExactValue(left.value))
      }
      return ExactValue(points.last!.value)
    }
  }

  var acceptable: [Entry] { feasible.filter(\.isAcceptable) }

  static func efficient(_ entries: [Entry]) -> [Entry] {
    entries.filter { one in
      !entries.contains { other in
        other.ranks != one.ranks && zip(other.ranks, one.ranks).allSatisfy { $0 >= $1 }
      }
    }
  }

  /// Distinct utility vectors in descending lexicographic order with their packages.
  static func points(_ entries: [Entry]) -> [(
    utilities: [ExactValue], packages: [Scenario.Package]
  )] {
    var groups: [[Int]: [Entry]] = [:]
    for entry in entries { groups[entry.ranks, default: []].append(entry) }
    return groups.keys.sorted { $1.lexicographicallyPrecedes($0) }.map { key in
      (groups[key]![0].utilities, groups[key]!.map(\.package).sorted())
    }
  }

  private func gains(_ entry: Entry) -> [ExactValue] {
    entry.utilities.indices.map {
      entry.utilities[$0] - ExactValue(scenario.parties[$0].reservation.nominal)
    }
  }

  /// The utility vectors of the winners of a solution over the acceptable packages.
  func winners(of solution: Solution) -> Set<[ExactValue]> {
    let entries = LiteralTwin.efficient(acceptable)
    guard !entries.isEmpty else { return [] }
    let parties = scenario.parties.indices
    func best<M: Comparable>(_ measure: (Entry) -> M) -> Set<[ExactValue]> {
      let top = entries.map(measure).max()!
      return Set(entries.filter { measure($0) == top }.map(\.utilities))
    }
    func nash(_ gains: (Entry) -> [ExactValue]) -> Set<[ExactValue]> {
      let inside = entries.filter { gains($0).allSatisfy { $0 >= .zero } }
      guard let most = inside.map({ gains($0).count { $0 > .zero } }).max() else { return [] }
      let eligible = inside.filter { gains($0).count { $0 > .zero } == most }
      func product(_ entry: Entry) -> ExactValue {
        gains(entry).filter { $0 > .zero }.reduce(.one, *)
      }
      let top = eligible.map(product).max()!
      return Set(eligible.filter { product($0) == top }.map(\.utilities))
    }
    let bests = parties.map { party in entries.map { gains($0)[party] }.max()! }
    func shares(_ entry: Entry) -> [ExactValue] {
      parties.map { gains(entry)[$0].divided(by: bests[$0]) ?? .one }
    }
    switch solution {
    case .nash: return nash(gains)
    case .nashFromMinimum:
      let least = parties.map { party in feasible.map { $0.utilities[party] }.min()! }
      return nash { entry in
        self.gains(entry).indices.map {
          entry.utilities[$0]
            - max(least[$0], ExactValue(scenario.parties[$0].reservation.nominal))
        }
      }
    case .kalaiSmorodinsky: return best { shares($0).min()! }
    case .kalaiSmorodinskyBySpread:
      return best { -(shares($0).max()! - shares($0).min()!) }
    case .utilitarian: return best { $0.utilities.reduce(.zero, +) }
    case .egalitarian:
      let sorted = entries.map { gains($0).sorted() }
      let top = sorted.max { $0.lexicographicallyPrecedes($1) }!
      return Set(entries.filter { gains($0).sorted() == top }.map(\.utilities))
    }
  }
}
