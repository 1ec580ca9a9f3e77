internal import Foundations

/// A model with its states and moves listed.
package struct Graph: Sendable {
  package let states: [Conflict.State]
  /// Per decision maker, its moves.
  package let moves: [Arcs]
  /// In option form, the feasible combinations and the state each belongs to.
  package let base: [UInt64]
  package let owner: [Int32]
  package let number: [Conflict.State: Int32]

  init(
    states: [Conflict.State], base: [UInt64] = [], owner: [Int32] = [], moves: [Arcs],
    _ checkpoint: Checkpoint = Checkpoint()
  ) throws {
    self.states = states
    self.moves = moves
    self.base = base
    self.owner = owner
    var number: [Conflict.State: Int32] = [:]
    number.reserveCapacity(states.count)
    var steps = CheckedSteps(checkpoint)
    for (place, state) in states.enumerated() {
      try steps.next()
      number[state] = Int32(place)
    }
    self.number = number
  }

  package var count: Int { states.count }
}
