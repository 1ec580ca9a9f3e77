internal import CaseModel
internal import Foundations

/// The lines of steps, and the conditions by the issue of their step, else by the step: those of the
/// previous case that still hold are kept.
struct PreconditionParts {
  var steps = KeptParts<PreconditionsView.StepID, PreconditionsView.StepLine>()
  var edges = KeptParts<PreconditionsView.StepID, [PreconditionsView.Edge]>()

  var circles = KeptParts<PreconditionsView.StepID, Circles>()

  /// The deadlocks and trades, and what they were sought in.
  struct Circles: Sendable {
    fileprivate let conditions: [Condition]
    fileprivate let agreed: Set<PreconditionsView.StepID>
    fileprivate let refused: Set<PreconditionsView.StepID>
    let deadlocks: [PreconditionsView.Deadlock]
    let trades: [PreconditionsView.Trade]
  }

  /// Releases what was made of the case before.
  mutating func forget() {
    steps.forget()
    edges.forget()
    circles.forget()
  }

  /// The deadlocks and trades among the conditions that stand by the outlook.
  /// - Throws: what `checkpoint` throws.
  mutating func circles(
    _ ledger: Ledger, _ outlook: StepOutlook, waiving waived: Set<PreconditionsView.EdgeID>,
    limits: PreconditionsView.Limits, checkpoint: Checkpoint
  ) throws -> Circles {
    let network = outlook.network
    func make(_ ledger: Ledger) throws -> Circles {
      let (deadlocks, trades) = try DeadlockFinder(
        network: network, rejected: outlook.refused, words: ConditionWords(ledger),
        limits: limits, checkpoint: checkpoint
      ).find()
      return Circles(
        conditions: network.conditions, agreed: network.agreed, refused: outlook.refused,
        deadlocks: deadlocks, trades: trades)
    }
    if !waived.isEmpty { return try make(ledger) }
    return try circles.part(
      Step.issue("", .none).id,
      where: { known in
        known.agreed == network.agreed && known.refused == outlook.refused
          && known.conditions == network.conditions
      },
      { try make(Ledger(ledger, noting: $0)) })
  }

  /// All conditions of the ledger, in its order.
  mutating func edges(
    _ ledger: Ledger, waiving waived: Set<PreconditionsView.EdgeID>
  ) -> [PreconditionsView.Edge] {
    let conditions = ledger.allConditions
    var groups: [(key: PreconditionsView.StepID, places: [Int])] = []
    var known: [PreconditionsView.StepID: Int] = [:]
    for (place, condition) in conditions.enumerated() {
      let key = condition.step.issue.map { Step.issue($0, .none).id } ?? condition.stepID
      if let group = known[key] {
        groups[group].places.append(place)
      } else {
        known[key] = groups.count
        groups.append((key, [place]))
      }
    }
    var found: [(place: Int, edge: PreconditionsView.Edge)] = []
    found.reserveCapacity(conditions.count)
    for (key, places) in groups {
      func make(_ ledger: Ledger) -> [PreconditionsView.Edge] {
        let words = ConditionWords(ledger)
        return places.map { place in
          let isWaived = conditions[place].state.stands && waived.contains(place + 1)
          return conditions[place].edge(
            place + 1, isWaived ? .waived : conditions[place].state, ledger, words)
        }
      }
      let part =
        waived.isEmpty
        ? edges.part(key) { consulted in
          // Of all conditions on the issue it is noted whether they are the same.
          consulted.steps.insert(key)
          return make(Ledger(ledger, noting: consulted))
        } : make(ledger)
      found += zip(places, part).map { ($0, $1) }
    }
    found.sort { $0.place < $1.place }
    return found.map { place, edge in
      var edge = edge
      edge.id = place + 1
      return edge
    }
  }
}

extension Condition {
  fileprivate func edge(
    _ id: PreconditionsView.EdgeID, _ state: PreconditionsView.State, _ ledger: Ledger,
    _ words: ConditionWords
  ) -> PreconditionsView.Edge {
    let dayPassed = ledger.steps.dayPassed(self)
    return PreconditionsView.Edge(
      id: id, holder: key.holder, kind: kind, step: stepID, awaited: awaitedID,
      party: key.party, stance: key.stance, act: act, state: state, known: known,
      grounds: grounds, closing: closing, voice: voice, givers: words.givers(self), due: due,
      rejections: ledger.rejections(of: self), metBefore: state.stands ? metBefore : nil,
      body: ledger.filtered.body(setting: self), drops: drops,
      setOff: ledger.steps.setOff(self), dayPassed: state.stands ? dayPassed : nil,
      isImplied: false, announcement: words.announcement(self), sentence: words.sentence(self))
  }
}
