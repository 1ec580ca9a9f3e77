package import CaseModel

/// What taking a step is, from the words of an answer, a milestone or a promise: terms are agreed, acts are carried
/// out, payments are paid, people are released.
package enum StepNature: Sendable, Hashable {
  case terms, act, payment, release

  /// Of what is done, and not agreed.
  package var done: String {
    switch self {
    case .terms, .act: "carried out"
    case .payment: "paid"
    case .release: "released"
    }
  }

  /// - Parameter names: of those who may act; asked for only where an act is named.
  init(_ title: String, names: @autoclosure () -> [String]) {
    let words = Self.words(title)
    guard let first = words.first else {
      self = .terms
      return
    }
    if Self.saysWhatIsDone(words)
      || words.contains(where: Self.isAct) && Self.saysWhoActs(words, names())
    {
      self = .act
    } else if Self.payments.contains(first) {
      self = .payment
    } else if Self.held.contains(first) {
      self = .release
    } else {
      self = .terms
    }
  }

  /// The title says that something happens: `The dam is built`, `North leaves the hill`.
  static func isClause(_ title: String, names: @autoclosure () -> [String]) -> Bool {
    !verbs.isDisjoint(with: words(title)) || StepNature(title, names: names()) == .act
  }

  private static let verbs: Set<String> = ["is", "are", "has", "have", "will"]

  /// In small letters, without what stands before a noun.
  private static func words(_ title: String) -> [String] {
    let all = title.lowercased().split { !$0.isLetter && $0 != "-" && $0 != "’" && $0 != "'" }
    return Array(all.drop { before.contains(String($0)) }).map(String.init)
  }

  /// `Tavora pays the arrears`, `the companies will reopen the port`
  private static func saysWhoActs(_ words: [String], _ names: [String]) -> Bool {
    names.contains { name in
      let own = Self.words(name)
      guard !own.isEmpty, words.starts(with: own) else { return false }
      return words.dropFirst(own.count).first { !modals.contains($0) }.map(isAct) ?? false
    }
  }

  /// `pay`, `pays`, `publishes`
  private static func isAct(_ word: String) -> Bool {
    ["", "s", "es"].contains {
      word.hasSuffix($0) && acts.contains(String(word.dropLast($0.count)))
    }
  }

  /// `All prisoners are released`
  private static func saysWhatIsDone(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains {
      ["is", "are"].contains($0) && participles.contains($1)
    }
  }

  private static let before: Set<String> = [
    "the", "a", "an", "all", "full", "its", "their", "both",
  ]
  private static let modals: Set<String> = ["will", "must", "shall", "first", "has", "have", "to"]

  /// What someone does at a time, and can be seen to have done.
  private static let acts: Set<String> = [
    "pay", "repay", "release", "free", "withdraw", "return", "open", "reopen", "close", "lift",
    "leave", "pull", "hand", "disarm", "publish", "deliver", "dismantle", "exchange", "surrender",
    "evacuate", "vacate", "transfer", "ship", "resign", "apologise", "apologize", "sign", "ratify",
    "demobilise", "demobilize", "destroy", "clear", "repair", "rebuild", "extradite",
  ]
  private static let participles: Set<String> = [
    "paid", "repaid", "released", "freed", "withdrawn", "returned", "opened", "reopened", "closed",
    "lifted", "published", "delivered", "dismantled", "exchanged", "surrendered", "evacuated",
    "transferred", "shipped", "ratified", "destroyed", "cleared", "repaired", "rebuilt", "handed",
    "disarmed", "extradited",
  ]
  private static let payments: Set<String> = [
    "payment", "payments", "arrears", "compensation", "ransom", "instalment", "instalments",
    "reparations", "repayment",
  ]
  private static let held: Set<String> = [
    "prisoners", "hostages", "detainees", "captives", "prisoner", "hostage", "detainee",
  ]
}

extension CaseIndex {
  /// What taking the step is; of an answer with those who must take it at least an act.
  package func nature(of step: Step) -> StepNature {
    switch step {
    case .issue(let id, .options(let chosen)):
      guard let issue = issue(id) else { return .terms }
      let options = issue.options.filter { chosen.contains($0.id) }
      let natures = options.map { StepNature($0.title, names: actorNames) }
      guard let first = natures.first, natures.allSatisfy({ $0 == first }) else { return .terms }
      return first
    case .milestone(let id): return StepNature(milestone(id)?.title ?? "", names: actorNames)
    case .commitment(let id): return StepNature(commitment(id)?.what ?? "", names: actorNames)
    default: return .terms
    }
  }

  /// What the step is called says itself that something happens.
  func isClause(_ step: Step) -> Bool {
    switch step {
    case .issue(let id, .options(let chosen)):
      let titles = issue(id)?.options.filter { chosen.contains($0.id) }.map(\.title) ?? []
      return titles.count == 1 && StepNature.isClause(titles[0], names: actorNames)
    case .milestone(let id):
      return StepNature.isClause(milestone(id)?.title ?? "", names: actorNames)
    default: return false
    }
  }

  private var actorNames: [String] { theCase.actors.flatMap { [$0.name] + $0.aliases } }
}
