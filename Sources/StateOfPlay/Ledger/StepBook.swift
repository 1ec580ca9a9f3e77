internal import CaseModel

/// What the record says of steps by as-of: which are done or agreed, promised, or refused by those
/// who must take them.
///
/// What is agreed rests on what is still asked for it, and what is asked is met by what is agreed;
/// so the two are settled together, from nothing on, in time linear in the conditions.
struct StepBook {
  typealias Taken = PreconditionsView.Taken

  private let filtered: FilteredCase
  private let same: SameMilestones
  private let table: PartyStatementTable
  private let commitments: CommitmentBook
  /// Of each row, each party's cell by its place.
  private let cells: [[Int: CellReading]]
  /// By issue, the milestones that carry an answer to it out.
  private var milestonesOf: [Case.Issue.ID: [Case.Milestone]] = [:]
  /// By issue, the places of promises about it.
  private var promises: [Case.Issue.ID: [Int]] = [:]
  /// Clauses agreed by whom, by the step they settle.
  private var clauses: [PreconditionsView.StepID: [AgreedClause]] = [:]
  /// Of steps whose own conditions are all met, when and by what words they were agreed.
  private(set) var agreed: [PreconditionsView.StepID: Taken] = [:]

  init(
    _ filtered: FilteredCase, _ same: SameMilestones, _ table: PartyStatementTable,
    _ commitments: CommitmentBook, _ cells: [[Int: CellReading]]
  ) {
    self.filtered = filtered
    self.same = same
    self.table = table
    self.commitments = commitments
    self.cells = cells
    for (place, commitment) in filtered.theCase.commitments.enumerated()
    where commitment.strength == .promised {
      guard let issue = commitment.about?.issue else { continue }
      promises[issue, default: []].append(place)
    }
    for milestone in filtered.theCase.milestones {
      guard let issue = milestone.of?.issue else { continue }
      milestonesOf[issue, default: []].append(milestone)
    }
    for draft in filtered.theCase.drafts {
      for clause in draft.clauses where clause.status == .agreed {
        guard let step = clause.about?.step, filtered.holds(draft.date, clause.evidence),
          filtered.lens.asOf == nil || clause.evidence.statements.isEmpty
            || filtered.wasSaid(clause.evidence)
        else { continue }
        let said = clause.evidence.statements.compactMap { id in
          filtered.index.statement(id).flatMap { filtered.index.said($0) }
        }.max { $0.ends < $1.ends }
        let agreed = AgreedClause(
          by: Set(
            clause.by.flatMap { filtered.index.spokenFor(by: $0, on: said ?? draft.date) }),
          date: said ?? draft.date, evidence: filtered.shown(clause.evidence))
        for single in step.single(waits: false, filtered.index) {
          clauses[single.id, default: []].append(agreed)
        }
      }
    }
  }

  private struct AgreedClause {
    let by: Set<Case.Actor.ID>
    let date: EDTFDate?
    let evidence: [Case.Statement.ID]
  }

  /// A clause of a draft that the party agreed to and has not gone back on since.
  private func clause(
    agreedBy party: Case.Actor.ID, _ step: Step, since said: EDTFDate?
  ) -> AgreedClause? {
    clauses[step.id]?.last { clause in
      guard clause.by.contains(party) else { return false }
      guard let said else { return true }
      return clause.date.map { !said.isLater(than: $0) } ?? false
    }
  }

  // MARK: Whose step it is

  func concerned(_ issue: Case.Issue) -> [Case.Actor.ID] {
    issue.parties.isEmpty ? filtered.theCase.header.parties : issue.parties
  }

