public import Foundations

extension Analysis {
  /// A coalition that would leave a state, and where for.
  public struct Upset: Hashable, Sendable {
    /// The members, ascending.
    public let coalition: [Int]
    /// The state they would leave.
    public let state: Conflict.State
    /// The coalition's improvements that no reply of the others deters, ascending.
    public let targets: [Conflict.State]
  }

  /// Which coalitions upset which equilibria.
  public struct CoalitionFindings: Sendable {
    /// The concept by which it was decided.
    public let concept: Concept.Sequential
    /// The states stable for everyone alone, of those asked about.
    public let equilibria: [Conflict.State]
    /// By state, then by coalition.
    public let upsets: [Upset]
    /// The equilibria that no coalition upsets.
    public var coalitionProof: [Conflict.State] {
      let upset = Set(upsets.map(\.state))
      return equilibria.filter { !upset.contains($0) }
    }
  }

  /// The states stable for a coalition as a whole: CNash, CGMR, CSMR, CSEQ or CSSEQ.
  ///
  /// A coalition improvement is a state its members can reach by legal moves of theirs and all like
  /// better; a reply by the others deters it when one member at least ends no better. The reply is
  /// by the others' own moves (or own improvements, under CSEQ), not by coalitions among them.
  /// - Complexity: near-linear in the states for CNash, CGMR and CSEQ in option form when the
  ///   members' options can be changed both ways and everyone ranks all states; else quadratic.
  public func stableStates(
    forCoalition coalition: [Int], _ kind: Concept.Sequential, checkpoint: Checkpoint = Checkpoint()
  ) throws -> [Conflict.State] {
    let members = try checked(coalition)
    if let table = try coalitionTable(members, kind, checkpoint) {
      return conflict.states(in: try table.stable(checkpoint))
    }
    return conflict.states(
      in: try PairwiseAnalysis(self, checkpoint)
        .stable(coalition: members, kind, strongly: false, checkpoint))
  }

  /// The quick way, where it applies.
  private func coalitionTable(
    _ members: [Int], _ kind: Concept.Sequential, _ checkpoint: Checkpoint
  ) throws -> CubeCoalition? {
    guard case .cube(let cube) = conflict.layout, let rankings = profile.rankings,
      CubeCoalition.applies(cube, members, kind)
    else { return nil }
    return try CubeCoalition(
      cube: cube, rankings: rankings, members: members, kind: kind, checkpoint)
  }

  /// Asks of every equilibrium under a concept whether some coalition of two or more upsets it.
  ///
  /// - Parameters:
  ///   - named: the coalitions to ask; all of two or more by default.
  ///   - states: the states to ask about; those that are no equilibrium are passed over. All
  ///     equilibria by default.
  /// - Throws: ``ConflictError/badParameter(name:reason:)`` when more than 4,096 coalitions or a
  ///   million pairs of coalition and equilibrium would have to be asked.
  public func coalitions(
    _ kind: Concept.Sequential, among named: [[Int]]? = nil, of states: [Conflict.State]? = nil,
    checkpoint: Checkpoint = Checkpoint()
  ) throws -> CoalitionFindings {
    let makers = conflict.decisionMakers.count
    let coalitions: [[Int]]
    if let named {
      var seen: Set<[Int]> = []
      coalitions = try named.map { try checked($0) }.filter { seen.insert($0).inserted }
    } else {
      guard makers <= 12 else {
        throw ConflictError.badParameter(
          name: "coalitions", reason: "of \(makers) decision makers are too many; name some")
      }
      coalitions = (0..<(1 << makers)).map { set in
        (0..<makers).filter { set >> $0 & 1 != 0 }
      }.filter { $0.count >= 2 }.sorted { ($0.count, $0) < ($1.count, $1) }
    }
    let stability = try stability([.sequential(kind)], checkpoint: checkpoint)
    let equilibria =
      try states.map { states in
        try Set(states).filter { try stability.isEquilibrium($0, .sequential(kind)) }.sorted()
      } ?? stability.equilibria(.sequential(kind), limit: 1_000_001)
    guard equilibria.count <= 1_000_000 / max(1, coalitions.count) else {
      throw ConflictError.badParameter(
        name: "coalitions",
        reason: "times equilibria are more than a million; name the states to ask about")
    }
    var upsets: [Upset] = []
    for (done, coalition) in coalitions.enumerated() {
      try checkpoint.report(done, of: coalitions.count)
      let targets = try targetFinder(coalition, kind, checkpoint)
      for state in equilibria {
        try checkpoint.ask()
        let found = try targets(try conflict.slot(of: state))
        if !found.isEmpty {
          upsets.append(
            Upset(
              coalition: coalition, state: state,
              targets: found.map { conflict.state(at: $0) }.sorted()))
        }
      }
    }
    let order = Dictionary(uniqueKeysWithValues: coalitions.enumerated().map { ($1, $0) })
    upsets.sort {
      ($0.state, order[$0.coalition] ?? 0) < ($1.state, order[$1.coalition] ?? 0)
    }
    return CoalitionFindings(concept: kind, equilibria: equilibria, upsets: upsets)
  }

  /// A function from a slot to the slots a coalition would leave it for.
  private func targetFinder(
    _ coalition: [Int], _ kind: Concept.Sequential, _ checkpoint: Checkpoint
  ) throws -> (Int) throws -> [Int] {
    if let table = try coalitionTable(coalition, kind, checkpoint) {
      let stable = try table.stable(checkpoint)
      return { stable[$0] ? [] : table.targets(from: $0) }
    }
    let frame = try PairwiseAnalysis(self, checkpoint)
    let number = Dictionary(uniqueKeysWithValues: frame.slots.enumerated().map { ($1, $0) })
    var question = PairwiseAnalysis.Question(
      frame, coalition: coalition, kind: kind, strongly: false, checkpoint)
    return { slot in
      guard let place = number[slot] else { return [] }
      return try question.upsets(place).map { frame.slots[$0] }
    }
  }

  func checked(_ coalition: [Int]) throws -> [Int] {
    for member in coalition { try conflict.check(decisionMaker: member) }
    guard !coalition.isEmpty, Set(coalition).count == coalition.count else {
      throw ConflictError.badParameter(
        name: "a coalition", reason: "must name at least one decision maker, and no one twice")
    }
    return coalition.sorted()
  }
}
