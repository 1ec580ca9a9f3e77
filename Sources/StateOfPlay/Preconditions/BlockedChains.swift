internal import CaseModel

/// Steps that are waited for and rejected outright, with the chains that end in them.
struct BlockedChains {
  let network: ConditionNetwork
  let states: StepBook

  /// - Complexity: O(conditions + steps rejected × pairs of steps with a condition between them).
  func find() -> [PreconditionsView.Blocked] {
    let graph = network.graph
    let before = (0..<graph.nodes).map(firstArcs)
    var seen: Set<PreconditionsView.StepID> = []
    var found: [PreconditionsView.Blocked] = []
    for (arc, wording) in zip(graph.arcs, network.wordings) where !arc.isReturn {
      guard seen.insert(wording.to.id).inserted else { continue }
      let rejections = states.rejections(of: wording.to)
      if rejections.isEmpty { continue }
      found.append(
        .init(step: wording.to.id, rejections: rejections, chains: chains(into: arc.to, before)))
    }
    return found
  }

  /// Of the arcs to a node the first from each other.
  private func firstArcs(to node: Int) -> [Int] {
    var seen: Set<Int> = []
    return network.graph.arcs(to: node).filter {
      !network.graph.arcs[$0].isReturn && seen.insert(network.graph.arcs[$0].from).inserted
    }
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
    return queue.dropFirst().filter { !isInside[$0] }.map { start in
      var chain: [PreconditionsView.EdgeID] = []
      var node = start
      while node != end, let number = next[node] {
        chain.append(network.edge(ofWaiver: graph.arcs[number].waiver))
        node = graph.arcs[number].to
      }
      return chain
    }
  }
}
