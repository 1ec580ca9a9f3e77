package import CaseModel
package import Foundations

/// What would follow for the conditions on record if a step were taken, or if a party gave up one of
/// its conditions. It needs no numbers: steps are options, milestones, meetings, promises and texts.
package struct StepSuppositionView: Sendable, Hashable, Codable {
  /// The step supposed to be taken; nil where a condition is supposed to be given up.
  package var step: PreconditionsView.StepLine?
  /// The condition supposed to be given up; nil where a step is supposed to be taken.
  package var condition: PreconditionsView.Edge?
  package var preconditions: SuppositionView.Preconditions
}

/// See ``StepSuppositionView``; nil where no condition in force waits for the step.
/// - Throws: what `checkpoint` throws.
package func supposition(
  _ theCase: Case, _ lens: Lens = Lens(), taken step: PreconditionsView.StepID,
  conditions: PreconditionsView, checkpoint: Checkpoint = Checkpoint()
) throws -> StepSuppositionView? {
  let met = conditions.edges.filter { $0.isAwaited && $0.awaited == step }
  guard !met.isEmpty, let line = conditions.steps.first(where: { $0.id == step }) else {
    return nil
  }
  var view = StepSuppositionView(step: line, condition: nil, preconditions: .init(conditions))
  try view.preconditions.suppose(met: met, dropped: [], conditions, theCase, lens, checkpoint)
  return view
}

/// See ``StepSuppositionView``; nil where no such condition is in force.
/// - Throws: what `checkpoint` throws.
package func supposition(
  _ theCase: Case, _ lens: Lens = Lens(), dropped condition: PreconditionsView.EdgeID,
  conditions: PreconditionsView, checkpoint: Checkpoint = Checkpoint()
) throws -> StepSuppositionView? {
  guard let edge = conditions.edges.first(where: { $0.isAwaited && $0.id == condition }) else {
    return nil
  }
  var view = StepSuppositionView(step: nil, condition: edge, preconditions: .init(conditions))
  try view.preconditions.suppose(met: [], dropped: [edge], conditions, theCase, lens, checkpoint)
  return view
}

extension PreconditionsView {
  /// Steps for which a condition in force waits, in order of first mention: those that can be supposed
  /// to be taken.
  package var awaitedSteps: [StepLine] {
    let awaited = Set(edges.filter(\.isAwaited).map(\.awaited))
    return steps.filter { awaited.contains($0.id) }
  }

  /// Conditions in force that hold a step back, which can be supposed to be given up.
  package var givable: [Edge] { edges.filter(\.isAwaited) }
}

extension PreconditionsView.Edge {
  /// In force, and holding its step back until another is taken.
  fileprivate var isAwaited: Bool { state.stands && kind != .trigger }
}

extension SuppositionView.Preconditions {
  /// Before anything is supposed.
  init(_ conditions: PreconditionsView) {
    self.init(
      met: [], dropped: [], sentences: [:], deadlocksBefore: conditions.deadlocks.count,
      deadlocksAfter: conditions.deadlocks.count, freed: [])
  }

  /// - Throws: what `checkpoint` throws.
  mutating func suppose(
    met: [PreconditionsView.Edge], dropped: [PreconditionsView.Edge],
    _ conditions: PreconditionsView, _ theCase: Case, _ lens: Lens, _ checkpoint: Checkpoint
  ) throws {
    (self.met, self.dropped) = (met.map(\.id), dropped.map(\.id))
    for edge in met + dropped { sentences[edge.id] = edge.sentence }
    let waived = Set(self.met + self.dropped)
    guard !waived.isEmpty else { return }
    let after = try StateOfPlay.preconditions(
      theCase, lens, waiving: waived, checkpoint: checkpoint)
    deadlocksAfter = after.deadlocks.count
    func isHeld(_ step: PreconditionsView.StepID, _ view: PreconditionsView) -> Bool {
      view.edges.contains { $0.step == step && $0.kind == .before && $0.state.stands }
    }
    freed = after.steps.filter {
      $0.taken == nil && isHeld($0.id, conditions) && !isHeld($0.id, after)
    }.map(\.title)
  }
}
