internal import CaseModel
internal import StateOfPlay

extension PreconditionsView {
  /// The conditions that stand, as the picture draws them: milestones that someone holds to be one
  /// are one node, deadlocks are numbered, what follows from other conditions is left out.
  ///
  /// - Parameters:
  ///   - knotsOnly: what is in no deadlock or trade is left out.
  ///   - number: of a deadlock, counted from 1.
  func stepGraph(
    _ index: CaseIndex, knotsOnly: Bool = false, number: (Deadlock) -> Int? = { _ in nil }
  ) -> StepGraph {
    let knots = Set(deadlocks.flatMap(\.edges) + trades.flatMap(\.edges))
    let drawn = edges.filter { edge in
      edge.state.stands && edge.kind != .trigger && (!knotsOnly || knots.contains(edge.id))
    }
    var circles: [EdgeID: Int] = [:]
    for (place, deadlock) in deadlocks.enumerated() {
      for edge in deadlock.edges { circles[edge] = number(deadlock) ?? place + 1 }
    }
    let merged = mergedSteps()
    func node(_ step: StepID) -> StepID { merged[step] ?? step }
    let used = Set(drawn.flatMap { [node($0.step), node($0.awaited)] })
    var titles: [StepID: [String]] = [:]
    for line in steps where used.contains(node(line.id)) {
      titles[node(line.id), default: []].append(line.title)
    }
    var graph = StepGraph(nodes: [], edges: [])
    for line in steps where used.contains(line.id) && node(line.id) == line.id {
      var node = StepGraph.Node(
        id: line.id, label: (titles[line.id] ?? []).joined(separator: " = "),
        kind: line.kind.drawn, state: line.state, link: line.entry)
      node.done = line.done(index)
      graph.nodes.append(node)
    }
    graph.edges = drawn.map { edge in
      StepGraph.Edge(
        from: node(edge.awaited), to: node(edge.step),
        kind: edge.kind == .exchange ? .exchange : .before, holder: index.name(edge.holder),
        isInferred: edge.known.kind == .inferred, circle: circles[edge.id],
        isHidden: edge.isImplied)
    }
    return graph
  }

  /// For each milestone held to be the same as another, the first of them.
  private func mergedSteps() -> [StepID: StepID] {
    var merged: [StepID: StepID] = [:]
    func step(_ id: Case.Milestone.ID) -> StepID? {
      steps.first { $0.id == "milestone/\(id)" }?.id
    }
    let pairs = deadlocks.flatMap(\.cycle.sameAs) + trades.flatMap(\.sameAs)
    for pair in pairs {
      guard let a = step(pair.milestone), let b = step(pair.other) else { continue }
      let (first, second) = (merged[a] ?? a, merged[b] ?? b)
      guard first != second else { continue }
      for (id, to) in merged where to == second { merged[id] = first }
      merged[second] = first
    }
    return merged
  }
}

extension PreconditionsView.StepLine {
  /// The entry whose step it is: `issue/ceasefire/truce`, `milestone/results`.
  fileprivate var entry: Link? {
    let parts = id.split(separator: "/").map(String.init)
    guard parts.count > 1,
      let section = Case.Section.allCases.first(where: { $0.noun == parts[0] })
    else { return nil }
    return .entry(section, parts[1])
  }
}

extension PreconditionsView.StepLine {
  /// What it is once it is taken, where its words or those who must take it say that it is an act.
  fileprivate func done(_ index: CaseIndex) -> String? {
    let parts = id.split(separator: "/").map(String.init)
    guard parts.count > 1 else { return nil }
    switch kind {
    case .settled:
      guard parts.count == 3, let issue = index.issue(Case.Issue.ID(parts[1])),
        let option = issue.options.first(where: { $0.id.raw == parts[2] })
      else { return nil }
      let nature = index.nature(of: .issue(issue.id, .options([option.id])))
      return option.takenBy.isEmpty && nature != .act ? nil : nature.done
    case .reached:
      let nature = index.nature(of: .milestone(Case.Milestone.ID(parts[1])))
      return nature == .terms ? nil : nature.done
    case .fulfilled: return index.nature(of: .commitment(Case.Commitment.ID(parts[1]))).done
    case .held, .signed, .accepted: return nil
    }
  }
}

extension PreconditionsView.StepLine.Kind {
  fileprivate var drawn: StepGraph.Node.Kind {
    switch self {
    case .settled: .issue
    case .reached: .milestone
    case .signed: .draft
    case .accepted: .package
    case .held: .meeting
    case .fulfilled: .commitment
    }
  }
}
