public import CaseModel
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
    plain(condition)
      + (steps.lowerNumber(since: condition).map { ", though it \($0)" } ?? "")
  }

  private func plain(_ condition: Condition) -> String {
    let holder = name(of: condition)
    let step = quoted(condition.step)
    switch condition.kind {
    case .before:
      let awaited = outcome(condition.awaited, condition.met)
      if condition.isOnEffect || isAgreed(condition) {
        return "\(holder) is bound by \(step) only once \(awaited)\(limit(condition))"
      }
      if let yes = consent(condition) {
        return
          "\(holder) \(yes.verb) \(step) on condition that \(awaited)\(limit(condition))\(yes.pending)"
      }
      return "\(holder) will not \(verb(condition)) \(step) until \(awaited)\(limit(condition))"
    case .exchange: return exchange(condition)
    case .trigger: return announced(condition) + holder.withLowerArticle
    }
  }

  /// A trigger's sentence up to its holder: `If “The raid” comes about, “A truce” is offered by `; nil
  /// of a condition.
  func announcement(_ condition: Condition) -> String? {
    condition.kind == .trigger ? announced(condition) : nil
  }

  private func announced(_ condition: Condition) -> String {
    let what = (condition.isNegative ? "an end to " : "") + quoted(condition.step)
    return "If \(occasion(condition)), \(what) is \(verb(of: condition.act)) by "
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
      + (others.isEmpty ? "" : " from \(index.running(others))") + limit(condition)
  }

  /// The day named for what is awaited: `, by 10 June 2025`.
  private func limit(_ condition: Condition) -> String {
    condition.due.map { ", \($0.dueWords)" } ?? ""
  }

  /// The holder, with the body of it that alone sets the condition.
  private func name(of condition: Condition) -> String {
    let holder = index.name(condition.holder)
    return filtered.body(setting: condition).map { "\(holder) (\(index.running($0)))" } ?? holder
  }

  /// `“Ceasefire: A truce”`
  func quoted(_ step: Step) -> String { "“\(step.title(index))”" }

  /// What the holder does in taking its step.
  private func verb(_ condition: Condition) -> String {
    switch condition.step {
    // An issue as a whole is settled, in whatever way.
    case .issue where !condition.step.isOneAnswer: "settle"
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

  /// A yes with a condition of one who is no party, and whose consent, or that of the body to which it
  /// belongs, is due: it refuses nothing, and what is due is pending.
  private func consent(_ condition: Condition) -> (verb: String, pending: String)? {
    let verb: String
    switch condition.step {
    case .issue where condition.step.isOneAnswer: verb = "agrees to"
    case .draft, .package: verb = "accepts"
    default: return nil
    }
    let (holder, step) = (condition.holder, condition.step)
    guard condition.isYes, let body = steps.consents.body(of: holder, to: step) else { return nil }
    if !condition.state.stands { return (verb, "") }
    let isGiven =
      if case .draft(let id) = step, body != holder {
        steps.replies.accepting(id, body) != nil || filtered.signatories(id).contains(body)
      } else {
        false
      }
    let whose = body == holder ? "its consent" : "the consent of \(index.running(body))"
    return (verb, isGiven ? "" : "; \(whose) is pending")
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
    let nature = index.nature(of: step)
    return switch step.kind {
    case .settled where isMetByAgreement: "\(what) is agreed"
    // What says itself that something happens needs no verb of its own.
    case .settled where index.isClause(step), .reached where index.isClause(step): what
    case .settled: "\(what) is \(nature.done)"
    case .reached: nature == .terms ? "\(what) comes about" : "\(what) is \(nature.done)"
    case .held: "\(what) is held"
    case .fulfilled: "\(what) is \(nature.done)"
    case .signed: "\(what) is signed"
    case .accepted: "\(what) is accepted by all"
    }
  }

  /// What sets a threat or an offer off: `North is for “Ceasefire: A truce”`.
  ///
  /// - Parameter dated: whether the day by which it must come about is named.
  func occasion(_ condition: Condition, dated: Bool = true) -> String {
    let key = condition.key
    guard key.party != nil || key.stance != nil else {
      return outcome(condition.awaited, condition.met)
        + (dated ? condition.due.map { " \($0.dueWords)" } ?? "" : "")
    }
    return condition.awaited.occasion(
      key.party, key.stance, by: condition.due, isNamed: dated, index)
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

extension Requirement {
  /// What sets a threat or an offer off, with the day named for it: `North has not carried out “Open the
  /// road” by 20 October 2025`.
  public func occasionWords(_ index: CaseIndex) -> String {
    guard party != nil || stance != nil else {
      return "“\(step.title(index))”" + (due.map { " \($0.value.dueWords)" } ?? "")
    }
    return step.occasion(party, stance, by: due?.value, index)
  }
}

extension Step {
  /// A stance of a party, or that it does not do what it was to do.
  fileprivate func occasion(
    _ party: Case.Actor.ID?, _ stance: Case.Statement.Stance?, by day: EDTFDate?,
    isNamed: Bool = true, _ index: CaseIndex
  ) -> String {
    let by = isNamed ? day.map { " \($0.dueWords)" } ?? "" : ""
    let what = "“\(title(index))”"
    let who = party.map { index.running($0) } ?? "a party"
    if stance == .against, kind != .settled {
      let who = party.map { "\(index.running($0)) has not" } ?? "no one has"
      return switch kind {
      case .reached: "\(what) has not come about\(by)"
      case .held: "\(what) is not held\(by)"
      case .fulfilled: "\(who) carried out \(what)\(by)"
      case .accepted: "\(who) accepted \(what)\(by)"
      case .signed, .settled: "\(who) signed \(what)\(by)"
      }
    }
    return switch stance {
    case .for: "\(who) is for \(what)\(by)"
    // By a day it is enough that it has not said yes.
    case .against where day != nil: "\(who) has not agreed to \(what)\(by)"
    case .against: "\(who) is against \(what)"
    case .open: "\(who) is open to \(what)\(by)"
    case .unclear: "\(who) is unclear on \(what)\(by)"
    case nil: "\(who) brings about \(what)\(by)"
    }
  }
}

extension Condition {
  /// Set with words that would take the step, and refuse nothing.
  fileprivate var isYes: Bool {
    switch act {
    case .accept, .condition, .commit, .concede, .offer, .propose, .state, .confirm: !isNegative
    default: false
    }
  }
}

extension FilteredCase {
  /// Those who had signed a text by as-of, and for whom they speak.
  fileprivate func signatories(_ id: Case.Draft.ID) -> [Case.Actor.ID] {
    (index.draft(id)?.signed ?? []).filter { holds($0.date, $0.evidence) }
      .flatMap { signing in
        signing.by.flatMap { index.spokenFor(by: $0, on: signing.date) }
      }
  }
}
