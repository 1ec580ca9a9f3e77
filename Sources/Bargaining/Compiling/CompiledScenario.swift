internal import BigInt

/// A scenario checked and scaled to integers, ready to be asked.
///
/// Compiling costs time proportional to the scenario's own size (not its number of packages).
/// Sums are bounded once: they are kept in 64-bit integers where all fit, else in wide ones.
public struct CompiledScenario: Sendable {
  /// What was given, with each continuous issue on its grid.
  public let scenario: Scenario
  /// Per party, how far at most a package between the numbers of the grid can be above the best
  /// package on it for all parties at once; zero without continuous issues.
  public let gridLosses: [ExactValue]
  let scores: Scores

  enum Scores: Sendable {
    case small(ScoreModel<Int>)
    case wide(ScoreModel<BigInt>)
  }

  /// - Throws: `ScenarioError`, naming the place and the fix.
  public init(_ scenario: Scenario, limits: Limits = .standard) throws(ScenarioError) {
    try self.init(scenario.gridded(parts: limits.continuousParts), limits: limits)
  }

  /// Of a scenario whose continuous issues have been put on a grid already.
  ///
  /// - Throws: `ScenarioError`, naming the place and the fix.
  public init(
    _ gridded: Scenario.Gridded, limits: Limits = .standard
  ) throws(ScenarioError) {
    scenario = gridded.scenario
    gridLosses = gridded.losses
    scores = try ScenarioCompiler(scenario: gridded.scenario, limits: limits).scores()
  }

  /// What is refused rather than attempted.
  public struct Limits: Sendable, Hashable {
    /// The most issues.
    public var issues = 2000
    /// The most options of one issue.
    public var optionsPerIssue = 100_000
    /// Parties beyond eight are refused: the frontier would hold nearly every package.
    public var parties = 8
    /// Packages, where a party's utility is a table.
    public var tablePackages = 10_000_000

    /// Into how many equal parts a continuous issue is cut, in addition to the bends of utilities.
    public var continuousParts = 64

    /// The limits where none are given.
    public static let standard = Limits()

    /// The limits where none are given.
    public init() {}
  }

  /// Whether utilities had to be added in wide integers.
  public var isWide: Bool {
    if case .wide = scores { true } else { false }
  }

  /// The number of packages, feasible or not.
  public var packageCount: PackageCount {
    switch scores {
    case .small(let model): model.packageCount
    case .wide(let model): model.packageCount
    }
  }

  /// The exact utility of a package for each party.
  ///
  /// - Throws: `ScenarioError.unknownPackage` when it does not take one known option per issue.
  public func utilities(of package: Scenario.Package) throws(ScenarioError) -> [ExactValue] {
    try check(package, place: "package")
    switch scores {
    case .small(let model): return model.values(model.utilities(of: package.options))
    case .wide(let model): return model.values(model.utilities(of: package.options))
    }
  }

  /// The links and red lines a package breaks, in order.
  ///
  /// - Throws: `ScenarioError.unknownPackage`.
  public func broken(by package: Scenario.Package) throws(ScenarioError) -> [Scenario.Constraint] {
    try check(package, place: "package")
    switch scores {
    case .small(let model): return model.broken(by: package.options)
    case .wide(let model): return model.broken(by: package.options)
    }
  }

  /// Whether a package breaks no link and no red line, and includes something where it must.
  func isFeasible(_ package: Scenario.Package) throws(ScenarioError) -> Bool {
    try check(package, place: "package")
    switch scores {
    case .small(let model): return model.isFeasible(package.options)
    case .wide(let model): return model.isFeasible(package.options)
    }
  }

  func check(_ package: Scenario.Package, place: String) throws(ScenarioError) {
    let counts =
      switch scores {
      case .small(let model): model.optionCounts
      case .wide(let model): model.optionCounts
      }
    guard package.options.count == counts.count,
      zip(package.options, counts).allSatisfy({ (0..<$1).contains($0) })
    else { throw .unknownPackage(place: place) }
  }
}

extension ScoreModel {
  func values(_ utilities: [S]) -> [ExactValue] {
    utilities.indices.map { value(utilities[$0], party: $0) }
  }

  func broken(by options: [Int]) -> [Scenario.Constraint] {
    Set(prohibitions.filter { $0.condition.holds(for: options) }.map(\.source)).sorted()
  }
}
