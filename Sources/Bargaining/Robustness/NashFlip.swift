/// What would have to be wrong with one weight for another package to be the Nash package.
public struct NashFlip: Sendable, Hashable {
  public let party: Int
  public let issue: Int
  public let weight: ExactDecimal
  /// The nearest weight found below and above at which the Nash packages are others, to a
  /// thousandth of the weight (or of one, for a weight of zero); `nil` where none was found between
  /// zero and ten times the weight.
  public let below: ExactDecimal?
  public let above: ExactDecimal?
}

extension CompiledScenario {
  /// For every weight of additive utilities, in order.
  ///
  /// A few sizes of change are tried outward and the first that flips is narrowed down by halving,
  /// so a flip that is undone again before the next size tried can be missed.
  ///
  /// - Returns: empty where no package is acceptable to all.
  /// - Throws: `AnalysisError`, or what the checkpoint throws.
  /// - Complexity: some forty frontiers per weight.
  public func nashFlips(checkpoint: Checkpoint = .none) throws -> [NashFlip] {
    guard let nominal = try nashPackages(scenario), !nominal.isEmpty else { return [] }
    var flips: [NashFlip] = []
    let places = scenario.parties.indices.flatMap { party in
      scenario.numbers(of: party).compactMap { number in
        if case .weight(_, let issue) = number.place {
          (party, issue, number.quantity.nominal)
        } else {
          nil
        }
      }
    }
    for (done, (party, issue, weight)) in places.enumerated() {
      try checkpoint.report(done, of: places.count)
      func changes(at thousandths: Int) throws -> Bool {
        guard let changed = weight.changed(by: thousandths) else { return false }
        let other = scenario.setting(.weight(party: party, issue: issue), to: changed)
        guard let packages = try nashPackages(other) else { return true }
        return packages != nominal
      }
      func nearest(_ direction: Int, most: Int) throws -> ExactDecimal? {
        var inside = 0
        for step in [10, 50, 100, 250, 500, 999, 2000, 4000, 9000] where step <= most {
          guard try changes(at: direction * step) else {
            inside = step
            continue
          }
          var outside = step
          while outside - inside > 1 {
            let middle = (inside + outside) / 2
            if try changes(at: direction * middle) { outside = middle } else { inside = middle }
          }
          return weight.changed(by: direction * outside)
        }
        return nil
      }
      flips.append(
        NashFlip(
          party: party, issue: issue, weight: weight,
          below: weight == .zero ? nil : try nearest(-1, most: 999),
          above: try nearest(1, most: 9000)))
    }
    return flips
  }

  /// The Nash packages (a thousand at most); `nil` where the scenario has become one that is
  /// refused.
  private func nashPackages(_ scenario: Scenario) throws -> [Scenario.Package]? {
    var certain = scenario
    for party in certain.parties.indices { certain.parties[party].orderings = [] }
    guard let compiled = try CompiledScenario.unlessRefused(certain) else { return nil }
    let frontier = try compiled.frontier()
    return try frontier.point(of: .nash).indices.flatMap { try frontier.packages(at: $0) }.sorted()
  }
}

extension CompiledScenario {
  static func unlessRefused(_ scenario: Scenario) throws -> CompiledScenario? {
    do {
      return try CompiledScenario(scenario)
    } catch {
      return nil
    }
  }
}

extension ExactDecimal {
  /// Itself times (1 + thousandths ÷ 1000); a zero is moved by that many thousandths. `nil` where
  /// the digits do not fit.
  fileprivate func changed(by thousandths: Int) -> ExactDecimal? {
    if self == .zero { return try? ExactDecimal(mantissa: Int64(thousandths), scale: 3) }
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: Int64(1000 + thousandths))
    return overflow ? nil : try? ExactDecimal(mantissa: product, scale: scale + 3)
  }
}
