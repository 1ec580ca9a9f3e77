internal import CaseModel
internal import Foundations

/// Conditions and circles of them in sentences.
struct ConditionWords {
  let index: CaseIndex
  private let filtered: FilteredCase
  private let steps: StepBook

  init(_ ledger: Ledger) {
    filtered = ledger.filtered
    index = filtered.index
    steps = ledger.steps
  }

  /// Who gives the step that an exchange awaits; where the words do not say it, those who must act.
  func givers(_ condition: Condition) -> [Case.Actor.ID] {
    guard condition.kind == .exchange else { return [] }
    return condition.givers.isEmpty ? steps.namedTakers(of: condition.awaited) : condition.givers
  }

  /// A trigger's ends with its holder, so that several who say the same can be named together.
  func sentence(_ condition: Condition) -> String {
    let holder = name(of: condition)
    let step = quoted(condition.step)
    switch condition.kind {
    case .before:
      let awaited = outcome(condition.awaited, condition.met)
      if condition.isOnEffect || isAgreed(condition) {
        return "\(holder) is bound by \(step) only once \(awaited)"
      }
      return "\(holder) will not \(verb(condition)) \(step) until \(awaited)"
    case .exchange: return exchange(condition)
    case .trigger:
      let what = condition.isNegative ? "an end to \(step)" : step
      return
        "If \(occasion(condition)), \(what) is \(verb(of: condition.act)) by \(holder)"
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
    return "\(name(of: condition)) gives \(quoted(given)) only in exchange for \(quoted(awaited))"
      + (others.isEmpty ? "" : " from \(index.names(others))")
  }

  /// The holder, with the body of it that alone sets the condition.
  private func name(of condition: Condition) -> String {
    let holder = index.name(condition.holder)
    return filtered.body(setting: condition).map { "\(holder) (\(index.name($0)))" } ?? holder
  }

  /// `“Ceasefire: A truce”`
  func quoted(_ step: Step) -> String { "“\(step.title(index))”" }

  /// What the holder does in taking its step.
  private func verb(_ condition: Condition) -> String {
    switch condition.step {
    // An act of its own is not agreed to.
    case .issue:
      steps.namedTakers(of: condition.step) == [condition.holder] ? "proceed to" : "agree to"
    case .milestone: "proceed to"
    case .meeting: "hold"
    case .commitment: "carry out"
    case .draft(let id): isWriter(condition.holder, of: id) ? "sign" : "accept"
    case .package: isAuthor(condition.holder, of: condition.step) ? "stand by" : "accept"
    }
  }

  /// The step is a text that its writers have agreed on, the holder among them: what waits is that it
  /// takes effect.
  private func isAgreed(_ condition: Condition) -> Bool {
    guard case .draft(let id) = condition.step, isWriter(condition.holder, of: id),
      let draft = index.draft(id), let level = filtered.status(of: draft)?.level
    else { return false }
    return level == .agreed || level == .signed || level == .inForce
  }

  /// What others put forward, as an award, a party accepts.
  private func isWriter(_ party: Case.Actor.ID, of id: Case.Draft.ID) -> Bool {
    guard let draft = index.draft(id), !draft.by.isEmpty else { return true }
    return draft.by.contains { writer in
      index.spokenFor(by: writer, on: draft.date).contains(party)
    }
  }

  private func isAuthor(_ party: Case.Actor.ID, of package: Step) -> Bool {
    steps.table.packages.place(of: package).map {
      steps.table.packages.packages[$0].by.contains(party)
    } ?? false
  }

  /// - Parameter met: when it is met, where the words say so.
  private func outcome(_ step: Step, _ met: Requirement.Met? = nil) -> String {
    let what = quoted(step)
    let isMetByAgreement = met.map { $0 == .agreed } ?? steps.isMetByAgreement(step)
    return switch step.kind {
    case .settled: isMetByAgreement ? "\(what) is agreed" : "\(what) is carried out"
    case .reached: "\(what) is reached"
    case .held: "\(what) is held"
    case .fulfilled: "\(what) is carried out"
    case .signed: "\(what) is signed"
    case .accepted: "\(what) is accepted by all"
    }
  }

  /// What sets a threat or an offer off: `North is for “Ceasefire: A truce”`.
  func occasion(_ condition: Condition) -> String {
    let key = condition.key
    let by = condition.due.map { " by \($0.words)" } ?? ""
    guard key.party != nil || key.stance != nil else {
      return outcome(condition.awaited, condition.met) + by
    }
    let who = key.party.map { index.name($0) } ?? "a party"
    let what = quoted(condition.awaited)
    if key.stance == .against, condition.awaited.kind != .settled {
      let who = key.party.map { "\(index.name($0)) has not" } ?? "no one has"
      return switch condition.awaited.kind {
      case .reached: "\(what) has not come about\(by)"
      case .held: "\(what) is not held\(by)"
      case .fulfilled: "\(who) carried out \(what)\(by)"
      case .accepted: "\(who) accepted \(what)\(by)"
      case .signed, .settled: "\(who) signed \(what)\(by)"
      }
    }
    return switch key.stance {
    case .for: "\(who) is for \(what)\(by)"
    case .against: "\(who) is against \(what)\(by)"
    case .open: "\(who) is open to \(what)\(by)"
    case .unclear: "\(who) is unclear on \(what)\(by)"
    case nil: "\(who) brings about \(what)\(by)"
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
