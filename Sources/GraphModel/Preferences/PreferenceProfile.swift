/// The preferences of all decision makers of one conflict, compiled.
public struct PreferenceProfile: Sendable {
  package enum Order: Sendable {
    case ranks(Ranking)
    case pairs(PairTable)

    /// The order of all states; nil where some pair is unknown. Of pairs, without their strength.
    package var ranking: Ranking? {
      switch self {
      case .ranks(let ranking): ranking
      case .pairs(let table): table.ranking
      }
    }

    /// Whether some pair of states is unknown.
    package var hasUnknowns: Bool {
      if case .pairs(let table) = self { table.hasUnknowns } else { false }
    }
  }

  /// A weak order: 0 is the worst rank, and no rank is left out.
  package struct Ranking: Sendable, Equatable {
    /// Per slot; 0 where a slot is infeasible.
    package var ranks: [Int32]
    /// The number of ranks.
    package var classes: Int
    /// Per rank, its band; a rank is greatly preferred to all ranks of lower bands. Nil: one band.
    package var bands: [Int32]?

    package init(ranks: [Int32], classes: Int, bands: [Int32]? = nil) {
      self.ranks = ranks
      self.classes = classes
      self.bands = bands
    }

    /// The highest rank that is greatly less preferred than `rank`; -1 if none.
    package func greatlyBelow(_ rank: Int32) -> Int32 {
      guard let bands else { return -1 }
      var lower = rank
      while lower >= 0, bands[Int(lower)] == bands[Int(rank)] { lower -= 1 }
      return lower
    }
  }

  package var orders: [Order]

  package init(orders: [Order]) { self.orders = orders }

  /// Whether some pair of states is left unknown to someone.
  public var hasUnknowns: Bool {
    orders.contains(where: \.hasUnknowns)
  }

  /// Whether some state is greatly preferred to another by someone.
  public var hasStrength: Bool {
    orders.contains {
      switch $0 {
      case .ranks(let ranking): ranking.bands != nil
      case .pairs(let table): table.hasStrength
      }
    }
  }

  /// The rankings, when everyone has one.
  package var rankings: [Ranking]? {
    var found: [Ranking] = []
    for order in orders {
      guard let ranking = order.ranking else { return nil }
      found.append(ranking)
    }
    return found
  }
}