  /// Those whom an option, a milestone or a promise names as having to act, each as the party it
  /// acts for; empty where nobody is named.
  func namedTakers(of step: Step) -> [Case.Actor.ID] {
    var named: [Case.Actor.ID] = []
    var all = Set(filtered.theCase.header.parties)
    switch step {
    case .issue(let id, .options(let chosen)):
      guard let issue = filtered.index.issue(id) else { return [] }
      named = issue.options.first { $0.id == chosen.first }?.takenBy ?? []
      all.formUnion(issue.parties)
    case .milestone(let id): named = filtered.index.milestone(id)?.by ?? []
    case .commitment(let id): named = filtered.index.commitment(id)?.debtors ?? []
    default: return []
    }
    if named.isEmpty { return [] }
    var takers: [Case.Actor.ID] = []
    for actor in named {
      let party = filtered.principal(of: actor, among: all)
      if !takers.contains(party) { takers.append(party) }
    }
    return takers
  }

  /// Who must take a step: those its option names, else every party of the issue.
  func takers(of step: Step) -> [Case.Actor.ID] {
    let named = namedTakers(of: step)
    if !named.isEmpty { return named }
    return step.issue.flatMap { filtered.index.issue($0) }.map(concerned) ?? []
  }

  // MARK: What parties say of it

  /// The party's words on an issue's answer; nil where there are none.
  func words(
    of party: Case.Actor.ID, on step: Step
  ) -> (answer: CellReading.AnswerReading, cell: CellReading, spoken: [PartyStatement])? {
    guard let key = step.answerKey, let issue = filtered.index.place(of: key.issue),
      let row = table.rowOf[issue], let place = table.place(of: party),
      let cell = cells[row][place], let answer = table.rows[row].place(of: step),
      let found = cell.answers.first(where: { $0.answer == answer })
    else { return nil }
    return (found, cell, table.rows[row].byParty[place] ?? [])
  }

  /// Those who must take the step and reject it: against, and nothing else.
  func rejections(of step: Step) -> [PreconditionsView.Rejection] {
    guard step.answerKey != nil else { return [] }
    return takers(of: step).compactMap { party in
      guard let (answer, _, spoken) = words(of: party, on: step), !answer.isSuperseded,
        answer.state.stances == [.against], !answer.state.isContested, !answer.state.isDivided,
        answer.state.deciding.contains(where: { !spoken[$0].isPackage })
      else { return nil }
      return .init(
        party: party, statements: ids(answer.state.deciding, spoken),
        asOthersTell: !answer.isOwn)
    }
  }

  private func ids(_ members: [Int], _ spoken: [PartyStatement]) -> [Case.Statement.ID] {
    members.map { filtered.theCase.statements[spoken[$0].position].id }
  }

  // MARK: Done

  /// What is done of a step: a milestone reached, a meeting held, a commitment or an option carried
  /// out; nil where nothing says so.
  func done(_ step: Step) -> Taken? {
    switch step {
    case .issue(let id, let answer):
      if answer == .none {
        let options = filtered.index.issue(id)?.options ?? []
        return options.lazy.compactMap { carriedOut(.issue(id, .options([$0.id]))) }.first
      }
      return carriedOut(step)
    case .milestone(let id):
      for wording in same.wordings(of: id) {
        guard let milestone = filtered.index.milestone(wording), let reached = milestone.reached,
          filtered.holds(reached.date, reached.evidence), !isLost(milestone)
        else { continue }
        return Taken(
          date: reached.date, words: "reached", evidence: filtered.shown(reached.evidence),
          basis: reached.evidence.basis, through: same.path(from: id, to: wording))
      }
      return nil
    case .meeting(let id):
      guard let meeting = filtered.index.meeting(id), meeting.status == .held,
        filtered.holds(meeting.date?.value, meeting.evidence)
      else { return nil }
      return Taken(
        date: meeting.date?.value, words: "held", evidence: filtered.shown(meeting.evidence),
        basis: meeting.evidence.basis, through: [])
    case .commitment(let id): return commitments.accounts(of: id).flatMap(fulfilled)
    case .draft(let id):
      guard let draft = filtered.index.draft(id), let signed = filtered.signed(draft) else {
        return nil
      }
      return Taken(
        date: signed.date, words: "signed", evidence: filtered.shown(signed.evidence),
        basis: signed.evidence.basis, through: [])
    }
  }

