internal import CaseModel

/// The steps that conditions name, each looked up once.
struct StepList {
  private var steps: [Step] = []
  private var ids: [PreconditionsView.StepID] = []
  private var known: Set<PreconditionsView.StepID> = []

  /// The step is on the list from now on.
  mutating func add(_ step: Step, _ id: PreconditionsView.StepID) {
    guard known.insert(id).inserted else { return }
    steps.append(step)
    ids.append(id)
  }

  /// - Parameters:
  ///   - hopeless: the steps that wait for what never comes.
  ///   - parts: the lines, as far as they are kept, before these are blocked.
  func lines(
    _ ledger: Ledger, _ hopeless: Set<PreconditionsView.StepID>,
    _ parts: inout KeptParts<PreconditionsView.StepID, PreconditionsView.StepLine>
  ) -> [PreconditionsView.StepLine] {
    let (steps, ids) = (steps, ids)
    var lines = parts.parts(ids, work: ids.count * 16) { place, consulted in
      let (step, ledger) = (steps[place], ledger.noting(consulted))
      return PreconditionsView.StepLine(
        id: ids[place], kind: step.kind, title: step.title(ledger.filtered.index),
        issue: step.issue,
        state: ledger.steps.state(of: step), taken: ledger.steps.taken(step),
        promise: ledger.steps.promise(step), takers: ledger.steps.namedTakers(of: step))
    }
    for place in lines.indices {
      lines[place].state = lines[place].state.blocked(where: hopeless.contains(ids[place]))
    }
    return lines
  }
}

extension PreconditionsView.StepState {
  /// Blocked where the step waits for what never comes; one that is agreed, done or ended waits no
  /// longer.
  func blocked(where isHopeless: Bool) -> Self {
    switch self {
    case .open, .promised, .overdue: isHopeless ? .blocked : self
    case .agreed, .done, .blocked, .ended: self
    }
  }
}

extension Case.Statement.Stance {
  var read: PositionStance {
    switch self {
    case .for: .for
    case .against: .against
    case .open: .open
    case .unclear: .unclear
    }
  }
}
