/// How a decision maker's preferences may differ from what an analyst wrote down.
public enum Variation: Sendable {
  /// Not at all.
  case fixed(Preference)
  /// One of these, each as likely.
  case oneOf([Preference])
  /// The list of statements with `count` random exchanges of neighbours.
  case statementSwaps([String], count: Int)
  /// A preference that ranks all states, with `count` random exchanges of neighbouring ranks.
  case rankSwaps(Preference, count: Int)
  /// A pairwise preference whose unknown pairs are filled in: the states are drawn from the top, each
  /// time one at random among those that nothing left is known to be better than. All rankings that
  /// agree with what is known can come up, not all equally often.
  case completion([Preference.Comparison])
}

/// In how many sampled preferences each state is an equilibrium.
public struct Robustness: Sendable {
  /// The model.
  public let conflict: Conflict
  /// How many preferences were drawn.
  public let samples: Int
  /// The seed, from which the same draws can be made again.
  public let seed: UInt64
  /// The concepts decided by.
  public let concepts: [Concept]
  /// Per concept, per slot.
  package let counts: [[Int32]]

  /// A share with its uncertainty from sampling alone.
  public struct Share: Sendable, Equatable {
    /// Samples in which the state is an equilibrium, out of ``samples``.
    public let count: Int
    /// How many preferences were drawn.
    public let samples: Int
    /// The 95 % interval of Wilson (1927), within 0...1.
    public let low: Double
    /// The upper end of that interval.
    public let high: Double

    init(count: Int, samples: Int) {
      self.count = count
      self.samples = samples
      let n = Double(samples)
      let share = Double(count) / n
      let z = 1.959963984540054
      let centre = share + z * z / (2 * n)
      let spread = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
      let scale = 1 + z * z / n
      low = count == 0 ? 0 : max(0, (centre - spread) / scale)
      high = count == samples ? 1 : min(1, (centre + spread) / scale)
    }
  }

  /// In what share of the samples `state` is an equilibrium.
  public func share(of state: Conflict.State, _ concept: Concept) throws -> Share {
    guard let place = concepts.firstIndex(of: concept) else {
      throw ConflictError.notApplicable(
        concept: concept.label, reason: "it was not among the concepts sampled")
    }
    return Share(count: Int(counts[place][try conflict.slot(of: state)]), samples: samples)
  }

  /// The states that are an equilibrium in some sample, the most frequent first, at most `limit`.
  public func ranked(
    _ concept: Concept, limit: Int = .max
  ) throws -> [(state: Conflict.State, share: Share)] {
    guard let place = concepts.firstIndex(of: concept) else {
      throw ConflictError.notApplicable(
        concept: concept.label, reason: "it was not among the concepts sampled")
    }
    let found = counts[place].indices.filter { counts[place][$0] > 0 }.map {
      (state: conflict.state(at: $0), share: Share(count: Int(counts[place][$0]), samples: samples))
    }
    return Array(
      found.sorted {
        $0.share.count != $1.share.count
          ? $0.share.count > $1.share.count : $0.state < $1.state
      }.prefix(max(0, limit)))
  }
}
