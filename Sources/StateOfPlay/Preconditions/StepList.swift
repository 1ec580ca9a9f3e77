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
      guard let (answer, cell, spoken) = steps.words(of: party, on: condition.awaited) else {
        continue
      }
      let isSo =
        !cell.isContested && !cell.isDivided && !answer.isSuperseded
        && answer.state.stances == [stance.read]
      // What set it off once is not undone by a later word.
      let deciding =
        isSo
        ? answer.state.deciding
        : spoken.indices.filter {
          spoken[$0].isOwnWord(stance.read, on: answer.answer, since: condition.openedNearest)
        }.prefix(1).map(\.self)
      if deciding.isEmpty { continue }
      return .init(
        date: deciding.compactMap { spoken[$0].said }.max(),
        words:
          "\(ledger.filtered.index.name(party)) \(isSo ? "is" : "was") \(stance.read.words)",
        evidence: deciding.map { ledger.filtered.theCase.statements[spoken[$0].position].id },
        basis: nil, through: [])
    }
    return stance == .against ? failure(of: condition) : nil
  }

  /// That a step did not come about, where that sets the trigger off.
  private func failure(of condition: Condition) -> PreconditionsView.Taken? {
    let filtered = ledger.filtered
    var found: PreconditionsView.Taken?
    switch condition.awaited {
    case .milestone: found = ledger.steps.failure(of: condition.awaited)
    case .issue: found = ledger.steps.lostMilestone(carryingOut: condition.awaited)
    case .commitment(let id):
      guard let accounts = ledger.commitments.accounts(of: id), !accounts.isDisputed else {
        return nil
      }
      if let failure = accounts.failure {
        found = .init(
          date: failure.date, words: "\(failure.level?.words ?? "broken")",
          evidence: failure.evidence, basis: failure.basis, through: [])
      } else {
        found = notDone(id, by: condition.due)
      }
    case .meeting(let id):
      guard let meeting = filtered.index.meeting(id), meeting.status == .notHeld,
        filtered.holds(meeting.day, meeting.evidence)
      else { return nil }
      found = .init(
        date: meeting.day, words: "not held", evidence: filtered.shown(meeting.evidence),
        basis: meeting.evidence.basis, through: [])
    case .draft, .package: return nil
    }
    guard let date = found?.date, let opened = condition.openedNearest else { return found }
    return opened.isLater(than: date) ? nil : found
  }
  /// That a promise was not carried out by a day, as someone reports of that day or a later one.
  private func notDone(
    _ id: Case.Commitment.ID, by day: EDTFDate?
  ) -> PreconditionsView.Taken? {
    let filtered = ledger.filtered
    guard let commitment = filtered.index.commitment(id),
      let due = day ?? CommitmentsView.Due(of: commitment, filtered).date, !due.hasOpenEnd,
      filtered.hasPassed(due)
    else { return nil }
    let reports = commitment.status.filter { report in
      guard let date = report.date, let level = report.level, !date.hasOpenEnd else { return false }
      let isOpen = [.notInitiated, .minimal, .intermediate].contains(level)
      // What was carried out after the day was not by then.
      let isLate = (level == .full || level == .met) && date.isLater(than: due)
      return (isOpen && date.latest >= due.latest || isLate)
        && filtered.holds(date, report.evidence)
    }
    // On the day, or before it, it may have been carried out all the same.
    let first = reports.min { ($0.date?.begins ?? .max) < ($1.date?.begins ?? .max) }
    guard let first,
      !(ledger.commitments.accounts(of: id)?.firstDone?.date.map { !$0.isLater(than: due) } ?? false)
    else { return nil }
    return .init(
      date: due, words: "not carried out by \(due.words)",
      evidence: filtered.shown(first.evidence), basis: first.evidence.basis, through: [])
  }
}

extension PartyStatement {
  /// The party's own dated word of that kind for the answer, not before `opened`.
  fileprivate func isOwnWord(
    _ stance: PositionStance, on answer: Int, since opened: EDTFDate?
  ) -> Bool {
    guard voice == .own, base == stance, !isDoubted, !isFaint, time == .counts, let said,
      answers.contains(answer)
    else { return false }
    return opened.map { !$0.isLater(than: said) } ?? true
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
