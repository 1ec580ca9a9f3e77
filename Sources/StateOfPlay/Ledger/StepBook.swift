internal import CaseModel

/// What the record says of steps by as-of: which are done or agreed, promised, or refused by those
/// who must take them.
///
/// What is agreed rests on what is still asked for it, and what is asked is met by what is agreed;
/// so the two are settled together, from nothing on, in time linear in the conditions.
struct StepBook {
  typealias Taken = PreconditionsView.Taken

  private let reading: Reading
  private let same: SameMilestones
  private let table: TellingTable
  private let commitments: CommitmentBook
  /// Of each row, each party's cell by its place.
  private let cells: [[Int: CellReading]]
  /// By issue, the places of promises about it.
  private var promises: [Case.Issue.ID: [Int]] = [:]
  /// Of steps whose own conditions are all met, when and by what words they were agreed.
  private(set) var agreed: [PreconditionsView.StepID: Taken] = [:]

  init(
    _ reading: Reading, _ same: SameMilestones, _ table: TellingTable,
    _ commitments: CommitmentBook, _ cells: [[Int: CellReading]]
  ) {
    self.reading = reading
    self.same = same
    self.table = table
    self.commitments = commitments
    self.cells = cells
    for (place, commitment) in reading.theCase.commitments.enumerated()
    where commitment.strength == .promised {
      guard let issue = commitment.about?.issue else { continue }
      promises[issue, default: []].append(place)
    }
  }

  // MARK: Whose step it is

  func concerned(_ issue: Case.Issue) -> [Case.Actor.ID] {
    issue.parties.isEmpty ? reading.theCase.header.parties : issue.parties
  }

  /// Those whom an option names as having to act, each as the party it acts for; empty where it
  /// names nobody.
  func namedTakers(of step: Step) -> [Case.Actor.ID] {
    guard case .issue(let id, .options(let chosen)) = step, let issue = reading.index.issue(id),
      let option = issue.options.first(where: { $0.id == chosen.first }), !option.takenBy.isEmpty
    else { return [] }
    let all = Set(concerned(issue) + reading.theCase.header.parties)
    var takers: [Case.Actor.ID] = []
    for actor in option.takenBy {
      let party = reading.principal(of: actor, among: all)
      if !takers.contains(party) { takers.append(party) }
    }
    return takers
  }

  /// Who must take a step: those its option names, else every party of the issue.
  func takers(of step: Step) -> [Case.Actor.ID] {
    let named = namedTakers(of: step)
    if !named.isEmpty { return named }
    return step.issue.flatMap { reading.index.issue($0) }.map(concerned) ?? []
  }

  // MARK: What parties say of it

