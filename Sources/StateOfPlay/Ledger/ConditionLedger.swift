internal import CaseModel

/// Every condition on record, with its course as far as statements alone determine it.
struct ConditionLedger {
  private(set) var conditions: [Condition] = []
  private(set) var withoutStep: [Case.Statement.ID] = []
  /// Said to be dropped, and on record nowhere.
  private(set) var unsupported: [(drop: PreconditionsView.Drop, condition: Condition)] = []
  /// They are those of the case before, of which this is the next.
  private(set) var isKept = false
  /// What those of the next case are made of; nil where none follows.
  private var readings: Readings?

  private struct Readings {
    /// As they were set, before any is ended or merged.
    let set: [Condition]
    /// Of these the course of each.
    var lived: [Condition]
    var closings: ClosingReader
  }

  /// Nil where the statements in which the cases differ set a condition.
  ///
  /// - Parameter table: that of the case before, for which the edit reaches no other words than theirs.
  /// - Complexity: O(conditions).
  init?(
    _ filtered: FilteredCase, _ table: PartyStatementTable, after before: Ledger,
    _ edit: StatementEdit
  ) {
    self = before.words
    let reader = ConditionReader(
      filtered, table.parties, table.packages, confirmations: table.confirmations)
    var touched: Set<ClosingReader.HolderStep> = []
    guard var readings,
      edit.before.allSatisfy({ before.filtered.theCase.statements[$0].requires.isEmpty }),
      edit.after.allSatisfy({ filtered.theCase.statements[$0].requires.isEmpty }),
      let closings = ClosingReader(
        filtered, reader, table, after: readings.closings, edit, touched: &touched)
    else { return nil }
    readings.closings = closings
    isKept = touched.isEmpty
    if !touched.isEmpty {
      for place in readings.set.indices where touched.contains(.init(readings.set[place])) {
        readings.lived[place] = Self.live(readings.set[place], closings, filtered)
      }
      conditions = readings.lived
      mergeTies()
    }
    self.readings = readings
  }

  /// The course of a condition by words alone.
  private static func live(
    _ condition: Condition, _ closings: ClosingReader, _ filtered: FilteredCase
  ) -> Condition {
    var lived = condition
    lived.live(
      closings.of(condition),
      wing: { id in
        filtered.index.statement(id).flatMap { filtered.wing(of: $0, for: condition.holder) }
      },
      isFormer: { id in
        filtered.index.statement(id).map { statement in
          let said = filtered.index.said(statement)
          let speakers = statement.speaker.filter {
            filtered.index.spokenFor(by: $0, on: said).contains(condition.holder)
          }
          return filtered.haveCeased(speakers, for: condition.holder)
        } ?? false
      })
    return lived
  }

  /// - Parameter isFollowed: the conditions of another case may be made of these.
  /// - Complexity: near-linear in the statements.
  init(_ filtered: FilteredCase, _ table: PartyStatementTable, isFollowed: Bool = false) {
    let reader = ConditionReader(
      filtered, table.parties, table.packages, confirmations: table.confirmations)
    reader.read()
    let closings = ClosingReader(filtered, reader, reader.conditions, table)
    closings.read()
    conditions = reader.conditions
    withoutStep = reader.withoutStep
    unsupported = reader.unsupported
    conditions = conditions.map { Self.live($0, closings, filtered) }
    if isFollowed {
      readings = Readings(set: reader.conditions, lived: conditions, closings: closings)
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
