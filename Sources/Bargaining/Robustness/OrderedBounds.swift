internal import Foundations

/// The largest value of a weighted sum of numbers that have ranges and an order among them: a
/// linear program, solved exactly.
///
/// The numbers at or above a level form a set that holds with each number all greater ones. Between
/// two neighbouring ends of ranges the best such set is a maximum closure (Picard 1976,
/// doi:10.1287/mnsc.22.11.1268); it only shrinks as the level rises, so the best sets of all levels
/// fit together, and the optimum is the sum over levels of set value times level height.
struct OrderedBounds {
  let low: [ExactValue]
  let high: [ExactValue]
  /// Positions: the first number is at least the second.
  let orderings: [(greater: Int, lesser: Int)]

  /// max Σ coefficient × number. The ranges are not empty and fit the orderings.
  ///
  /// - Complexity: one maximum flow per end of a range.
  func maximum(
    of coefficients: [ExactValue], _ checkpoint: Checkpoint = Checkpoint()
  ) throws -> ExactValue {
    let levels = Set(low + high).sorted()
    guard let floor = levels.first else { return .zero }
    var total = coefficients.reduce(.zero, +) * floor
    for (below, above) in zip(levels, levels.dropFirst()) {
      let isIn = low.map { $0 >= above }
      let isOut = high.map { $0 <= below }
      total =
        try total + (above - below)
        * closureValue(coefficients, isIn: isIn, isOut: isOut, checkpoint)
    }
    return total
  }

  /// The largest sum over a set that holds all of `isIn`, none of `isOut`, and with each number all
  /// that are at least it.
  private func closureValue(
    _ coefficients: [ExactValue], isIn: [Bool], isOut: [Bool], _ checkpoint: Checkpoint
  ) throws -> ExactValue {
    try checkpoint.ask()
    let count = coefficients.count
    var forced = ExactValue.zero
    for index in 0..<count where isIn[index] { forced = forced + coefficients[index] }
    let free = (0..<count).filter { !isIn[$0] && !isOut[$0] }
    if free.isEmpty { return forced }
    // Free numbers never have an `isOut` number above them or an `isIn` number below, because the
    // orderings have narrowed the ranges.
    var place: [Int: Int] = [:]
    for (position, index) in free.enumerated() { place[index] = position }
    let source = free.count
    let sink = free.count + 1
    var network = FlowNetwork(nodes: free.count + 2)
    var gain = ExactValue.zero
    var bound = ExactValue.one
    for index in free {
      let value = coefficients[index]
      bound = bound + (value < .zero ? -value : value)
    }
    for (position, index) in free.enumerated() {
      let value = coefficients[index]
      if value > .zero {
        gain = gain + value
        network.add(from: source, to: position, capacity: value)
      } else if value < .zero {
        network.add(from: position, to: sink, capacity: -value)
      }
    }
    for ordering in orderings {
      if let greater = place[ordering.greater], let lesser = place[ordering.lesser] {
        network.add(from: lesser, to: greater, capacity: bound)
      }
    }
    return try forced + gain - network.maximumFlow(from: source, to: sink, checkpoint)
  }
}

/// Maximum flow by shortest augmenting paths (Edmonds & Karp 1972, doi:10.1145/321694.321699), with
/// exact capacities.
struct FlowNetwork {
  private var capacity: [[ExactValue]]

  init(nodes: Int) {
    capacity = Array(repeating: Array(repeating: .zero, count: nodes), count: nodes)
  }

  mutating func add(from: Int, to: Int, capacity amount: ExactValue) {
    capacity[from][to] = capacity[from][to] + amount
  }

  mutating func maximumFlow(
    from source: Int, to sink: Int, _ checkpoint: Checkpoint = Checkpoint()
  ) throws -> ExactValue {
    var flow = ExactValue.zero
    while let path = shortestPath(from: source, to: sink) {
      try checkpoint.ask()
      let steps = zip(path, path.dropFirst())
      let amount = steps.map { capacity[$0][$1] }.min() ?? .zero
      for (from, to) in steps {
        capacity[from][to] = capacity[from][to] - amount
        capacity[to][from] = capacity[to][from] + amount
      }
      flow = flow + amount
    }
    return flow
  }

  private func shortestPath(from source: Int, to sink: Int) -> [Int]? {
    var cameFrom = Array(repeating: -1, count: capacity.count)
    cameFrom[source] = source
    var queue = [source]
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      for other in capacity.indices where cameFrom[other] < 0 && capacity[node][other] > .zero {
        cameFrom[other] = node
        if other == sink {
          var path = [sink]
          while let last = path.last, last != source { path.append(cameFrom[last]) }
          return path.reversed()
        }
        queue.append(other)
      }
    }
    return nil
  }
}
