internal import CaseModel

/// Counted from the last day on which it was in time, or from the day of the step that it was due upon.
func daysLate(
  _ commitment: Case.Commitment, _ due: CommitmentsView.Due, _ accounts: CommitmentAccounts,
  _ ledger: Ledger
) -> (days: Int, isReported: Bool)? {
  guard accounts.isDone, commitment.schedule == nil, commitment.until == nil,
    let account = accounts.firstDone, let done = account.date, !done.hasOpenStart
  else { return nil }
  var last = due.latest
  if last == nil, let step = commitment.dueStep, step.order == .after,
    let taken = ledger.steps.taken(step.step)?.date, !taken.hasOpenEnd
  {
    last = taken.latest
  }
  guard let last else { return nil }
  let wasOpen = commitment.status.contains { report in
    guard let level = report.level, let date = report.date, !date.hasOpenEnd else { return false }
    return [.notInitiated, .minimal, .intermediate, .breached, .missed].contains(level)
      && date.latest > last && ledger.filtered.holds(report.date, report.evidence)
  }
  let days = Int(done.earliest.number - last.number)
  guard days > 0 else { return nil }
  // A report that names an earlier day than its own has the day of the act.
  let said = account.evidence.compactMap { ledger.filtered.index.statement($0) }
    .compactMap { ledger.filtered.index.said($0) }
  let hasDay = said.contains { $0.isLater(than: done) }
  return (days, !wasOpen && !hasDay)
}

/// Nil where it is due at no known time.
func isOverdue(
  _ commitment: Case.Commitment, _ due: CommitmentsView.Due, _ accounts: CommitmentAccounts,
  done: Amount?, _ ledger: Ledger
) -> Bool? {
  let filtered = ledger.filtered
  // What is to be kept until a day falls due on none.
  if commitment.isKept { return nil }
  // What was carried out and undone since is broken.
  if accounts.firstDone != nil, !accounts.isDone, commitment.schedule == nil { return false }
  if commitment.due == nil, commitment.window == nil, let schedule = commitment.schedule {
    return firstMissed(of: commitment, schedule, accounts, done: done, filtered) != nil
      ? true : schedule.isBehind(done: done, of: commitment, filtered)
  }
  // What waits for another step is not owed before that has come.
  let isOwed = accounts.isOver || ledger.steps.unmet(commitment).isEmpty
  if let end = due.latest { return isOwed && filtered.isPast(end) && !accounts.isOver }
  guard let step = commitment.dueStep, step.order == .before else { return nil }
  // What was to come before a step that has been taken, and is called broken, can no longer come.
  let isBroken = accounts.accounts.contains(where: \.hasFailed)
  return isOwed && ledger.steps.taken(step.step) != nil && !accounts.isOver && !isBroken
}

/// Of several dues the first that has passed and was not carried out, by the accounts of it. What the
/// count covers was, whatever its account says of the whole.
func firstMissed(
  of commitment: Case.Commitment, _ schedule: Case.Commitment.Schedule,
  _ accounts: CommitmentAccounts, done: Amount?, _ filtered: FilteredCase
) -> EDTFDate? {
  func isOpen(_ day: EDTFDate) -> Bool {
    filtered.hasPassed(filtered.due(day, of: commitment.id))
      && !schedule.isCovered(day, by: done)
  }
  let named = accounts.accounts.compactMap(\.due).filter { day in
    let these = accounts.accounts(of: day)
    return isOpen(day) && !these.isOver && !these.isDisputed && these.newest != nil
  }
  if let first = named.min(by: { $0.ends < $1.ends }) { return first }
  // Of the whole, nothing done after a due date is behind as well.
  guard !accounts.isDisputed, accounts.newest?.level == .notInitiated else { return nil }
  return schedule.dues(agreed: commitment.agreed, filtered).filter(isOpen)
    .min { $0.ends < $1.ends }
}

extension Case.Commitment {
  /// To keep or refrain from for a time, and not to be done by a day.
  var isKept: Bool { until != nil || dueStep?.order == .until }
}
