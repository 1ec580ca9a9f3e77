internal import CaseModel

/// The steps that conditions name, each looked up once.
struct StepList {
  private let ledger: Ledger
  private(set) var lines: [PreconditionsView.StepLine] = []
  private var places: [PreconditionsView.StepID: Int] = [:]

  /// The lines, as far as they are kept, before what waits for what never comes is blocked.
  private(set) var parts: KeptParts<PreconditionsView.StepID, PreconditionsView.StepLine>

  init(
    _ ledger: Ledger,
    _ parts: KeptParts<PreconditionsView.StepID, PreconditionsView.StepLine> = KeptParts()
  ) {
    self.ledger = ledger
    self.parts = parts
  }

  /// The step is on the list from now on.
  mutating func add(_ step: Step, _ id: PreconditionsView.StepID) {
    guard places[id] == nil else { return }
    places[id] = lines.count
    lines.append(
      parts.part(id) { consulted in
        let ledger = Ledger(ledger, noting: consulted)
        return .init(
          id: id, kind: step.kind, title: step.title(ledger.filtered.index), issue: step.issue,
          state: ledger.steps.state(of: step), taken: ledger.steps.taken(step),
          promise: ledger.steps.promise(step), takers: ledger.steps.namedTakers(of: step))
      })
  }

  /// These wait for what never comes.
  mutating func block(_ steps: Set<PreconditionsView.StepID>) {
    for place in lines.indices {
      lines[place].state = lines[place].state.blocked(where: steps.contains(lines[place].id))
    }
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
