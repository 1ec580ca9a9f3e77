internal import CaseModel

/// The standing conditions as a graph, with what its numbers stand for.
struct ConditionNetwork {
  let conditions: [Condition]
  /// Of each waiver of the graph, the place of its condition.
  let waivers: [Int]
  let graph: ConditionGraph
  /// Of each node the steps it stands for: one, or several wordings of one.
  let steps: [[PreconditionsView.StepID]]
  /// The steps each arc runs between, in the condition's own wording.
  let wordings: [(from: Step, to: Step)]
  let same: SameMilestones
  /// Steps agreed with nothing attached: given in exchange, these wait for nothing in return.
  let agreed: Set<PreconditionsView.StepID>
  private let node: [PreconditionsView.StepID: Int]

  private struct Pair: Hashable {
    let first: PreconditionsView.StepID
    let second: PreconditionsView.StepID

    init(_ condition: Condition) {
      (first, second) = (condition.key.step, condition.key.awaited)
    }
  }

  /// `standing` are places of conditions to take in. With `merging`, wordings of one milestone are
  /// one node, and a party that will not settle an issue at all holds back each of its answers.
  init(
    _ conditions: [Condition], standing: [Int], same: SameMilestones,
    agreed: Set<PreconditionsView.StepID>, merging: Bool = true
  ) {
    self.conditions = conditions
    self.agreed = agreed
    self.same = same
    waivers = standing.filter { !conditions[$0].key.isTrigger }
    var node: [PreconditionsView.StepID: Int] = [:]
    var steps: [[PreconditionsView.StepID]] = []
    var ofIssue: [Case.Issue.ID: [(id: PreconditionsView.StepID, node: Int)]] = [:]
    func number(of step: Step, _ id: PreconditionsView.StepID) -> Int {
      if let number = node[id] { return number }
      let number = steps.count
      node[id] = number
      if let issue = step.issue { ofIssue[issue, default: []].append((id, number)) }
      if merging, case .milestone(let milestone) = step {
        for wording in same.wordings(of: milestone) { node[Step.milestone(wording).id] = number }
      }
      steps.append([])
      return number
    }
    var named: Set<PreconditionsView.StepID> = []
    var ends: [(from: Int, to: Int)] = []
    for place in waivers {
      let condition = conditions[place]
      let from = number(of: condition.step, condition.stepID)
      if named.insert(condition.stepID).inserted { steps[from].append(condition.stepID) }
      let to = number(of: condition.awaited, condition.awaitedID)
      if named.insert(condition.awaitedID).inserted { steps[to].append(condition.awaitedID) }
      ends.append((from, to))
    }
    var arcs: [ConditionGraph.Arc] = []
    var wordings: [(Step, Step)] = []
    // Who of a pair of steps spoke of giving the one for the other.
    var traders: [Pair: Set<Case.Actor.ID>] = [:]
    for place in waivers where conditions[place].key.isExchange {
      let condition = conditions[place]
      traders[Pair(condition), default: []].formUnion([condition.holder] + condition.givers)
    }
    for (waiver, place) in waivers.enumerated() {
      let (step, awaited) = (conditions[place].step, conditions[place].awaited)
      let (from, to) = ends[waiver]
      let isBefore = conditions[place].kind == .before
      arcs.append(.init(from: from, to: to, waiver: waiver, isBefore: isBefore))
      wordings.append((step, awaited))
      if !isBefore, !agreed.contains(conditions[place].awaitedID) {
        let isReturn = (traders[Pair(conditions[place])]?.count ?? 0) < 2
        arcs.append(
          .init(from: to, to: from, waiver: waiver, isBefore: false, isReturn: isReturn))
        wordings.append((awaited, step))
      }
      guard merging, isBefore, step.isWholeIssue, let issue = step.issue else { continue }
      for answer in ofIssue[issue] ?? [] where answer.id != conditions[place].stepID {
        arcs.append(.init(from: answer.node, to: to, waiver: waiver, isBefore: true))
        wordings.append((step, awaited))
      }
    }
    graph = ConditionGraph(nodes: steps.count, waivers: waivers.count, arcs: arcs)
    self.node = node
    self.steps = steps
    self.wordings = wordings
  }

  /// It is the network of these conditions, too: those that stand are the same, in the same places.
  func isOf(
    _ conditions: [Condition], standing: [Int], same: SameMilestones,
    agreed: Set<PreconditionsView.StepID>
  ) -> Bool {
    self.agreed == agreed && self.same == same
      && standing.filter { !conditions[$0].key.isTrigger } == waivers
      && waivers.allSatisfy { self.conditions[$0] == conditions[$0] }
  }

  func number(of step: PreconditionsView.StepID) -> Int? { node[step] }

  /// The steps that wait for any of `ends`, at once or through others, and these themselves.
  /// - Complexity: O(nodes + arcs).
  func waiting(for ends: [PreconditionsView.StepID]) -> Set<PreconditionsView.StepID> {
    var found = Set(ends)
    var seen = [Bool](repeating: false, count: graph.nodes)
    var open: [Int] = []
    for end in ends {
      guard let number = node[end], !seen[number] else { continue }
      seen[number] = true
      open.append(number)
    }
    while let number = open.popLast() {
      found.formUnion(steps[number])
      for arc in graph.arcs(to: number)
      where !seen[graph.arcs[arc].from] && !graph.arcs[arc].isReturn {
        seen[graph.arcs[arc].from] = true
        open.append(graph.arcs[arc].from)
      }
    }
    return found
  }

  func condition(ofWaiver waiver: Int) -> Condition { conditions[waivers[waiver]] }

  func edge(ofWaiver waiver: Int) -> PreconditionsView.EdgeID { waivers[waiver] + 1 }

  /// What every arc of a circle adds to the weight of what it rests on.
  var inferenceWeights: [Int] {
    graph.arcs.map { condition(ofWaiver: $0.waiver).known.kind == .inferred ? 1 : 0 }
  }

  /// The `sameAs` links by which one arc of a walk goes on to the next.
  func links(along arcs: [Int], closed: Bool) -> [PreconditionsView.SameAs] {
    var found: [PreconditionsView.SameAs] = []
    for (place, arc) in arcs.enumerated() {
      let next = place + 1 < arcs.count ? arcs[place + 1] : closed ? arcs[0] : arc
      guard case .milestone(let end) = wordings[arc].to,
        case .milestone(let start) = wordings[next].from, place + 1 < arcs.count || closed
      else { continue }
      for link in same.path(from: end, to: start) where !found.contains(link) {
        found.append(link)
      }
    }
    return found
  }
}
