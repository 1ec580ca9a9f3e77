internal import CaseModel

/// What is done of steps, and what is promised.
extension StepBook {
  /// What is done of a step: a milestone reached, a meeting held, a commitment or an option carried
  /// out; nil where nothing says so.
  ///
  /// - Parameters:
  ///   - ever: also what has been undone since.
  ///   - holder: who asks for it.
  func done(_ step: Step, ever: Bool = false, for holder: Case.Actor.ID? = nil) -> Taken? {
    guard knownDone != nil else { return findDone(step, ever: ever, for: holder) }
    // Who asks for it decides only what meets a number or a set.
    let isValue = if case .issue(_, .value) = step { true } else { false }
    let key = DoneKey(step: step, ever: ever, holder: isValue ? holder : nil)
    if let known = knownDone?[key] { return known }
    let found = findDone(step, ever: ever, for: holder)
    knownDone?[key] = .some(found)
    return found
  }

  struct DoneKey: Hashable {
    let step: Step
    let ever: Bool
    let holder: Case.Actor.ID?
  }

  private func findDone(_ step: Step, ever: Bool, for holder: Case.Actor.ID?) -> Taken? {
    switch step {
    case .issue:
      return answers(of: step, for: holder).lazy.compactMap { self.carriedOut($0, ever: ever) }
        .first
    case .milestone, .meeting, .commitment, .draft: return events.done(step, ever: ever)
    case .package: return table.packages.acceptance(of: step)
    }
  }

  /// A milestone, and the answer that it carries out.
  struct CarryingOut {
    let step: PreconditionsView.StepID
    let milestone: Case.Milestone.ID
  }

  /// Milestones that carry the very option out.
  func milestone(carryingOut step: Step, ever: Bool = false) -> Taken? {
    guard let issue = step.issue, let milestones = milestonesOf[issue] else { return nil }
    let id = step.id
    for one in milestones where one.step == id {
      if let taken = done(.milestone(one.milestone), ever: ever) { return taken }
    }
    return nil
  }

  /// A milestone of it is reached, or all who must take the option have carried out a promise of it.
  func carriedOut(_ step: Step, ever: Bool = false) -> Taken? {
    if let taken = milestone(carryingOut: step, ever: ever) { return taken }
    var left = Set(namedTakers(of: step))
    let wasNamed = !left.isEmpty
    var found: Taken?
    for place in promised(step) {
      guard let taken = events.fulfilled(commitments.accounts[place], ever: ever) else { continue }
      let debtors = debtors(of: filtered.theCase.commitments[place])
      if wasNamed, left.isDisjoint(with: debtors) { continue }
      left.subtract(debtors)
      if let before = found?.date, let date = taken.date, before.ends >= date.ends { continue }
      found = taken
    }
    return left.isEmpty ? found : nil
  }

  func debtors(of commitment: Case.Commitment) -> [Case.Actor.ID] {
    commitment.debtors.flatMap { filtered.index.spokenFor(by: $0, on: commitment.agreed) }
  }

  /// The places of promises to take the very step, made by as-of.
  func promised(_ step: Step) -> [Int] {
    guard let issue = step.issue, promises[issue] != nil else { return [] }
    return promisesOfStep[step.id] ?? []
  }

  /// The statements by which a party that must take a step had promised to, before a date.
  func promises(
    of party: Case.Actor.ID, _ step: Step, before said: EDTFDate
  ) -> [Case.Statement.ID] {
    guard namedTakers(of: step).contains(party) else { return [] }
    return promised(step).flatMap { place -> [Case.Statement.ID] in
      let commitment = filtered.theCase.commitments[place]
      guard debtors(of: commitment).contains(party),
        commitment.agreed.map({ said.isLater(than: $0) }) ?? false
      else { return [] }
      return filtered.shown(commitment.evidence)
    }.uniqued
  }

  /// The promise to take the step by one who must, while it is not carried out.
  func promise(_ step: Step) -> PreconditionsView.Promise? {
    if case .commitment(let id) = step, let place = filtered.index.position(.commitments, id.raw) {
      let commitment = filtered.theCase.commitments[place]
      let isMade =
        commitment.strength == .promised
        && filtered.holds(commitment.agreed, commitment.evidence)
      return isMade ? promise(place) : nil
    }
    let named = Set(namedTakers(of: step))
    for place in promised(step).reversed()
    where named.isEmpty
      || !named.isDisjoint(with: debtors(of: filtered.theCase.commitments[place]))
    {
      if let promise = promise(place) { return promise }
    }
    return nil
  }

  /// The promises to take the step that are broken by some account, as one: of each who must take it
  /// the last that it made.
  func brokenPromise(_ step: Step) -> PreconditionsView.Promise? {
    guard step.issue != nil else { return promise(step).flatMap { $0.isBroken ? $0 : nil } }
    let named = Set(namedTakers(of: step))
    var last: [PreconditionsView.Promise] = []
    for place in promised(step) {
      guard
        named.isEmpty || !named.isDisjoint(with: debtors(of: filtered.theCase.commitments[place])),
        let promise = promise(place)
      else { continue }
      last.removeAll { Set($0.by).isSubset(of: promise.by) }
      last.append(promise)
    }
    let broken = last.filter(\.isBroken)
    guard var all = broken.last else { return nil }
    if broken.count == 1 { return all }
    all.by = broken.flatMap(\.by).uniqued
    all.evidence = broken.flatMap(\.evidence).uniqued
    all.accounts = broken.flatMap { promise in
      promise.accounts.map { account in
        var account = account
        if account.of.isEmpty { account.of = promise.by }
        return account
      }
    }
    return all
  }

  func promise(_ place: Int) -> PreconditionsView.Promise? {
    let accounts = commitments.accounts[place]
    if accounts.isOver { return nil }
    let commitment = filtered.theCase.commitments[place]
    let isPlain = commitment.schedule == nil || commitment.due != nil
    var due = CommitmentsView.Due(
      of: commitment, filtered, now: isPlain ? nil : filtered.now, accounts)
    var isPast = filtered.isPast(due.latest)
    if !isPlain, let schedule = commitment.schedule {
      // Of several dues the one that was not met, else the next.
      let done = commitment.status.filter { filtered.holds($0.date, $0.evidence) }
        .compactMap(\.done).max()
      let missed = firstMissed(of: commitment, schedule, accounts, done: done, filtered)
      if let missed {
        due.last = due.last ?? due.date
        due.date = filtered.due(missed, of: commitment.id)
        due.share = nil
      }
      isPast = missed != nil
    }
    return PreconditionsView.Promise(
      commitment: commitment.id, what: commitment.what,
      by: commitment.debtors.map {
        filtered.principal(of: $0, among: filtered.parties)
      }, due: due.date, share: due.share, last: due.last.flatMap { $0 == due.date ? nil : $0 },
      isOverdue: accounts.firstDone == nil && unmet(commitment).isEmpty
        && isPast, isBroken: accounts.isFailed,
      accounts: accounts.accounts, evidence: filtered.shown(commitment.evidence))
  }
}
