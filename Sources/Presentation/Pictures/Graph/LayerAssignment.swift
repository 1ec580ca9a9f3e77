/// Which layer each vertex of a directed graph stands in, such that edges lead to later layers;
/// edges that would close a circle are turned round for it.
///
/// Circles are broken by the greedy order of Eades, Lin and Smyth, "A fast and effective heuristic
/// for the feedback arc set problem" (1993); layers are those of the longest path.
struct LayerAssignment {
  /// From 0, without holes.
  private(set) var layers: [Int]
  /// For each edge, whether it leads back.
  private(set) var isReversed: [Bool]

  /// `edges` join different vertices.
  init(count: Int, edges: [(from: Int, to: Int)]) {
    let order = Self.order(count: count, edges)
    var place = [Int](repeating: 0, count: count)
    for (position, vertex) in order.enumerated() { place[vertex] = position }
    isReversed = edges.map { place[$0.from] > place[$0.to] }
    layers = [Int](repeating: 0, count: count)
    var successors = [[Int]](repeating: [], count: count)
    var hasPredecessor = [Bool](repeating: false, count: count)
    for (position, edge) in edges.enumerated() {
      let (a, b) = isReversed[position] ? (edge.to, edge.from) : (edge.from, edge.to)
      successors[a].append(b)
      hasPredecessor[b] = true
    }
    for vertex in order {
      for next in successors[vertex] { layers[next] = max(layers[next], layers[vertex] + 1) }
    }
    // What nothing leads to stands just before what it leads to.
    for vertex in order.reversed() where !hasPredecessor[vertex] {
      if let nearest = successors[vertex].map({ layers[$0] }).min() { layers[vertex] = nearest - 1 }
    }
  }

  private static func order(count: Int, _ edges: [(from: Int, to: Int)]) -> [Int] {
    var out = [Int](repeating: 0, count: count)
    var into = [Int](repeating: 0, count: count)
    for edge in edges {
      out[edge.from] += 1
      into[edge.to] += 1
    }
    var left = Set(0..<count)
    var head: [Int] = []
    var tail: [Int] = []
    func remove(_ vertex: Int) {
      left.remove(vertex)
      for edge in edges {
        if edge.from == vertex { into[edge.to] -= 1 }
        if edge.to == vertex { out[edge.from] -= 1 }
      }
    }
    while !left.isEmpty {
      let candidates = left.sorted()
      if let sink = candidates.first(where: { out[$0] == 0 && into[$0] > 0 }) {
        tail.append(sink)
        remove(sink)
      } else if let source = candidates.first(where: { into[$0] == 0 }) {
        head.append(source)
        remove(source)
      } else if let next = candidates.max(by: { a, b in
        (out[a] - into[a], -a) < (out[b] - into[b], -b)
      }) {
        head.append(next)
        remove(next)
      }
    }
    return head + tail.reversed()
  }
}
