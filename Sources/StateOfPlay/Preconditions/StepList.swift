internal import CaseModel

/// The steps that conditions name, each looked up once.
struct StepList {
  private let ledger: Ledger
  private(set) var lines: [PreconditionsView.StepLine] = []
  private var places: [PreconditionsView.StepID: Int] = [:]

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// The step is on the list from now on.
  mutating func add(_ step: Step, _ id: PreconditionsView.StepID) {
    guard places[id] == nil else { return }
    places[id] = lines.count
    lines.append(
      .init(
        id: id, kind: step.kind, title: step.title(ledger.filtered.index), issue: step.issue,
        state: ledger.steps.state(of: step), taken: ledger.steps.taken(step),
        promise: ledger.steps.promise(step), takers: ledger.steps.namedTakers(of: step)))
  }

  /// These wait for what never comes.
  mutating func block(_ steps: Set<PreconditionsView.StepID>) {
    for place in lines.indices {
      lines[place].state = lines[place].state.blocked(where: steps.contains(lines[place].id))
    }
  }

  /// That what sets a trigger off has come about: the stance named, else the step.
  func setOff(_ condition: Condition) -> PreconditionsView.Taken? {
    guard condition.key.isTrigger else { return nil }
    let steps = ledger.steps
    guard let stance = condition.key.stance else { return steps.taken(condition.awaited) }
    let parties = condition.key.party.map { [$0] } ?? steps.takers(of: condition.awaited)
    for party in parties {
      guard let (answer, cell, spoken) = steps.words(of: party, on: condition.awaited),
        !cell.isContested, !cell.isDivided, !answer.isSuperseded,
        answer.state.stances == [stance.read]
      else { continue }
      let deciding = answer.state.deciding
      return .init(
        date: deciding.compactMap { spoken[$0].said }.max(),
        words: "\(ledger.filtered.index.name(party)) is \(stance.read.words)",
        evidence: deciding.map { ledger.filtered.theCase.statements[spoken[$0].position].id },
        basis: nil, through: [])
    }
    return nil
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
  fileprivate var read: PositionStance {
    switch self {
    case .for: .for
    case .against: .against
    case .open: .open
    case .unclear: .unclear
    }
  }
}
