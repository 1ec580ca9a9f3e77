internal import Foundations

/// One move of a path: who moves, and where to.
public struct Step: Hashable, Sendable {
  /// The decision maker, by position.
  public let mover: Int
  /// The state it leads to.
  public let to: Conflict.State
}

/// Shortest legal walks from one slot: no one moves twice in a row.
struct WalkTree {
  /// A slot reached with its last mover; `parent` is an index of ``found``, or -1 at the start.
  struct Entry {
    let slot: Int
    let mover: Int
    let parent: Int
  }

  private let conflict: Conflict
  private(set) var found: [Entry] = []

  init(_ conflict: Conflict) { self.conflict = conflict }

  /// Walks breadth first; the first entry that `stop` accepts.
  ///
  /// With one mover a walk is a single move.
  mutating func search(
    from start: Int, movers: [Int], checkpoint: Checkpoint,
    allowed: (_ mover: Int, _ from: Int, _ to: Int) -> Bool = { _, _, _ in true },
    until stop: (Int) throws -> Bool = { _ in false }
  ) throws -> Int? {
    found = []
    var seen: Set<Int> = []
    var next = -1
    var steps = CheckedSteps(checkpoint)
    while next < found.count {
      let (slot, last) = next < 0 ? (start, -1) : (found[next].slot, found[next].mover)
      if next & 0xFFF == 0xFFF {
        try checkpoint.report(next, of: conflict.slots * movers.count)
      }
      for mover in movers where mover != last {
        var hit: Int?
        try conflict.forEachMove(of: mover, from: slot) { target in
          try steps.next()
          if allowed(mover, slot, target),
            seen.insert(target * conflict.decisionMakers.count + mover).inserted
          {
            found.append(Entry(slot: target, mover: mover, parent: next))
            if try stop(target) {
              hit = found.count - 1
              return false
            }
          }
          return true
        }
        if let hit { return hit }
      }
      next += 1
    }
    return nil
  }

  /// The moves that lead to an entry.
  func path(to entry: Int) -> [Step] {
    var steps: [Step] = []
    var entry = entry
    while entry >= 0 {
      steps.append(
        Step(mover: found[entry].mover, to: conflict.state(at: found[entry].slot)))
      entry = found[entry].parent
    }
    return steps.reversed()
  }
}
