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
  private let node: [PreconditionsView.StepID: Int]

  /// `standing` are places of conditions to take in. With `merging`, wordings of one milestone are
  /// one node, and a party that will not settle an issue at all holds back each of its answers.
  init(
    _ conditions: [Condition], standing: [Int], same: SameMilestones, merging: Bool = true
  ) {
    self.conditions = conditions
    self.same = same
    waivers = standing.filter { conditions[$0].key.kind != .trigger }
    var node: [PreconditionsView.StepID: Int] = [:]
    var steps: [[PreconditionsView.StepID]] = []
    var ofIssue: [Case.Issue.ID: [Step]] = [:]
    func add(_ step: Step) {
      if node[step.id] != nil { return }
      node[step.id] = steps.count
      if let issue = step.issue { ofIssue[issue, default: []].append(step) }
      if merging, case .milestone(let id) = step {
        for wording in same.wordings(of: id) { node[Step.milestone(wording).id] = steps.count }
      }
      steps.append([])
    }
    var named: Set<PreconditionsView.StepID> = []
    for place in waivers {
      for step in [conditions[place].step, conditions[place].awaited] {
        add(step)
        if named.insert(step.id).inserted, let number = node[step.id] {
          steps[number].append(step.id)
        }
      }
    }
    var arcs: [ConditionGraph.Arc] = []
    var wordings: [(Step, Step)] = []
    func link(_ from: Step, _ to: Step, at tail: Step, _ waiver: Int, _ isBefore: Bool) {
      guard let a = node[tail.id], let b = node[to.id] else { return }
      arcs.append(.init(from: a, to: b, waiver: waiver, isBefore: isBefore))
      wordings.append((from, to))
    }
    for (waiver, place) in waivers.enumerated() {
      let (step, awaited) = (conditions[place].step, conditions[place].awaited)
      let isBefore = conditions[place].key.kind == .before
      link(step, awaited, at: step, waiver, isBefore)
      if !isBefore { link(awaited, step, at: awaited, waiver, false) }
      guard merging, isBefore, step.isWholeIssue, let issue = step.issue else { continue }
      for answer in ofIssue[issue] ?? [] where answer.id != step.id {
        link(step, awaited, at: answer, waiver, true)
      }
    }
    graph = ConditionGraph(nodes: steps.count, waivers: waivers.count, arcs: arcs)
    self.node = node
    self.steps = steps
    self.wordings = wordings
  }

  func number(of step: Step) -> Int? { node[step.id] }

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
