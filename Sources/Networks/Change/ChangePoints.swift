public import Foundations

/// When a debate changed: windows after which the networks differ from those before.
///
/// The span is divided where the networks on both sides differ most beside how much they differ
/// within, and again within the parts, for as long as a permutation test finds the division
/// significant. Matteson and James, "A nonparametric approach for multiple change point analysis of
/// multivariate data" (2014), doi:10.1080/01621459.2013.849605, with exponent 1 and each part
/// divided as a whole.
public struct ChangePoints: Sendable, Hashable {
  /// The changes found, in the order in which they were: the clearest first.
  public let changes: [Change]
  /// The first division that was not significant, with its p-value; nil where no part was left to
  /// divide.
  public let rejected: Change?
  /// How many permutations each test drew.
  public let permutations: Int

  /// A division of the windows.
  public struct Change: Sendable, Hashable {
    /// The first window after the change.
    public let window: Int
    /// The scaled difference between the two sides.
    public let statistic: Double
    /// The share of permutations of the windows within the parts, the observed order among them,
    /// that reach this statistic.
    public let p: Double
  }
}

extension ChangePoints {
  /// The change points of networks of successive windows of one table.
  ///
  /// - Parameter minimumLength: windows a part has at least, 2 or more.
  /// - Parameter significance: a division with a higher p-value ends the search.
  /// - Parameter seed: of the permutations.
  /// - Throws: `NetworkError.overlappingWindows`, as windows that share statements are alike by
  ///   construction; `.outOfRange`; or what `checkpoint` throws.
  /// - Complexity: O(networks² · (ties + permutations)) for each change found
  public init(
    _ networks: [OneModeNetwork], distance: NetworkDistance = .ties, minimumLength: Int = 2,
    permutations: Int = 499, significance: Double = 0.05, seed: UInt64 = 1,
    checkpoint: Checkpoint = Checkpoint()
  ) throws {
    for (index, pair) in zip(networks, networks.dropFirst()).enumerated() {
      let (earlier, later) = (pair.0.selection.window, pair.1.selection.window)
      guard let end = earlier.end, let start = later.start, end <= start else {
        throw NetworkError.overlappingWindows(first: index, second: index + 1)
      }
    }
    try self.init(
      distances: distance.matrix(networks, checkpoint), minimumLength: minimumLength,
      permutations: permutations, significance: significance, seed: seed, checkpoint: checkpoint)
  }

  /// The change points of a sequence of which all distances are known.
  /// - Parameter distances: symmetric, by row and column, all rows of one length.
  public init(
    distances: [[Double]], minimumLength: Int = 2, permutations: Int = 499,
    significance: Double = 0.05, seed: UInt64 = 1, checkpoint: Checkpoint = Checkpoint()
  ) throws {
    let count = distances.count
    guard distances.allSatisfy({ $0.count == count && $0.allSatisfy(\.isFinite) }) else {
      throw NetworkError.outOfRange(what: "the distances", allowed: "a square of finite numbers")
    }
    guard minimumLength >= 2 else {
      throw NetworkError.outOfRange(what: "the length of a part", allowed: "2 or more windows")
    }
    guard (1...1_000_000).contains(permutations) else {
      throw NetworkError.outOfRange(what: "the number of permutations", allowed: "1 to 1,000,000")
    }
    let search = ChangeSearch(distances: distances, minimumLength: minimumLength)
    var bounds = [0, count]
    var changes: [Change] = []
    var rejected: Change?
    let identity = Array(0..<count)
    while let found = search.best(bounds, identity) {
      let round = changes.count
      let isReached = try Parallel.map(count: permutations, work: count * count * permutations) {
        [bounds] index in
        try checkpoint.quiet.ask()
        var source = SplitMix64(seed: seed &+ UInt64(round), index: index)
        var order = identity
        for (start, end) in zip(bounds, bounds.dropFirst()) where end - start > 1 {
          for place in stride(from: end - 1, to: start, by: -1) {
            order.swapAt(place, start + source.below(place - start + 1))
          }
        }
        let drawn = search.best(bounds, order)?.statistic ?? 0
        return drawn >= found.statistic * (1 - 1e-12)
      }
      let reached = isReached.count { $0 }
      let change = Change(
        window: found.window, statistic: found.statistic,
        p: Double(reached + 1) / Double(permutations + 1))
      guard found.statistic > 0, change.p <= significance else {
        rejected = change
        break
      }
      changes.append(change)
      bounds.append(found.window)
      bounds.sort()
    }
    (self.changes, self.rejected, self.permutations) = (changes, rejected, permutations)
  }
}

/// Finds the division of parts that differs most.
private struct ChangeSearch: Sendable {
  let distances: [[Double]]
  let minimumLength: Int

  /// The best division of any part between two of `bounds`, the elements taken in `order`; nil where
  /// all parts are too short.
  /// - Complexity: O(Σ of the squares of the parts)
  func best(_ bounds: [Int], _ order: [Int]) -> (window: Int, statistic: Double)? {
    var best: (window: Int, statistic: Double)?
    for (start, end) in zip(bounds, bounds.dropFirst()) where end - start >= 2 * minimumLength {
      // Sums over the pairs on the left, on the right, and across.
      var (left, right, across) = (0.0, 0.0, 0.0)
      for one in start..<end {
        for two in start..<one { right += distances[order[one]][order[two]] }
      }
      for split in (start + 1)..<end {
        let row = distances[order[split - 1]]
        var (toLeft, toRight) = (0.0, 0.0)
        for other in start..<(split - 1) { toLeft += row[order[other]] }
        for other in split..<end { toRight += row[order[other]] }
        left += toLeft
        right -= toRight
        across += toRight - toLeft
        let (before, after) = (Double(split - start), Double(end - split))
        guard split - start >= minimumLength, end - split >= minimumLength else { continue }
        let difference =
          2 * across / (before * after) - 2 * left / (before * (before - 1))
          - 2 * right / (after * (after - 1))
        let statistic = before * after / (before + after) * difference
        if best.map({ statistic > $0.statistic + 1e-12 }) ?? true { best = (split, statistic) }
      }
    }
    return best
  }
}
