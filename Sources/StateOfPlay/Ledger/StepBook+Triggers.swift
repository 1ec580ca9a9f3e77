internal import CaseModel

/// What sets a threat or an offer off, and what was done that carries it out.
extension StepBook {
  /// That what sets a trigger off has come about: the stance named, else the step.
  func setOff(_ condition: Condition) -> Taken? {
    guard condition.key.isTrigger else { return nil }
    guard let stance = condition.key.stance else { return taken(condition.awaited) }
    let parties = condition.key.party.map { [$0] } ?? takers(of: condition.awaited)
    // A number within the range named sets it off as the range itself would.
    let answers =
      stance == .for
      ? answersOnRecord(
        meeting: condition.awaited, for: condition.isPromiseIf ? condition.holder : nil)
      : [condition.awaited]
    for party in parties {
      let found = answers.compactMap { setOff(condition, by: party, stance, of: $0) }
      if let now = found.first(where: { $0.isSo }) { return now.taken }
      let first = found.min { a, b in
        (a.taken.date?.begins ?? .max) < (b.taken.date?.begins ?? .max)
      }
      if let first { return first.taken }
    }
    return stance == .against ? failure(of: condition) : nil
  }

  /// That a party takes the stance named on an answer, or took it since the trigger was set.
  private func setOff(
    _ condition: Condition, by party: Case.Actor.ID, _ stance: Case.Statement.Stance,
    of step: Step
  ) -> (isSo: Bool, taken: Taken)? {
    guard let (answer, cell, spoken) = words(of: party, on: step) else { return nil }
    let isSo =
      !cell.isContested && !cell.isDivided && !answer.isSuperseded
      && answer.state.stances == [stance.read]
    // What set it off once is not undone by a later word.
    let since = spoken.indices.filter {
      spoken[$0].isOwnWord(stance.read, on: answer.answer, since: condition.openedNearest)
    }
    let deciding = isSo ? answer.state.deciding : Array(since.prefix(1))
    if deciding.isEmpty { return nil }
    let title = step.id == condition.awaitedID ? "" : " “\(step.title(filtered.index))”"
    // It was set off by the first of such words, however often they are said again.
    let first = since.compactMap { spoken[$0].said }.min { $0.begins < $1.begins }
    let setting = since.filter { spoken[$0].said == first }
    return (
      isSo,
      Taken(
        date: first ?? deciding.compactMap { spoken[$0].said }.max(),
        words: "\(filtered.index.name(party)) \(isSo ? "is" : "was") \(stance.read.words)\(title)",
        evidence: ids(setting + deciding, spoken).uniqued, basis: nil, through: [])
    )
  }

  /// That a step did not come about, where that sets the trigger off.
  private func failure(of condition: Condition) -> Taken? {
    var found: Taken?
    switch condition.awaited {
    case .milestone: found = failure(of: condition.awaited)
    case .issue: found = lostMilestone(carryingOut: condition.awaited)
    case .commitment(let id):
      guard let accounts = commitments.accounts(of: id), !accounts.isDisputed else { return nil }
      if let failure = accounts.failure, isFailure(failure, of: id, by: condition.due) {
        found = Taken(
          date: failure.date, words: "\(failure.level?.words ?? "broken")",
          evidence: failure.evidence, basis: failure.basis, through: [])
      } else {
        found = notDone(id, by: condition.due)
      }
    case .meeting(let id):
      guard let meeting = filtered.index.meeting(id), meeting.status == .notHeld,
        filtered.holds(meeting.day, meeting.evidence)
      else { return nil }
      found = Taken(
        date: meeting.day, words: "not held", evidence: filtered.shown(meeting.evidence),
        basis: meeting.evidence.basis, through: [])
    case .draft, .package: return nil
    }
    guard let date = found?.date, let opened = condition.openedNearest else { return found }
    return opened.isLater(than: date) ? nil : found
  }

  /// Of a promise for which a threat names a day, only its not being done by that day sets the threat
  /// off, and not that an earlier day was missed. What is to be kept is broken on whatever day it is.
  private func isFailure(
    _ failure: CommitmentAccount, of id: Case.Commitment.ID, by day: EDTFDate?
  ) -> Bool {
    guard let day, let commitment = filtered.index.commitment(id), !commitment.isKept else {
      return true
    }
    return filtered.hasPassed(day) && (failure.date.map { !day.isLater(than: $0) } ?? false)
  }

