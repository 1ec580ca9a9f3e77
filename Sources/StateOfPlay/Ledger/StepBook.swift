internal import CaseModel

/// What the record says of steps by as-of: which are done or agreed, promised, or refused by those
/// who must take them.
///
/// What is agreed rests on what is still asked for it, and what is asked is met by what is agreed;
/// so the two are settled together, from nothing on, in time linear in the conditions.
struct StepBook {
  typealias Taken = PreconditionsView.Taken

  let filtered: FilteredCase
  let same: SameMilestones
  let events: DoneSteps
  /// Texts signed by all they are between, with the steps that their agreed clauses settle.
  let signedTexts: [(steps: Set<PreconditionsView.StepID>, by: Set<Case.Actor.ID>, taken: Taken)]
  let table: PartyStatementTable
  let commitments: CommitmentBook
  let replies: ReplyBook
  /// Of each row, each party's cell by its place.
  let cells: [[Int: CellReading]]
  /// By issue, the milestones that carry an answer to it out.
  var milestonesOf: [Case.Issue.ID: [Case.Milestone]] = [:]
  /// By issue, the places of promises about it.
  var promises: [Case.Issue.ID: [Int]] = [:]
  /// Clauses agreed by whom, by the step they settle.
  var clauses: [PreconditionsView.StepID: [AgreedClause]] = [:]
  /// Of each row settled by a number, what each party rules out, by its place.
  var numbers: [Int: [Int: PartyNumbers]] = [:]
  var units: [Int: UnitTable] = [:]
  /// By issue, what may meet a number or a set that is asked for.
  let namedValues: [Case.Issue.ID: [NamedValue]]
  /// By row and party, read when they are first asked for.
  var takings: [Int: [Taking]] = [:]

  struct Taking {
    let begins: Int64
    let member: Int
  }

  /// Of steps whose own conditions are all met, when and by what words they were agreed.
  private(set) var agreed: [PreconditionsView.StepID: Taken] = [:]

  init(
    _ filtered: FilteredCase, _ same: SameMilestones, _ table: PartyStatementTable,
    _ commitments: CommitmentBook, _ cells: [[Int: CellReading]], _ replies: ReplyBook
  ) {
    self.filtered = filtered
    self.same = same
    events = DoneSteps(filtered, same, commitments)
    self.table = table
    self.commitments = commitments
    self.cells = cells
    self.replies = replies
    signedTexts = Self.signedTexts(filtered)
    namedValues = Self.namedValues(filtered, table, cells)
    for (row, statements) in table.rows.enumerated() where statements.issue.isMeasured {
      let units = UnitTable(statements.issue, statements.answers)
      self.units[row] = units
      numbers[row] = cells[row].reduce(into: [:]) { found, cell in
        found[cell.key] = PartyNumbers(
          cell.value, statements.byParty[cell.key] ?? [],
          statements.issue.wants[table.parties[cell.key]]
        ) { answer in statements.answers[answer].value.flatMap { units.interval($0) } }
      }
    }
    for (place, commitment) in filtered.theCase.commitments.enumerated()
    where commitment.strength == .promised {
      guard let issue = commitment.about?.issue else { continue }
      promises[issue, default: []].append(place)
    }
    for milestone in filtered.theCase.milestones {
      guard let issue = milestone.of?.issue else { continue }
      milestonesOf[issue, default: []].append(milestone)
    }
    for draft in filtered.theCase.drafts where filtered.ended(draft) == nil {
      for clause in draft.clauses where clause.status == .agreed {
        guard filtered.holds(draft.date, clause.evidence), !filtered.hasLapsed(clause.evidence),
          filtered.lens.asOf == nil || clause.evidence.statements.isEmpty
            || filtered.wasSaid(clause.evidence)
        else { continue }
        let said = clause.evidence.statements.compactMap { id in
          filtered.index.statement(id).flatMap { filtered.index.said($0) }
        }.max { $0.ends < $1.ends }
        let agreed = AgreedClause(
          by: filtered.agreeing(to: clause, of: draft, on: said ?? draft.date),
          date: said ?? draft.date, evidence: filtered.shown(clause.evidence))
        for step in clause.subjects.compactMap(\.step) {
          for single in step.single(waits: false, filtered.index) {
            clauses[single.id, default: []].append(agreed)
          }
        }
      }
    }
  }

  struct AgreedClause {
    let by: Set<Case.Actor.ID>
    let date: EDTFDate?
    let evidence: [Case.Statement.ID]
  }

