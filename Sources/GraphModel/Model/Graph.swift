/// A model with its states and moves listed.
package struct Graph: Sendable {
  package let states: [Conflict.State]
  /// Per decision maker, its moves.
  package let moves: [Arcs]
  /// In option form, the feasible combinations and the state each belongs to.
  package let base: [UInt64]
  package let owner: [Int32]
  package let number: [Conflict.State: Int32]

  init(states: [Conflict.State], base: [UInt64] = [], owner: [Int32] = [], moves: [Arcs]) {
    self.states = states
    self.moves = moves
    self.base = base
    self.owner = owner
    number = Dictionary(
      uniqueKeysWithValues: states.enumerated().map { ($1, Int32($0)) })
  }

  package var count: Int { states.count }
}
