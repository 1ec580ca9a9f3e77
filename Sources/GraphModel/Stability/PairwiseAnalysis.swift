internal import Foundations

/// The sequential concepts where no single weight orders the replies: unknown preferences, strength
/// of preference, coalitions. Every pair of states may be looked at.
///
/// Unknown preferences follow Li, Hipel, Kilgour & Fang 2004; coalitions Kilgour, Hipel, Fang & Peng
/// 2001 and Inohara & Hipel 2008; strength Hamouda, Kilgour & Hipel 2004. A decision maker alone is
/// the coalition of one.
struct PairwiseAnalysis {
  let graph: Graph
  /// The slot of each listed state.
  let slots: [Int]
  let relations: Relations
  private let slotCount: Int

  /// - Throws: ``ConflictError/tooManyStatesForPairs(states:limit:)``.
  init(_ analysis: Analysis, _ checkpoint: Checkpoint) throws {
    let conflict = analysis.conflict
    let count = conflict.stateCount
    guard count <= conflict.limits.pairwiseStates else {
      throw ConflictError.tooManyStatesForPairs(
        states: count, limit: conflict.limits.pairwiseStates)
    }
    (graph, slots) = try conflict.expanded(checkpoint: checkpoint)
    slotCount = conflict.slots
    relations = Relations(
      profile: analysis.profile, slots: slots, uncertainty: analysis.uncertainty)
  }

  /// The stable slots per decision maker.
  func stable(
    _ kinds: Set<Concept.Sequential>, _ checkpoint: Checkpoint
  ) throws -> [Concept.Sequential: [Bits]] {
    var result: [Concept.Sequential: [Bits]] = [:]
    for kind in kinds.sorted(by: { $0.rawValue < $1.rawValue }) {
      result[kind] = try graph.moves.indices.map {
        try stable(coalition: [$0], kind, strongly: false, checkpoint)
      }
    }
    return result
  }

  /// The slots stable for the members of `coalition`, taken together.
  func stable(
    coalition: [Int], _ kind: Concept.Sequential, strongly: Bool, _ checkpoint: Checkpoint
  ) throws -> Bits {
    var question = Question(
      self, coalition: coalition, kind: kind, strongly: strongly, checkpoint)
    var result = Bits(count: slotCount)
    for state in 0..<graph.count {
      if state % 64 == 0 { try checkpoint.report(state, of: graph.count) }
      try checkpoint.ask()
      if try question.upset(state) == nil { result.insert(slots[state]) }
    }
    return result
  }

  /// One coalition under one concept; keeps the walks it has searched.
  struct Question {
    private let frame: PairwiseAnalysis
    private let coalition: [Int]
    private let kind: Concept.Sequential
    private let strongly: Bool
    private let checkpoint: Checkpoint
    private var firstMoves: [Bits?]
    private var replies: [Bits?]

    init(
      _ frame: PairwiseAnalysis, coalition: [Int], kind: Concept.Sequential, strongly: Bool,
      _ checkpoint: Checkpoint
    ) {
      self.checkpoint = checkpoint
      self.frame = frame
      self.coalition = coalition
      self.kind = kind
      self.strongly = strongly
      firstMoves = [Bits?](repeating: nil, count: frame.graph.count)
      replies = firstMoves
    }

    /// The states the coalition would leave `state` for.
    mutating func improvements(_ state: Int) throws -> Bits {
      var wanted = try first(state)
      for member in coalition {
        wanted.formIntersection(frame.relations.leaves(member, state))
      }
      return wanted
    }

    /// The first improvement that no reply deters; nil if the state is stable.
    mutating func upset(_ state: Int) throws -> Int? {
      let wanted = try improvements(state)
      if wanted.isEmpty { return nil }
      if kind == .nash { return wanted.members.first }
      let deterrent = try deterrents(state)
      for target in wanted.members where try !reply(target).intersects(deterrent) {
        return target
      }
      return nil
    }

    /// Every improvement that no reply deters.
    mutating func upsets(_ state: Int) throws -> [Int] {
      let wanted = try improvements(state)
      if kind == .nash { return wanted.members }
      let deterrent = try deterrents(state)
      var found: [Int] = []
      for target in wanted.members where try !reply(target).intersects(deterrent) {
        found.append(target)
      }
      return found
    }

    /// The states in which some member ends no better, and, under SMR, the coalition stays so.
    private mutating func deterrents(_ state: Int) throws -> Bits {
      var escape = Bits(count: frame.graph.count, filled: true)
      for member in coalition {
        escape.formIntersection(
          frame.relations.escapes(member, state, strongly: strongly))
      }
      var deterrent = frame.relations.complement(escape)
      if kind == .smr || kind == .sseq {
        for reply in deterrent.members {
          try checkpoint.ask()
          if coalition.count == 1 {
            if frame.graph.moves[coalition[0]][reply].contains(where: { escape[Int($0)] }) {
              deterrent[reply] = false
            }
          } else if try first(reply).intersects(escape) {
            deterrent[reply] = false
          }
        }
      }
      return deterrent
    }

    private mutating func first(_ state: Int) throws -> Bits {
      if let known = firstMoves[state] { return known }
      let walks = Walks(graph: frame.graph, movers: coalition) { _, _, _ in true }
      let found = try walks.reached(from: state, checkpoint)
      firstMoves[state] = found
      return found
    }

    private mutating func reply(_ state: Int) throws -> Bits {
      if let known = replies[state] { return known }
      let others = frame.graph.moves.indices.filter { !coalition.contains($0) }
      let improving = kind == .seq || kind == .sseq
      let relations = frame.relations
      let walks = Walks(graph: frame.graph, movers: others) {
        !improving || relations.mayImprove($0, from: $1, to: $2)
      }
      let found = try walks.reached(from: state, checkpoint)
      replies[state] = found
      return found
    }
  }
}
