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
    fileprivate let network: ConditionNetwork
    fileprivate let refused: Set<PreconditionsView.StepID>
    let deadlocks: [PreconditionsView.Deadlock]
    let trades: [PreconditionsView.Trade]
    /// The places of conditions that others already say.
    let implied: Set<Int>
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
        network: network, refused: outlook.refused, deadlocks: deadlocks, trades: trades,
        implied: network.implied())
    }
    if !waived.isEmpty { return try make(ledger) }
    return try circles.part(
      Step.issue("", .none).id,
      where: { known in
        known.refused == outlook.refused
          && known.network.isOf(
            network.conditions, standing: network.waivers, same: network.same,
            agreed: network.agreed)
      },
      { try make(ledger.noting($0)) })
  }

  /// All conditions of the ledger, in its order.
  mutating func edges(
    _ ledger: Ledger, waiving waived: Set<PreconditionsView.EdgeID>
  ) -> [PreconditionsView.Edge] {
    let conditions = ledger.allConditions
    guard waived.isEmpty, edges.isFollowed else {
      return Parallel.array(count: conditions.count) { range, add in
        let words = ConditionWords(ledger)
        for place in range {
          let isWaived = conditions[place].state.stands && waived.contains(place + 1)
          add(
            conditions[place].edge(
              place + 1, isWaived ? .waived : conditions[place].state, ledger, words))
        }
      }
    }
    let groups = Self.groups(conditions)
    let made = edges.parts(groups.map(\.key), work: conditions.count * 16) { group, consulted in
      // Of all conditions on the issue it is noted whether they are the same.
      consulted?.steps.insert(groups[group].key)
      let ledger = ledger.noting(consulted)
      let words = ConditionWords(ledger)
      return groups[group].places.map {
        conditions[$0].edge($0 + 1, conditions[$0].state, ledger, words)
      }
    }
    var places = [(group: Int, number: Int)](repeating: (0, 0), count: conditions.count)
    for (number, group) in groups.enumerated() {
      for (part, place) in group.places.enumerated() { places[place] = (number, part) }
    }
    return places.enumerated().map { place, part in
      var edge = made[part.group][part.number]
      edge.id = place + 1
      return edge
    }
  }

  /// The places of the conditions on each issue, else on each step.
  private static func groups(
    _ conditions: [Condition]
  ) -> [(key: PreconditionsView.StepID, places: [Int])] {
    var groups: [(key: PreconditionsView.StepID, places: [Int])] = []
    var issues: [Case.Issue.ID: Int] = [:]
    var steps: [PreconditionsView.StepID: Int] = [:]
    for (place, condition) in conditions.enumerated() {
      let known = condition.step.issue.map { issues[$0] } ?? steps[condition.stepID]
      if let known {
        groups[known].places.append(place)
      } else if let issue = condition.step.issue {
        issues[issue] = groups.count
        groups.append((Step.issue(issue, .none).id, [place]))
      } else {
        steps[condition.stepID] = groups.count
        groups.append((condition.stepID, [place]))
      }
    }
    return groups
  }
}

extension Condition {
  fileprivate func edge(
    _ id: PreconditionsView.EdgeID, _ state: PreconditionsView.State, _ ledger: Ledger,
    _ words: ConditionWords
  ) -> PreconditionsView.Edge {
    let dayPassed = ledger.steps.dayPassed(self)
    let denials = state == .fulfilled ? ledger.steps.events.denials(of: awaited) : []
    return PreconditionsView.Edge(
      id: id, holder: key.holder, kind: kind, step: stepID, awaited: awaitedID,
      party: key.party, stance: key.stance, act: act, state: state, known: known,
      grounds: grounds, closing: closing,
      denied: denials.isEmpty ? nil : denials, voice: voice, givers: words.givers(self), due: due,
      rejections: ledger.rejections(of: self), metBefore: state.stands ? metBefore : nil,
      body: ledger.filtered.body(setting: self), drops: drops,
      setOff: ledger.steps.setOff(self), dayPassed: state.stands ? dayPassed : nil,
      isImplied: false, announcement: words.announcement(self), sentence: words.sentence(self))
  }
}
