import Foundations
import Testing

@testable import Presentation

@Suite struct LayerTests {
  static func edges(seed: Int, count: Int) -> [(from: Int, to: Int)] {
    var random = SplitMix64(seed: UInt64(seed))
    return (0..<random.int(1...(count * 2))).compactMap { _ in
      let (a, b) = (random.int(0...(count - 1)), random.int(0...(count - 1)))
      return a == b ? nil : (a, b)
    }
  }

  @Test(arguments: 0..<100)
  func edgesLeadToLaterLayers(_ seed: Int) {
    let count = 2 + seed % 30
    let edges = Self.edges(seed: seed, count: count)
    let assignment = LayerAssignment(count: count, edges: edges)
    for (edge, isReversed) in zip(edges, assignment.isReversed) {
      let (a, b) = isReversed ? (edge.to, edge.from) : (edge.from, edge.to)
      #expect(assignment.layers[a] < assignment.layers[b])
    }
    #expect(assignment.layers.min() == 0)
  }

  @Test func onlyWhatClosesACircleIsReversed() {
    let chain = LayerAssignment(count: 4, edges: [(0, 1), (1, 2), (2, 3), (0, 3)])
    #expect(chain.isReversed == [false, false, false, false])
    #expect(chain.layers == [0, 1, 2, 3])
    let circle = LayerAssignment(count: 3, edges: [(0, 1), (1, 2), (2, 0)])
    #expect(circle.isReversed.count { $0 } == 1)
  }

  @Test func crossingsThatNeedNotBeAreRemoved() {
    // Two rows of four, joined the wrong way round.
    let edges = (0..<4).map { (from: $0, to: 7 - $0) }
    let order = CrossingReduction(layerOf: [0, 0, 0, 0, 1, 1, 1, 1], edges: edges)
    #expect(order.crossings() == 0)
  }

  @Test(arguments: 0..<100)
  func fittedPlacesKeepTheirDistance(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let count = random.int(1...20)
    let wished = (0..<count).map { _ in Double(random.int(0...400)) }
    let weights = (0..<count).map { _ in Double(random.int(1...5)) }
    let sizes = (0..<count).map { _ in Double(random.int(2...60)) }
    let places = LayerCoordinates.fitted(wished, weights, sizes: sizes, gap: 7)
    for index in 1..<max(1, count) where count > 1 {
      let least = (sizes[index - 1] + sizes[index]) / 2 + 7
      #expect(places[index] - places[index - 1] >= least - 1e-6)
    }
    // What fits as wished stays as wished.
    let apart = (0..<count).map { Double($0) * 100 }
    let kept = LayerCoordinates.fitted(apart, weights, sizes: sizes, gap: 7)
    for (a, b) in zip(apart, kept) { #expect(abs(a - b) < 1e-6) }
  }
}
