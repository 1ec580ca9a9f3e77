internal import CaseModel

/// Steps that are waited for and rejected outright, with the chains that end in them.
struct BlockedChains {
  let network: ConditionNetwork
  let states: StepStates

  /// - Complexity: O(steps rejected × conditions).
  func find() -> [PreconditionsView.Blocked] {
    let graph = network.graph
    var seen: Set<PreconditionsView.StepID> = []
    var found: [PreconditionsView.Blocked] = []
    for (arc, wording) in zip(graph.arcs, network.wordings) {
      guard seen.insert(wording.to.id).inserted else { continue }
      let rejections = states.rejections(of: wording.to)
      if rejections.isEmpty { continue }
      found.append(
        .init(step: wording.to.id, rejections: rejections, chains: chains(into: arc.to)))
    }
    return found
  }

  /// The shortest chain from every step that waits, less those that are the end of a longer one.
  private func chains(into end: Int) -> [[PreconditionsView.EdgeID]] {
    let graph = network.graph
    var next = [Int?](repeating: nil, count: graph.nodes)
    var isInside = [Bool](repeating: false, count: graph.nodes)
    var seen = [Bool](repeating: false, count: graph.nodes)
    seen[end] = true
    var queue = [end]
    var place = 0
    while place < queue.count {
      let node = queue[place]
      place += 1
      for number in graph.arcs(to: node) where !seen[graph.arcs[number].from] {
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