  /// That what a threat was to bring about was done since, and by the day named for it: it no longer
  /// hangs over anyone. What is to be kept for a time, or comes round, is not done by being kept so far.
  func averting(_ condition: Condition) -> Taken? {
    guard condition.key.isTrigger, condition.key.stance == .against, condition.state.stands,
      setOff(condition) == nil
    else { return nil }
    var found: Taken?
    switch condition.awaited {
    case .commitment(let id):
      guard let commitment = filtered.index.commitment(id), !commitment.isKept,
        commitment.schedule == nil,
        let accounts = commitments.accounts(of: id), accounts.isDone
      else { return nil }
      found = events.fulfilled(accounts, ever: true)
    case .milestone, .meeting, .draft, .issue: found = done(condition.awaited)
    case .package: return nil
    }
    guard let found else { return nil }
    guard let date = found.date else { return found }
    if let opened = condition.openedNearest, opened.isLater(than: date) { return nil }
    if let due = condition.due, date.isLater(than: due) { return nil }
    return found
  }

  /// That a promise was not carried out by a day, as someone reports of that day or a later one.
  private func notDone(_ id: Case.Commitment.ID, by day: EDTFDate?) -> Taken? {
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
      !(commitments.accounts(of: id)?.firstDone?.date.map { !$0.isLater(than: due) } ?? false)
    else { return nil }
    return Taken(
      date: due, words: "not carried out \(due.dueWords)",
      evidence: filtered.shown(first.evidence), basis: first.evidence.basis, through: [])
  }

  /// The day by which something had to come about, where it has passed and no one says whether it did:
  /// the threat may have been set off.
  func dayPassed(_ condition: Condition) -> EDTFDate? {
    guard condition.key.isTrigger, condition.key.stance == .against, setOff(condition) == nil,
      taken(condition.awaited) == nil, let day = condition.due ?? dayNamed(for: condition.awaited),
      filtered.hasPassed(day)
    else { return nil }
    return day
  }

  private func dayNamed(for step: Step) -> EDTFDate? {
    switch step {
    case .milestone(let id):
      filtered.index.milestone(id).flatMap {
        filtered.day($0, .due)?.date ?? filtered.day($0, .planned)?.date
      }
    case .commitment(let id):
      filtered.index.commitment(id).flatMap { CommitmentsView.Due(of: $0, filtered).date }
    case .issue, .meeting, .draft, .package: nil
    }
  }

  /// What was threatened or promised for an event, done since that was said and since the event. What
  /// was done before it, or without it, is another matter; what is given with an if may be given
  /// without.
  func carryingOut(_ condition: Condition) -> Taken? {
    guard condition.key.isTrigger, condition.state.stands, !condition.isNegative,
      let opened = condition.openedNearest
    else { return nil }
    var since = opened
    if !condition.isPromiseIf {
      if let trigger = setOff(condition) {
        since = [trigger.date, opened].compactMap(\.self).max { $0.begins < $1.begins } ?? opened
      } else if let day = dayPassed(condition) {
        since = day.isLater(than: opened) ? day : opened
      } else if !isStanceUnknown(condition) {
        return nil
      }
    }
    return done(condition.step, since: since)
  }

  /// It is set off by a stance of which the record has no word: it may have been taken.
  private func isStanceUnknown(_ condition: Condition) -> Bool {
    guard condition.key.stance != nil, case .issue = condition.awaited else { return false }
    let parties = condition.key.party.map { [$0] } ?? takers(of: condition.awaited)
    return parties.allSatisfy { words(of: $0, on: condition.awaited) == nil }
  }

  /// The first of what was done of a step on a day or later.
  private func done(_ step: Step, since day: EDTFDate) -> Taken? {
    var found = answers(of: step).flatMap { answer -> [Taken] in
      let milestones = answer.issue.flatMap { milestonesOf[$0] } ?? []
      return milestones.filter { $0.step == answer.id }.compactMap {
        done(.milestone($0.milestone))
      }
    }
    if let taken = done(step) { found.append(taken) }
    return found.filter { $0.date.map { !day.isLater(than: $0) } ?? false }
      .min { ($0.date?.begins ?? .max) < ($1.date?.begins ?? .max) }
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
