internal import Foundations

/// The states that some decision makers can reach by legal walks: sequences of their moves in which
/// no one moves twice in a row, though a member may come back after another has moved.
///
/// With one mover a walk is a single move. The start belongs to what is reached only if a walk
/// returns to it.
struct Walks {
  let graph: Graph
  let movers: [Int]
  /// Whether a mover may take this move in a walk.
  let allows: (_ mover: Int, _ from: Int, _ to: Int) -> Bool

  /// - Complexity: moves times movers.
  func reached(from start: Int, _ checkpoint: Checkpoint) throws -> Bits {
    var steps = CheckedSteps(checkpoint)
    var found = Bits(count: graph.count)
    var seen = Bits(count: graph.count * movers.count)
    var pending: [(state: Int, last: Int)] = [(start, -1)]
    while let (state, last) = pending.popLast() {
      for (place, mover) in movers.enumerated() where place != last {
        for target in graph.moves[mover][state] {
          try steps.next()
          let target = Int(target)
          let node = target * movers.count + place
          if seen[node] || !allows(mover, state, target) { continue }
          seen.insert(node)
          found.insert(target)
          pending.append((target, place))
        }
      }
    }
    return found
  }
}
