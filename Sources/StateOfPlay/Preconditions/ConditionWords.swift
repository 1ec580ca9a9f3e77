internal import CaseModel
internal import Foundations

/// Conditions and circles of them in sentences.
struct ConditionWords {
  let index: CaseIndex
  private let steps: StepBook

  init(_ ledger: Ledger) {
    index = ledger.filtered.index
    steps = ledger.steps
  }

  /// Who gives the step that an exchange awaits; where the words do not say it, those who must act.
  func givers(_ condition: Condition) -> [Case.Actor.ID] {
    guard condition.kind == .exchange else { return [] }
    return condition.givers.isEmpty ? steps.namedTakers(of: condition.awaited) : condition.givers
  }

  /// A trigger's ends with its holder, so that several who say the same can be named together.
  func sentence(_ condition: Condition) -> String {
    let holder = index.name(condition.key.holder)
    let step = quoted(condition.step)
    switch condition.kind {
    case .before:
      return
        "\(holder) will not \(verb(condition.step)) \(step) until \(outcome(condition.awaited))"
    case .exchange: return exchange(condition)
    case .trigger:
      let what = condition.isNegative ? "an end to \(step)" : step
      return "If \(occasion(condition)), \(what) is \(verb(of: condition.act)) by \(holder)"
    }
  }

  /// No party is said to give what is not its own: of two halves it gives the one it must act for.
  private func exchange(_ condition: Condition) -> String {
    let holder = condition.holder
    let givers = givers(condition)
    let own = steps.namedTakers(of: condition.step)
    let isTurned = givers.contains(holder) && !own.contains(holder)
    let (given, awaited) =
      isTurned ? (condition.awaited, condition.step) : (condition.step, condition.awaited)
    let others = (isTurned ? own : givers).filter { $0 != holder }
    return "\(index.name(holder)) gives \(quoted(given)) only in exchange for \(quoted(awaited))"
      + (others.isEmpty ? "" : " from \(index.names(others))")
  }

  /// `“Ceasefire: A truce”`
  func quoted(_ step: Step) -> String { "“\(step.title(index))”" }

  private func verb(_ step: Step) -> String {
    switch step.kind {
    case .settled: "agree to"
    case .reached: "proceed to"
    case .held: "hold"
    case .fulfilled: "carry out"
    case .signed: "sign"
    }
  }

  private func outcome(_ step: Step) -> String {
    let what = quoted(step)
    return switch step.kind {
    case .settled: steps.isMetByAgreement(step) ? "\(what) is agreed" : "\(what) is carried out"
    case .reached: "\(what) is reached"
    case .held: "\(what) is held"
    case .fulfilled: "\(what) is carried out"
    case .signed: "\(what) is signed"
    }
  }

  private func occasion(_ condition: Condition) -> String {
    let key = condition.key
    guard key.party != nil || key.stance != nil else { return outcome(condition.awaited) }
    let who = key.party.map { index.name($0) } ?? "a party"
    let what = quoted(condition.awaited)
    if key.stance == .against, condition.awaited.kind != .settled {
      let due = condition.due.map { " by \($0.words)" } ?? ""
      let who = key.party.map { "\(index.name($0)) has not" } ?? "no one has"
      return switch condition.awaited.kind {
      case .reached: "\(what) has not come about\(due)"
      case .held: "\(what) is not held\(due)"
      case .fulfilled: "\(who) carried out \(what)\(due)"
      case .signed, .settled: "\(who) signed \(what)\(due)"
      }
    }
    return switch key.stance {
    case .for: "\(who) is for \(what)"
    case .against: "\(who) is against \(what)"
    case .open: "\(who) is open to \(what)"
    case .unclear: "\(who) is unclear on \(what)"
    case nil: "\(who) brings about \(what)"
    }
  }

  private func verb(of act: Case.Statement.Act) -> String {
    switch act {
    case .threaten: "threatened"
    case .offer, .propose, .commit, .concede: "offered"
    case .demand: "demanded"
    default: "announced"
    }
  }

  /// “A” and “B” are one, says WHO
  func sentence(_ same: PreconditionsView.SameAs) -> String {
    let titles = [same.milestone, same.other].map { "“\(index.milestone($0)?.title ?? $0.raw)”" }
    return
      "\(titles[0]) and \(titles[1]) are treated as the same step (judgement of \(names(same.by)))"
  }

  func names(_ by: [Who]) -> String {
    by.map { index.name($0) }.listed(orNothing: "no one named")
  }
}
