public import Foundations

/// Evidence for a claim that another program can check without trusting this one.
public enum Certificate {
  /// Why a package is efficient among its neighbours, and which point of the frontier it is.
  public struct Efficiency: Sendable, Hashable {
    /// The package the claim is about.
    public let package: Scenario.Package
    /// What it is worth to each party, by position.
    public let utilities: [ExactValue]
    /// Every single change, with what speaks against it.
    public let singleChanges: [Refutation]
  }

  /// Why one change does not improve the package.
  public struct Refutation: Sendable, Hashable {
    /// The change.
    public let change: NextMove.Change
    /// Why it is no improvement.
    public let reason: Reason
  }

  /// Why a change is no improvement.
  public enum Reason: Sendable, Hashable {
    /// The change breaks these.
    case breaks([Scenario.Constraint])
    /// It leaves nothing included.
    case includesNothing
    /// The party that loses most relative to nothing else: the first that loses, and how much.
    case costs(party: Int, amount: ExactValue)
    /// No one loses and no one gains.
    case changesNothing
  }

  /// Why a package is the Nash package: its gains, their product, and the next best.
  public struct Nash: Sendable, Hashable {
    /// The package with the largest product.
    public let package: Scenario.Package
    /// Each party's gain over its reservation value, by position.
    public let gains: [ExactValue]
    /// The product of the gains.
    public let product: ExactValue
    /// The largest product of any other acceptable point, and its position on the frontier.
    public let runnerUp: RunnerUp?
  }

  /// The point of the frontier with the next largest product.
  public struct RunnerUp: Sendable, Hashable {
    /// Its position on the frontier.
    public let index: Int
    /// Its product of gains.
    public let product: ExactValue
  }
}

extension Frontier {
  /// - Returns: `nil` when the package is not efficient.
  /// - Throws: `ScenarioError.unknownPackage`, `AnalysisError`.
  public func efficiencyCertificate(
    for package: Scenario.Package
  ) throws -> Certificate.Efficiency? {
    guard try distance(of: package).isEfficient else { return nil }
    let own = try scenario.utilities(of: package)
    let counts = scenario.scenario.issues.map { $0.optionCount ?? 0 }
    var refutations: [Certificate.Refutation] = []
    for change in SingleChanges(from: package.options, optionCounts: counts) {
      let other = Scenario.Package(change.applied(to: package.options))
      refutations.append(.init(change: change, reason: try reason(against: other, own: own)))
    }
    return .init(package: package, utilities: own, singleChanges: refutations)
  }

  private func reason(
    against other: Scenario.Package, own: [ExactValue]
  ) throws -> Certificate.Reason {
    let broken = try scenario.broken(by: other)
    if !broken.isEmpty { return .breaks(broken) }
    let isFeasible =
      switch scenario.scores {
      case .small(let model): model.isFeasible(other.options)
      case .wide(let model): model.isFeasible(other.options)
      }
    if !isFeasible { return .includesNothing }
    let utilities = try scenario.utilities(of: other)
    for party in own.indices where utilities[party] < own[party] {
      return .costs(party: party, amount: own[party] - utilities[party])
    }
    return .changesNothing
  }

  /// - Returns: one per Nash package, at most `limit`; empty unless some acceptable package gains
  ///   for all.
  public func nashCertificates(
    limit: Int = 16, checkpoint: Checkpoint = Checkpoint()
  ) throws -> [Certificate.Nash] {
    let nash = try point(of: .nash, checkpoint: checkpoint)
    guard nash.allGain, let product = nash.score else { return [] }
    let reservations = scenario.scenario.parties.map { ExactValue($0.reservation.nominal) }
    func gains(_ index: Int) -> [ExactValue] {
      point(index).map { zip($0.utilities, reservations).map { $0 - $1 } } ?? []
    }
    var runnerUp: Certificate.RunnerUp?
    for index in acceptable where !nash.indices.contains(index) {
      try checkpoint.ask()
      let other = gains(index).reduce(.one, *)
      if runnerUp.map({ other > $0.product }) ?? true {
        runnerUp = .init(index: index, product: other)
      }
    }
    var certificates: [Certificate.Nash] = []
    for index in nash.indices where certificates.count < limit {
      for package in try packages(
        at: index, limit: limit - certificates.count, checkpoint: checkpoint)
      {
        certificates.append(
          .init(package: package, gains: gains(index), product: product, runnerUp: runnerUp))
      }
    }
    return certificates
  }
}