  /// A clause of a draft that the party agreed to and has not gone back on since.
  func clause(
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
  /// acts for; empty where no one is named.
  func namedTakers(of step: Step) -> [Case.Actor.ID] {
    var named: [Case.Actor.ID] = []
    var all = Set(filtered.theCase.header.parties)
    switch step {
    case .issue(let id, .options(let chosen)):
      guard let issue = filtered.index.issue(id) else { return [] }
      // Of several options any is enough: only those who must act for each of them must act.
      let takers = chosen.map { option in
        issue.options.first { $0.id == option }?.takenBy ?? []
      }
      named = (takers.first ?? []).filter { taker in takers.allSatisfy { $0.contains(taker) } }
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

  // MARK: Agreed

  /// Settles what is agreed and which conditions are thereby fulfilled.
  mutating func settle(_ conditions: inout [Condition]) {
    for place in conditions.indices {
      guard let taken = carryingOut(conditions[place]) else { continue }
      conditions[place].close(.carriedOut, taken)
    }
    var pending = PendingSteps(self, conditions)
    for place in conditions.indices where !conditions[place].key.isTrigger {
      conditions[place].isOnEffect = isOnEffect(conditions[place])
      guard let (reason, taken) = performance(ending: conditions[place]) else { continue }
      if conditions[place].state.stands {
        if reason == .fulfilled, isUndone(conditions[place].awaited),
          !hasActed(on: conditions[place], since: taken.date)
        {
          conditions[place].metBefore = taken
          continue
        }
        pending.close(place, reason, taken, &conditions)
      } else if conditions[place].wasMet(by: taken) {
        conditions[place].close(reason, taken)
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
      if let words, words.answer.isOwn, stances(words.answer, words.spoken) == [.for],
        !words.answer.isSuperseded, !words.answer.isOnlyPackaged(words.spoken)
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

  /// That the issue of a step is no longer under negotiation, that the text that would be signed has
  /// ended, or that something else took the place of what would be accepted.
  func ending(of step: Step) -> Closing? {
    switch step {
    case .issue(let id, _):
      filtered.index.issue(id).flatMap { ended($0) }.map { closing($0.date, $0.evidence) }
    case .draft(let id):
      filtered.index.draft(id).flatMap { filtered.status(of: $0) }.flatMap {
        $0.level == .ended ? closing($0.date, $0.evidence) : nil
      } ?? table.packages.closing(step)
    case .package: table.packages.closing(step)
    case .milestone, .meeting, .commitment: nil
    }
  }

  private func closing(_ date: EDTFDate?, _ evidence: Evidence) -> Closing {
    Closing(.ended, date: date, statements: filtered.shown(evidence), basis: evidence.basis)
  }

  /// How far a step has come, by all but what it waits for.
  func state(of step: Step) -> PreconditionsView.StepState {
    if done(step) != nil { return .done }
    if ending(of: step) != nil { return .ended }
    if !rejections(of: step).isEmpty || failure(of: step) != nil { return .blocked }
    if let promise = promise(step), !promise.isBroken {
      return promise.isOverdue ? .overdue : .promised
    }
    return agreement(on: step) != nil ? .agreed : .open
  }

  /// Done, or agreed, as its holder asks for it.
  func taken(_ step: Step, for holder: Case.Actor.ID? = nil) -> Taken? {
    done(step, for: holder) ?? agreement(on: step, for: holder)
  }

  /// Agreed with nothing standing attached, on any answer that meets what its holder asks for.
  func agreement(on step: Step, for holder: Case.Actor.ID? = nil) -> Taken? {
    if step.isWholeIssue { return agreed[step.id] }
    return answers(of: step, for: holder).lazy.compactMap { agreed[$0.id] }.first
  }

  /// Whether what is awaited must be done, or is met once it is agreed: where someone is named who
  /// must act it must be done.
  func isMetByAgreement(_ step: Step) -> Bool {
    guard case .issue = step else { return false }
    return namedTakers(of: step).isEmpty
  }
}

extension CellReading.AnswerReading {
  /// It is refused itself, and not only as a part of a package.
  func isRefusedItself(_ spoken: [PartyStatement]) -> Bool {
    state.stances.contains(.against)
      && state.deciding.contains { !spoken[$0].isPackage && spoken[$0].base == .against }
  }

  /// It is given only as a part of packages that not all have accepted.
  func isOnlyPackaged(_ spoken: [PartyStatement]) -> Bool {
    isOwn && !state.deciding.isEmpty
      && state.deciding.allSatisfy { spoken[$0].package != nil && !spoken[$0].isConcluded }
  }

  /// All it said was that it took note.
  func isOnlyNoted(_ spoken: [PartyStatement]) -> Bool {
    state.deciding.allSatisfy { spoken[$0].act == .takeNote && spoken[$0].isFaint }
  }
}
