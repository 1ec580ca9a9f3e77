internal import CaseModel
internal import Foundations

/// What each party has said and not taken back, by as-of: the one thing from which positions,
/// changes, convergence and preconditions are read (a commitment store: Hamblin 1970; Walton and
/// Krabbe 1995).
///
/// Saying something opens an item; only certain things close it. Silence does not, repetition does
/// not, a vaguer word does not, and another's word does not.
///
/// A class, as all that reads it keeps it, and it is large.
final class Ledger: Sendable {
  /// Hides no rows: they are chosen after derivation.
  let filtered: FilteredCase
  let table: PartyStatementTable
  /// Every condition with its life.
  var conditions: NotedConditions { NotedConditions(allConditions, consulted) }
  let allConditions: [Condition]
  /// The conditions as words alone have them.
  let words: ConditionLedger
  var withoutStep: [Case.Statement.ID] { words.withoutStep }
  /// Said to be dropped, and on record nowhere.
  var unsupported: [(drop: PreconditionsView.Drop, condition: Condition)] { words.unsupported }
  /// By the row of the table.
  var issues: NotedRows<IssueLedger> { NotedRows(allIssues, consulted) }
  private let allIssues: [IssueLedger]
  /// By the row of the table, each party's cell by its place in the table.
  var cells: NotedRows<[Int: CellReading]> { NotedRows(allCells, consulted) }
  private let allCells: [[Int: CellReading]]
  /// By the row of the table, whether the statements of another case, of which this is the next, made
  /// the same of it.
  let isKept: [Bool]
  let commitments: CommitmentBook
  let steps: StepBook
  let same: SameMilestones
  /// What was said of meetings and of conditions themselves.
  let replies: ReplyBook
  /// Of each statement, the places of those that deny or reject it.
  private let allDenials: [Case.Statement.ID: [Int]]
  /// Of each holder and step, the places of its conditions.
  private let ofStep: [HolderStep: [Int]]
  /// The same by the step that they await.
  private let ofAwaited: [HolderStep: [Int]]
  private let ofTie: [HolderTie: Int]
  private let ofIssue: [Case.Issue.ID: [Int]]
  /// Of each issue, the places of conditions that await an answer to it.
  private let ofAwaitedIssue: [Case.Issue.ID: [Int]]
  private let consulted: Consulted?

  private struct HolderStep: Hashable {
    let holder: Case.Actor.ID
    let step: PreconditionsView.StepID
  }

  private struct HolderTie: Hashable {
    let holder: Case.Actor.ID
    let step: PreconditionsView.StepID
    let awaited: PreconditionsView.StepID
  }

