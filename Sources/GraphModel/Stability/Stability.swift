/// Which states are stable for whom, under which concepts.
public struct Stability: Sendable {
  /// The model it was found for.
  public let conflict: Conflict
  /// The concepts decided, in the order asked for.
  public let concepts: [Concept]
  /// Per concept and decision maker, the stable slots.
  package let stable: [Concept: [Bits]]

  /// Whether `state` is stable for a decision maker.
  ///
  /// - Throws: ``ConflictError`` for a state, decision maker or concept that was not decided.
  public func isStable(_ state: Conflict.State, for maker: Int, _ concept: Concept) throws -> Bool {
    try conflict.check(decisionMaker: maker)
    return try sets(concept)[maker][conflict.slot(of: state)]
  }

  /// Whether `state` is stable for all: an equilibrium.
  public func isEquilibrium(_ state: Conflict.State, _ concept: Concept) throws -> Bool {
    let slot = try conflict.slot(of: state)
    return try sets(concept).allSatisfy { $0[slot] }
  }

  /// The states stable for one decision maker, ascending, at most `limit` of them.
  public func stableStates(
    for maker: Int, _ concept: Concept, limit: Int = .max
  ) throws -> [Conflict.State] {
    try conflict.check(decisionMaker: maker)
    return conflict.states(in: try sets(concept)[maker], limit: limit)
  }

  /// The states stable for all, ascending, at most `limit` of them.
  public func equilibria(_ concept: Concept, limit: Int = .max) throws -> [Conflict.State] {
    conflict.states(in: try equilibriumSlots(concept), limit: limit)
  }

  /// How many states are stable for all.
  public func equilibriumCount(_ concept: Concept) throws -> Int {
    try equilibriumSlots(concept).population
  }

  package func equilibriumSlots(_ concept: Concept) throws -> Bits {
    var common = conflict.feasibleSlots
    for set in try sets(concept) { common.formIntersection(set) }
    return common
  }

  private func sets(_ concept: Concept) throws -> [Bits] {
    guard let sets = stable[concept] else {
      throw ConflictError.notApplicable(
        concept: concept.label, reason: "it was not among the concepts analysed")
    }
    return sets
  }
}
