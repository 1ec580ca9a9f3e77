public import Foundations

/// The division with the largest product of what the parties get (Caragiannis et al. 2019,
/// doi:10.1145/3355902): over the most parties that can get anything at all.
public enum MaximumNashWelfare {
  /// A way of handing out whole items.
  public struct Assignment: Sendable, Hashable {
    /// Per item, the party that gets it.
    public let owners: [Int]
    /// What each party gets, in its own points.
    public let utilities: [ExactValue]
  }

  /// Whole items among two to eight parties: efficient, and envy-free up to one item.
  ///
  /// - Returns: all assignments with the largest product, at most `limit`.
  /// - Throws: `DivisionError`, `AnalysisError.frontTooLarge`, or what the checkpoint throws.
  /// - Complexity: that of a frontier with one issue per item.
  public static func assignments(
    points: [[ExactDecimal]], limit: Int = 100, checkpoint: Checkpoint = Checkpoint()
  ) throws -> [Assignment] {
    guard (2...8).contains(points.count) else {
      throw DivisionError.wrongPartyCount(found: points.count, allowed: "two to eight")
    }
    try DivisionError.check(points)
    let items = points[0].indices
    let scenario = Scenario(
      issues: items.map { item in
        .init(name: "\(item)", domain: .options(points.indices.map(String.init)))
      },
      parties: points.enumerated().map { party, own in
        .init(
          name: "\(party)",
          utility: .additive(
            .init(
              weights: items.map { _ in .one },
              values: own.map { value in points.indices.map { $0 == party ? value : .zero } })))
      })
    let frontier = try CompiledScenario(scenario).frontier(checkpoint: checkpoint)
    var found: [Assignment] = []
    for index in try frontier.point(of: .nash, checkpoint: checkpoint).indices
    where found.count < limit {
      guard let point = frontier.point(index) else { continue }
      for package in try frontier.packages(
        at: index, limit: limit - found.count, checkpoint: checkpoint)
      {
        found.append(Assignment(owners: package.options, utilities: point.utilities))
      }
    }
    return found
  }

  /// Divisible items between two parties: the competitive division from equal incomes.
  ///
  /// - Returns: per item the first party's share, exact; at most one item is split.
  /// - Throws: `DivisionError`.
  /// - Complexity: O(n log n).
  public static func split(points: [[ExactDecimal]]) throws(DivisionError) -> [ExactValue] {
    if points.count != 2 { throw .wrongPartyCount(found: points.count, allowed: "two") }
    try DivisionError.check(points)
    let first = points[0].map { ExactValue($0) }
    let second = points[1].map { ExactValue($0) }
    // By what the first party values most against the second.
    let order = first.indices.sorted { left, right in
      let leftSide = first[left] * second[right]
      let rightSide = first[right] * second[left]
      return leftSide != rightSide ? leftSide > rightSide : left < right
    }
    var shares = Array(repeating: ExactValue.zero, count: first.count)
    var had = ExactValue.zero
    var left = second.reduce(ExactValue.zero, +)
    for item in order {
      left = left - second[item]
      // The part x that maximises (had + a·x)(left + b·(1 − x)).
      let rise = first[item] * (left + second[item]) - second[item] * had
      let twice = ExactValue(2) * first[item] * second[item]
      let part = rise.divided(by: twice) ?? (first[item] > .zero ? .one : .zero)
      shares[item] = max(.zero, min(.one, part))
      had = had + first[item] * shares[item]
      if shares[item] < .one { break }
    }
    return shares
  }
}
