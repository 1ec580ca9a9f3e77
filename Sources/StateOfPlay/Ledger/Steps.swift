internal import CaseModel

extension Step {
  /// One id for one step; see ``PreconditionsView/StepID``.
  var id: PreconditionsView.StepID {
    switch self {
    case .issue(let issue, .options(let options)):
      "issue/\(issue)/\(options.map(\.raw).joined(separator: "+"))"
    case .issue(let issue, .value(let value)): "issue/\(issue)/= \(value.key)"
    case .issue(let issue, .none), .issue(let issue, .any): "issue/\(issue)"
    case .milestone(let milestone): "milestone/\(milestone)"
    case .meeting(let meeting): "meeting/\(meeting)"
    case .commitment(let commitment): "commitment/\(commitment)"
    case .draft(let draft): "draft/\(draft)"
    case .package(let statement): "statement/\(statement)"
    }
  }

  var kind: PreconditionsView.StepLine.Kind {
    switch self {
    case .issue: .settled
    case .milestone: .reached
    case .meeting: .held
    case .commitment: .fulfilled
    case .draft: .signed
    case .package: .accepted
    }
  }

  var issue: Case.Issue.ID? {
    if case .issue(let id, _) = self { return id }
    return nil
  }

  /// An issue settled on one answer.
  var isOneAnswer: Bool {
    switch self {
    case .issue(_, .options(let options)): options.count == 1
    case .issue(_, .value): true
    default: false
    }
  }

  /// The answer on which an issue is settled, as positions name it; nil where it is no issue settled on
  /// one answer.
  var answer: String? {
    switch self {
    case .issue(_, .options(let options)) where options.count == 1: options[0].raw
    case .issue(_, .value(let value)): value.key
    default: nil
    }
  }

  /// The issue settled, whatever on.
  var isWholeIssue: Bool {
    if case .issue(_, .none) = self { return true }
    return false
  }

  /// An issue settled on any of several options.
  var isAnyOfSeveral: Bool {
    if case .issue(_, .options(let options)) = self { return options.count > 1 }
    return false
  }

  /// The steps awaited, each of which must come about. Of options that exclude each other any one is
  /// enough, so that they are one step.
  func awaited(_ index: CaseIndex) -> [Step] {
    if isAnyOfSeveral, let issue, index.issue(issue)?.answers == .one { return [self] }
    return single(waits: false, index)
  }

  /// The single steps in it. Of several options each is one. An issue without an answer is settled
  /// whatever on; so is one settled on any where it is awaited, while a party that will take none of
  /// its options holds back each. An issue with one option can be settled on nothing else.
  func single(waits: Bool, _ index: CaseIndex) -> [Step] {
    guard case .issue(let id, let answer) = self else { return [self] }
    let options = index.issue(id)?.options.map(\.id) ?? []
    switch answer {
    case .value: return [self]
    case .options(let chosen): return chosen.map { .issue(id, .options([$0])) }
    case .none, .any:
      if options.count == 1 { return [.issue(id, .options(options))] }
      if waits, answer == .any, !options.isEmpty {
        return options.map { .issue(id, .options([$0])) }
      }
      return [.issue(id, .none)]
    }
  }
}

extension Subject {
  /// What it is about, where that is a step.
  var step: Step? { Step(self) }
}
