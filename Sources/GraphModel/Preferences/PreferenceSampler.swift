internal import Foundations

/// Draws one decision maker's preferences within a ``Variation``.
struct PreferenceSampler: Sendable {
  private enum Kind {
    case orders([PreferenceProfile.Order])
    /// Per statement, the words of the slots where it holds.
    case statements([[UInt64]], swaps: Int)
    case ranking(PreferenceProfile.Ranking, swaps: Int)
    case completion(classes: [[Int]], better: [[Int]])
  }

  private let kind: Kind
  private let feasible: Bits

  init(
    _ conflict: Conflict, _ variation: Variation, place: String, _ checkpoint: Checkpoint
  ) throws {
    feasible = conflict.feasibleSlots
    switch variation {
    case .fixed(let preference):
      kind = .orders([try conflict.order(preference, place: place, checkpoint: checkpoint)])
    case .oneOf(let preferences):
      guard !preferences.isEmpty else {
        throw ConflictError.badParameter(name: place, reason: "must offer at least one choice")
      }
      kind = .orders(
        try preferences.map { try conflict.order($0, place: place, checkpoint: checkpoint) })
    case .statementSwaps(let texts, let count):
      try Self.check(count, place)
      let statements = Prioritising(
        conflict: conflict, statements: try conflict.statements(texts, place: place), place: place)
      kind = .statements(
        try texts.indices.map { try statements.truth(of: $0, checkpoint) },
        swaps: count)
    case .rankSwaps(let preference, let count):
      try Self.check(count, place)
      guard
        let ranking = try conflict.order(preference, place: place, checkpoint: checkpoint).ranking
      else {
        throw ConflictError.needsRanking(place: place)
      }
      kind = .ranking(ranking, swaps: count)
    case .completion(let comparisons):
      let table = try PairwisePreference(
        conflict: conflict, comparisons: comparisons, place: place
      ).table(checkpoint)
      let (classes, better) = try Self.classes(table, slots: feasible.members, checkpoint)
      kind = .completion(classes: classes, better: better)
    }
  }

  private static func check(_ count: Int, _ place: String) throws {
    guard count >= 0, count <= 1_000_000 else {
      throw ConflictError.badParameter(
        name: place, reason: "must exchange between 0 and 1,000,000 neighbours")
    }
  }

  func draw(
    _ source: inout SplitMix64, _ checkpoint: Checkpoint
  ) throws -> PreferenceProfile.Order {
    switch kind {
    case .orders(let orders): return orders[source.below(orders.count)]
    case .statements(var columns, let swaps):
      for swap in 0..<swaps where columns.count > 1 {
        if swap & 0xFFF == 0 { try checkpoint.ask() }
        let place = source.below(columns.count - 1)
        columns.swapAt(place, place + 1)
      }
      return .ranks(Prioritising.ranking(columns: columns, feasible: feasible))
    case .ranking(var ranking, let swaps):
      var place = Array(0..<ranking.classes)
      for swap in 0..<swaps where place.count > 1 {
        if swap & 0xFFF == 0 { try checkpoint.ask() }
        let lower = source.below(place.count - 1)
        place.swapAt(lower, lower + 1)
      }
      var rankOf = [Int32](repeating: 0, count: place.count)
      for (rank, old) in place.enumerated() { rankOf[old] = Int32(rank) }
      feasible.visit { ranking.ranks[$0] = rankOf[Int(ranking.ranks[$0])] }
      return .ranks(ranking)
    case .completion(let classes, let better):
      return .ranks(try complete(classes, better, &source, checkpoint))
    }
  }

  private func complete(
    _ classes: [[Int]], _ better: [[Int]], _ source: inout SplitMix64, _ checkpoint: Checkpoint
  ) throws -> PreferenceProfile.Ranking {
    var worse: [[Int]] = Array(repeating: [], count: classes.count)
    var left = better.map(\.count)
    for (state, list) in better.enumerated() {
      try checkpoint.ask()
      for other in list { worse[other].append(state) }
    }
    var open = classes.indices.filter { left[$0] == 0 }
    var ranks = [Int32](repeating: 0, count: feasible.count)
    var rank = Int32(classes.count)
    while !open.isEmpty {
      try checkpoint.ask()
      let pick = source.below(open.count)
      let chosen = open[pick]
      open.swapAt(pick, open.count - 1)
      open.removeLast()
      rank -= 1
      for slot in classes[chosen] { ranks[slot] = rank }
      for state in worse[chosen] {
        left[state] -= 1
        if left[state] == 0 { open.append(state) }
      }
    }
    return PreferenceProfile.Ranking(ranks: ranks, classes: classes.count)
  }

  /// Classes of equal states as slots, and for each the classes known to be better.
  private static func classes(
    _ table: PairTable, slots: [Int], _ checkpoint: Checkpoint
  ) throws -> (classes: [[Int]], better: [[Int]]) {
    var home = [Int](repeating: -1, count: slots.count)
    var classes: [[Int]] = []
    for start in slots.indices where home[start] < 0 {
      var pending = [start]
      home[start] = classes.count
      var members: [Int] = []
      while let state = pending.popLast() {
        try checkpoint.ask()
        members.append(slots[state])
        for other in slots.indices
        where home[other] < 0 && !table.unknown[state][other] && !table.better[state][other]
          && !table.worse[state][other]
        {
          home[other] = classes.count
          pending.append(other)
        }
      }
      classes.append(members)
    }
    var better = [Set<Int>](repeating: [], count: classes.count)
    for state in slots.indices {
      try checkpoint.ask()
      table.better[state].visit { better[home[state]].insert(home[$0]) }
    }
    return (classes, better.map { $0.sorted() })
  }
}
