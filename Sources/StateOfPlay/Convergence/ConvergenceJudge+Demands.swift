internal import CaseModel

/// What parties ask for an answer, and whether those who must give it accept that.
extension ConvergenceJudge {
  /// A step that a party asks for, by a condition or as part of a package.
  struct Demand {
    let holder: Case.Actor.ID
    let awaited: Step
    let kind: Requirement.Kind
    let inferred: Who?
    let statements: [Case.Statement.ID]
    /// The condition it is, where it is on the very answer.
    var condition: Condition?

    init(_ condition: Condition) {
      self.init(
        condition.holder, condition.awaited, condition.kind, condition.statements,
        inferred: condition.known.kind == .inferred ? condition.known.by.first : nil)
      self.condition = condition
    }

    init(
      _ holder: Case.Actor.ID, _ awaited: Step, _ kind: Requirement.Kind,
      _ statements: [Case.Statement.ID], inferred: Who? = nil
    ) {
      (self.holder, self.awaited, self.kind) = (holder, awaited, kind)
      (self.statements, self.inferred) = (statements, inferred)
    }
  }

  func add(
    _ found: (obstacle: ConvergenceView.Obstacle, isAccepted: Bool),
    _ meeting: inout ConvergenceView.Meeting
  ) {
    if found.isAccepted {
      if !meeting.awaited.contains(found.obstacle) { meeting.awaited.append(found.obstacle) }
    } else if !meeting.obstacles.contains(found.obstacle) {
      meeting.obstacles.append(found.obstacle)
    }
  }

  /// The party gives the answer only as part of packages that not all have accepted.
  func isOnlyPackaged(_ party: Case.Actor.ID, _ step: Step) -> Bool {
    ledger.steps.words(of: party, on: step).map { $0.answer.isOnlyPackaged($0.spoken) } ?? false
  }

  /// What the party asks for the whole package or text of which the answer is a part.
  func wholeDemands(_ party: Case.Actor.ID, _ step: Step) -> [Demand] {
    guard let (answer, _, spoken) = ledger.steps.words(of: party, on: step) else { return [] }
    return ledger.steps.wholeRequirements(answer, spoken).flatMap { statement, requirement in
      requirement.step.awaited(filtered.index).map {
        Demand(party, $0, requirement.kind, [statement], inferred: requirement.inferred)
      }
    }
  }

  /// A package of which a party gives an answer only as a part, with the statement by which it does.
  struct GivenWhole {
    let place: Int
    let statement: Case.Statement.ID
    /// The party alone put it forward.
    let isOwn: Bool
  }

  func wholes(_ party: Case.Actor.ID, _ step: Step) -> [GivenWhole] {
    guard let (answer, _, spoken) = ledger.steps.words(of: party, on: step),
      answer.isOnlyPackaged(spoken)
    else { return [] }
    return answer.state.deciding.compactMap { member in
      spoken[member].package.map { place in
        GivenWhole(
          place: place, statement: filtered.theCase.statements[spoken[member].position].id,
          isOwn: ledger.table.packages.packages[place].by == [party])
      }
    }
  }

  /// The package's other parts: who puts it forward asks for them in exchange.
  func otherParts(
    _ whole: GivenWhole, of party: Case.Actor.ID, besides step: Step
  ) -> [Demand] {
    ledger.table.packages.packages[whole.place].subjects.compactMap(\.step)
      .filter { $0.issue != nil && $0.issue != step.issue && !$0.isWholeIssue }
      .flatMap { $0.awaited(filtered.index) }
      .map { Demand(party, $0, .exchange, [whole.statement]) }
  }

  /// Who takes a part of what others put forward asks for nothing by that.
  func add(
    _ whole: GivenWhole, of party: Case.Actor.ID, _ meeting: inout ConvergenceView.Meeting
  ) {
    let package = ledger.table.packages.packages[whole.place]
    let title =
      package.draft.map { Step.draft($0).title(filtered.index) }
      ?? Subject.together(package.subjects).packageTitle(filtered.index)
    guard let place = meeting.partOf.firstIndex(where: { $0.title == title }) else {
      meeting.partOf.append(
        .init(title: title, parties: [party], statements: [whole.statement]))
      return
    }
    meeting.partOf[place].parties = (meeting.partOf[place].parties + [party]).uniqued
    meeting.partOf[place].statements =
      (meeting.partOf[place].statements + [whole.statement]).uniqued
  }

