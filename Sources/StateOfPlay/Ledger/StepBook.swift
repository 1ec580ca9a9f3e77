internal import CaseModel

/// What the record says of steps by as-of: which are done or agreed, promised, or refused by those
/// who must take them.
///
/// What is agreed rests on what is still asked for it, and what is asked is met by what is agreed;
/// so the two are settled together, from nothing on, in time linear in the conditions.
///
/// A class, as it is large and much that reads it keeps it. Nothing changes in it once the ledger is
/// made.
final class StepBook: @unchecked Sendable {
  typealias Taken = PreconditionsView.Taken

  let filtered: FilteredCase
  let same: SameMilestones
  let events: DoneSteps
  /// Texts signed by all they are between, with the steps that their agreed clauses settle.
  let signedTexts: [(steps: Set<PreconditionsView.StepID>, by: Set<Case.Actor.ID>, taken: Taken)]
  let table: PartyStatementTable
  let commitments: CommitmentBook
  let replies: ReplyBook
  /// Whose consent steps need.
  let consents: DueConsents
  /// Of each row, each party's cell by its place.
  var cells: NotedRows<[Int: CellReading]> { NotedRows(allCells, consulted) }
  private let allCells: [[Int: CellReading]]
  /// By issue, the milestones that carry an answer to it out.
  var milestonesOf: [Case.Issue.ID: [CarryingOut]] = [:]
  /// By issue, the places of promises about it.
  var promises: [Case.Issue.ID: [Int]] = [:]
  /// By step, the places of promises to take it, made by as-of.
  var promisesOfStep: NotedSteps<[Int]> { NotedSteps(allPromises, consulted) }
  private(set) var allPromises: [PreconditionsView.StepID: [Int]] = [:]
  /// Clauses agreed by whom, by the step they settle.
  var clauses: NotedSteps<[AgreedClause]> { NotedSteps(allClauses, consulted) }
  private(set) var allClauses: [PreconditionsView.StepID: [AgreedClause]] = [:]
  /// Of each row settled by a number, what each party rules out, by its place.
  var numbers: NotedValues<[Int: PartyNumbers]> { NotedValues(allNumbers, consulted) }
  private var allNumbers: [Int: [Int: PartyNumbers]] = [:]
  var units: NotedValues<UnitTable> { NotedValues(allUnits, consulted) }
  private var allUnits: [Int: UnitTable] = [:]
  /// By issue, what may meet a number or a set that is asked for.
  let allNamedValues: [Case.Issue.ID: [NamedValue]]
  /// By row and party, read when they are first asked for.
  var takings: [Int: [Taking]] = [:]

  /// What is done of steps, while the conditions are settled: asked for with each of them.
  var knownDone: [DoneKey: Taken?]?

  struct Taking {
    let begins: Int64
    let member: Int
  }

  /// Of steps whose own conditions are all met, when and by what words they were agreed.
  var agreed: NotedSteps<Taken> { NotedSteps(allAgreed, consulted) }
  private(set) var allAgreed: [PreconditionsView.StepID: Taken] = [:]
  /// Of steps on issues, who refuses them: asked for over and over, and the same for all who ask.
  let refused: KnownRejections
  private let consulted: Consulted?

