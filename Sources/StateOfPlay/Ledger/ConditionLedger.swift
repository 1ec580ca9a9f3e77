internal import CaseModel

/// Every condition on record, with its course as far as statements alone determine it.
struct ConditionLedger {
  private(set) var conditions: [Condition] = []
  private(set) var withoutStep: [Case.Statement.ID] = []
  /// Said to be dropped, and on record nowhere.
  private(set) var unsupported: [(drop: PreconditionsView.Drop, condition: Condition)] = []
  /// They are those of the case before, of which this is the next.
  private(set) var isKept = false

  /// Nil where the statements in which the cases differ set a condition or end one.
  ///
  /// - Parameter table: that of the case before, for which the edit reaches no other words than theirs.
  /// - Complexity: O(conditions).
  init?(
    _ filtered: FilteredCase, _ table: PartyStatementTable, after before: Ledger,
    _ edit: StatementEdit
  ) {
    self = before.words
    isKept = true
    let reader = ConditionReader(
      filtered, table.parties, table.packages, confirmations: table.confirmations)
    let closings = ClosingReader(filtered, reader, conditions, table)
    func changesNothing(_ statement: Case.Statement, _ facts: StatementFacts) -> Bool {
      statement.requires.isEmpty && !closings.ends(statement, facts)
    }
    guard
      edit.before.allSatisfy({
        changesNothing(before.filtered.theCase.statements[$0], before.filtered.facts[$0])
      }),
      edit.after.allSatisfy({ changesNothing(filtered.theCase.statements[$0], filtered.facts[$0]) })
    else { return nil }
  }

  /// - Complexity: near-linear in the statements.
  init(_ filtered: FilteredCase, _ table: PartyStatementTable) {
    let reader = ConditionReader(
      filtered, table.parties, table.packages, confirmations: table.confirmations)
    reader.read()
    let closings = ClosingReader(filtered, reader, reader.conditions, table)
    closings.read()
    conditions = reader.conditions
    withoutStep = reader.withoutStep
    unsupported = reader.unsupported
    for place in conditions.indices {
      let holder = conditions[place].holder
      conditions[place].live(closings.of(conditions[place])) { id in
        filtered.index.statement(id).flatMap { filtered.wing(of: $0, for: holder) }
      }
    }
    mergeTies()
  }

  /// One tie worded twice is one: where its holder asks for a step before another and for the two in
  /// exchange, they are given together.
  private mutating func mergeTies() {
    struct Tie: Hashable {
      let holder: Case.Actor.ID
      let first: PreconditionsView.StepID
      let second: PreconditionsView.StepID

      init(_ condition: Condition) {
        holder = condition.holder
        let (a, b) = (condition.stepID, condition.awaitedID)
        (first, second) = a < b ? (a, b) : (b, a)
      }
    }
    var exchanges: [Tie: Int] = [:]
    for (place, condition) in conditions.enumerated()
    where condition.key.isExchange && condition.state.stands {
      exchanges[Tie(condition)] = place
    }
    if exchanges.isEmpty { return }
    var isMerged = [Bool](repeating: false, count: conditions.count)
    for (place, condition) in conditions.enumerated()
    where condition.kind == .before && condition.state.stands {
      // Its own word is not reworded by what others report of it.
      guard let other = exchanges[Tie(condition)], conditions[other].voice <= condition.voice else {
        continue
      }
      isMerged[place] = true
      let known = Set(conditions[other].grounds.map(\.statement))
      conditions[other].grounds += condition.grounds.filter { !known.contains($0.statement) }
    }
    var left: [Condition] = []
    for (place, condition) in conditions.enumerated() where !isMerged[place] {
      left.append(condition)
    }
    conditions = left
  }
}
