internal import CaseModel

/// Steps on which each of several waits for a move that another of them must make, and pairs of steps
/// of which one party waits for the other's move, and the other for one of the first.
struct Standoffs {
  private let ledger: Ledger
  private let words: ConditionWords
  private let standing: [Int]
  /// Conditions of a deadlock, which says more.
  private let circling: Set<PreconditionsView.EdgeID>

  init(
    _ ledger: Ledger, _ words: ConditionWords, standing: [Int],
    circling: Set<PreconditionsView.EdgeID>
  ) {
    self.ledger = ledger
    self.words = words
    self.standing = standing
    self.circling = circling
  }

  private struct Wait {
    let edge: PreconditionsView.EdgeID
    let holder: Case.Actor.ID
    let movers: [Case.Actor.ID]
    let awaited: Step
  }

  /// - Complexity: O(conditions).
  func find() -> [PreconditionsView.Standoff] {
    var order: [PreconditionsView.StepID] = []
    var waits: [PreconditionsView.StepID: [Wait]] = [:]
    for place in standing where !circling.contains(place + 1) {
      let condition = ledger.conditions[place]
      guard condition.kind == .before else { continue }
      let movers = ledger.steps.namedTakers(of: condition.awaited)
        .filter { $0 != condition.holder }
      if movers.isEmpty { continue }
      if waits[condition.stepID] == nil { order.append(condition.stepID) }
      waits[condition.stepID, default: []].append(
        Wait(
          edge: place + 1, holder: condition.holder, movers: movers, awaited: condition.awaited))
    }
    let found = order.compactMap { standoff(on: $0, waits[$0] ?? []) }
    let known = Set(found.flatMap(\.edges))
    return found + order.flatMap { chains(from: $0, waits, known) }
  }

  /// A party that waits for another's step which that one will not take before a move of the first.
  private func chains(
    from step: PreconditionsView.StepID, _ waits: [PreconditionsView.StepID: [Wait]],
    _ known: Set<PreconditionsView.EdgeID>
  ) -> [PreconditionsView.Standoff] {
    (waits[step] ?? []).flatMap { first in
      (waits[first.awaited.id] ?? []).filter { second in
        first.movers.contains(second.holder) && second.movers.contains(first.holder)
          && !(known.contains(first.edge) && known.contains(second.edge))
      }.map { second in
        PreconditionsView.Standoff(
          step: step, parties: [first.holder, second.holder], edges: [first.edge, second.edge],
          sentence: sentence([first, second], isChain: true))
      }
    }
  }

  /// - Parameter isChain: whether what the second waits for holds back the move awaited of it, and not
  ///   the step itself.
  private func sentence(_ waits: [Wait], isChain: Bool = false) -> String {
    let index = ledger.filtered.index
    return waits.enumerated().map { place, wait in
      let holder = place == 0 ? index.name(wait.holder) : index.running(wait.holder)
      let tie = isChain && place > 0 ? "before that, \(holder) waits" : "\(holder) waits"
      return "\(tie) for \(index.running(wait.movers)): " + words.quoted(wait.awaited)
    }.joined(separator: "; ") + "."
  }

  private func standoff(
    on step: PreconditionsView.StepID, _ waits: [Wait]
  ) -> PreconditionsView.Standoff? {
    let holders = Set(waits.map(\.holder))
    let mutual = waits.filter { !holders.isDisjoint(with: $0.movers) }
    var parties: [Case.Actor.ID] = []
    for wait in mutual where !parties.contains(wait.holder) { parties.append(wait.holder) }
    guard parties.count > 1 else { return nil }
    return .init(
      step: step, parties: parties, edges: mutual.map(\.edge), sentence: sentence(mutual))
  }
}
