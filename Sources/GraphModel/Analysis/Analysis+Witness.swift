public import Foundations

extension Analysis {
  /// Why `state` is, or is not, stable for a decision maker.
  ///
  /// - Throws: ``ConflictError`` for a state or decision maker that does not exist or a concept that
  ///   does not apply; whatever `checkpoint` throws.
  /// - Complexity: one search of the others' replies per improvement; it ends at the first reply
  ///   that deters, and its path is one of the shortest.
  public func witness(
    _ concept: Concept, for maker: Int, at state: Conflict.State,
    checkpoint: Checkpoint = Checkpoint()
  ) throws -> Witness {
    try conflict.check(decisionMaker: maker)
    switch concept {
    case .sequential(let kind):
      return try sequentialWitness(kind, [maker], state, checkpoint)
    case .sim:
      return try simultaneousWitness(
        concept, maker, state, others: others(than: maker), checkpoint)
    case .seqOrSim, .smrOrSim:
      let first = try sequentialWitness(
        concept == .seqOrSim ? .seq : .smr, [maker], state, checkpoint)
      if first.isStable { return Self.relabel(first, concept) }
      return try simultaneousWitness(
        concept, maker, state, others: others(than: maker), checkpoint)
    case .fraserHipel(let kind):
      let first = try sequentialWitness(kind, [maker], state, checkpoint)
      if first.isStable { return Self.relabel(first, concept) }
      let unstable = try others(than: maker).filter {
        try !sequentialWitness(kind, [$0], state, checkpoint).isStable
      }
      return try simultaneousWitness(concept, maker, state, others: unstable, checkpoint)
    case .limitedMove, .nonMyopic:
      return try Foresight(self).witness(concept, maker, state, checkpoint)
    }
  }

  /// Why `state` is, or is not, stable for a coalition as a whole.
  public func witness(
    _ kind: Concept.Sequential, forCoalition coalition: [Int], at state: Conflict.State,
    checkpoint: Checkpoint = Checkpoint()
  ) throws -> Witness {
    try sequentialWitness(kind, checked(coalition), state, checkpoint)
  }

  private func others(than maker: Int) -> [Int] {
    conflict.decisionMakers.indices.filter { $0 != maker }
  }

  private static func relabel(_ witness: Witness, _ concept: Concept) -> Witness {
    Witness(
      concept: concept, movers: witness.movers, state: witness.state, answers: witness.answers,
      isStable: witness.isStable)
  }

  private func sequentialWitness(
    _ kind: Concept.Sequential, _ coalition: [Int], _ state: Conflict.State,
    _ checkpoint: Checkpoint
  ) throws -> Witness {
    let start = try conflict.slot(of: state)
    let comparison = Comparison(self)
    let others = conflict.decisionMakers.indices.filter { !coalition.contains($0) }
    var own = WalkTree(conflict)
    _ = try own.search(from: start, movers: coalition, checkpoint: checkpoint)
    var tried: Set<Int> = []
    var answers: [Witness.Answer] = []
    for (entry, reached) in own.found.enumerated() {
      let wanted = coalition.allSatisfy { comparison.leaves($0, start, for: reached.slot) }
      guard wanted, tried.insert(reached.slot).inserted else { continue }
      let reply =
        kind == .nash
        ? nil
        : try deterrent(
          kind, coalition, start, from: reached.slot, others: others, comparison, checkpoint)
      answers.append(Witness.Answer(path: own.path(to: entry), reply: reply))
    }
    answers.sort { first, second in
      guard let left = first.improvement, let right = second.improvement else { return false }
      return left < right
    }
    return Witness(
      concept: .sequential(kind), movers: coalition, state: state, answers: answers,
      isStable: answers.allSatisfy { $0.reply != nil })
  }

  private func deterrent(
    _ kind: Concept.Sequential, _ coalition: [Int], _ start: Int, from improvement: Int,
    others: [Int], _ comparison: Comparison, _ checkpoint: Checkpoint
  ) throws -> Witness.Reply? {
    let improving = kind == .seq || kind == .sseq
    func deters(_ slot: Int) -> Bool {
      coalition.contains { comparison.deters($0, start, slot) }
    }
    func counters(_ slot: Int) throws -> [Int] {
      guard kind == .smr || kind == .sseq else { return [] }
      var tree = WalkTree(conflict)
      _ = try tree.search(from: slot, movers: coalition, checkpoint: checkpoint)
      return Set(tree.found.map(\.slot)).sorted()
    }
    var tree = WalkTree(conflict)
    let hit = try tree.search(
      from: improvement, movers: others, checkpoint: checkpoint,
      allowed: { !improving || comparison.mayImprove($0, $1, to: $2) },
      until: { try deters($0) && counters($0).allSatisfy(deters) })
    guard let hit else { return nil }
    let end = tree.found[hit].slot
    return Witness.Reply(
      steps: tree.path(to: hit), isSimultaneous: false, end: conflict.state(at: end),
      counters: try counters(end).map { conflict.state(at: $0) }.sorted())
  }

  private func simultaneousWitness(
    _ concept: Concept, _ maker: Int, _ state: Conflict.State, others: [Int],
    _ checkpoint: Checkpoint
  ) throws -> Witness {
    let table = try Simultaneous(self, concept: concept.label)
    let start = try conflict.slot(of: state)
    let changes = try others.map { try table.improvements(of: $0, at: start, checkpoint) }
    let combined = try Simultaneous.combinations(changes, checkpoint)
    var answers: [Witness.Answer] = []
    for change in try table.improvements(of: maker, at: start, checkpoint) {
      guard let target = table.target(change, at: start) else { continue }
      let met = try table.meets(change, of: maker, at: start, combined, checkpoint)
      let reply = try met.map { met in
        Witness.Reply(
          steps: try Simultaneous.shares(of: met.change, among: changes, checkpoint).compactMap {
            place, part in
            table.target(part, at: start).map {
              Step(mover: others[place], to: conflict.state(at: $0))
            }
          }, isSimultaneous: true, end: conflict.state(at: met.slot), counters: [])
      }
      answers.append(
        Witness.Answer(path: [Step(mover: maker, to: conflict.state(at: target))], reply: reply))
    }
    answers.sort { first, second in
      guard let left = first.improvement, let right = second.improvement else { return false }
      return left < right
    }
    return Witness(
      concept: concept, movers: [maker], state: state, answers: answers,
      isStable: answers.allSatisfy { $0.reply != nil })
  }
}
