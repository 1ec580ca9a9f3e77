internal import BigInt
public import Foundations

/// The efficient utilities: feasible packages on which none can improve without another losing.
///
/// Points are distinct vectors of utilities, in descending lexicographic order, each with the
/// number of its packages, which are listed on request. A point is *acceptable* when each party
/// gets at least its reservation value; those are also the efficient points among the acceptable
/// packages, since whatever dominates an acceptable package is acceptable too.
public struct Frontier: Sendable {
  /// The scenario it is the frontier of.
  public let scenario: CompiledScenario
  /// Zero when exact; else every efficient package has a point at most this share of each party's
  /// range below it.
  public let tolerance: ExactDecimal
  let solved: Solved

  enum Solved: Sendable {
    case small(SolvedFront<Int>)
    case wide(SolvedFront<BigInt>)
  }

  /// A vector of utilities on the frontier.
  public struct Point: Sendable, Hashable {
    /// Its position on the frontier.
    public let index: Int
    /// Exact, one per party.
    public let utilities: [ExactValue]
    /// How many packages have these utilities; with a tolerance, of those that were kept apart.
    public let packageCount: PackageCount
    /// Whether each party gets at least its reservation value.
    public let isAcceptable: Bool
  }

  /// The number of points.
  public var count: Int {
    switch solved {
    case .small(let solved): solved.front.count
    case .wide(let solved): solved.front.count
    }
  }

  /// The point at a position, `nil` outside `0..<count`.
  public func point(_ index: Int) -> Point? {
    switch solved {
    case .small(let solved): solved.point(index)
    case .wide(let solved): solved.point(index)
    }
  }

  /// All points, in order.
  public var points: [Point] { (0..<count).compactMap { point($0) } }

  /// Positions of the points that each party accepts.
  public var acceptable: [Int] {
    switch solved {
    case .small(let solved): solved.acceptable
    case .wide(let solved): solved.acceptable
    }
  }

  /// The packages of a point in lexicographic order, or, where there are more than `limit`, some of
  /// them.
  ///
  /// - Complexity: O(limit) searches in the partial fronts; for tables one pass over all packages.
  public func packages(
    at index: Int, limit: Int = 1000, checkpoint: Checkpoint = Checkpoint()
  ) throws -> [Scenario.Package] {
    switch solved {
    case .small(let solved): try solved.packages(at: index, limit: limit, checkpoint)
    case .wide(let solved): try solved.packages(at: index, limit: limit, checkpoint)
    }
  }
}

extension CompiledScenario {
  /// The exact frontier over the feasible packages.
  ///
  /// - Parameters:
  ///   - tolerance: above zero, a share of each party's range; points may then be left out that
  ///     another is so close to. The budget is split over the sums.
  ///   - pointLimit: partial fronts larger than this are refused.
  /// - Throws: `AnalysisError.frontTooLarge`, `.linksTooWide`, `.outOfRange`, or what the
  ///   checkpoint throws.
  /// - Complexity: with f the size of the frontier and m options, O(f·m·log) per issue for two and
  ///   three parties; links multiply by the states of conditions open at once.
  public func frontier(
    tolerance: ExactDecimal = .zero, pointLimit: Int = 4_000_000,
    checkpoint: Checkpoint = Checkpoint()
  ) throws -> Frontier {
    guard tolerance >= .zero, tolerance < .one else {
      throw AnalysisError.outOfRange(what: "the tolerance", allowed: "at least 0 and below 1")
    }
    var limits = FrontLimits()
    limits.rows = pointLimit
    let solved: Frontier.Solved =
      switch scores {
      case .small(let model):
        .small(
          try SolvedFront(
            model, limits: limits, thinning: model.thinning(tolerance), checkpoint: checkpoint))
      case .wide(let model):
        .wide(
          try SolvedFront(
            model, limits: limits, thinning: model.thinning(tolerance), checkpoint: checkpoint))
      }
    return Frontier(scenario: self, tolerance: tolerance, solved: solved)
  }
}

extension SolvedFront {
  func point(_ index: Int) -> Frontier.Point? {
    guard (0..<front.count).contains(index) else { return nil }
    let row = Array(front.row(index))
    let count = front.counts[index]
    return Frontier.Point(
      index: index, utilities: model.values(row),
      packageCount: count == .max ? .most : PackageCount(count),
      isAcceptable: model.isAcceptable(row))
  }

  var acceptable: [Int] {
    (0..<front.count).filter { index in
      for party in 0..<model.partyCount
      where front.coordinates[index * model.partyCount + party] < model.reservations[party] {
        return false
      }
      return true
    }
  }

  func packages(
    at index: Int, limit: Int, _ checkpoint: Checkpoint
  ) throws -> [Scenario.Package] {
    guard (0..<front.count).contains(index), limit > 0 else { return [] }
    var packages: [Scenario.Package] = []
    try forEachPackage(of: Array(front.row(index)), checkpoint) {
      packages.append(Scenario.Package($0))
      return packages.count < limit
    }
    return packages.sorted()
  }
}

extension ScoreModel {
  /// The grid for a tolerance on each party's scale; `nil` when exact.
  func thinning(_ tolerance: ExactDecimal) -> Thinning? {
    // Columns that pass through a mean are not on their party's scale; those stay exact.
    guard tolerance > .zero, isDirect else { return nil }
    let ranges = (0..<width).map { column -> BigInt in
      var range = BigInt(0)
      for (issue, rows) in contributions.enumerated() {
        let values = (0..<optionCounts[issue]).map { rows[$0 * width + column] }
        range += BigInt((values.max() ?? 0) - (values.min() ?? 0))
      }
      return range
    }
    return Thinning(ranges: ranges, share: ExactValue(tolerance))
  }
}
