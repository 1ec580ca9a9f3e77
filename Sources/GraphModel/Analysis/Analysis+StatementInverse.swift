public import Foundations

extension Analysis {
  /// One change to a list of statements; places count from 0 in the list as it then is.
  public enum StatementEdit: Hashable, Sendable {
    case remove(Int)
    case negate(Int)
    case move(from: Int, to: Int)
  }

  /// The smallest changes to a decision maker's list of statements that make `state` stable for it.
  ///
  /// Tries no change, then every single change, then every two in a row (two only for lists of at
  /// most 16); all changes of the smallest number that works are returned, in a fixed order. Empty
  /// means that none was found; `[[]]` that none is needed.
  /// - Throws: ``ConflictError`` for statements that cannot be read or a state that does not exist.
  /// - Complexity: the number of edited lists times the states that matter.
  public func statementChanges(
    for maker: Int, statements texts: [String], toHold state: Conflict.State,
    _ kind: Concept.Sequential, checkpoint: Checkpoint = Checkpoint()
  ) throws -> [[StatementEdit]] {
    try conflict.check(decisionMaker: maker)
    let wanted = try conflict.slot(of: state)
    let statements = try conflict.statements(
      texts, place: "statements for \(conflict.decisionMakers[maker])")
    let conditions = try Conditions(
      self, kind, maker: maker, wanted: wanted, checkpoint: checkpoint)
    let slots = Set(conditions.clauses.joined().joined()).sorted()
    let place = Dictionary(uniqueKeysWithValues: slots.enumerated().map { ($1, $0) })
    // Per statement: its truth at the wanted state, and where it differs from that.
    let table = try statements.map { statement in
      let own = try truth(statement, at: wanted)
      return StatementRow(
        own: own,
        differs: try slots.map {
          try checkpoint.ask()
          return try truth(statement, at: $0) != own
        })
    }
    func holds(_ list: [StatementRow]) -> Bool {
      conditions.hold { slot in
        guard let column = place[slot] else { return slot == wanted }
        // The first statement that distinguishes the two decides.
        return list.first { $0.differs[column] }?.own ?? true
      }
    }
    if holds(table) { return [[]] }
    var found: [[StatementEdit]] = []
    let single = Self.edits(table)
    for (done, first) in single.enumerated() {
      if done % 64 == 0 { try checkpoint.report(done, of: single.count) }
      try checkpoint.ask()
      if holds(Self.apply(first, to: table)) { found.append([first]) }
    }
    guard found.isEmpty, table.count <= 16 else { return found }
    for (done, first) in single.enumerated() {
      try checkpoint.report(done, of: single.count)
      let once = Self.apply(first, to: table)
      for second in Self.edits(once) {
        try checkpoint.ask()
        guard holds(Self.apply(second, to: once)) else { continue }
        found.append([first, second])
      }
    }
    return found
  }

  private struct StatementRow {
    var own: Bool
    let differs: [Bool]
  }

  private static func edits(_ list: [StatementRow]) -> [StatementEdit] {
    list.indices.flatMap { from in
      [.remove(from), .negate(from)]
        + list.indices.filter { $0 != from }.map { .move(from: from, to: $0) }
    }
  }

  private static func apply(_ edit: StatementEdit, to list: [StatementRow]) -> [StatementRow] {
    var list = list
    switch edit {
    case .remove(let index): list.remove(at: index)
    case .negate(let index): list[index].own.toggle()
    case .move(let from, let to): list.insert(list.remove(at: from), at: to)
    }
    return list
  }

  private func truth(_ statement: Formula, at slot: Int) throws -> Bool {
    switch conflict.layout {
    case .cube(let cube): return statement.holds(cube.pattern(of: slot))
    case .graph(let graph):
      let values = graph.base.indices.filter { Int(graph.owner[$0]) == slot }.map {
        statement.holds(graph.base[$0])
      }
      guard let first = values.first, values.allSatisfy({ $0 == first }) else {
        throw ConflictError.undecidedStatement(
          place: "a statement", state: conflict.label(of: conflict.state(at: slot)))
      }
      return first
    }
  }
}
