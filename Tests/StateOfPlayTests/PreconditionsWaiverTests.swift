import Foundation
import Foundations
import Testing

@testable import StateOfPlay

/// The search for waivers against a twin that tries every subset.
@Suite struct PreconditionsWaiverTests {
  /// One arc and, in exchange, its reverse, for each waiver; sometimes two arcs of one *before*.
  static func graph(_ dice: inout SplitMix64, nodes: Int, waivers: Int) -> ConditionGraph {
    var arcs: [ConditionGraph.Arc] = []
    for waiver in 0..<waivers {
      let (from, to) = (dice.below(nodes), dice.below(nodes))
      let isBefore = dice.below(3) > 0
      arcs.append(.init(from: from, to: to, waiver: waiver, isBefore: isBefore))
      if !isBefore {
        arcs.append(.init(from: to, to: from, waiver: waiver, isBefore: false))
      } else if dice.below(6) == 0 {
        arcs.append(.init(from: dice.below(nodes), to: to, waiver: waiver, isBefore: true))
      }
    }
    return ConditionGraph(nodes: nodes, waivers: waivers, arcs: arcs)
  }

  /// A *before* from whose head its tail can be reached, by repeated union over pairs.
  static func isOpenByTwin(_ graph: ConditionGraph, _ removed: Int) -> Bool {
    let live = graph.arcs.filter { removed & (1 << $0.waiver) == 0 }
    var reach = (0..<graph.nodes).map { 1 << $0 }
    var grew = true
    while grew {
      grew = false
      for arc in live where reach[arc.from] | reach[arc.to] != reach[arc.from] {
        reach[arc.from] |= reach[arc.to]
        grew = true
      }
    }
    return !live.contains { $0.isBefore && reach[$0.to] & (1 << $0.from) != 0 }
  }

  static func minimalByTwin(_ graph: ConditionGraph) -> [[Int]] {
    let opens = (0..<(1 << graph.waivers)).map { isOpenByTwin(graph, $0) }
    return opens.indices.filter { set in
      opens[set]
        && !(0..<graph.waivers).contains { set & (1 << $0) != 0 && opens[set & ~(1 << $0)] }
    }.map { set in (0..<graph.waivers).filter { set & (1 << $0) != 0 } }
  }

  @Test func everyMinimalSetIsFoundAndTheSmallestAreFirst() throws {
    var deadlocks = 0
    for seed in 0..<3000 {
      var dice = SplitMix64(seed: UInt64(seed))
      let nodes = 2 + dice.below(6)
      let graph = Self.graph(&dice, nodes: nodes, waivers: 1 + dice.below(10))
      let parties = (0..<graph.waivers).map { _ in dice.below(3) }
      let expected = Self.minimalByTwin(graph)
      let none = [Bool](repeating: false, count: graph.waivers)
      #expect(graph.isOpen(without: none) == (expected == [[]]), "seed \(seed)")
      if expected == [[]] { continue }
      deadlocks += 1
      var search = WaiverSearch(graph, parties: parties, limits: .init())
      let result = try search.run()
      let order = expected.sorted { a, b in
        let key = { (set: [Int]) in (set.count, Set(set.map { parties[$0] }).count) }
        if key(a) != key(b) { return key(a) < key(b) }
        return a.lexicographicallyPrecedes(b)
      }
      #expect(result.sets == order, "seed \(seed)")
      #expect(result.smallest == order.count { $0.count == order[0].count }, "seed \(seed)")
      #expect(result.isProven && result.hasAllSmallest && result.isComplete, "seed \(seed)")
    }
    #expect(deadlocks > 1000)
  }

  @Test func theGuessOpensIsMinimalAndIsProvenOnlyWhereTrue() throws {
    for seed in 0..<2000 {
      var dice = SplitMix64(seed: UInt64(seed) &+ 1 << 32)
      let graph = Self.graph(&dice, nodes: 2 + dice.below(6), waivers: 1 + dice.below(10))
      let expected = Self.minimalByTwin(graph)
      if expected == [[]] { continue }
      let guess = WaiverGuess(graph, parties: (0..<graph.waivers).map { $0 % 2 }).smallest()
      #expect(expected.contains(guess), "seed \(seed)")
      var limits = PreconditionsView.Limits()
      (limits.exactWaivers, limits.work) = (0, dice.below(2000))
      var search = WaiverSearch(
        graph, parties: [Int](repeating: 0, count: graph.waivers), limits: limits)
      let result = try search.run()
      let smallest = expected.map(\.count).min() ?? 0
      for set in result.sets { #expect(expected.contains(set), "seed \(seed)") }
      if result.isProven { #expect(result.sets[0].count == smallest, "seed \(seed)") }
      if result.hasAllSmallest {
        #expect(
          Set(result.sets.prefix(result.smallest))
            == Set(expected.filter { $0.count == smallest }), "seed \(seed)")
      }
      if result.isComplete { #expect(Set(result.sets) == Set(expected), "seed \(seed)") }
    }
  }

  @Test func theCircleShownIsAShortest() {
    for seed in 0..<2000 {
      var dice = SplitMix64(seed: UInt64(seed) &+ 1 << 33)
      let graph = Self.graph(&dice, nodes: 2 + dice.below(6), waivers: 1 + dice.below(10))
      let none = [Bool](repeating: false, count: graph.waivers)
      let weights = graph.arcs.map { _ in dice.below(2) }
      var circles = ShortestCircle(graph)
      let found = circles.find(without: none, weights: weights)
      let expected = Self.shortestByTwin(graph, weights)
      #expect(found?.count == expected?.length, "seed \(seed)")
      guard let found else { continue }
      #expect(found.map { weights[$0] }.reduce(0, +) == expected?.weight, "seed \(seed)")
      #expect(found.contains { graph.arcs[$0].isBefore }, "seed \(seed)")
      for (place, arc) in found.enumerated() {
        let next = found[(place + 1) % found.count]
        #expect(graph.arcs[arc].to == graph.arcs[next].from, "seed \(seed)")
      }
      #expect(circles.find(without: none)?.count == found.count, "seed \(seed)")
    }
  }

  /// Least length, then weight, of a walk from each head of a *before* back to its tail.
  static func shortestByTwin(
    _ graph: ConditionGraph, _ weights: [Int]
  ) -> (length: Int, weight: Int)? {
    let far = 1_000_000
    // Length and weight in one number.
    var cost = [[Int]](
      repeating: [Int](repeating: far, count: graph.nodes), count: graph.nodes)
    for node in 0..<graph.nodes { cost[node][node] = 0 }
    for (arc, weight) in zip(graph.arcs, weights) {
      cost[arc.from][arc.to] = min(cost[arc.from][arc.to], 1000 + weight)
    }
    for via in 0..<graph.nodes {
      for from in 0..<graph.nodes {
        for to in 0..<graph.nodes {
          cost[from][to] = min(cost[from][to], cost[from][via] + cost[via][to])
        }
      }
    }
    let sums = zip(graph.arcs, weights).filter { $0.0.isBefore }
      .map { cost[$0.0.to][$0.0.from] + 1000 + $0.1 }
    guard let least = sums.min(), least < far else { return nil }
    return (least / 1000, least % 1000)
  }
}