  /// It no longer holds by as-of, and was not reached anew since.
  private func isLost(_ milestone: Case.Milestone) -> Bool {
    guard let lost = milestone.lost, filtered.holds(lost.date, lost.evidence) else { return false }
    guard let reached = milestone.reached?.date, let date = lost.date else { return true }
    return !reached.isLater(than: date)
  }

  /// Milestones that carry the very option out.
  private func milestone(carryingOut step: Step) -> Taken? {
    guard let issue = step.issue else { return nil }
    return (milestonesOf[issue] ?? []).lazy.filter { $0.of?.id == step.id }
      .compactMap { done(.milestone($0.id)) }.first
  }

  private func fulfilled(_ accounts: CommitmentAccounts) -> Taken? {
    guard accounts.isDone, let account = accounts.newest else { return nil }
    let by = account.by.isEmpty ? "" : ", says \(filtered.index.names(account.by))"
    return Taken(
      date: account.date, words: "carried out\(by)", evidence: account.evidence,
      basis: account.basis, through: [])
  }

  /// A milestone of it is reached, or all who must take the option have carried out a promise of it.
  private func carriedOut(_ step: Step) -> Taken? {
    if let taken = milestone(carryingOut: step) { return taken }
    var left = Set(namedTakers(of: step))
    let wasNamed = !left.isEmpty
    var found: Taken?
    for place in promised(step) {
      guard let taken = fulfilled(commitments.accounts[place]) else { continue }
      let debtors = debtors(of: filtered.theCase.commitments[place])
      if wasNamed, left.isDisjoint(with: debtors) { continue }
      left.subtract(debtors)
      if let before = found?.date, let date = taken.date, before.ends >= date.ends { continue }
      found = taken
    }
    return left.isEmpty ? found : nil
  }

  private func debtors(of commitment: Case.Commitment) -> [Case.Actor.ID] {
    commitment.debtors.flatMap { filtered.index.spokenFor(by: $0, on: commitment.agreed) }
  }

  /// The places of promises to take the very step, made by as-of.
  private func promised(_ step: Step) -> [Int] {
    guard let issue = step.issue else { return [] }
    return (promises[issue] ?? []).filter { place in
      let commitment = filtered.theCase.commitments[place]
      guard let about = commitment.about?.step else { return false }
      return about.single(waits: false, filtered.index).contains { $0.id == step.id }
        && filtered.holds(commitment.agreed, commitment.evidence)
    }
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
    return promised(step).lazy.filter { place in
      named.isEmpty || !named.isDisjoint(with: debtors(of: filtered.theCase.commitments[place]))
    }.compactMap { promise($0) }.last
  }

  private func promise(_ place: Int) -> PreconditionsView.Promise? {
    let accounts = commitments.accounts[place]
    if accounts.isOver { return nil }
    let commitment = filtered.theCase.commitments[place]
    let due = CommitmentsView.Due(of: commitment, filtered.index)
    return PreconditionsView.Promise(
      commitment: commitment.id, what: commitment.what,
      by: commitment.debtors.map {
        filtered.principal(of: $0, among: Set(filtered.theCase.header.parties))
      }, due: due.date,
      isOverdue: filtered.isPast(due.latest), isBroken: accounts.isFailed,
      accounts: accounts.accounts, evidence: filtered.shown(commitment.evidence))
  }

  // MARK: Agreed

  /// Settles what is agreed and which conditions are thereby fulfilled.
  mutating func settle(_ conditions: inout [Condition]) {
    var pending = PendingSteps(self, conditions)
    for place in conditions.indices where conditions[place].state.stands {
      guard !conditions[place].key.isTrigger else { continue }
      let condition = conditions[place]
      if let taken = done(condition.awaited) {
        pending.close(place, .fulfilled, taken, &conditions)
      } else if let taken = done(condition.step) {
        pending.close(place, .overtaken, taken, &conditions)
      }
    }
    pending.run(&conditions)
    agreed = pending.agreed
  }

