internal import CaseModel

extension PreconditionsView {
  /// The rows the lens shows, which it chooses after everything is derived.
  func shown(_ lens: Lens) -> PreconditionsView {
    guard !lens.parties.isEmpty || !lens.issues.isEmpty else { return self }
    let parties = Set(lens.parties)
    let issues = Set(lens.issues)
    var ofStep: [StepID: Case.Issue.ID] = [:]
    for step in steps { ofStep[step.id] = step.issue }
    func concerns(_ holders: [Case.Actor.ID], _ steps: [StepID]) -> Bool {
      (parties.isEmpty || holders.contains(where: parties.contains))
        && (issues.isEmpty || steps.contains { ofStep[$0].map(issues.contains) ?? false })
    }
    var view = self
    view.deadlocks.removeAll { !concerns($0.parties, $0.steps) }
    view.trades.removeAll { !concerns($0.parties, $0.steps) }
    view.blocked.removeAll { blocked in
      let chain = blocked.chains.flatMap { $0 }.compactMap { edge($0) }
      return !concerns(
        chain.map(\.holder) + blocked.rejections.map(\.party),
        chain.flatMap { [$0.step, $0.awaited] })
    }
    view.standoffs.removeAll { !concerns($0.parties, [$0.step]) }
    view.unsupported.removeAll { !concerns([$0.holder], [$0.step, $0.awaited]) }
    // What the parts shown speak of stays with them.
    var named = Set(view.deadlocks.flatMap { $0.edges + $0.externalConditions })
    named.formUnion(view.trades.flatMap(\.edges) + view.standoffs.flatMap(\.edges))
    named.formUnion(view.blocked.flatMap { $0.chains.flatMap { $0 } })
    view.edges.removeAll { edge in
      !named.contains(edge.id) && !concerns([edge.holder], [edge.step, edge.awaited])
    }
    let left = Set(
      view.edges.flatMap { [$0.step, $0.awaited] } + view.blocked.map(\.step)
        + view.deadlocks.flatMap(\.steps)
        + view.unsupported.flatMap { [$0.step, $0.awaited] })
    view.steps.removeAll { !left.contains($0.id) }
    return view
  }
}
