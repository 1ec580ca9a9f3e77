internal import CaseModel

/// What differs between a ledger and the ledger of the case before.
struct Reach {
  /// Something that any part may rest on.
  private var isEverything = false
  private var rows: Set<Int> = []
  private var steps: Set<PreconditionsView.StepID> = []
  private var statements: Set<String> = []

  /// What was made of `consulted` alone is as it was.
  func leaves(_ consulted: Consulted) -> Bool {
    !isEverything && rows.isDisjoint(with: consulted.rows)
      && steps.isDisjoint(with: consulted.steps)
      && statements.isDisjoint(with: consulted.statements)
  }

  /// - Complexity: O(statements on issues + conditions).
  init(
    from old: Ledger, to new: Ledger, _ edit: StatementEdit, from oldOutlook: StepOutlook,
    to newOutlook: StepOutlook
  ) {
    statements = Set(edit.ids.map(\.raw))
    let replies = edit.replies(from: old.filtered.theCase, to: new.filtered.theCase)
    statements.formUnion(replies.map(\.raw))
    isEverything =
      !Self.areSame(old, new) || edit.touchesTexts(from: old.filtered, to: new.filtered)
    if isEverything { return }
    for row in new.isKept.indices {
      // The words may be the same for the ledger, and not for who reads them.
      if !new.isKept[row] || new.table.rows[row].speaks(at: edit.after)
        || old.table.rows[row].speaks(at: edit.before)
      {
        rows.insert(row)
      }
    }
    let (before, after) = (old.steps.allNamedValues, new.steps.allNamedValues)
    for issue in Set(before.keys).union(after.keys) where before[issue] != after[issue] {
      if let row = new.filtered.index.place(of: issue).flatMap({ new.table.rowOf[$0] }) {
        rows.insert(row)
      }
    }
    addConditions(old, new)
    add(old.steps.allAgreed, new.steps.allAgreed)
    add(old.steps.allClauses, new.steps.allClauses)
    add(old.steps.allPromises, new.steps.allPromises)
    steps.formUnion(oldOutlook.hopeless.symmetricDifference(newOutlook.hopeless))
    steps.formUnion(oldOutlook.deadlocked.symmetricDifference(newOutlook.deadlocked))
  }

  /// What is asked for from anywhere.
  private static func areSame(_ old: Ledger, _ new: Ledger) -> Bool {
    old.filtered.now == new.filtered.now && old.filtered.extended == new.filtered.extended
      && old.filtered.lapsedTexts == new.filtered.lapsedTexts
      && old.commitments.accounts == new.commitments.accounts && old.replies == new.replies
      && old.same == new.same && old.table.denials == new.table.denials
      && old.steps.events.denials == new.steps.events.denials
      && old.table.packages.isSame(as: new.table.packages)
      && old.steps.signedTexts.elementsEqual(new.steps.signedTexts) {
        $0.steps == $1.steps && $0.by == $1.by && $0.taken == $1.taken
      }
  }

  private mutating func add<Value: Equatable>(
    _ old: [PreconditionsView.StepID: Value], _ new: [PreconditionsView.StepID: Value]
  ) {
    for (step, value) in new where old[step] != value { steps.insert(step) }
    for step in old.keys where new[step] == nil { steps.insert(step) }
  }

  /// Steps whose conditions are not the same, in the same order; and issues whose conditions do not
  /// stand in the same order.
  private mutating func addConditions(_ old: Ledger, _ new: Ledger) {
    if new.words.isKept {
      // They are the same in words, and stand in the same order.
      for (one, other) in zip(old.allConditions, new.allConditions) where one != other {
        add(one)
      }
      return
    }
    var before: [PreconditionsView.StepID: [Int]] = [:]
    for (place, condition) in old.allConditions.enumerated() {
      before[condition.stepID, default: []].append(place)
    }
    var after: [PreconditionsView.StepID: [Int]] = [:]
    for (place, condition) in new.allConditions.enumerated() {
      after[condition.stepID, default: []].append(place)
    }
    let (ordered, reordered) = (Self.stepsByIssue(old), Self.stepsByIssue(new))
    for issue in Set(ordered.keys).union(reordered.keys) where ordered[issue] != reordered[issue] {
      steps.insert(Step.issue(issue, .none).id)
    }
    for step in Set(before.keys).union(after.keys) {
      let (one, other) = (before[step] ?? [], after[step] ?? [])
      let areSame =
        one.count == other.count
        && zip(one, other).allSatisfy { old.conditions[$0] == new.conditions[$1] }
      if areSame { continue }
      for condition in one.map({ old.conditions[$0] }) + other.map({ new.conditions[$0] }) {
        add(condition)
      }
    }
  }

  /// All that is asked for by the steps of a condition.
  private mutating func add(_ condition: Condition) {
    steps.formUnion([condition.stepID, condition.awaitedID])
    for issue in [condition.step.issue, condition.awaited.issue].compactMap(\.self) {
      steps.insert(Step.issue(issue, .none).id)
    }
  }

  /// Of each issue, the steps that its conditions are on, in the order of the conditions.
  private static func stepsByIssue(
    _ ledger: Ledger
  ) -> [Case.Issue.ID: [PreconditionsView.StepID]] {
    var found: [Case.Issue.ID: [PreconditionsView.StepID]] = [:]
    for condition in ledger.allConditions {
      if let issue = condition.step.issue { found[issue, default: []].append(condition.stepID) }
    }
    return found
  }
}