  /// - Parameters:
  ///   - before: the ledger of the case before, and in which statements this one differs: of issues that
  ///     they do not touch, what was made of the words is kept.
  ///   - isFollowed: the ledger of another case may be made of this one.
  /// - Throws: what `tick` throws.
  /// - Complexity: near-linear in the statements and conditions.
  init<Stop: Error>(
    _ filtered: FilteredCase, after before: (ledger: Ledger, edit: StatementEdit)? = nil,
    isFollowed: Bool = false,
    _ tick: @Sendable (_ done: Int, _ total: Int) throws(Stop) -> Void
  ) throws(Stop) {
    let whole = FilteredCase(filtered, rowsOf: filtered.lens.withoutRows)
    self.filtered = whole
    let kept = before.flatMap { PartyStatementTable(whole, after: $0.ledger, $0.edit) }
    let table = kept ?? PartyStatementTable(whole)
    self.table = table
    let keptWords =
      kept == nil
      ? nil : before.flatMap { ConditionLedger(whole, table, after: $0.ledger, $0.edit) }
    let words = keptWords ?? ConditionLedger(whole, table, isFollowed: isFollowed)
    self.words = words
    let events = ConditionEvents(words.conditions, table, whole, after: words.isKept ? before : nil)
    let commitments = CommitmentBook(whole)
    let performances = PartyPerformances(whole, table, commitments)
    let inputs = table.rows.enumerated().map { row, statements in
      IssueLedger.Inputs(
        row: statements, conditions: events.byRow[row],
        performances: performances.byRow[row] ?? [:])
    }
    let isKept = inputs.indices.map { row in
      guard let (ledger, edit) = before else { return false }
      return words.isKept && table.isKept[row]
        ? ledger.inputs(row).performances == inputs[row].performances
        : ledger.inputs(row).moved(by: edit) == inputs[row]
    }
    self.isKept = isKept
    // Issues have nothing to do with each other until their conditions are settled.
    let work = isKept.count(where: { !$0 }) > 1 ? whole.facts.count : 0
    let made = try Parallel.map(count: inputs.count, work: work) {
      (row) throws(Stop) -> (issue: IssueLedger, cells: [Int: CellReading]) in
      if isKept[row], let (ledger, edit) = before {
        let issue = ledger.allIssues[row]
        return (
          issue: edit.keepsPlaces ? issue : IssueLedger(issue, inputs[row]),
          cells: ledger.allCells[row]
        )
      }
      return try Self.read(inputs[row], table) { () throws(Stop) in try tick(row, inputs.count) }
    }
    let cells = made.map(\.cells)
    allIssues = made.map(\.issue)
    allCells = cells
    consulted = nil
    self.commitments = commitments
    same = SameMilestones(whole)
    // Replies are read from words on meetings, texts and other words.
    let knownReplies =
      kept == nil
      ? nil
      : before.flatMap { ledger, edit in
        ReplyBook.isApart(from: edit, ledger.filtered, whole) ? ledger.replies : nil
      }
    replies = knownReplies ?? ReplyBook(whole, table)
    allDenials = whole.denials
    let steps = StepBook(
      whole, same, table, commitments, cells, replies,
      after: before.map { ($0.ledger.steps, isKept) })
    var conditions = words.conditions
    for place in conditions.indices
    where conditions[place].state.stands && !conditions[place].key.isTrigger {
      steps.outdate(&conditions[place])
    }
    Self.setAsideReports(&conditions)
    steps.settle(&conditions)
    for place in conditions.indices where conditions[place].state.stands {
      guard let ended = steps.ending(of: conditions[place].step) else { continue }
      conditions[place].state = .closed
      conditions[place].closing = ended
    }
    self.steps = steps
    var ofStep: [HolderStep: [Int]] = [:]
    var ofAwaited: [HolderStep: [Int]] = [:]
    var ofTie: [HolderTie: Int] = [:]
    var ofIssue: [Case.Issue.ID: [Int]] = [:]
    var ofAwaitedIssue: [Case.Issue.ID: [Int]] = [:]
    for (place, condition) in conditions.enumerated() {
      ofStep[HolderStep(holder: condition.holder, step: condition.stepID), default: []]
        .append(place)
      ofAwaited[
        HolderStep(holder: condition.holder, step: condition.awaitedID), default: []
      ].append(place)
      let tie = HolderTie(
        holder: condition.holder, step: condition.stepID, awaited: condition.awaitedID)
      if ofTie[tie] == nil, !condition.key.isTrigger { ofTie[tie] = place }
      if let issue = condition.step.issue { ofIssue[issue, default: []].append(place) }
      if let issue = condition.awaited.issue { ofAwaitedIssue[issue, default: []].append(place) }
    }
    allConditions = conditions
    self.ofStep = ofStep
    self.ofAwaited = ofAwaited
    self.ofTie = ofTie
    self.ofIssue = ofIssue
    self.ofAwaitedIssue = ofAwaitedIssue
  }

  /// The same, recording in `consulted` what is looked up.
  init(_ ledger: Ledger, noting consulted: Consulted) {
    filtered = FilteredCase(ledger.filtered, noting: consulted)
    table = ledger.table.noting(consulted, filtered)
    (allConditions, words) = (ledger.allConditions, ledger.words)
    (allIssues, allCells, isKept) = (ledger.allIssues, ledger.allCells, ledger.isKept)
    commitments = ledger.commitments
    steps = StepBook(ledger.steps, table, filtered, noting: consulted)
    (same, replies) = (ledger.same, ledger.replies)
    allDenials = ledger.allDenials
    (ofStep, ofAwaited) = (ledger.ofStep, ledger.ofAwaited)
    (ofTie, ofIssue) = (ledger.ofTie, ledger.ofIssue)
    ofAwaitedIssue = ledger.ofAwaitedIssue
    self.consulted = consulted
  }

  /// The same, recording in `consulted`, where there is one, what is looked up.
  func noting(_ consulted: Consulted?) -> Ledger {
    consulted.map { Ledger(self, noting: $0) } ?? self
  }

  convenience init(_ filtered: FilteredCase) {
    self.init(filtered) { (_: Int, _: Int) in }
  }

  /// What all have said on one issue, and what that comes to for each.
  private static func read<Stop: Error>(
    _ inputs: IssueLedger.Inputs, _ table: PartyStatementTable, _ tick: () throws(Stop) -> Void
  ) throws(Stop) -> (issue: IssueLedger, cells: [Int: CellReading]) {
    let wants = inputs.row.issue.wants
    let issue = try IssueLedger(
      inputs, shown: table.shown, wants: { wants[table.parties[$0]] }, tick)
    var cells: [Int: CellReading] = [:]
    for (party, ledger) in issue.parties where !ledger.spoken.isEmpty {
      cells[party] = CellReading(
        party, inputs.row, ledger, parties: table.parties.count,
        wants: wants[table.parties[party]])
    }
    return (issue, cells)
  }

