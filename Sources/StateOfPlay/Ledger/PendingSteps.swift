internal import CaseModel

/// Steps on which all are of one mind, and what is still asked for them.
struct PendingSteps {
  private let book: StepBook
  private var steps: [PreconditionsView.StepID: Pending] = [:]
  /// By step awaited, the conditions that its agreement meets.
  private var awaiting: [PreconditionsView.StepID: [Int]] = [:]
  private var ready: [PreconditionsView.StepID] = []
  private(set) var agreed: [PreconditionsView.StepID: PreconditionsView.Taken] = [:]

  private struct Pending {
    let parties: Set<Case.Actor.ID>
    var taken: PreconditionsView.Taken
    var conditions = 0
  }

  init(_ book: StepBook, _ conditions: [Condition]) {
    self.book = book
    var order: [PreconditionsView.StepID] = []
    // Of a step on which not all agree that is found once, too: many conditions can be on it.
    var seen: Set<PreconditionsView.StepID> = []
    func add(_ step: Step) {
      let id = step.id
      guard seen.insert(id).inserted, let (parties, taken) = book.assent(to: step) else { return }
      steps[id] = Pending(parties: Set(parties), taken: taken)
      order.append(id)
    }
    for (place, condition) in conditions.enumerated() where !condition.key.isTrigger {
      add(condition.step)
      let isMetSo = condition.met.map { $0 == .agreed } ?? book.isMetByAgreement(condition.awaited)
      for step in book.answers(of: condition.awaited) {
        add(step)
        if isMetSo { awaiting[step.id, default: []].append(place) }
      }
    }
    for condition in conditions where condition.state.stands && !condition.key.isTrigger {
      if steps[condition.stepID]?.parties.contains(condition.holder) ?? false {
        steps[condition.stepID]?.conditions += 1
      }
    }
    ready = order.filter { steps[$0]?.conditions == 0 }
  }

  mutating func close(
    _ place: Int, _ reason: Closing.Reason, _ taken: PreconditionsView.Taken,
    _ conditions: inout [Condition]
  ) {
    guard conditions[place].state.stands else { return }
    conditions[place].close(reason, taken)
    let id = conditions[place].stepID
    guard let step = steps[id], step.parties.contains(conditions[place].holder) else { return }
    // What was agreed only with a condition is agreed once it is met.
    steps[id]?.taken.date = [step.taken.date, taken.date].compactMap { $0 }
      .max { $0.ends < $1.ends }
    steps[id]?.conditions -= 1
    if steps[id]?.conditions == 0 { ready.append(id) }
  }

  mutating func run(_ conditions: inout [Condition]) {
    while let id = ready.popLast() {
      guard agreed[id] == nil, let step = steps[id] else { continue }
      agreed[id] = step.taken
      for place in awaiting[id] ?? [] { close(place, .fulfilled, step.taken, &conditions) }
    }
  }
}
