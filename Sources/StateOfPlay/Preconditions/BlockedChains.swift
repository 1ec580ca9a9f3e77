internal import CaseModel

/// Steps that are waited for and rejected outright, or that have failed, with the chains that end in them.
struct BlockedChains {
  let network: ConditionNetwork
  let states: StepBook

  /// A step that is waited for and never comes.
  struct End {
    let step: PreconditionsView.StepID
    let node: Int
    let rejections: [PreconditionsView.Rejection]
    let failure: PreconditionsView.Taken?
  }

  /// - Complexity: O(conditions).
  func ends() -> [End] {
    var seen: Set<PreconditionsView.StepID> = []
    var found: [End] = []
    for (arc, wording) in zip(network.graph.arcs, network.wordings) where !arc.isReturn {
      let id = wording.to.id
      guard seen.insert(id).inserted else { continue }
      let rejections = states.rejections(of: wording.to)
      let failure = states.failure(of: wording.to)
      if rejections.isEmpty, failure == nil { continue }
      found.append(End(step: id, node: arc.to, rejections: rejections, failure: failure))
    }
    return found
  }

  /// The chains known end in the same, for the same reasons.
  func areEnds(of known: [PreconditionsView.Blocked], _ ends: [End]) -> Bool {
    known.elementsEqual(ends) {
      $0.step == $1.step && $0.rejections == $1.rejections && $0.failure == $1.failure
    }
  }

  /// - Complexity: O(ends × pairs of steps with a condition between them).
  func find(_ ends: [End]) -> [PreconditionsView.Blocked] {
    if ends.isEmpty { return [] }
    let before = (0..<network.graph.nodes).map(firstArcs)
    return ends.map { end in
      // What is asked for an issue holds back each of its answers: one condition, said once.
      .init(
        step: end.step, rejections: end.rejections, failure: end.failure,
        chains: chains(into: end.node, before).uniqued)
    }
  }

  /// Of the arcs to a node the first from each other; those of parties before those of others.
  private func firstArcs(to node: Int) -> [Int] {
    let graph = network.graph
    var seen: Set<Int> = []
    let arcs = graph.arcs(to: node).filter { !graph.arcs[$0].isReturn }
    return (arcs.filter(isOfParty) + arcs.filter { !isOfParty($0) })
      .filter { seen.insert(graph.arcs[$0].from).inserted }
  }

  private func isOfParty(_ arc: Int) -> Bool {
    let holder = network.condition(ofWaiver: network.graph.arcs[arc].waiver).holder
    return states.filtered.theCase.header.parties.contains(holder)
  }

  /// The other conditions that hold the same step back until the same step.
  private func others(like arc: Int) -> [PreconditionsView.EdgeID] {
    let graph = network.graph
    let waiver = graph.arcs[arc].waiver
    let one = network.condition(ofWaiver: waiver)
    return graph.arcs(to: graph.arcs[arc].to).filter { number in
      guard !graph.arcs[number].isReturn, graph.arcs[number].waiver != waiver else { return false }
      let other = network.condition(ofWaiver: graph.arcs[number].waiver)
      return other.stepID == one.stepID && other.awaitedID == one.awaitedID
    }.map { network.edge(ofWaiver: graph.arcs[$0].waiver) }
  }

  /// The shortest chain from every step that waits, less those that are the end of a longer one.
  private func chains(into end: Int, _ before: [[Int]]) -> [[PreconditionsView.EdgeID]] {
    let graph = network.graph
    var next = [Int?](repeating: nil, count: graph.nodes)
    var isInside = [Bool](repeating: false, count: graph.nodes)
    var seen = [Bool](repeating: false, count: graph.nodes)
    seen[end] = true
    var queue: [Int] = []
    queue.reserveCapacity(graph.nodes)
    queue.append(end)
    var place = 0
    while place < queue.count {
      let node = queue[place]
      place += 1
      for number in before[node] where !seen[graph.arcs[number].from] {
        let other = graph.arcs[number].from
        seen[other] = true
        next[other] = number
        isInside[node] = true
        queue.append(other)
      }
    }
    return queue.dropFirst().filter { !isInside[$0] }.flatMap { start in
      var chain: [PreconditionsView.EdgeID] = []
      var node = start
      while node != end, let number = next[node] {
        chain.append(network.edge(ofWaiver: graph.arcs[number].waiver))
        node = graph.arcs[number].to
      }
      // All who ask for the same of the same step are named.
      guard chain.count == 1, let number = next[start] else { return [chain] }
      return [chain] + others(like: number).map { [$0] }
    }
  }
}