  /// All whom the step concerns are for it in their own words; nil where some are not. One who only
  /// took note of what others agree is not asked.
  func assent(to step: Step) -> (parties: [Case.Actor.ID], taken: Taken)? {
    guard let issue = step.issue.flatMap({ filtered.index.issue($0) }) else { return nil }
    var evidence: [Case.Statement.ID] = []
    var date: EDTFDate?
    var parties: [Case.Actor.ID] = []
    let concerned = concerned(issue)
    guard !concerned.isEmpty else { return nil }
    for party in concerned {
      let words = words(of: party, on: step)
      let said = words.flatMap { words in
        words.answer.state.deciding.compactMap { words.spoken[$0].said }.max { $0.ends < $1.ends }
      }
      if let words, words.answer.isOnlyNoted(words.spoken) { continue }
      if let words, words.answer.isOwn, words.answer.state.stances == [.for],
        !words.answer.isSuperseded
      {
        evidence += ids(words.answer.state.deciding, words.spoken)
        date = [date, said].compactMap { $0 }.max { $0.ends < $1.ends }
      } else if let clause = clause(agreedBy: party, step, since: said) {
        evidence += clause.evidence
        date = [date, clause.date].compactMap { $0 }.max { $0.ends < $1.ends }
      } else {
        return nil
      }
      parties.append(party)
    }
    guard parties.count >= min(2, concerned.count) else { return nil }
    return (
      parties,
      Taken(
        date: date, words: "all concerned are for it", evidence: evidence.uniqued, basis: nil,
        through: [])
    )
  }

  /// The issue is no longer under negotiation by as-of.
  func ended(_ issue: Case.Issue) -> Case.Issue.Ended? {
    issue.ended.flatMap { filtered.holds($0.date, $0.evidence) ? $0 : nil }
  }

  /// How far a step has come, by all but what it waits for.
  func state(of step: Step) -> PreconditionsView.StepState {
    if done(step) != nil { return .done }
    if let issue = step.issue.flatMap({ filtered.index.issue($0) }), ended(issue) != nil {
      return .ended
    }
    if !rejections(of: step).isEmpty { return .blocked }
    if let promise = promise(step), !promise.isBroken {
      return promise.isOverdue ? .overdue : .promised
    }
    return agreed[step.id] != nil ? .agreed : .open
  }

  /// Done, or agreed.
  func taken(_ step: Step) -> Taken? {
    done(step) ?? agreed[step.id]
  }

  /// Whether what is awaited must be done, or is met once it is agreed: where somebody is named who
  /// must act it must be done.
  func isMetByAgreement(_ step: Step) -> Bool {
    guard case .issue = step else { return false }
    return namedTakers(of: step).isEmpty
  }

  /// The answers of an issue any of which settles it.
  func answers(of step: Step) -> [Step] {
    guard case .issue(let id, let answer) = step else { return [] }
    guard answer == .none else { return [step] }
    return (filtered.index.issue(id)?.options ?? []).map { .issue(id, .options([$0.id])) }
  }
}

extension CellReading.AnswerReading {
  /// All it said was that it took note.
  func isOnlyNoted(_ spoken: [PartyStatement]) -> Bool {
    state.deciding.allSatisfy { spoken[$0].act == .takeNote && spoken[$0].isFaint }
  }
}

/// Steps on which all are of one mind, and what is still asked for them.
private struct PendingSteps {
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
    func add(_ step: Step) {
      let id = step.id
      guard steps[id] == nil, let (parties, taken) = book.assent(to: step) else { return }
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
    conditions[place].state = reason == .fulfilled ? .fulfilled : .overtaken
    conditions[place].closing = Closing(
      reason, date: taken.date, statements: taken.evidence, words: taken.words,
      basis: taken.basis)
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
