import Foundations

@testable import Bargaining

/// Random scenarios of every shape, repeatable from `(seed, index)`.
struct RandomScenario {
  enum Shape: CaseIterable {
    case additive, linked, tied, normalised, mean, meanLinked, meanInteracting, interacting, table,
      mixed, demanding, manyParties, singleIssue, wide, chain, ranges
  }

  static func make(_ shape: Shape, seed: UInt64, index: Int) -> Scenario {
    var random = SplitMix64(seed: seed, index: index)
    func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
    let isMean = [.mean, .meanLinked, .meanInteracting].contains(shape)
    let isChain = shape == .chain
    let issueCount =
      isChain
      ? 7 + below(2)
      : shape == .singleIssue ? 1 : shape == .manyParties ? 2 + below(3) : 2 + below(isMean ? 7 : 4)
    let counts = (0..<issueCount).map { _ in isMean || isChain ? 2 : 1 + below(4) }
    let partyCount = shape == .manyParties ? 4 + below(3) : 1 + below(4)
    let issues = counts.enumerated().map { issue, count in
      if shape == .ranges && issue % 3 == 1 {
        // Uneven numbers, as a grid's.
        return Scenario.Issue(
          name: "i\(issue)", domain: .numbers((0..<count).map { ExactDecimal($0 * $0 - 2) }))
      }
      let lower = below(7) - 3
      return Scenario.Issue(
        name: "i\(issue)",
        domain: shape == .ranges
          ? .integers(lower: lower, upper: lower + 2 * (count - 1) + below(2), step: 2)
          : .options((0..<count).map { "o\($0)" }))
    }
    func choice() -> Scenario.Choice {
      let issue = below(issueCount)
      return .init(issue: issue, option: below(counts[issue]))
    }
    func formula(_ depth: Int) -> Scenario.Formula {
      switch depth == 0 ? 0 : below(4) {
      case 0: .choice(choice())
      case 1: .not(formula(depth - 1))
      case 2: .all((0..<(1 + below(3))).map { _ in formula(depth - 1) })
      default: .any((0..<(1 + below(3))).map { _ in formula(depth - 1) })
      }
    }
    func decimal(_ bound: Int, scale: Int) -> ExactDecimal {
      let spread: Int64 = scale > 15 ? 7_654_321_987_654 : 1
      return try! ExactDecimal(mantissa: Int64(below(bound)) * spread, scale: scale)
    }
    func valuation() -> Scenario.Utility.Valuation {
      if below(2) == 0 {
        return .linear(
          slope: decimal(9, scale: 1), offset: decimal(5, scale: 1),
          origin: ExactDecimal(below(5) - 2), clamped: below(2) == 0)
      }
      var at = -3
      return .points(
        (0..<(1 + below(4))).map { _ in
          at += 1 + below(3)
          return .init(at: ExactDecimal(at), value: decimal(11, scale: 1))
        })
    }
    let small = [.tied, .mixed, .linked, .interacting].contains(shape)
    var included = counts.map { (0..<$0).map { _ in below(3) > 0 } }
    if isMean { included = counts.map { _ in [false, true] } }
    func base(_ party: Int) -> Scenario.Utility {
      let kind = shape == .mixed ? below(3) : isMean ? 1 : shape == .table && party == 0 ? 2 : 0
      switch kind {
      case 1:
        return .meanOfIncluded(
          .init(
            scores: counts.indices.map { issue in
              included[issue].map { $0 ? Quantity(decimal(small ? 4 : 11, scale: 0)) : nil }
            }))
      case 2:
        var values: [Scenario.Package: ExactDecimal] = [:]
        for _ in 0..<below(20) {
          values[Scenario.Package(counts.map { below($0) })] = decimal(9, scale: 1)
        }
        return .table(.init(values: values, otherwise: decimal(5, scale: 1)))
      default:
        var weights = counts.map { _ in decimal(small ? 3 : 101, scale: shape == .wide ? 17 : 2) }
        weights[0] = try! ExactDecimal(
          mantissa: weights[0].mantissa + 1, scale: weights[0].scale)
        if shape == .ranges {
          return .additive(
            .init(
              weights: weights.map { Quantity($0) }, valuations: counts.map { _ in valuation() }))
        }
        return .additive(
          .init(
            weights: weights,
            values: counts.map {
              (0..<$0).map { _ in decimal(small ? 4 : 101, scale: shape == .wide ? 16 : 1) }
            },
            normalisation: shape == .normalised || (shape == .mixed && below(2) == 0)
              ? .byLargest : .raw))
      }
    }
    let hasLinks = [.linked, .meanLinked, .mixed, .interacting, .table, .wide].contains(shape)
    var parties: [Scenario.Party] = []
    for party in 0..<partyCount {
      var utility = base(party)
      if [.interacting, .meanInteracting, .mixed, .chain].contains(shape) {
        for _ in 0..<below(4) {
          utility.interactions.append(
            .init(
              choice(), choice(),
              adds: try! ExactDecimal(mantissa: Int64(below(9) - 4), scale: below(2))))
        }
      }
      let lines = hasLinks ? below(2) : below(4) == 0 ? 1 : 0
      parties.append(
        Scenario.Party(
          name: "p\(party)", utility: utility,
          redLines: (0..<lines).map { .init(name: "r\($0)", ruledOut: formula(2)) }))
    }
    let links: [Scenario.Link] = (0..<(hasLinks ? below(5) : 0)).map { _ in
      below(2) == 0 ? .excludes(choice(), choice()) : .requires(choice(), choice())
    }
    // A long chain: what one issue takes the next must have, or must not.
    let chain: [Scenario.Link] = (1..<max(1, isChain ? issueCount : 1)).map {
      let first = Scenario.Choice(issue: $0 - 1, option: below(2))
      let second = Scenario.Choice(issue: $0, option: below(2))
      return below(2) == 0 ? .excludes(first, second) : .requires(first, second)
    }
    var scenario = Scenario(issues: issues, parties: parties, links: links + chain)
    // Reservation values at what some package gives, so that bounds are met exactly.
    for party in parties.indices {
      let package = Scenario.Package(counts.map { below($0) })
      guard below(shape == .demanding ? 5 : 3) > (shape == .demanding ? 0 : 1),
        let value = LiteralTwin.utility(of: package, scenario.parties[party], scenario),
        let decimal = try? ExactDecimal(parsing: value.description)
      else { continue }
      scenario.parties[party].reservation = Quantity(decimal)
    }
    return scenario
  }

  /// `nil` where no package reaches a reservation value, which is refused.
  static func compiled(_ scenario: Scenario) throws -> CompiledScenario? {
    try CompiledScenario.unlessOutOfReach(scenario)
  }
}
