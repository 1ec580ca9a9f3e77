/// The order of vertices within layers, with few crossings of the edges between neighbouring ones.
///
/// Sweeps by barycentre (Sugiyama, Tagawa and Toda, 1981), then exchanges of neighbours while that
/// helps; the best order seen is kept.
struct CrossingReduction {
  /// Vertices of each layer, in order.
  private(set) var layers: [[Int]]
  private let above: [[Int]]
  private let below: [[Int]]
  private var place: [Int]

  /// `edges` join a vertex to one in the next layer.
  init(layerOf: [Int], edges: [(from: Int, to: Int)]) {
    var above = [[Int]](repeating: [], count: layerOf.count)
    var below = above
    for edge in edges {
      below[edge.from].append(edge.to)
      above[edge.to].append(edge.from)
    }
    self.above = above
    self.below = below
    layers = [[Int]](repeating: [], count: (layerOf.max() ?? -1) + 1)
    place = [Int](repeating: 0, count: layerOf.count)
    for vertex in layerOf.indices { layers[layerOf[vertex]].append(vertex) }
    notePlaces()
    reduce()
  }

  /// Comparisons of edges that one drawing may take: a fraction of a second.
  private static let mostWork = 20_000_000

  private mutating func reduce() {
    let pass = layers.reduce(1) { $0 + $1.count * $1.count }
    // A graph with too many long edges keeps the order in which it was given.
    guard pass <= Self.mostWork else { return }
    var best = layers
    var fewest = crossings()
    for sweep in 0..<min(16, Self.mostWork / pass) where fewest > 0 {
      let order = sweep.isMultiple(of: 2) ? Array(layers.indices) : layers.indices.reversed()
      for layer in order {
        sortByBarycentre(layer, from: sweep.isMultiple(of: 2) ? above : below)
      }
      exchange()
      let count = crossings()
      if count < fewest { (best, fewest) = (layers, count) }
    }
    layers = best
    notePlaces()
  }

  private mutating func notePlaces() {
    for layer in layers {
      for (position, vertex) in layer.enumerated() { place[vertex] = position }
    }
  }

  private mutating func sortByBarycentre(_ layer: Int, from neighbours: [[Int]]) {
    let keyed = layers[layer].map { vertex -> (Double, Int) in
      let near = neighbours[vertex]
      guard !near.isEmpty else { return (Double(place[vertex]), vertex) }
      return (Double(near.map { place[$0] }.reduce(0, +)) / Double(near.count), vertex)
    }
    layers[layer] = keyed.sorted { a, b in
      (a.0, place[a.1]) < (b.0, place[b.1])
    }.map(\.1)
    for (position, vertex) in layers[layer].enumerated() { place[vertex] = position }
  }

  private mutating func exchange() {
    for layer in layers.indices {
      var improved = true
      var rounds = 0
      while improved, rounds < 8 {
        improved = false
        rounds += 1
        for position in layers[layer].indices.dropLast() {
          let (a, b) = (layers[layer][position], layers[layer][position + 1])
          let now = inversions(above[a], above[b]) + inversions(below[a], below[b])
          let then = inversions(above[b], above[a]) + inversions(below[b], below[a])
          guard then < now else { continue }
          layers[layer].swapAt(position, position + 1)
          (place[a], place[b]) = (position + 1, position)
          improved = true
        }
      }
    }
  }

  /// Crossings between edges to `first` and edges to `second`, `first` standing before it.
  private func inversions(_ first: [Int], _ second: [Int]) -> Int {
    var count = 0
    for a in first { for b in second where place[a] > place[b] { count += 1 } }
    return count
  }

  func crossings() -> Int {
    var count = 0
    for layer in layers {
      for (position, a) in layer.enumerated() {
        for b in layer[(position + 1)...] { count += inversions(below[a], below[b]) }
      }
    }
    return count
  }
}
