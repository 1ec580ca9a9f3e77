internal import CaseModel

/// What was looked up while a part of a view was made: as long as none of it has changed, the part
/// has not either.
///
/// The ledger of another issue, the state of a step and a statement by its id are recorded where they
/// are read, so that a rule need not say what it rests on. For one thread alone.
final class Consulted: @unchecked Sendable {
  /// Rows of the table.
  var rows: Set<Int> = []
  /// Steps, and issues by the step that settles them on any answer.
  var steps: Set<PreconditionsView.StepID> = []
  var statements: Set<String> = []

  /// Records that all conditions on an issue were read, by the step of the issue as a whole.
  func note(_ issue: Case.Issue.ID) { steps.insert(Step.issue(issue, .none).id) }
}

/// Values of all rows of the table, each look-up of which is recorded.
struct NotedRows<Element>: RandomAccessCollection {
  private let all: [Element]
  private let consulted: Consulted?

  init(_ all: [Element], _ consulted: Consulted?) {
    self.all = all
    self.consulted = consulted
  }

  var startIndex: Int { 0 }
  var endIndex: Int { all.count }

  subscript(row: Int) -> Element {
    _read {
      consulted?.rows.insert(row)
      yield all[row]
    }
  }
}

/// Values of some rows of the table, each look-up of which is recorded.
struct NotedValues<Value> {
  private let all: [Int: Value]
  private let consulted: Consulted?

  init(_ all: [Int: Value], _ consulted: Consulted?) {
    self.all = all
    self.consulted = consulted
  }

  subscript(row: Int) -> Value? {
    _read {
      consulted?.rows.insert(row)
      yield all[row]
    }
  }
}

/// Values by step, each look-up of which is recorded.
struct NotedSteps<Value> {
  private let all: [PreconditionsView.StepID: Value]
  private let consulted: Consulted?

  init(_ all: [PreconditionsView.StepID: Value], _ consulted: Consulted?) {
    self.all = all
    self.consulted = consulted
  }

  subscript(step: PreconditionsView.StepID) -> Value? {
    consulted?.steps.insert(step)
    return all[step]
  }

  var keys: Dictionary<PreconditionsView.StepID, Value>.Keys { all.keys }
}

/// The conditions by place, each look-up of which is recorded by its step.
struct NotedConditions: RandomAccessCollection {
  private let all: [Condition]
  private let consulted: Consulted?

  init(_ all: [Condition], _ consulted: Consulted?) {
    self.all = all
    self.consulted = consulted
  }

  var startIndex: Int { 0 }
  var endIndex: Int { all.count }

  subscript(place: Int) -> Condition {
    _read {
      consulted?.steps.insert(all[place].stepID)
      yield all[place]
    }
  }
}
