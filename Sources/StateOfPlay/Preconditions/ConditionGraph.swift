/// Steps as numbered nodes and conditions as arcs, from what is held back to what it waits for.
///
/// Each arc belongs to a waiver, which removes all arcs of its own: one for a *before*, two for an
/// exchange. A deadlock is a circle with a *before* in it: it lies in a strongly connected part.
struct ConditionGraph: Sendable {
  struct Arc: Sendable {
    let from: Int
    let to: Int
    let waiver: Int
    let isBefore: Bool
    /// The way back of an exchange that only who asks for it has spoken of: the other's half waits
    /// for it in that trade, and may be given in another.
    var isReturn = false
  }

  let nodes: Int
  let waivers: Int
  let arcs: [Arc]
  /// Arcs by tail and by head: those of node `n` are at `first[n]..<first[n + 1]`.
  private let leaving: [Int]
  private let firstLeaving: [Int]
  private let arriving: [Int]
  private let firstArriving: [Int]

  init(nodes: Int, waivers: Int, arcs: [Arc]) {
    self.nodes = nodes
    self.waivers = waivers
    self.arcs = arcs
    (firstLeaving, leaving) = Self.sorted(arcs.map(\.from), into: nodes)
    (firstArriving, arriving) = Self.sorted(arcs.map(\.to), into: nodes)
  }

  private static func sorted(_ keys: [Int], into count: Int) -> ([Int], [Int]) {
    var first = [Int](repeating: 0, count: count + 1)
    for key in keys { first[key + 1] += 1 }
    for node in 0..<count { first[node + 1] += first[node] }
    var next = first
    var order = [Int](repeating: 0, count: keys.count)
    for (arc, key) in keys.enumerated() {
      order[next[key]] = arc
      next[key] += 1
    }
    return (first, order)
  }

  func arcs(from node: Int) -> ArraySlice<Int> {
    leaving[firstLeaving[node]..<firstLeaving[node + 1]]
  }

  func arcs(to node: Int) -> ArraySlice<Int> {
    arriving[firstArriving[node]..<firstArriving[node + 1]]
  }

  /// For each node the strongly connected part it is in; parts are numbered so that what waits has
  /// a higher number than what it waits for. Tarjan, "Depth-first search and linear graph
  /// algorithms" (1972), with a stack of its own.
  /// - Complexity: O(nodes + arcs).
  func parts(without removed: [Bool]) -> (of: [Int], count: Int) {
    var order = [Int](repeating: -1, count: nodes)
    var low = order
    var part = order
    var seen = 0
    var count = 0
    var open: [Int] = []
    var walk: [(node: Int, next: Int)] = []
    for start in 0..<nodes where order[start] < 0 {
      walk.append((start, firstLeaving[start]))
      order[start] = seen
      low[start] = seen
      seen += 1
      open.append(start)
      while let (node, next) = walk.last {
        if next < firstLeaving[node + 1] {
          walk[walk.count - 1].next += 1
          let arc = arcs[leaving[next]]
          if removed[arc.waiver] { continue }
          if order[arc.to] < 0 {
            order[arc.to] = seen
            low[arc.to] = seen
            seen += 1
            open.append(arc.to)
            walk.append((arc.to, firstLeaving[arc.to]))
          } else if part[arc.to] < 0 {
            low[node] = min(low[node], order[arc.to])
          }
          continue
        }
        walk.removeLast()
        if let above = walk.last?.node { low[above] = min(low[above], low[node]) }
        guard low[node] == order[node] else { continue }
        while let member = open.popLast() {
          part[member] = count
          if member == node { break }
        }
        count += 1
      }
    }
    return (part, count)
  }

  /// The nodes that lie in a circle.
  var circling: [Int] {
    let part = parts(without: [Bool](repeating: false, count: waivers)).of
    var isIn = [Bool](repeating: false, count: nodes)
    for arc in arcs where part[arc.from] == part[arc.to] {
      isIn[arc.from] = true
      isIn[arc.to] = true
    }
    return (0..<nodes).filter { isIn[$0] }
  }

  /// No circle with a *before* in it is left.
  func isOpen(without removed: [Bool]) -> Bool {
    let part = parts(without: removed).of
    return !arcs.contains { arc in
      arc.isBefore && !removed[arc.waiver] && part[arc.from] == part[arc.to]
    }
  }

  /// `start` waits for `end`, at once or through others; every step does for itself.
  func reaches(_ end: Int, from start: Int, without removed: [Bool]) -> Bool {
    if start == end { return true }
    var seen = [Bool](repeating: false, count: nodes)
    seen[start] = true
    var open = [start]
    while let node = open.popLast() {
      for number in arcs(from: node) {
        let arc = arcs[number]
        if removed[arc.waiver] || seen[arc.to] { continue }
        if arc.to == end { return true }
        seen[arc.to] = true
        open.append(arc.to)
      }
    }
    return false
  }
}
