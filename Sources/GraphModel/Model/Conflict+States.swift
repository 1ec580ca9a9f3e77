package import Foundations

extension Conflict {
  /// The feasible states, ascending, at most `limit` of them.
  ///
  /// - Complexity: linear in the number of option combinations looked at.
  public func states(limit: Int = .max) -> [State] {
    states(in: feasibleSlots, limit: limit)
  }

  /// The states of a set of feasible slots, ascending, at most `limit` of them.
  package func states(in set: Bits, limit: Int = .max) -> [State] {
    let wanted = min(max(0, limit), set.population)
    var found: [State] = []
    found.reserveCapacity(wanted)
    switch layout {
    case .graph(let graph):
      for slot in 0..<graph.count where found.count < wanted && set[slot] {
        found.append(graph.states[slot])
      }
    case .cube(let cube) where set.population <= 1 << 16:
      let all = set.members.map { cube.pattern(of: $0) }.sorted()
      found = all.prefix(wanted).map { .pattern(Pattern(taken: $0)) }
    case .cube(let cube):
      var taken: UInt64 = 0
      while found.count < wanted {
        if set[cube.slot(of: taken)] { found.append(.pattern(Pattern(taken: taken))) }
        taken += 1
      }
    }
    return found
  }

  /// Per slot, its place in the order in which states are listed; empty where slots keep that order.
  package var printedOrder: [Int32] {
    guard case .cube(let cube) = layout else { return [] }
    // Each slot is a smaller slot with one bit more, which changes one bit of the pattern.
    let first = cube.pattern(of: 0)
    let change = (0..<cube.width).map { cube.pattern(of: 1 << $0) ^ first }
    var order = [UInt64](repeating: first, count: cube.size)
    for slot in 1..<max(1, cube.size) {
      order[slot] = order[slot & (slot - 1)] ^ change[slot.trailingZeroBitCount]
    }
    return order.map { Int32(truncatingIfNeeded: $0) }
  }

  /// The state as people write it: its pattern, or its name in graph form.
  public func label(of state: State) -> String {
    switch state {
    case .pattern(let pattern): pattern.text(width: options.count)
    case .vertex(let index): vertices.indices.contains(index) ? vertices[index] : "#\(index)"
    }
  }

  /// The state that `text` names: a pattern (any combination of a coalesced state will do), or a
  /// name in graph form.
  ///
  /// - Throws: ``ConflictError`` when it cannot be read, does not exist or is infeasible.
  public func state(_ text: String, place: String = "state") throws -> State {
    if options.isEmpty {
      if let index = vertices.firstIndex(of: text) { return .vertex(index) }
      throw ConflictError.unknownName(
        place: place, name: text, suggestion: suggestion(for: text, among: vertices))
    }
    let pattern = try Pattern(text, width: options.count, place: place)
    if let slot = try? slot(of: .pattern(pattern)) { return state(at: slot) }
    if case .graph(let graph) = layout, pattern.open == 0,
      let member = graph.base.firstIndex(of: pattern.taken)
    {
      return graph.states[Int(graph.owner[member])]
    }
    if pattern.open != 0 {
      let covered = (try? slots(matching: text, place: place)) ?? []
      if covered.count == 1 { return state(at: covered[0]) }
      if covered.count > 1 { throw ConflictError.ambiguousState(state: text, count: covered.count) }
    }
    throw ConflictError.infeasibleState(state: text)
  }

  /// Whether some feasible state is `text`, or one of those that its dashes stand for.
  package func hasState(_ text: String) -> Bool {
    ((try? slots(matching: text, place: "state")) ?? []).isEmpty == false
  }

  /// The states `decisionMaker` can move to from `state` in one move, ascending: R_i(s).
  public func moves(of decisionMaker: Int, from state: State) throws -> [State] {
    try check(decisionMaker: decisionMaker)
    var found: [State] = []
    forEachMove(of: decisionMaker, from: try slot(of: state)) {
      found.append(self.state(at: $0))
      return true
    }
    return found.sorted()
  }

  /// One possible move.
  public struct Transition: Hashable, Sendable {
    /// The decision maker, by position.
    public let mover: Int
    /// The state before.
    public let from: State
    /// The state after.
    public let to: State
  }

  /// Every move of every decision maker, by mover, then by state: for small models.
  ///
  /// - Throws: ``ConflictError/tooManyArcs(count:limit:)`` beyond `limit` moves.
  public func transitions(limit: Int = 100_000) throws -> [Transition] {
    var found: [Transition] = []
    for mover in decisionMakers.indices {
      for from in states(limit: limit < .max ? limit + 1 : limit) {
        for to in try moves(of: mover, from: from) {
          guard found.count < limit else {
            throw ConflictError.tooManyArcs(count: found.count + 1, limit: limit)
          }
          found.append(Transition(mover: mover, from: from, to: to))
        }
      }
    }
    return found
  }

  /// The model with its moves listed, and the slot of each of its states.
  package func expanded(checkpoint: Checkpoint = Checkpoint()) throws -> (
    graph: Graph, slots: [Int]
  ) {
    switch layout {
    case .graph(let graph): return (graph, Array(0..<graph.count))
    case .cube(let cube):
      guard let rule else { throw ConflictError.noStates }
      let slots = cube.feasible.members
      let base = slots.map { cube.pattern(of: $0) }
      let owner = slots.indices.map { Int32($0) }
      let arcs = try MoveListing(base: base, owner: owner, count: slots.count)
        .arcs(rule: rule, limits: limits, checkpoint: checkpoint)
      let graph = try Graph(
        states: base.map { .pattern(Pattern(taken: $0)) }, base: base, owner: owner, moves: arcs,
        checkpoint)
      return (graph, slots)
    }
  }
}
