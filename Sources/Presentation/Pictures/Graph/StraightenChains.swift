extension LayerCoordinates {
  /// Long edges made straight where their neighbours leave room: of each chain's inner vertices,
  /// runs that have a place in common are put there.
  static func straighten(
    _ middles: inout [Double], _ layers: [[Int]], sizes: [Double], chains: [[Int]], gap: Double
  ) {
    var before = [Int?](repeating: nil, count: sizes.count)
    var after = before
    for layer in layers {
      for (a, b) in zip(layer, layer.dropFirst()) { (after[a], before[b]) = (b, a) }
    }
    /// Where the vertex may stand without touching its neighbours.
    func room(_ vertex: Int) -> (low: Double, high: Double) {
      let low = before[vertex].map { middles[$0] + (sizes[$0] + sizes[vertex]) / 2 + gap }
      let high = after[vertex].map { middles[$0] - (sizes[$0] + sizes[vertex]) / 2 - gap }
      return (low ?? -.infinity, high ?? .infinity)
    }
    for chain in chains where chain.count > 3 {
      var run: [Int] = []
      var common = (low: -Double.infinity, high: Double.infinity)
      func settle() {
        guard run.count > 1 else { return }
        let mean = run.map { middles[$0] }.reduce(0, +) / Double(run.count)
        let place = min(max(mean, common.low), common.high)
        for vertex in run { middles[vertex] = place }
      }
      for vertex in chain.dropFirst().dropLast() {
        let own = room(vertex)
        let both = (low: max(common.low, own.low), high: min(common.high, own.high))
        if both.low <= both.high {
          run.append(vertex)
          common = both
        } else {
          settle()
          (run, common) = ([vertex], own)
        }
      }
      settle()
    }
  }
}
