/// Where vertices stand along their layers: as near to their neighbours as their order and sizes
/// allow.
///
/// Each layer in turn is placed by least squares with the distances as constraints, which is
/// isotonic regression (pool adjacent violators); sweeps go down and up.
enum LayerCoordinates {
  /// Middles of vertices. `weights[e]` pulls the ends of an edge together.
  static func middles(
    _ layers: [[Int]], sizes: [Double], edges: [(from: Int, to: Int)], weights: [Double],
    gap: Double
  ) -> [Double] {
    var above = [[(vertex: Int, weight: Double)]](repeating: [], count: sizes.count)
    var below = above
    for (position, edge) in edges.enumerated() {
      below[edge.from].append((edge.to, weights[position]))
      above[edge.to].append((edge.from, weights[position]))
    }
    var middles = [Double](repeating: 0, count: sizes.count)
    for layer in layers {
      var edge = 0.0
      for vertex in layer {
        middles[vertex] = edge + sizes[vertex] / 2
        edge += sizes[vertex] + gap
      }
    }
    func place(_ layer: [Int], _ neighbours: [[[(vertex: Int, weight: Double)]]]) {
      var wished: [Double] = []
      var pulls: [Double] = []
      for vertex in layer {
        let near = neighbours.flatMap { $0[vertex] }
        let pull = near.map(\.weight).reduce(0, +)
        wished.append(
          pull > 0
            ? near.map { middles[$0.vertex] * $0.weight }.reduce(0, +) / pull : middles[vertex])
        pulls.append(pull > 0 ? pull : 0.05)
      }
      let sizes = layer.map { sizes[$0] }
      for (vertex, middle) in zip(layer, fitted(wished, pulls, sizes: sizes, gap: gap)) {
        middles[vertex] = middle
      }
    }
    for _ in 0..<12 {
      for layer in layers.dropFirst() { place(layer, [above]) }
      for layer in layers.dropLast().reversed() { place(layer, [below]) }
    }
    for _ in 0..<6 { for layer in layers { place(layer, [above, below]) } }
    return middles
  }

  /// The places nearest to `wished` that keep the order and `gap` between.
  static func fitted(
    _ wished: [Double], _ weights: [Double], sizes: [Double], gap: Double
  ) -> [Double] {
    var offsets: [Double] = []
    for index in wished.indices {
      offsets.append(
        index == 0 ? 0 : offsets[index - 1] + (sizes[index - 1] + sizes[index]) / 2 + gap)
    }
    var pools: [(value: Double, weight: Double, count: Int)] = []
    for index in wished.indices {
      pools.append((wished[index] - offsets[index], weights[index], 1))
      while pools.count > 1, pools[pools.count - 2].value > pools[pools.count - 1].value {
        let (b, a) = (pools.removeLast(), pools.removeLast())
        let weight = a.weight + b.weight
        pools.append(
          ((a.value * a.weight + b.value * b.weight) / weight, weight, a.count + b.count))
      }
    }
    let values = pools.flatMap { Array(repeating: $0.value, count: $0.count) }
    return zip(values, offsets).map { $0 + $1 }
  }
}
