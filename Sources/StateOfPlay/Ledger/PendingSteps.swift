internal import CaseModel

/// Steps on which all are of one mind, and what is still asked for them.
struct PendingSteps {
  private let book: StepBook
  private var steps: [PreconditionsView.StepID: Pending] = [:]
  /// By step awaited, the conditions that its agreement meets.
  private var awaiting: [PreconditionsView.StepID: [Int]] = [:]
  private var ready: [PreconditionsView.StepID] = []
  private(set) var agreed: [PreconditionsView.StepID: PreconditionsView.Taken] = [:]

  /// By issue, the steps that would settle it: what is asked for the whole issue holds each back.
  private var settling: [Case.Issue.ID: [PreconditionsView.StepID]] = [:]

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
      if let issue = step.issue { settling[issue, default: []].append(id) }
      order.append(id)
    }
    for (place, condition) in conditions.enumerated() where !condition.key.isTrigger {
      add(condition.step)
      let isMetSo = condition.met.map { $0 == .agreed } ?? book.isMetByAgreement(condition.awaited)
      for step in book.answers(of: condition.awaited, for: condition.holder) {
        add(step)
        if isMetSo { awaiting[step.id, default: []].append(place) }
      }
    }
    for condition in conditions where condition.state.stands && !condition.key.isTrigger {
      for id in heldBack(by: condition) { steps[id]?.conditions += 1 }
    }
    ready = order.filter { steps[$0]?.conditions == 0 }
  }

  mutating func close(
    _ place: Int, _ reason: Closing.Reason, _ taken: PreconditionsView.Taken,
    _ conditions: inout [Condition]
  ) {
    guard conditions[place].state.stands else {
      // What it asked for had been agreed before its holder took the step, or with it.
      let isTaken = [.undertaken, .settled, .overtaken].contains(conditions[place].closing?.reason)
      if reason == .fulfilled, isTaken, conditions[place].wasMet(by: taken) {
        conditions[place].close(reason, taken)
      }
      return
    }
    conditions[place].close(reason, taken)
    for id in heldBack(by: conditions[place]) {
      guard let step = steps[id] else { continue }
      // What was agreed only with a condition is agreed once it is met.
      steps[id]?.taken.date = [step.taken.date, taken.date].compactMap { $0 }
        .max { $0.ends < $1.ends }
      steps[id]?.conditions -= 1
      if steps[id]?.conditions == 0 { ready.append(id) }
    }
  }

  /// The steps whose agreement waits for a condition: its own step, and where it is on an issue as a
  /// whole, all that would settle it.
  private func heldBack(by condition: Condition) -> [PreconditionsView.StepID] {
    var ids = [condition.stepID]
    if condition.step.isWholeIssue, let issue = condition.step.issue {
      ids += (settling[issue] ?? []).filter { $0 != condition.stepID }
    }
    return ids.filter { steps[$0]?.parties.contains(condition.holder) ?? false }
  }

  mutating func run(_ conditions: inout [Condition]) {
    while let id = ready.popLast() {
      guard agreed[id] == nil, let step = steps[id] else { continue }
      agreed[id] = step.taken
      for place in awaiting[id] ?? [] { close(place, .fulfilled, step.taken, &conditions) }
    }
  }
}
