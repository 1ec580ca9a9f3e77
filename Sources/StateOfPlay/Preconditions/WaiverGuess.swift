/// A small set of waivers that opens a large deadlock, found quickly and without proof.
///
/// Puts the steps in an order with few arcs against it (Eades, Lin and Smyth, "A fast and effective
/// heuristic for the feedback arc set problem", 1993), waives those, and takes back each waiver that
/// turns out not to be needed. Tries once with every arc, and once with the steps of each exchange
/// as one.
struct WaiverGuess {
  private let graph: ConditionGraph
  private let parties: [Int]

  init(_ graph: ConditionGraph, parties: [Int]) {
    self.graph = graph
    self.parties = parties
  }

  /// Minimal, and the smaller of the two tries.
  func smallest() -> [Int] {
    let tries = [false, true].map { needed(among: against(order(merging: $0))) }
    return tries.min { a, b in
      let key = { (set: [Int]) in (set.count, Set(set.map { parties[$0] }).count) }
      return key(a) < key(b)
    } ?? []
  }

  /// For each node its place; nodes merged share one.
  private func order(merging: Bool) -> [Int] {
    var group = Array(0..<graph.nodes)
    if merging {
      // Exchanges alone, so that every *before* counts as removed.
      var isBefore = [Bool](repeating: false, count: graph.waivers)
      for arc in graph.arcs where arc.isBefore { isBefore[arc.waiver] = true }
      group = graph.parts(without: isBefore).of
    }
    let count = (group.max() ?? -1) + 1
    var ahead = [[Int]](repeating: [], count: count)
    var behind = ahead
    for arc in graph.arcs where group[arc.from] != group[arc.to] {
      ahead[group[arc.from]].append(group[arc.to])
      behind[group[arc.to]].append(group[arc.from])
    }
    var out = ahead.map(\.count)
    var into = behind.map(\.count)
    var isLeft = [Bool](repeating: true, count: count)
    var place = [Int](repeating: 0, count: count)
    var (first, last) = (0, count - 1)
    func take(_ node: Int) {
      isLeft[node] = false
      for other in ahead[node] where isLeft[other] { into[other] -= 1 }
      for other in behind[node] where isLeft[other] { out[other] -= 1 }
    }
    while first <= last {
      var best: Int?
      var isSink = false
      for node in 0..<count where isLeft[node] {
        if out[node] == 0 {
          (best, isSink) = (node, true)
          break
        }
        if into[node] == 0 {
          best = node
          break
        }
        if let other = best, out[node] - into[node] <= out[other] - into[other] { continue }
        best = node
      }
      guard let best else { break }
      if isSink {
        place[best] = last
        last -= 1
      } else {
        place[best] = first
        first += 1
      }
      take(best)
    }
    return group.map { place[$0] }
  }

  /// The waivers of arcs that run against the order; of those within one place only a *before*.
  private func against(_ place: [Int]) -> [Int] {
    var waived = [Bool](repeating: false, count: graph.waivers)
    for arc in graph.arcs {
      if place[arc.from] > place[arc.to] || (place[arc.from] == place[arc.to] && arc.isBefore) {
        waived[arc.waiver] = true
      }
    }
    return waived.indices.filter { waived[$0] }
  }

  /// Without those that need not be given: exchanges are taken back first.
  ///
  /// What stands is kept numbered by its parts, so that what waits has the higher number: a circle
  /// would lead from a lower number up to a higher one, and is sought between the two alone. A waiver
  /// taken back changes the numbers only where it runs against them.
  /// - Complexity: O(waivers × what lies between) and O(arcs) for each of at most `nodes` numberings
  ///   after an exchange, and one after each *before* that is taken back against the numbers.
  private func needed(among waivers: [Int]) -> [Int] {
    var removed = [Bool](repeating: false, count: graph.waivers)
    for waiver in waivers { removed[waiver] = true }
    var own = [[ConditionGraph.Arc]](repeating: [], count: graph.waivers)
    for arc in graph.arcs where removed[arc.waiver] { own[arc.waiver].append(arc) }
    let isExchange = { (waiver: Int) in own[waiver].contains { !$0.isBefore } }
    var part = graph.parts(without: removed).of
    var search = UpwardSearch(graph)
    for waiver in waivers.filter(isExchange) + waivers.filter({ !isExchange($0) }) {
      // Both arcs of an exchange lie in one part, or neither.
      let against = own[waiver].filter { arc in
        arc.isBefore ? part[arc.from] <= part[arc.to] : part[arc.from] < part[arc.to]
      }
      let closes = against.contains { arc in
        part[arc.from] == part[arc.to]
          || search.leads(from: arc.to, to: arc.from, part, without: removed)
      }
      if closes { continue }
      removed[waiver] = false
      if !against.isEmpty { part = graph.parts(without: removed).of }
    }
    return waivers.filter { removed[$0] }
  }
}

/// Whether one step waits for another, where what waits has the higher number. Keeps its working
/// memory from call to call.
private struct UpwardSearch {
  private let graph: ConditionGraph
  private var stamp: [Int]
  private var now = 0
  private var open: [Int] = []

  init(_ graph: ConditionGraph) {
    self.graph = graph
    stamp = [Int](repeating: 0, count: graph.nodes)
  }

  /// Goes no lower than the number of `end`.
  mutating func leads(from start: Int, to end: Int, _ part: [Int], without removed: [Bool]) -> Bool
  {
    if part[start] < part[end] { return false }
    now += 1
    stamp[start] = now
    open.removeAll(keepingCapacity: true)
    open.append(start)
    while let node = open.popLast() {
      for number in graph.arcs(from: node) {
        let arc = graph.arcs[number]
        if arc.to == end, !removed[arc.waiver] { return true }
        if stamp[arc.to] == now || part[arc.to] < part[end] || removed[arc.waiver] { continue }
        stamp[arc.to] = now
        open.append(arc.to)
      }
    }
    return false
  }
}
