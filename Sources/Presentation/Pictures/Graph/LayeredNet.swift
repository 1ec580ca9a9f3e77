extension LayeredLayout {
  /// The graph with each edge as a chain of vertices, one in every layer it passes. Boxes stand in
  /// even layers; the first link of each chain carries the label, in an odd one.
  struct Net {
    struct Vertex {
      /// Across the layers.
      var middle = 0.0
      /// Along them: where the layer begins and ends.
      var start = 0.0
      var end = 0.0

      var middleAlong: Double { (start + end) / 2 }
    }

    private(set) var layers: [Int]
    private(set) var sizes: [Size]
    private(set) var links: [(from: Int, to: Int)] = []
    private(set) var weights: [Double] = []
    /// For each edge its vertices, from the earlier layer to the later.
    private(set) var chains: [[Int]] = []
    private(set) var vertices: [Vertex] = []

    init(
      _ assignment: LayerAssignment, _ boxes: [Size], _ edges: [(from: Int, to: Int)],
      _ labels: [Size]
    ) {
      layers = assignment.layers.map { $0 * 2 }
      sizes = boxes
      for (position, edge) in edges.enumerated() {
        let (a, b) =
          assignment.isReversed[position] ? (edge.to, edge.from) : (edge.from, edge.to)
        var chain = [a]
        for layer in (layers[a] + 1)..<layers[b] {
          chain.append(layers.count)
          layers.append(layer)
          sizes.append(layer == layers[a] + 1 ? labels[position] : Size(width: 4, height: 4))
        }
        chain.append(b)
        for (from, to) in zip(chain, chain.dropFirst()) {
          links.append((from, to))
          let inner = (from >= boxes.count ? 1 : 0) + (to >= boxes.count ? 1 : 0)
          weights.append(inner == 2 ? 24 : inner == 1 ? 2 : 1)
        }
        chains.append(chain)
      }
    }

    mutating func place(
      _ order: [[Int]], _ middles: [Double], depths: [Double], gap: Double
    ) {
      vertices = middles.map { Vertex(middle: $0) }
      var along = 0.0
      for (layer, members) in order.enumerated() {
        for vertex in members {
          vertices[vertex].start = along
          vertices[vertex].end = along + depths[layer]
        }
        along += depths[layer] + gap
      }
    }

    /// What the edge meets next after its first or last vertex.
    func neighbour(_ edge: Int, _ isStart: Bool) -> Int {
      let chain = chains[edge]
      return isStart ? chain[1] : chain[chain.count - 2]
    }
  }
}
