public import Foundations

extension Analysis {
  /// The shortest legal paths from one state to all others.
  public struct StatusQuo: Sendable {
    /// The state from which others are reached.
    public let start: Conflict.State
    private let conflict: Conflict
    /// Per slot and mover, the slot and mover before (as slot · movers + mover); -1 unreached, -2 at
    /// the start.
    private let before: [Int32]
    private let distances: [Int32]

    fileprivate init(
      start: Conflict.State, conflict: Conflict, before: [Int32], distances: [Int32]
    ) {
      self.start = start
      self.conflict = conflict
      self.before = before
      self.distances = distances
    }

    /// The moves needed, 0 for the start; nil if no legal path leads there.
    public func distance(to state: Conflict.State) throws -> Int? {
      let slot = try conflict.slot(of: state)
      return distances[slot] < 0 ? nil : Int(distances[slot])
    }

    /// One of the shortest legal paths; nil if there is none, empty for the start.
    public func path(to state: Conflict.State) throws -> [Step]? {
      let slot = try conflict.slot(of: state)
      guard distances[slot] >= 0 else { return nil }
      if distances[slot] == 0 { return [] }
      let movers = conflict.decisionMakers.count
      var paths: [[Step]] = []
      for mover in 0..<movers {
        var steps: [Step] = []
        var node = Int32(slot * movers + mover)
        while node >= 0, before[Int(node)] != -1 {
          steps.append(
            Step(mover: Int(node) % movers, to: conflict.state(at: Int(node) / movers)))
          node = before[Int(node)]
        }
        if steps.count == Int(distances[slot]) { paths.append(steps.reversed()) }
      }
      return paths.first
    }

    /// The states a legal path leads to, the start among them, ascending.
    public var reachable: [Conflict.State] {
      distances.indices.filter { distances[$0] >= 0 }.map { conflict.state(at: $0) }.sorted()
    }
  }

  /// How the conflict can get from `start` to the other states (Li, Kilgour & Hipel 2005).
  ///
  /// - Parameter improvementsOnly: whether every mover must like its move (or, where it leaves for
  ///   unknown states, may like it).
  /// - Complexity: moves times decision makers, four bytes per state and decision maker.
  public func statusQuo(
    from start: Conflict.State, improvementsOnly: Bool, checkpoint: Checkpoint = Checkpoint()
  ) throws -> StatusQuo {
    let origin = try conflict.slot(of: start)
    let movers = conflict.decisionMakers.count
    guard conflict.slots * movers <= Int(Int32.max) else {
      throw ConflictError.badParameter(
        name: "status-quo paths", reason: "need fewer states times decision makers than 2^31")
    }
    let comparison = Comparison(self)
    var before = [Int32](repeating: -1, count: conflict.slots * movers)
    var distances = [Int32](repeating: -1, count: conflict.slots)
    distances[origin] = 0
    var front: [Int32] = []
    var step: Int32 = 0
    var done = 0
    var steps = CheckedSteps(checkpoint)
    func leave(_ slot: Int, last: Int, node: Int32, into next: inout [Int32]) throws {
      for mover in 0..<movers where mover != last {
        try conflict.forEachMove(of: mover, from: slot) { target in
          try steps.next()
          let place = target * movers + mover
          if before[place] == -1, !improvementsOnly || comparison.leaves(mover, slot, for: target) {
            before[place] = node
            if distances[target] < 0 { distances[target] = step }
            next.append(Int32(place))
          }
          return true
        }
      }
    }
    step = 1
    try leave(origin, last: -1, node: -2, into: &front)
    while !front.isEmpty {
      step += 1
      var next: [Int32] = []
      for node in front {
        done += 1
        if done & 0xFFFF == 0 { try checkpoint.report(done, of: before.count) }
        try leave(Int(node) / movers, last: Int(node) % movers, node: node, into: &next)
      }
      front = next
    }
    return StatusQuo(start: start, conflict: conflict, before: before, distances: distances)
  }
}