  /// The party's words on an issue's answer; nil where there are none.
  func words(
    of party: Case.Actor.ID, on step: Step
  ) -> (answer: CellReading.AnswerReading, cell: CellReading, spoken: [SpokenFor])? {
    guard let key = step.answerKey, let issue = reading.index.place(of: key.issue),
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
        answer.state.deciding.contains(where: { spoken[$0].package == nil })
      else { return nil }
      return .init(
        party: party, statements: ids(answer.state.deciding, spoken),
        asOthersTell: !answer.isOwn)
    }
  }

  private func ids(_ members: [Int], _ spoken: [SpokenFor]) -> [Case.Statement.ID] {
    members.map { reading.theCase.statements[spoken[$0].position].id }
  }

  // MARK: Done

  /// What is done of a step: a milestone reached, a meeting held, a commitment or an option carried
  /// out; nil where nothing says so.
  func done(_ step: Step) -> Taken? {
    switch step {
    case .issue(let id, let answer):
      if answer == .none {
        let options = reading.index.issue(id)?.options ?? []
        return options.lazy.compactMap { carriedOut(.issue(id, .options([$0.id]))) }.first
      }
      return carriedOut(step)
    case .milestone(let id):
      for wording in same.wordings(of: id) {
        guard let reached = reading.index.milestone(wording)?.reached,
          reading.holds(reached.date, reached.evidence)
        else { continue }
        return Taken(
          date: reached.date, words: "reached", evidence: reading.shown(reached.evidence),
          basis: reached.evidence.basis, through: same.path(from: id, to: wording))
      }
      return nil
    case .meeting(let id):
      guard let meeting = reading.index.meeting(id), meeting.status == .held,
        reading.holds(meeting.date?.value, meeting.evidence)
      else { return nil }
      return Taken(
        date: meeting.date?.value, words: "held", evidence: reading.shown(meeting.evidence),
        basis: meeting.evidence.basis, through: [])
    case .commitment(let id): return commitments.accounts(of: id).flatMap(fulfilled)
    }
  }

  private func fulfilled(_ accounts: CommitmentAccounts) -> Taken? {
    guard accounts.isDone, let account = accounts.newest else { return nil }
    let by = account.by.isEmpty ? "" : ", says \(reading.index.names(account.by))"
    return Taken(
      date: account.date, words: "carried out\(by)", evidence: account.evidence,
      basis: account.basis, through: [])
  }

  /// All who must take the option have carried out a promise of it.
  private func carriedOut(_ step: Step) -> Taken? {
    var left = Set(namedTakers(of: step))
    let wasNamed = !left.isEmpty
    var found: Taken?
    for place in promised(step) {
      guard let taken = fulfilled(commitments.accounts[place]) else { continue }
      let debtors = debtors(of: reading.theCase.commitments[place])
      if wasNamed, left.isDisjoint(with: debtors) { continue }
      left.subtract(debtors)
      if let before = found?.date, let date = taken.date, before.ends >= date.ends { continue }
      found = taken
    }
    return left.isEmpty ? found : nil
  }

  private func debtors(of commitment: Case.Commitment) -> [Case.Actor.ID] {
    commitment.debtors.flatMap { reading.index.spokenFor(by: $0, on: commitment.agreed) }
  }

  /// The places of promises to take the very step, made by as-of.
  private func promised(_ step: Step) -> [Int] {
    guard let issue = step.issue else { return [] }
    return (promises[issue] ?? []).filter { place in
      let commitment = reading.theCase.commitments[place]
      guard let about = commitment.about?.step else { return false }
      return about.single(waits: false, reading.index).contains { $0.id == step.id }
        && reading.holds(commitment.agreed, commitment.evidence)
    }
  }

  /// The promise to take the step by one who must, while it is not carried out.
  func promise(_ step: Step) -> PreconditionsView.Promise? {
    if case .commitment(let id) = step, let place = reading.index.position(.commitments, id.raw) {
      let commitment = reading.theCase.commitments[place]
      let isMade =
        commitment.strength == .promised
        && reading.holds(commitment.agreed, commitment.evidence)
      return isMade ? promise(place) : nil
    }
    let named = Set(namedTakers(of: step))
    return promised(step).lazy.filter { place in
      named.isEmpty || !named.isDisjoint(with: debtors(of: reading.theCase.commitments[place]))
    }.compactMap { promise($0) }.last
  }

  private func promise(_ place: Int) -> PreconditionsView.Promise? {
    let accounts = commitments.accounts[place]
    if accounts.isOver { return nil }
    let commitment = reading.theCase.commitments[place]
    let due = CommitmentsView.Due(of: commitment, reading.index)
    return PreconditionsView.Promise(
      commitment: commitment.id, what: commitment.what, by: commitment.debtors, due: due.date,
      isOverdue: reading.isPast(due.latest), isBroken: accounts.isFailed,
      accounts: accounts.accounts, evidence: reading.shown(commitment.evidence))
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
    guard let issue = step.issue.flatMap({ reading.index.issue($0) }) else { return nil }
    var evidence: [Case.Statement.ID] = []
    var date: EDTFDate?
    var parties: [Case.Actor.ID] = []
    let concerned = concerned(issue)
    guard !concerned.isEmpty else { return nil }
    for party in concerned {
      guard let (answer, _, spoken) = words(of: party, on: step) else { return nil }
      if answer.isOnlyNoted(spoken) { continue }
      guard answer.isOwn, answer.state.stances == [.for], !answer.isSuperseded else { return nil }
      parties.append(party)
      for statement in ids(answer.state.deciding, spoken) where !evidence.contains(statement) {
        evidence.append(statement)
      }
      // The assent is given with the first of the words that still hold.
      let said = answer.state.deciding.compactMap { spoken[$0].said }.max()
      date = [date, said].compactMap { $0 }.max { $0.ends < $1.ends }
    }
    guard parties.count >= min(2, concerned.count) else { return nil }
    return (
      parties,
      Taken(
        date: date, words: "all concerned are for it", evidence: evidence, basis: nil, through: [])
    )
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
    return (reading.index.issue(id)?.options ?? []).map { .issue(id, .options([$0.id])) }
  }
}

extension CellReading.AnswerReading {
  /// All it said was that it took note.
  func isOnlyNoted(_ spoken: [SpokenFor]) -> Bool {
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
      guard book.isMetByAgreement(condition.awaited) else { continue }
      for step in book.answers(of: condition.awaited) {
        add(step)
        awaiting[step.id, default: []].append(place)
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
