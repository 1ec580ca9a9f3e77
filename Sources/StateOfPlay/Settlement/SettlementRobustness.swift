internal import Bargaining
internal import CaseModel

/// What was found by drawing the uncertain numbers.
struct SettlementRobustness {
  var table: SettlementView.RobustnessTable
  var shares: [Bargaining.Scenario.Package: SettlementView.Shares]
}

extension SettlementMaker {
  /// By how much every weight is drawn where the scenario gives no range at all.
  private static let spread = 25

  func robustness() throws -> SettlementRobustness? {
    guard questions.draws > 0, frontier.tolerance == .zero else { return nil }
    var drawn = compiled
    let uncertain = model.engine.uncertainNumbers.count
    var varied =
      uncertain == 1 ? "one number, within its range" : "\(uncertain) numbers, within their ranges"
    if model.engine.uncertainNumbers.isEmpty {
      guard let spread = try spreadWeights() else { return nil }
      drawn = spread
      varied = "no number is given as a range, so every weight by up to \(Self.spread) %"
    }
    if model.source.parties.contains(where: { !$0.orderings.isEmpty }) {
      varied += ", keeping to the orderings"
    }
    guard frontier.count <= Self.mostPoints || questions.draws != SettlementQuestions().draws else {
      return nil
    }
    let watched = packages.map(\.package)
    let found = try drawn.robustness(
      of: watched, draws: questions.draws, seed: questions.seed, checkpoint: checkpoint)
    let table = View.RobustnessTable(
      draws: found.draws, seed: found.seed, varied: varied, open: share(found.open),
      nash: found.nash.prefix(12).map { .init(package: key($0.package), share: share($0.share)) },
      influences: found.influences.filter { $0.gain.count > 0 }.prefix(12).map {
        .init(number: id($0.number), gain: share($0.gain))
      })
    var shares: [Package: View.Shares] = [:]
    for line in found.packages {
      shares[line.package] = .init(
        acceptable: share(line.acceptable), efficient: share(line.efficient),
        nash: share(line.nash))
    }
    return SettlementRobustness(table: table, shares: shares)
  }

  /// The scenario with every weight uncertain; nil where no party has weights.
  private func spreadWeights() throws -> CompiledScenario? {
    var scenario = model.engine
    var isAny = false
    for party in scenario.parties.indices {
      guard case .additive(var additive) = scenario.parties[party].utility.base else { continue }
      for issue in additive.weights.indices {
        let weight = additive.weights[issue].nominal
        guard let low = weight.times(100 - Self.spread), let high = weight.times(100 + Self.spread)
        else { continue }
        additive.weights[issue] = Bargaining.Quantity(weight, from: low, to: high)
        isAny = true
      }
      scenario.parties[party].utility.base = .additive(additive)
    }
    return isAny ? try CompiledScenario(scenario) : nil
  }

  /// The name by which a setting knows a number.
  func id(_ number: UncertainNumber) -> String {
    switch number {
    case .weight(let party, let issue):
      "\(model.partyIDs[party]).weight.\(model.source.issues[issue].name)"
    case .value(let party, let issue, let option):
      "\(model.partyIDs[party]).value.\(model.source.issues[issue].name).\(model.id(ofIssue: issue, option: option))"
    case .reservation(let party): "\(model.partyIDs[party]).reservation"
    }
  }

  /// The changes of one weight that make another package the Nash package, the least first.
  func flips() throws -> [View.Flip] {
    guard frontier.count <= Self.mostPoints else { return [] }
    let flips = try compiled.nashFlips(checkpoint: checkpoint).filter {
      $0.below != nil || $0.above != nil
    }.map { flip in
      View.Flip(
        number: id(.weight(party: flip.party, issue: flip.issue)),
        weight: ExactValue(flip.weight).approximate,
        below: flip.below.map { ExactValue($0).approximate },
        above: flip.above.map { ExactValue($0).approximate })
    }
    return flips.enumerated().sorted {
      ($0.element.reach, $0.offset) < ($1.element.reach, $1.offset)
    }.prefix(12).map(\.element)
  }
}

extension SettlementView.Flip {
  /// The smaller of the two changes, as a share of the weight; infinite if there is none.
  public var reach: Double {
    let ways = [below, above].compactMap { $0 }.map { abs($0 - weight) }
    return (ways.min() ?? .infinity) / max(weight, 1e-9)
  }
}

extension ExactDecimal {
  /// So many hundredths of itself; nil where the digits do not fit.
  fileprivate func times(_ hundredths: Int) -> ExactDecimal? {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: Int64(hundredths))
    return overflow ? nil : try? ExactDecimal(mantissa: product, scale: scale + 2)
  }
}
