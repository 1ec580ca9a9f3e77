internal import CaseModel

/// Which steps can never come while what stands stands: those rejected by who must take them, those
/// in a deadlock, and all that wait for one of these.
struct StepOutlook {
  let network: ConditionNetwork
  private(set) var blocked: [PreconditionsView.Blocked]
  /// Of the steps named in a condition those refused by who must take them.
  private(set) var refused: Set<PreconditionsView.StepID>
  /// Steps of a circle with a *before* in it.
  let deadlocked: Set<PreconditionsView.StepID>
  /// With all that waits for any.
  private(set) var hopeless: Set<PreconditionsView.StepID>
  private var consulted: Consulted?

  /// - Parameters:
  ///   - standing: the places of the conditions that stand.
  ///   - before: that of the case before, which is kept as far as its conditions are the same.
  /// - Complexity: O(steps + conditions) and that of ``BlockedChains``.
  init(_ ledger: Ledger, standing: [Int], after before: StepOutlook? = nil) {
    let agreed = Set(ledger.steps.agreed.keys)
    if let before,
      before.network.isOf(
        ledger.allConditions, standing: standing, same: ledger.same, agreed: agreed)
    {
      self = before
      let chains = BlockedChains(network: network, states: ledger.steps)
      let ends = chains.ends()
      if !chains.areEnds(of: blocked, ends) {
        blocked = chains.find(ends)
        hopeless = network.waiting(for: blocked.map(\.step) + deadlocked.sorted())
      }
      refused = Self.refused(network, blocked, ledger)
      return
    }
    network = ConditionNetwork(
      ledger.allConditions, standing: standing, same: ledger.same, agreed: agreed)
    let graph = network.graph
    let part = graph.parts(without: [Bool](repeating: false, count: graph.waivers)).of
    var circling: Set<Int> = []
    for arc in graph.arcs where arc.isBefore && part[arc.from] == part[arc.to] {
      circling.insert(part[arc.from])
    }
    var deadlocked: Set<PreconditionsView.StepID> = []
    for node in 0..<graph.nodes where circling.contains(part[node]) {
      deadlocked.formUnion(network.steps[node])
    }
    self.deadlocked = deadlocked
    let chains = BlockedChains(network: network, states: ledger.steps)
    blocked = chains.find(chains.ends())
    refused = Self.refused(network, blocked, ledger)
    hopeless = network.waiting(for: blocked.map(\.step) + deadlocked.sorted())
  }

  private static func refused(
    _ network: ConditionNetwork, _ blocked: [PreconditionsView.Blocked], _ ledger: Ledger
  ) -> Set<PreconditionsView.StepID> {
    Set(
      zip(network.graph.arcs, network.wordings).filter(\.0.isReturn).map(\.1.to)
        .filter { !ledger.steps.rejections(of: $0).isEmpty }.map(\.id)
    ).union(blocked.map(\.step))
  }

  /// The same, recording in `consulted` what is looked up.
  func noting(_ consulted: Consulted?) -> StepOutlook {
    var outlook = self
    outlook.consulted = consulted
    return outlook
  }

  /// The step can never come.
  func isHopeless(_ step: PreconditionsView.StepID) -> Bool {
    consulted?.steps.insert(step)
    return hopeless.contains(step)
  }

  func isDeadlocked(_ step: PreconditionsView.StepID) -> Bool {
    consulted?.steps.insert(step)
    return deadlocked.contains(step)
  }

  init(_ ledger: Ledger, after before: StepOutlook? = nil) {
    let conditions = ledger.allConditions
    self.init(
      ledger, standing: conditions.indices.filter { conditions[$0].state.stands }, after: before)
  }
}
