internal import CaseModel
internal import Foundations

/// Finds the deadlocks and trades among the standing conditions, and what opens each deadlock.
struct DeadlockFinder {
  typealias View = PreconditionsView

  let network: ConditionNetwork
  /// Steps that one who must take them rejects outright; nothing is given in exchange for these.
  let rejected: Set<View.StepID>
  let words: ConditionWords
  let limits: View.Limits
  let checkpoint: Checkpoint

  func find() throws -> (deadlocks: [View.Deadlock], trades: [View.Trade]) {
    let graph = network.graph
    let none = [Bool](repeating: false, count: graph.waivers)
    let part = graph.parts(without: none).of
    // The waivers of each part, in order of first mention.
    var order: [Int] = []
    var members: [Int: [Int]] = [:]
    var hasBefore: Set<Int> = []
    for arc in graph.arcs where part[arc.from] == part[arc.to] {
      let number = part[arc.from]
      if members[number] == nil { order.append(number) }
      if members[number]?.last != arc.waiver { members[number, default: []].append(arc.waiver) }
      if arc.isBefore { hasBefore.insert(number) }
    }
    let total = hasBefore.count
    var work = limits.work
    var deadlocks: [View.Deadlock] = []
    var trades: [View.Trade] = []
    for number in order {
      let waivers = members[number] ?? []
      if hasBefore.contains(number) {
        try checkpoint.report(deadlocks.count, of: total)
        let done = deadlocks.count
        // What one leaves of its share goes to those after it.
        let (found, spent) = try deadlock(waivers, work: work / (total - done)) {
          try checkpoint.report(done, of: total)
        }
        work = max(0, work - spent)
        deadlocks.append(found)
      } else {
        trades += self.trades(among: waivers)
      }
    }
    if total > 0 { try checkpoint.report(total, of: total) }
    return (deadlocks, trades)
  }

