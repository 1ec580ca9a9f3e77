internal import Foundations

/// A monotone condition: for every improvement, one of its alternatives must lie at or below the
/// wanted state as a whole.
struct Conditions {
  /// Per possible improvement, the sets of slots of which one must lie at or below.
  private(set) var clauses: [[[Int]]] = []

  /// What stability of the slot `wanted` for `maker` requires.
  init(
    _ analysis: Analysis, _ kind: Concept.Sequential, maker: Int, wanted: Int,
    checkpoint: Checkpoint
  ) throws {
    let conflict = analysis.conflict
    let comparison = Comparison(analysis)
    let others = conflict.decisionMakers.indices.filter { $0 != maker }
    let improving = kind == .seq || kind == .sseq
    var targets: [Int] = []
    var steps = CheckedSteps(checkpoint)
    try conflict.forEachMove(of: maker, from: wanted) {
      try steps.next()
      targets.append($0)
      return true
    }
    for (done, target) in targets.sorted().enumerated() {
      try checkpoint.report(done, of: targets.count)
      var alternatives: Set<[Int]> = [[target]]
      if kind != .nash {
        var tree = WalkTree(conflict)
        _ = try tree.search(
          from: target, movers: others, checkpoint: checkpoint,
          allowed: { !improving || comparison.mayImprove($0, $1, to: $2) })
        for reply in Set(tree.found.map(\.slot)) {
          try checkpoint.ask()
          var needed: Set<Int> = [reply]
          if kind == .smr || kind == .sseq {
            try conflict.forEachMove(of: maker, from: reply) {
              try steps.next()
              needed.insert($0)
              return true
            }
          }
          needed.remove(wanted)
          alternatives.insert(needed.sorted())
        }
      }
      clauses.append(try Self.minimal(alternatives, checkpoint))
    }
  }

  /// The sets that contain no other, by size and then by members.
  static func minimal(_ sets: Set<[Int]>, _ checkpoint: Checkpoint) throws -> [[Int]] {
    if sets.contains([]) { return [[]] }
    var steps = CheckedSteps(checkpoint)
    let sorted = try sets.sorted(checkpoint) { ($0.count, $0) < ($1.count, $1) }
    // A kept set can lie within another only if its first member does.
    var kept: [Int: [[Int]]] = [:]
    var result: [[Int]] = []
    for set in sorted {
      let members = Set(set)
      try checkpoint.ask()
      let redundant = try set.contains { first in
        try (kept[first] ?? []).contains {
          try steps.next()
          return $0.allSatisfy(members.contains)
        }
      }
      if !redundant, let first = set.first {
        kept[first, default: []].append(set)
        result.append(set)
      }
    }
    return result
  }

  /// Whether the states for which `isLow` holds are enough.
  func hold(_ isLow: (Int) -> Bool) -> Bool {
    clauses.allSatisfy { $0.contains { $0.allSatisfy(isLow) } }
  }

  /// The minimal sets that satisfy every clause when the slots in `free` need nothing; at most
  /// `limit`, and whether that is all of them.
  func minimalSets(
    free: Set<Int> = [], limit: Int, _ checkpoint: Checkpoint
  ) throws -> (sets: [[Int]], complete: Bool) {
    var sets: [[Int]] = [[]]
    var complete = true
    let reduced = try clauses.map { clause in
      try Self.minimal(Set(clause.map { $0.filter { !free.contains($0) } }), checkpoint)
    }
    for clause in reduced.sorted(by: { $0.count < $1.count }) {
      if clause.count > limit { complete = false }
      let clause = clause.prefix(limit)
      var next: Set<[Int]> = []
      for set in sets {
        let members = Set(set)
        for alternative in clause {
          try checkpoint.ask()
          next.insert(members.union(alternative).sorted())
        }
      }
      sets = try Self.minimal(next, checkpoint)
      if sets.count > limit {
        sets = Array(sets.prefix(limit))
        complete = false
      }
    }
    return (sets, complete)
  }

  /// The lowest rank at or below which all that is needed lies; -1 if nothing is.
  func leastRank(_ ranks: [Int32]) -> Int32 {
    clauses.map { clause in
      clause.map { $0.map { ranks[$0] }.max() ?? -1 }.min() ?? -1
    }.max() ?? -1
  }

  /// The share of strict rankings that satisfy the condition: over all sets A of the k slots that
  /// matter, those with exactly A below the wanted state are |A|! (k−|A|)! out of (k+1)!.
  ///
  /// - Complexity: 2^k; nil for k above 18.
  func count(states: Int, _ checkpoint: Checkpoint) throws -> Requirement.Count? {
    let relevant = Set(clauses.joined().joined()).sorted()
    let k = relevant.count
    guard k <= 18 else { return nil }
    let place = Dictionary(uniqueKeysWithValues: relevant.enumerated().map { ($1, $0) })
    let masks = clauses.map { clause in
      clause.map { set in set.reduce(0) { $0 | 1 << (place[$1] ?? 0) } }
    }
    let factorial = (0...20).reduce(into: [UInt64]()) {
      $0.append($1 == 0 ? 1 : $0[$1 - 1] * UInt64($1))
    }
    var favourable: UInt64 = 0
    for low in 0..<(1 << k) {
      if low & 0xF == 0 { try checkpoint.ask() }
      guard masks.allSatisfy({ $0.contains { $0 & ~low == 0 } }) else { continue }
      favourable += factorial[low.nonzeroBitCount] * factorial[k - low.nonzeroBitCount]
    }
    let total = factorial[k + 1]
    return Requirement.Count(
      favourable: favourable, total: total,
      rankings: states <= 20 ? factorial[states] / total * favourable : nil)
  }
}

func < (left: (Int, [Int]), right: (Int, [Int])) -> Bool {
  left.0 != right.0 ? left.0 < right.0 : left.1.lexicographicallyPrecedes(right.1)
}
