/// Finds shortest circles with a *before* in them. Keeps its working memory from call to call.
struct ShortestCircle {
  private let graph: ConditionGraph
  private var distance: [Int]
  private var cost: [Int]
  private var cameBy: [Int]
  private var stamp: [Int]
  private var now = 0
  private var queue: [Int] = []
  /// Arcs looked at so far.
  private(set) var work = 0

  init(_ graph: ConditionGraph) {
    self.graph = graph
    distance = [Int](repeating: 0, count: graph.nodes)
    cost = distance
    cameBy = distance
    stamp = [Int](repeating: -1, count: graph.nodes)
  }

  /// The arcs of a shortest circle in order, beginning with a *before*; nil where there is none. Of
  /// circles of one length the one of least `weights`, by arc, is found where these are given.
  /// - Complexity: O(nodes × arcs) at worst; short circles are found much sooner.
  mutating func find(without removed: [Bool], weights: [Int]? = nil) -> [Int]? {
    let part = graph.parts(without: removed).of
    work += graph.arcs.count
    var best: [Int]?
    var bestLength = Int.max
    var bestCost = Int.max
    for head in 0..<graph.nodes {
      var tails = false
      for number in graph.arcs(to: head) {
        let arc = graph.arcs[number]
        if arc.isBefore, !removed[arc.waiver], part[arc.from] == part[head] { tails = true }
      }
      guard tails else { continue }
      // Walk away from the head of a before; a tail met closes a circle.
      now += 1
      stamp[head] = now
      distance[head] = 0
      cost[head] = 0
      queue.removeAll(keepingCapacity: true)
      queue.append(head)
      var place = 0
      while place < queue.count {
        let node = queue[place]
        place += 1
        let length = distance[node] + 1
        if length > bestLength || (length == bestLength && weights == nil) { break }
        for number in graph.arcs(from: node) {
          work += 1
          let arc = graph.arcs[number]
          if removed[arc.waiver] || part[arc.to] != part[head] { continue }
          let weight = cost[node] + (weights?[number] ?? 0)
          if arc.to == head { continue }
          if stamp[arc.to] != now {
            stamp[arc.to] = now
            distance[arc.to] = length
            cost[arc.to] = weight
            cameBy[arc.to] = number
            queue.append(arc.to)
          } else if distance[arc.to] == length, weight < cost[arc.to] {
            cost[arc.to] = weight
            cameBy[arc.to] = number
          }
        }
        for number in graph.arcs(from: node) {
          let arc = graph.arcs[number]
          guard arc.to == head, arc.isBefore, !removed[arc.waiver] else { continue }
          let sum = cost[node] + (weights?[number] ?? 0)
          guard length < bestLength || (length == bestLength && sum < bestCost) else { continue }
          bestLength = length
          bestCost = sum
          best = [number] + path(from: head, to: node)
        }
      }
      if bestLength == 1, bestCost == 0 || weights == nil { break }
    }
    return best
  }

  private func path(from head: Int, to end: Int) -> [Int] {
    var path: [Int] = []
    var node = end
    while node != head {
      path.append(cameBy[node])
      node = graph.arcs[cameBy[node]].from
    }
    return path.reversed()
  }
}