  /// Spends no more than `work` on what is not sought exactly, and says how much.
  private func deadlock(
    _ waivers: [Int], work: Int, _ tick: @escaping () throws -> Void
  ) throws -> (View.Deadlock, spent: Int) {
    var limits = limits
    limits.work = work
    let inner = ConditionNetwork(
      network.conditions, standing: waivers.map { network.waivers[$0] }, same: network.same,
      agreed: network.agreed)
    let none = [Bool](repeating: false, count: inner.graph.waivers)
    var circles = ShortestCircle(inner.graph)
    let cycle = circle(
      circles.find(without: none, weights: inner.inferenceWeights) ?? [], in: inner)
    let parties = holders(waivers)
    let places = Dictionary(
      parties.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var search = WaiverSearch(
      inner.graph,
      parties: inner.waivers.indices.map { places[inner.condition(ofWaiver: $0).key.holder] ?? 0 },
      limits: limits, tick: tick)
    let result = try search.run()
    let openings = View.Openings(
      sets: result.sets.map { set in
        View.Opening(
          waivers: set.map(inner.edge(ofWaiver:)),
          parties: holders(set.map { waivers[$0] }))
      }, smallest: result.smallest, isProven: result.isProven,
      hasAllSmallest: result.hasAllSmallest, isComplete: result.isComplete)
    let deadlock = View.Deadlock(
      parties: parties, steps: inner.graph.circling.flatMap { inner.steps[$0] },
      edges: waivers.map(network.edge(ofWaiver:)), cycle: cycle,
      firm: cycle.isFirm ? nil : firm(inner), openings: openings,
      order: order(inner, without: result.sets.first ?? []),
      externalConditions: externalConditions(inner, waivers))
    return (deadlock, result.spent)
  }

  /// A shortest circle that rests neither on an inference nor on `sameAs`.
  private func firm(_ inner: ConditionNetwork) -> View.Circle? {
    let stated = inner.waivers.filter { inner.conditions[$0].known.kind != .inferred }
    let plain = ConditionNetwork(
      inner.conditions, standing: stated, same: inner.same, agreed: inner.agreed,
      merging: false)
    var circles = ShortestCircle(plain.graph)
    let none = [Bool](repeating: false, count: plain.graph.waivers)
    return circles.find(without: none).map { circle($0, in: plain) }
  }

  private func circle(_ arcs: [Int], in network: ConditionNetwork) -> View.Circle {
    // Begin with the condition on record first.
    let waivers = arcs.map { network.graph.arcs[$0].waiver }
    let start = waivers.indices.min { waivers[$0] < waivers[$1] } ?? 0
    let turned = Array(arcs[start...] + arcs[..<start])
    var seen: Set<Int> = []
    let order = turned.map { network.graph.arcs[$0].waiver }.filter { seen.insert($0).inserted }
    let same = network.links(along: turned, closed: true)
    let sentences = order.map { words.sentence(network.condition(ofWaiver: $0)) }
    return View.Circle(
      edges: order.map(network.edge(ofWaiver:)),
      sentence: (sentences + same.map(words.sentence)).joined(separator: "; ") + ".",
      inferences: inferences(order, in: network), sameAs: same)
  }

  private func inferences(_ waivers: [Int], in network: ConditionNetwork) -> [View.Inference] {
    waivers.compactMap { waiver in
      let known = network.condition(ofWaiver: waiver).known
      guard known.kind == .inferred else { return nil }
      return View.Inference(edge: network.edge(ofWaiver: waiver), by: known.by)
    }
  }

  private func holders(_ waivers: [Int]) -> [Case.Actor.ID] {
    var found: [Case.Actor.ID] = []
    for waiver in waivers {
      let holder = network.condition(ofWaiver: waiver).key.holder
      if !found.contains(holder) { found.append(holder) }
    }
    return found
  }

  /// What can still be given together of connected exchanges: those with a half that is
  /// rejected are blocked and no trade, and without them the rest may fall apart.
  private func trades(among waivers: [Int]) -> [View.Trade] {
    let open = waivers.filter { waiver in
      let condition = network.condition(ofWaiver: waiver)
      return !rejected.contains(condition.stepID) && !rejected.contains(condition.awaitedID)
    }
    if let apart = byPrice(open) { return apart.flatMap { trades(among: $0) } }
    return open.count == waivers.count ? [trade(waivers)] : connected(open).map { trade($0) }
  }

  /// What is still tied together of exchanges.
  private func connected(_ open: [Int]) -> [[Int]] {
    let inner = ConditionNetwork(
      network.conditions, standing: open.map { network.waivers[$0] }, same: network.same,
      agreed: network.agreed)
    let part = inner.graph.parts(without: [Bool](repeating: false, count: open.count)).of
    var found: [(part: Int, waivers: [Int])] = []
    for arc in inner.graph.arcs {
      let waiver = open[arc.waiver]
      if let place = found.firstIndex(where: { $0.part == part[arc.from] }) {
        if found[place].waivers.last != waiver { found[place].waivers.append(waiver) }
      } else {
        found.append((part[arc.from], [waiver]))
      }
    }
    return found.map(\.waivers)
  }

  /// Where connected exchanges ask for several answers to one question that exclude each other, as two
  /// prices, those of each, with all that asks for none of them; nil where they can be given together.
  private func byPrice(_ waivers: [Int]) -> [[Int]]? {
    var answers: [Case.Issue.ID: [View.StepID]] = [:]
    for waiver in waivers {
      let condition = network.condition(ofWaiver: waiver)
      for step in [condition.step, condition.awaited] {
        guard let issue = step.issue, step.isOneAnswer,
          words.index.issue(issue)?.answers == .one,
          !(answers[issue]?.contains(step.id) ?? false)
        else { continue }
        answers[issue, default: []].append(step.id)
      }
    }
    let rivals = answers.filter { $0.value.count > 1 }.min { $0.key < $1.key }?.value
    guard let rivals else { return nil }
    let apart = rivals.flatMap { answer in
      connected(
        waivers.filter { waiver in
          let condition = network.condition(ofWaiver: waiver)
          let ids = [condition.stepID, condition.awaitedID]
          return ids.contains(answer) || !ids.contains(where: rivals.contains)
        })
    }.uniqued
    // An exchange of one answer for another of the same question has no part without either.
    return apart.allSatisfy { $0.count < waivers.count } ? apart : nil
  }

  private func trade(_ waivers: [Int]) -> View.Trade {
    let inner = ConditionNetwork(
      network.conditions, standing: waivers.map { network.waivers[$0] }, same: network.same,
      agreed: network.agreed)
    var same: [View.SameAs] = []
    for wordings in inner.steps where wordings.count > 1 {
      let ids = wordings.map { Case.Milestone.ID(String($0.dropFirst("milestone/".count))) }
      for other in ids.dropFirst() {
        for link in network.same.path(from: ids[0], to: other) where !same.contains(link) {
          same.append(link)
        }
      }
    }
    return View.Trade(
      parties: holders(waivers), steps: inner.steps.flatMap { $0 },
      edges: waivers.map(network.edge(ofWaiver:)), inferences: inferences(waivers, in: network),
      sameAs: same)
  }

  /// What waits for nothing first; what is given in exchange together.
  private func order(_ inner: ConditionNetwork, without waivers: [Int]) -> [View.Stage] {
    let graph = inner.graph
    var removed = [Bool](repeating: false, count: graph.waivers)
    for waiver in waivers { removed[waiver] = true }
    let (part, count) = graph.parts(without: removed)
    var after = [[Int]](repeating: [], count: count)
    for arc in graph.arcs where !removed[arc.waiver] && part[arc.from] != part[arc.to] {
      after[part[arc.from]].append(part[arc.to])
    }
    // What a part waits for has a lower number.
    var level = [Int](repeating: 0, count: count)
    for number in 0..<count { level[number] = (after[number].map { level[$0] + 1 }.max() ?? 0) }
    var stages = [View.Stage](
      repeating: View.Stage(bundles: []), count: (level.max() ?? -1) + 1)
    var place = [Int?](repeating: nil, count: count)
    for node in graph.circling {
      let (number, stage) = (part[node], level[part[node]])
      if let place = place[number] {
        stages[stage].bundles[place] += inner.steps[node]
      } else {
        place[number] = stages[stage].bundles.count
        stages[stage].bundles.append(inner.steps[node])
      }
    }
    return stages.filter { !$0.bundles.isEmpty }
  }

  /// Conditions that hold back a step of the deadlock and lie outside it.
  private func externalConditions(_ inner: ConditionNetwork, _ waivers: [Int]) -> [View.EdgeID] {
    let own = Set(waivers)
    let circling = Set(inner.graph.circling)
    return network.waivers.indices.filter { waiver in
      !own.contains(waiver)
        && inner.number(of: network.condition(ofWaiver: waiver).stepID).map(circling.contains)
          ?? false
    }.map(network.edge(ofWaiver:))
  }
}