  /// Of a step that is no answer to an issue, what others report that its holder asks for gives way
  /// to what it asks for itself.
  private static func setAsideReports(_ conditions: inout [Condition]) {
    var own: Set<HolderStep> = []
    for condition in conditions
    where condition.step.issue == nil && condition.state.stands && !condition.key.isTrigger
      && condition.voice == .own
    {
      own.insert(HolderStep(holder: condition.holder, step: condition.stepID))
    }
    if own.isEmpty { return }
    for place in conditions.indices
    where conditions[place].state.stands && conditions[place].voice != .own
      && !conditions[place].key.isTrigger
      && own.contains(
        HolderStep(holder: conditions[place].holder, step: conditions[place].stepID))
    {
      conditions[place].state = .contradicted
    }
  }

  /// What the ledger of a row was made of.
  func inputs(_ row: Int) -> IssueLedger.Inputs { allIssues[row].inputs }

  /// The places of a party's conditions on a step.
  func conditions(of holder: Case.Actor.ID, on step: PreconditionsView.StepID) -> [Int] {
    consulted?.steps.insert(step)
    return ofStep[HolderStep(holder: holder, step: step)] ?? []
  }

  /// The places of a party's conditions that await a step.
  func conditions(of holder: Case.Actor.ID, awaiting step: PreconditionsView.StepID) -> [Int] {
    consulted?.steps.insert(step)
    return ofAwaited[HolderStep(holder: holder, step: step)] ?? []
  }

  /// The places of those that deny or reject a statement.
  func denials(of statement: Case.Statement.ID) -> [Int] {
    consulted?.statements.insert(statement.raw)
    return allDenials[statement] ?? []
  }

  /// The places of a party's conditions on a step, and of those on its issue, whatever it is settled on.
  func conditions(of holder: Case.Actor.ID, holdingBack step: Step) -> [Int] {
    let own = conditions(of: holder, on: step.id)
    guard let issue = step.issue, !step.isWholeIssue else { return own }
    return own + conditions(of: holder, on: Step.issue(issue, .none).id)
  }

  /// Those who reject a condition as such.
  func rejections(of condition: Condition) -> [PreconditionsView.Rejection] {
    replies.replies(to: condition).filter { !$0.accepts }.map {
      .init(party: $0.party, statements: [$0.statement], reportedByOthersOnly: false)
    }
  }

  /// The places of all conditions on steps of an issue.
  func conditions(on issue: Case.Issue.ID) -> [Int] {
    consulted?.note(issue)
    return ofIssue[issue] ?? []
  }

  /// The conditions in force by which a party requires an answer to an issue for a step elsewhere, by its
  /// own words or as others report, in the order in which they were set.
  func requirements(of holder: Case.Actor.ID, on issue: Case.Issue.ID) -> [Condition] {
    consulted?.note(issue)
    return (ofAwaitedIssue[issue] ?? []).map { allConditions[$0] }.filter { condition in
      condition.holder == holder && condition.state.stands && !condition.key.isTrigger
        && condition.step.issue != issue && !condition.awaited.isWholeIssue
        && condition.known.kind != .inferred
    }.sorted { a, b in
      (a.opened?.ends ?? .min, a.awaitedID, a.stepID)
        < (b.opened?.ends ?? .min, b.awaitedID, b.stepID)
    }
  }

  /// A party's condition that ties one step to another, whichever it named first.
  func condition(
    of holder: Case.Actor.ID, on step: PreconditionsView.StepID,
    awaiting awaited: PreconditionsView.StepID
  ) -> Condition? {
    consulted?.steps.formUnion([step, awaited])
    let place =
      ofTie[HolderTie(holder: holder, step: step, awaited: awaited)]
      ?? ofTie[HolderTie(holder: holder, step: awaited, awaited: step)]
    return place.map { conditions[$0] }
  }

  /// The condition holds its holder back from the step. What is offered for the case that something
  /// comes about is held back until that is done, or until its holder gives it with no if.
  func holdsBack(_ condition: Condition) -> Bool {
    guard condition.state.stands else { return false }
    guard condition.key.isTrigger else { return true }
    guard condition.isPromiseIf, steps.done(condition.awaited) == nil,
      !steps.isTaken(condition)
    else { return false }
    guard let newest = condition.newest,
      let (answer, _, spoken) = steps.words(of: condition.holder, on: condition.step)
    else { return true }
    return !answer.state.deciding.contains { member in
      spoken[member].base == .for && spoken[member].said?.isLater(than: newest) ?? false
    }
  }
}
