internal import CaseModel
internal import Foundations
package import StateOfPlay

/// The conditions on record beside the same with some of them supposed to be given up.
package struct WaiverComparison: Sendable {
  package let base: PreconditionsView
  package let tried: PreconditionsView
  /// Supposed to be given up.
  package let waived: Set<PreconditionsView.EdgeID>

  package init(
    base: PreconditionsView, tried: PreconditionsView, waived: Set<PreconditionsView.EdgeID>
  ) {
    (self.base, self.tried, self.waived) = (base, tried, waived)
  }

  /// Nothing supposed.
  init(_ view: PreconditionsView) { self.init(base: view, tried: view, waived: []) }

  /// A deadlock on record of which nothing is left.
  package func opens(_ deadlock: PreconditionsView.Deadlock) -> Bool {
    let edges = Set(deadlock.edges)
    return !tried.deadlocks.contains { !edges.isDisjoint(with: $0.edges) }
  }

  /// A deadlock keeps the number that it has on record, whatever is supposed.
  func number(_ deadlock: PreconditionsView.Deadlock) -> Int? {
    let edges = Set(deadlock.edges)
    return base.deadlocks.firstIndex { !edges.isDisjoint(with: $0.edges) }.map { $0 + 1 }
  }

  /// Steps that nothing on record would hold back any longer.
  private var freed: [PreconditionsView.StepLine] {
    tried.steps.filter { step in
      step.taken == nil && isHeld(step.id, base) && !isHeld(step.id, tried)
    }
  }

  private func isHeld(_ step: PreconditionsView.StepID, _ view: PreconditionsView) -> Bool {
    view.edges.contains { $0.step == step && $0.kind == .before && $0.state.stands }
  }

  /// What would come of it; nil where nothing is supposed.
  var result: Inline? {
    guard !waived.isEmpty else { return nil }
    let count = base.deadlocks.count
    let open = base.deadlocks.filter(opens).compactMap(number)
    var line = Inline("Hypothetical: \(waived.count.counted("condition")) given up. ", .strong)
    let numbers = open.map { "Deadlock \($0)" }.joined(separator: ", ")
    switch (open.count, count) {
    case (_, 0): break
    case (0, 1): line += Inline("The deadlock is not resolved.")
    case (0, _): line += Inline("None of the \(count) deadlocks is resolved.")
    case (1, 1): line += Inline("The deadlock is resolved.")
    case (1, _): line += Inline("1 of \(count) deadlocks is resolved: \(numbers).")
    default: line += Inline("\(open.count) of \(count) deadlocks are resolved: \(numbers).")
    }
    let titles = freed.map { "“\($0.title)”" }.joined(separator: ", ")
    if !titles.isEmpty {
      line += Inline(" Nothing on record would hold back any longer: \(titles).")
    }
    return line
  }
}
