internal import CaseModel

/// A condition opened or closed in words.
struct ConditionEvent: Equatable {
  enum Action: Equatable {
    case open(awaited: PreconditionsView.StepID)
    /// `ground` is the place in the case of the statement that had opened it.
    case close(awaited: PreconditionsView.StepID, ground: Int, reason: Closing.Reason)
  }

  let answer: Int
  let said: EDTFDate
  /// The place in the case of the statement that does it.
  private(set) var position: Int
  /// Among those of one party and issue.
  let order: Int
  private(set) var action: Action

  /// The same in a case in which statements stand elsewhere.
  func moved(by edit: StatementEdit) -> ConditionEvent? {
    guard let place = edit.place(of: position) else { return nil }
    var moved = self
    moved.position = place
    if case .close(let awaited, let ground, let reason) = action {
      guard let ground = edit.place(of: ground) else { return nil }
      moved.action = .close(awaited: awaited, ground: ground, reason: reason)
    }
    return moved
  }
}

/// What conditions were opened and closed in words, for the sweeps of their issues.
struct ConditionEvents {
  /// By row of the table and place of the party.
  private(set) var byRow: [[Int: [ConditionEvent]]]

  /// - Parameter before: the ledger of the case before, where the conditions are the same there: the
  ///   rows kept of its table have the same events.
  init(
    _ conditions: [Condition], _ table: PartyStatementTable, _ filtered: FilteredCase,
    after before: (ledger: Ledger, edit: StatementEdit)? = nil
  ) {
    byRow = table.isKept.enumerated().map { row, isKept in
      guard isKept, let before else { return [:] }
      let events = before.ledger.inputs(row).conditions
      if before.edit.keepsPlaces { return events }
      return events.mapValues { $0.compactMap { $0.moved(by: before.edit) } }
    }
    for condition in conditions where !condition.key.isTrigger {
      guard let issue = condition.step.issue, let place = filtered.index.place(of: issue),
        let row = table.rowOf[place], before == nil || !table.isKept[row],
        let party = table.place(of: condition.holder),
        let answer = table.rows[row].place(of: condition.step)
      else { continue }
      func add(_ said: EDTFDate?, _ statement: Case.Statement.ID, _ action: ConditionEvent.Action) {
        guard let said, let position = filtered.index.position(.statements, statement.raw) else {
          return
        }
        let order = (byRow[row][party]?.count ?? 0) + 1
        byRow[row][party, default: []].append(
          ConditionEvent(
            answer: answer, said: said, position: position, order: order, action: action))
      }
      for (place, ground) in condition.grounds.enumerated()
      where ground.voice == .own && (ground.role == .decides || ground.role == .closed) {
        add(ground.said, ground.statement, .open(awaited: condition.awaitedID))
        guard let closing = condition.closings[place], let by = closing.statements.first,
          let opener = filtered.index.position(.statements, ground.statement.raw)
        else { continue }
        add(
          closing.date, by,
          .close(awaited: condition.awaitedID, ground: opener, reason: closing.reason))
      }
    }
  }
}
