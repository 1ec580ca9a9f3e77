internal import CaseModel

/// What was promised, agreed in principle or expected by a day.
extension CalendarCollector {
  /// The numbers of past and of coming dates listed for a recurring commitment.
  private static let listedPast = 12
  private static let listedAhead = 4

  mutating func collectCommitments() {
    for (place, commitment) in filtered.theCase.commitments.enumerated() {
      guard filtered.admitted(commitment.evidence) != nil,
        filtered.wasMade(commitment, on: filtered.agreedDate(of: commitment))
      else { continue }
      let accounts = ledger.commitments.accounts[place]
      if let until = commitment.until ?? dayOfEnd(commitment) {
        keep(commitment, until: until, accounts)
        continue
      }
      let dues = dues(of: commitment)
      if dues.isEmpty {
        if !accounts.isOver {
          withoutDay.append(commitment.id)
          dueOnEvents.append(CommitmentsView.Due(of: commitment, filtered))
        }
        continue
      }
      let unmet = ledger.steps.unmet(commitment)
      var owed: Int128 = 0
      for due in dues {
        owed += due.quantity?.scaled(to: 18) ?? 0
        let these = dues.count > 1 ? accounts.accounts(of: due.first) : accounts
        let counted = due.quantity == nil ? [] : these.covering(owed)
        // Of an instalment that a count covers, what is said of the whole says nothing.
        let account = counted.first ?? these.newest
        let state = counted.isEmpty ? state(of: due.date, these, waitsFor: unmet) : .done
        guard due.isListed else { continue }
        let shown =
          !counted.isEmpty
          ? counted.map(\.countAlone)
          : dues.count == 1 || (these.isDisputed && !state.isSettled)
            ? these.shown : account.map { [$0] } ?? []
        add(
          commitment.strength == .expected ? .expectation : .promise, .commitments,
          commitment.id.raw, number: dues.count > 1 ? due.number : nil, due.date,
          commitment.what
            + (due.quantity.map { ", \(Quantity($0, unit: commitment.unit).words)" } ?? ""),
          commitment.debtors, state, issue: commitment.about?.issue,
          settled: state == .done || state == .missed ? account?.date : nil,
          accounts: shown, isLimit: true,
          movedFrom: due.date == due.first ? [] : [due.first],
          concerning: commitment.creditors, commitment.evidence.adding(shown))
      }
    }
  }

  /// Of what is to be kept until a step: the day of that step, as planned or as it came.
  private func dayOfEnd(_ commitment: Case.Commitment) -> EDTFDate? {
    guard let step = commitment.dueStep, step.order == .until else { return nil }
    return ledger.steps.taken(step.step)?.date ?? day(of: step.step)
  }

  /// What is to be kept, or not done, until a day.
  private mutating func keep(
    _ commitment: Case.Commitment, until: EDTFDate, _ accounts: CommitmentAccounts
  ) {
    let state: CalendarView.State =
      if accounts.newest?.level == .superseded, !accounts.isDisputed {
        .dropped
      } else if !filtered.hasPassed(until) {
        .ahead
      } else if accounts.isDisputed {
        .disputed
      } else if accounts.isFailed {
        .missed
      } else {
        .ended
      }
    let shown = accounts.shown
    add(
      .term, .commitments, commitment.id.raw, until, commitment.what, commitment.debtors, state,
      issue: commitment.about?.issue, accounts: shown, concerning: commitment.creditors,
      commitment.evidence.adding(shown))
  }

  private struct DueDay {
    var number: Int
    var date: EDTFDate
    /// Before more time was given.
    var first: EDTFDate
    var quantity: Amount?
    var isListed = true
  }

  private mutating func dues(of commitment: Case.Commitment) -> [DueDay] {
    if commitment.due == nil, let schedule = commitment.schedule {
      switch schedule {
      case .instalments(let parts):
        return parts.enumerated().map { place, part in
          DueDay(
            number: place + 1, date: filtered.due(part.due, of: commitment.id), first: part.due,
            quantity: part.quantity)
        }
      case .recurring(let turn): return turns(of: turn, commitment)
      }
    }
    if let date = CommitmentsView.Due(of: commitment, filtered).date ?? before(commitment) {
      return [DueDay(number: 1, date: date, first: commitment.due ?? date)]
    }
    return []
  }

  /// What is due before a meeting or milestone with a day is due by that day.
  private func before(_ commitment: Case.Commitment) -> EDTFDate? {
    guard let due = commitment.dueStep, due.order == .before else { return nil }
    return day(of: due.step)
  }

  /// The day of a meeting or milestone, where it was named by as-of or has come.
  private func day(of step: Step) -> EDTFDate? {
    switch step {
    case .meeting(let id):
      let meeting = filtered.index.meeting(id)
      guard let day = meeting?.planned?.value ?? meeting?.date?.value,
        filtered.lens.asOf == nil || filtered.timeClass(day) == .counts
          || filtered.wasSaid(meeting?.evidence ?? Evidence())
      else { return nil }
      return day
    case .milestone(let id):
      let milestone = filtered.index.milestone(id)
      guard let milestone,
        let day = filtered.day(milestone, .planned) ?? filtered.day(milestone, .due),
        filtered.lens.asOf == nil || filtered.timeClass(day.date) == .counts
          || filtered.wasSaid(milestone.evidence)
      else { return nil }
      return day.date
    case .issue, .commitment, .draft, .package: return nil
    }
  }

  private mutating func turns(
    of turn: Case.Commitment.Recurrence, _ commitment: Case.Commitment
  ) -> [DueDay] {
    guard let now = filtered.now, !now.hasOpenEnd else { return [] }
    let today = now.latest
    // A day is enough to say that it comes round, and a century is more than any record plans for.
    let days = turn.days(
      agreed: commitment.agreed, through: today.adding(days: 36_525), limit: 100_000)
    let goneBy = days.count { $0 < today }
    let listed =
      max(0, goneBy - Self.listedPast)..<min(days.count, goneBy + Self.listedAhead)
    leftOut += listed.lowerBound
    return days.prefix(listed.upperBound).enumerated().map { place, day in
      let first = EDTFDate(day)
      return DueDay(
        number: place + 1, date: filtered.due(first, of: commitment.id), first: first,
        quantity: turn.quantity,
        isListed: listed.contains(place))
    }
  }

  /// - Parameter waitsFor: the steps without which it is not owed.
  private func state(
    of date: EDTFDate, _ accounts: CommitmentAccounts, waitsFor steps: [Step]
  ) -> CalendarView.State {
    if accounts.isOver { return accounts.isDone ? .done : .dropped }
    if steps.contains(where: { ledger.steps.failure(of: $0) != nil }) { return .dropped }
    // Whatever is said of it, its day is still to come.
    guard filtered.hasPassed(date) else { return .ahead }
    if accounts.isDisputed { return .disputed }
    switch accounts.newest?.level {
    case .full?, .met?: return .done
    case .breached?, .missed?, .notInitiated?: return .missed
    case .minimal?, .intermediate?: return .partly
    default: return steps.isEmpty ? .notReported : .dropped
    }
  }
}

extension Evidence {
  /// With the statements of the accounts by which it is known what became of it.
  fileprivate func adding(_ accounts: [CommitmentAccount]) -> Evidence {
    var evidence = self
    evidence.statements = (statements + accounts.flatMap(\.evidence)).uniqued
    return evidence
  }
}

extension CommitmentAccount {
  /// Without the level, which is of the whole.
  fileprivate var countAlone: CommitmentAccount {
    var account = self
    account.level = nil
    return account
  }
}
