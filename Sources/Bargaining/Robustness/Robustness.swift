public import Foundations

/// How far the answers depend on numbers no one is sure of: shares over seeded draws from the
/// ranges and orderings.
public struct Robustness: Sendable, Hashable {
  /// The seed, from which the same draws can be made again.
  public let seed: UInt64
  /// How many times the uncertain numbers were drawn.
  public let draws: Int
  /// The packages asked about, or the Nash packages of the nominal numbers.
  public let packages: [PackageShares]
  /// Every package that was a Nash package in some draw, the most frequent first.
  public let nash: [NashShare]
  /// Draws in which some package is acceptable to all.
  public let open: Share
  /// What each uncertain number is worth finding out, the most valuable first.
  public let influences: [Influence]

  /// In what share of the draws a package is acceptable, efficient, and the Nash package.
  public struct PackageShares: Sendable, Hashable {
    /// The package.
    public let package: Scenario.Package
    /// How often all parties could accept it.
    public let acceptable: Share
    /// How often no other package was better for one party and worse for none.
    public let efficient: Share
    /// How often its product of gains was the largest.
    public let nash: Share
  }

  /// In what share of the draws a package is the Nash package.
  public struct NashShare: Sendable, Hashable {
    /// The package.
    public let package: Scenario.Package
    /// How often its product of gains was the largest.
    public let share: Share
  }

  /// Expected value of partial perfect information, where the decision is to name one package and
  /// the gain is that it is the Nash package.
  public struct Influence: Sendable, Hashable {
    /// The uncertain number.
    public let number: UncertainNumber
    /// By how many draws more one would be right, knowing in which quarter of its range the number
    /// lies, than by always naming the most frequent package. Never negative; chance alone gives a
    /// few draws.
    public let gain: Share
  }
}

extension CompiledScenario {
  /// - Parameters:
  ///   - packages: those to be watched; empty for the Nash packages of the nominal numbers.
  ///   - draws: 1 to 10⁶. A draw depends on `(seed, index)` only.
  /// - Throws: `ScenarioError` for contradictory orderings or an unknown package, `AnalysisError`,
  ///   or what the checkpoint throws.
  /// - Complexity: a frontier per draw.
  public func robustness(
    of packages: [Scenario.Package] = [], draws: Int = 1000, seed: UInt64,
    checkpoint: Checkpoint = Checkpoint()
  ) throws -> Robustness {
    guard (1...1_000_000).contains(draws) else {
      throw AnalysisError.outOfRange(what: "the number of draws", allowed: "1 to 1,000,000")
    }
    for package in packages { try check(package, place: "package to watch") }
    var watched = packages
    if watched.isEmpty {
      let frontier = try self.frontier(checkpoint: checkpoint)
      for index in try frontier.point(of: .nash, checkpoint: checkpoint).indices {
        watched += try frontier.packages(at: index, limit: 16, checkpoint: checkpoint)
      }
    }
    var tally = try RobustnessTally(self, watched: watched)
    for index in 0..<draws {
      if index & 63 == 0 { try checkpoint.report(index, of: draws) }
      try checkpoint.ask()
      var random = SplitMix64(seed: seed, index: index)
      try tally.add(&random, checkpoint.quiet)
    }
    try checkpoint.report(draws, of: draws)
    return try tally.result(seed: seed, checkpoint)
  }
}
