/// A compiled conflict: feasible states and who can move from which to which.
///
/// Made by ``OptionForm/compile(limits:checkpoint:)`` or ``GraphForm/compile(limits:)``. Decision
/// makers and options are counted from 0 in the order they were given; names serve only to read
/// input and to word messages.
public struct Conflict: Sendable {
  /// One state, by what it is and never by its place in a list.
  public enum State: Hashable, Sendable {
    /// Option form: which options are taken.
    case pattern(Pattern)
    /// Graph form: the number of the state in the form's own list, from 0.
    case vertex(Int)
  }

  package enum Layout: Sendable {
    case cube(Cube)
    case graph(Graph)
  }

  /// The decision makers' names; they are known by position.
  public let decisionMakers: [String]
  /// The options; empty in graph form.
  public let options: [OptionForm.Option]
  /// The names of the states in graph form; empty in option form.
  public let vertices: [String]
  /// The limits it was compiled with.
  public let limits: Limits
  package let layout: Layout
  package let rule: MoveRule?

  init(form: OptionForm, layout: Layout, rule: MoveRule, limits: Limits) {
    decisionMakers = form.decisionMakers
    options = form.options
    vertices = []
    self.limits = limits
    self.layout = layout
    self.rule = rule
  }

  init(decisionMakers: [String], vertices: [String], layout: Layout, limits: Limits) {
    self.decisionMakers = decisionMakers
    options = []
    self.vertices = vertices
    self.limits = limits
    self.layout = layout
    rule = nil
  }

  /// The number of feasible states.
  public var stateCount: Int {
    switch layout {
    case .cube(let cube): cube.count
    case .graph(let graph): graph.count
    }
  }

  /// The size of arrays indexed by slot; a table has slots for infeasible combinations too.
  package var slots: Int {
    switch layout {
    case .cube(let cube): cube.size
    case .graph(let graph): graph.count
    }
  }

  package func state(at slot: Int) -> State {
    switch layout {
    case .cube(let cube): .pattern(Pattern(taken: cube.pattern(of: slot)))
    case .graph(let graph): graph.states[slot]
    }
  }

  /// - Throws: ``ConflictError/infeasibleState(state:)``.
  package func slot(of state: State) throws -> Int {
    switch (layout, state) {
    case (.cube(let cube), .pattern(let pattern))
    where pattern.open == 0 && pattern.taken & ~lowBits(options.count) == 0:
      let slot = cube.slot(of: pattern.taken)
      if cube.feasible[slot] { return slot }
    case (.graph(let graph), _):
      if let slot = graph.number[state] { return Int(slot) }
    default: break
    }
    throw ConflictError.infeasibleState(state: label(of: state))
  }

  /// Calls `body` with every slot `mover` can reach from `slot` in one move, until it says stop.
  @inline(__always)
  package func forEachMove(
    of mover: Int, from slot: Int, _ body: (Int) throws -> Bool
  ) rethrows {
    switch layout {
    case .cube(let cube): try cube.forEachMove(of: mover, from: slot, body)
    case .graph(let graph):
      for target in graph.moves[mover][slot] where try !body(Int(target)) { return }
    }
  }

  package func check(decisionMaker index: Int) throws {
    guard decisionMakers.indices.contains(index) else {
      throw ConflictError.noSuchDecisionMaker(index: index, count: decisionMakers.count)
    }
  }
}

extension Conflict.State: Comparable {
  /// Whether the left state is listed first.
  public static func < (left: Conflict.State, right: Conflict.State) -> Bool {
    switch (left, right) {
    case (.pattern(let left), .pattern(let right)): left < right
    case (.vertex(let left), .vertex(let right)): left < right
    case (.pattern, .vertex): true
    case (.vertex, .pattern): false
    }
  }
}