  /// - Parameter before: the book of the case before, and by row whether the words are the same there.
  init(
    _ filtered: FilteredCase, _ same: SameMilestones, _ table: PartyStatementTable,
    _ commitments: CommitmentBook, _ cells: [[Int: CellReading]], _ replies: ReplyBook,
    after before: (book: StepBook, isKept: [Bool])? = nil
  ) {
    func known(_ row: Int) -> StepBook? { before.flatMap { $0.isKept[row] ? $0.book : nil } }
    self.filtered = filtered
    self.same = same
    events = DoneSteps(filtered, same, commitments)
    self.table = table
    consents = DueConsents(filtered, table)
    self.commitments = commitments
    allCells = cells
    consulted = nil
    refused =
      before.map { KnownRejections($0.book.refused, isKept: $0.isKept) } ?? KnownRejections()
    self.replies = replies
    signedTexts = Self.signedTexts(filtered, table.packages.joined)
    var allUnits: [Int: UnitTable] = [:]
    for (row, statements) in table.rows.enumerated() where statements.issue.isMeasured {
      allUnits[row] =
        known(row)?.allUnits[row] ?? UnitTable(statements.issue, statements.answers)
    }
    self.allUnits = allUnits
    allNamedValues = Self.namedValues(filtered, table, cells, allUnits)
    for (row, statements) in table.rows.enumerated() {
      guard let units = allUnits[row] else { continue }
      if let numbers = known(row)?.allNumbers[row] {
        allNumbers[row] = numbers
        continue
      }
      allNumbers[row] = cells[row].reduce(into: [:]) { found, cell in
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
      guard filtered.holds(commitment.agreed, commitment.evidence) else { continue }
      let steps = commitment.about?.step?.single(waits: false, filtered.index) ?? []
      for step in steps.map(\.id).uniqued { allPromises[step, default: []].append(place) }
    }
    for milestone in filtered.theCase.milestones {
      guard let of = milestone.of, let issue = of.issue else { continue }
      milestonesOf[issue, default: []].append(CarryingOut(step: of.id, milestone: milestone.id))
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
            allClauses[single.id, default: []].append(agreed)
          }
        }
      }
    }
  }

  /// The same, recording in `consulted` what is looked up.
  init(
    _ book: StepBook, _ table: PartyStatementTable, _ filtered: FilteredCase,
    noting consulted: Consulted
  ) {
    self.filtered = filtered
    same = book.same
    events = DoneSteps(filtered, book.same, book.commitments, book.events.denials)
    signedTexts = book.signedTexts
    self.table = table
    consents = DueConsents(book.consents, filtered, table)
    (commitments, replies) = (book.commitments, book.replies)
    allCells = book.allCells
    (milestonesOf, promises) = (book.milestonesOf, book.promises)
    allPromises = book.allPromises
    (allClauses, allNumbers, allUnits) = (book.allClauses, book.allNumbers, book.allUnits)
    allNamedValues = book.allNamedValues
    refused = book.refused
    (takings, allAgreed) = (book.takings, book.allAgreed)
    self.consulted = consulted
  }

  /// What may meet a number or a set that is asked for on an issue.
  func namedValues(on issue: Case.Issue.ID) -> [NamedValue] {
    if let consulted, let row = filtered.index.place(of: issue).flatMap({ table.rowOf[$0] }) {
      consulted.rows.insert(row)
    }
    return allNamedValues[issue] ?? []
  }

  // MARK: Agreed

  /// Settles what is agreed and which conditions are thereby fulfilled.
  func settle(_ conditions: inout [Condition]) {
    knownDone = [:]
    defer { knownDone = nil }
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
    allAgreed = pending.agreed
    // What its holder's text gives as well was not given up.
    for place in conditions.indices
    where conditions[place].closing?.reason == .undertaken && signing(of: conditions[place]) != nil
    {
      conditions[place].closing?.reason = .settled
    }
    // What is agreed may set a threat off.
    for place in conditions.indices {
      if let taken = carryingOut(conditions[place]) {
        conditions[place].close(.carriedOut, taken)
      } else if let taken = averting(conditions[place]) {
        conditions[place].close(.averted, taken)
      }
    }
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
      filtered.index.draft(id).flatMap { filtered.ended($0) }
        .map { closing($0.date, $0.evidence) } ?? table.packages.closing(step)
    case .package: table.packages.closing(step)
    case .milestone, .meeting, .commitment: nil
    }
  }

  private func closing(_ date: EDTFDate?, _ evidence: Evidence) -> Closing {
    Closing(.ended, date: date, statements: filtered.shown(evidence), basis: evidence.basis)
  }
}