  /// The party takes the step only once something else has come.
  private func waits(_ party: Case.Actor.ID, with step: Step) -> Bool {
    ledger.conditions(of: party, on: step.id).contains { place in
      let condition = ledger.conditions[place]
      return condition.state.stands && condition.kind == .before && condition.voice == .own
    }
  }

  /// Accepted where all who must meet the requirement accept it, and no promise of it has failed.
  func obstacle(
    _ demand: Demand, _ replies: [ReplyBook.Reply]
  ) -> (obstacle: ConvergenceView.Obstacle, isAccepted: Bool) {
    var obstacle = ConvergenceView.Obstacle(
      holder: demand.holder, requirement: demand.awaited.title(filtered.index),
      kind: demand.kind, inferred: demand.inferred, rejectedBy: [], statements: demand.statements,
      state: ledger.steps.state(of: demand.awaited),
      promise: ledger.steps.promise(demand.awaited))
    obstacle.state = obstacle.state.blocked(
      where: outlook.isHopeless(demand.awaited.id))
    let wanted = ledger.steps.answers(of: demand.awaited, for: demand.holder)
    let takers = ledger.steps.takers(of: demand.awaited)
    var isAccepted = !takers.isEmpty && !wanted.isEmpty
    // Its holder asks for it, and so accepts it.
    for taker in takers where taker != demand.holder {
      let words = wanted.compactMap { ledger.steps.words(of: taker, on: $0) }
        .filter { !$0.answer.isSuperseded && !$0.answer.isBeside }
      let reply = replies.first { $0.party == taker }
      let accepts =
        reply?.accepts
        ?? (words.contains { AnswerDelta.accepts($0.answer.state.stances) }
          || ledger.steps.takesByRange(taker, demand.awaited, for: demand.holder)
          || exchanges(taker, demand) || (obstacle.promise?.by.contains(taker) ?? false))
      isAccepted = isAccepted && accepts
      if accepts, wanted.contains(where: { waits(taker, with: $0) }) {
        obstacle.tiedBy = (obstacle.tiedBy ?? []) + [taker]
      }
      if accepts { continue }
      let rejecting = words.filter { $0.answer.isRefusedItself($0.spoken) }
      let beyond = ledger.steps.beyondLimits(of: taker, demand.awaited)
      if rejecting.isEmpty, beyond == nil { continue }
      obstacle.rejectedBy.append(taker)
      for (answer, _, spoken) in rejecting {
        obstacle.statements += ledger.steps.ids(answer.state.deciding, spoken)
      }
      obstacle.statements += rejecting.isEmpty ? beyond?.statements ?? [] : []
    }
    // Who rejects the condition itself says nothing of the step.
    for reply in replies where !reply.accepts && !obstacle.rejectedBy.contains(reply.party) {
      obstacle.rejectedBy.append(reply.party)
      obstacle.statements.append(reply.statement)
    }
    let isBroken = obstacle.promise.map { $0.isOverdue || $0.isBroken } ?? false
    return (obstacle, isAccepted && !isBroken)
  }

  /// What a party requires of the issue for steps elsewhere, each answer once.
  func requirements(of party: Case.Actor.ID, at row: Int) -> [ConvergenceView.Otherwise] {
    var found: [ConvergenceView.Otherwise] = []
    let issue = ledger.table.rows[row].issue.id
    for condition in ledger.requirements(of: party, on: issue) {
      guard let title = condition.awaited.answerTitle(filtered.index) else { continue }
      if let place = found.firstIndex(where: { $0.title == title }) {
        found[place].statements = (found[place].statements + condition.statements).uniqued
        continue
      }
      let reporters = condition.known.kind == .told ? condition.known.by : []
      found.append(
        .init(
          party: party, title: title, isAgainst: false,
          saidBy: reporters.map { Case.Actor.ID($0.raw) }, newest: condition.newest,
          statements: condition.statements))
    }
    return found
  }

  /// It gives the one for the other too.
  private func exchanges(_ party: Case.Actor.ID, _ demand: Demand) -> Bool {
    guard let condition = demand.condition,
      let own = ledger.condition(
        of: party, on: condition.awaitedID, awaiting: condition.stepID)
    else { return false }
    return own.kind == .exchange && own.state.stands
  }
}
