internal import CaseModel

/// The steps that conditions name, each looked up once.
struct StepList {
  private let states: StepStates
  private let index: CaseIndex
  private(set) var lines: [PreconditionsView.StepLine] = []
  private var places: [PreconditionsView.StepID: Int] = [:]

  init(_ states: StepStates, _ index: CaseIndex) {
    self.states = states
    self.index = index
  }

  /// That the step was taken, where it was; it is on the list from now on.
  mutating func taken(_ step: Step, _ id: PreconditionsView.StepID)
    -> [PreconditionsView.Taken]
  {
    if let place = places[id] { return lines[place].taken.map { [$0] } ?? [] }
    let taken = states.taken(step)
    places[id] = lines.count
    lines.append(
      .init(id: id, kind: step.kind, title: step.title(index), issue: step.issue, taken: taken))
    return taken.map { [$0] } ?? []
  }

  /// That what sets a trigger off has come about: the stance named, else the step.
  mutating func setOff(_ condition: Condition) -> PreconditionsView.Taken? {
    guard condition.key.kind == .trigger else { return nil }
    let taken = taken(condition.awaited, condition.awaitedID)
    guard let stance = condition.key.stance else { return taken.first }
    let parties = condition.key.party.map { [$0] } ?? states.takers(of: condition.awaited)
    for party in parties {
      guard let (answer, isContested) = states.position(party, on: condition.awaited),
        !isContested, !answer.isSuperseded, answer.stances == [stance.read]
      else { continue }
      return .init(
        date: answer.newest, words: "\(index.name(party)) is \(stance.read.words)",
        evidence: answer.decidedBy, basis: nil, through: [])
    }
    return nil
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
