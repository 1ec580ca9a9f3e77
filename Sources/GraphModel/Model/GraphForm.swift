internal import Foundations

/// A conflict in graph form: named states, and for each decision maker the moves it can make.
public struct GraphForm: Sendable, Equatable {
  /// One move, by the names of its states.
  public struct Move: Sendable, Equatable {
    /// The decision maker's name.
    public var mover: String
    /// The name of the state before.
    public var from: String
    /// The name of the state after.
    public var to: String

    /// A move from one state to another, by names.
    public init(mover: String, from: String, to: String) {
      self.mover = mover
      self.from = from
      self.to = to
    }
  }

  /// The decision makers' names.
  public var decisionMakers: [String]
  /// The states' names.
  public var states: [String]
  /// Who can go from which state to which.
  public var moves: [Move]

  /// A model in graph form, to be compiled.
  public init(decisionMakers: [String], states: [String], moves: [Move]) {
    self.decisionMakers = decisionMakers
    self.states = states
    self.moves = moves
  }

  /// Checks the form and lists its moves.
  ///
  /// - Throws: ``ConflictError`` for an unknown or repeated name or a move to where it starts.
  public func compile(limits: Limits = Limits()) throws -> Conflict {
    try check(names: decisionMakers, place: "decisionMakers", none: .noDecisionMakers)
    try check(names: states, place: "states", none: .noStates)
    guard decisionMakers.count <= Limits.decisionMakers else {
      throw ConflictError.tooManyDecisionMakers(
        count: decisionMakers.count, limit: Limits.decisionMakers)
    }
    guard states.count <= limits.states else {
      throw ConflictError.badParameter(
        name: "states",
        reason: "are \(states.count.grouped), more than the \(limits.states.grouped) that fit")
    }
    guard moves.count <= limits.listableArcs else {
      throw ConflictError.tooManyArcs(count: moves.count, limit: limits.listableArcs)
    }
    let makerNumber = Dictionary(uniqueKeysWithValues: decisionMakers.enumerated().map { ($1, $0) })
    let stateNumber = Dictionary(
      uniqueKeysWithValues: states.enumerated().map { ($1, Int32($0)) })
    var pairs = [[(from: Int32, to: Int32)]](repeating: [], count: decisionMakers.count)
    for (index, move) in moves.enumerated() {
      let place = "moves[\(index)]"
      guard let mover = makerNumber[move.mover] else {
        throw ConflictError.unknownName(
          place: place, name: move.mover,
          suggestion: suggestion(for: move.mover, among: decisionMakers))
      }
      func find(_ name: String) throws -> Int32 {
        if let number = stateNumber[name] { return number }
        throw ConflictError.unknownName(
          place: place, name: name, suggestion: suggestion(for: name, among: states))
      }
      let from = try find(move.from)
      let to = try find(move.to)
      guard from != to else { throw ConflictError.loop(mover: move.mover, state: move.from) }
      pairs[mover].append((from, to))
    }
    let graph = try Graph(
      states: states.indices.map { .vertex($0) },
      moves: pairs.map { Arcs(count: states.count, pairs: $0) })
    return Conflict(
      decisionMakers: decisionMakers, vertices: states, layout: .graph(graph), limits: limits)
  }
}
