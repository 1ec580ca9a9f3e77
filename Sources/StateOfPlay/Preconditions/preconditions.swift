public import CaseModel

extension PreconditionsView {
  static let rule = """
    A condition says that a party will not take a step until another; it is the party's own word, \
    told of it, or inferred by those named. It falls when its holder withdraws it, and is overtaken \
    once its step is taken or what it awaits is reached; where only others say that it was dropped \
    it stands. What is doubted decides nothing. An issue counts as settled on an answer once all \
    whom it concerns and all who must act are for it in their own words and ask nothing for it, or \
    have promised it. A circle of conditions with one that must come before another is a deadlock; \
    a circle of exchanges alone is a trade, unless one who must give his half rejects it: then it is \
    blocked; triggers stand in no circle.
    """
}

/// What waits on what; see ``PreconditionsView``.
///
/// - Parameter waived: conditions supposed to be given up, by their place in the list; they stay
///   listed and hold nothing back.
/// - Throws: what `checkpoint` throws, and nothing else.
/// - Complexity: near-linear in statements and O(steps × conditions) in the graph; for the openings
///   of a deadlock see ``PreconditionsView/Limits``.
public func preconditions(
  _ theCase: Case, _ lens: Lens = Lens(), waiving waived: Set<PreconditionsView.EdgeID> = [],
  limits: PreconditionsView.Limits = PreconditionsView.Limits(),
  checkpoint: Checkpoint = Checkpoint()
) throws -> PreconditionsView {
  let reading = Reading(theCase, lens.withoutRows)
  return try preconditions(
    reading, positions(reading), shown: lens, waiving: waived, limits: limits,
    checkpoint: checkpoint)
}

/// `reading` hides no rows and `view` is its positions; `shown` chooses the rows.
func preconditions(
  _ reading: Reading, _ view: PositionsView, shown lens: Lens,
  waiving waived: Set<PreconditionsView.EdgeID> = [], limits: PreconditionsView.Limits,
  checkpoint: Checkpoint
) throws -> PreconditionsView {
  let reader = ConditionReader(reading)
  let same = SameMilestones(reading)
  let states = StepStates(reading, same, view)
  let words = ConditionWords(index: reading.index)
  var steps = StepList(states, reading.index)
  var conditions = reader.conditions
  var edges: [PreconditionsView.Edge] = []
  for place in conditions.indices {
    // The step first: that it was taken without the other says more.
    let isTaken = steps.taken(conditions[place].step, conditions[place].stepID)
    let isReached = steps.taken(conditions[place].awaited, conditions[place].awaitedID)
    // What sets a trigger off does not end it.
    let taken = isTaken + (conditions[place].key.kind == .trigger ? [] : isReached)
    let resolved = conditions[place].resolve(taken)
    let state = resolved.stands && waived.contains(place + 1) ? .waived : resolved
    edges.append(
      conditions[place].edge(
        place + 1, state, overtakenBy: taken, setOff: steps.setOff(conditions[place]),
        sentence: words.sentence(conditions[place])))
  }
  for claim in reader.unsupported {
    _ = steps.taken(claim.condition.step, claim.condition.stepID)
    _ = steps.taken(claim.condition.awaited, claim.condition.awaitedID)
  }
  let standing = edges.indices.filter { edges[$0].state.stands }
  let network = ConditionNetwork(conditions, standing: standing, same: same)
  for place in network.implied() { edges[place].isImplied = true }
  let blocked = BlockedChains(network: network, states: states).find()
  let finder = DeadlockFinder(
    network: network, rejected: Set(blocked.map(\.step)), words: words, limits: limits,
    checkpoint: checkpoint)
  let (deadlocks, trades) = try finder.find()
  let found = PreconditionsView(
    rule: PreconditionsView.rule, steps: steps.lines, edges: edges, deadlocks: deadlocks,
    trades: trades, blocked: blocked,
    unsupported: reader.unsupported.map { claim in
      .init(
        statement: claim.drop.statement, by: claim.drop.by, holder: claim.condition.key.holder,
        step: claim.condition.stepID, awaited: claim.condition.awaitedID,
        sentence: words.sentence(claim.condition))
    }, withoutStep: reader.withoutStep)
  return found.shown(lens)
}

extension Condition {
  fileprivate func edge(
    _ id: PreconditionsView.EdgeID, _ state: PreconditionsView.State,
    overtakenBy: [PreconditionsView.Taken], setOff: PreconditionsView.Taken?, sentence: String
  ) -> PreconditionsView.Edge {
    PreconditionsView.Edge(
      id: id, holder: key.holder, kind: key.kind, step: stepID, awaited: awaitedID,
      party: key.party, stance: key.stance, act: act, state: state, known: known,
      grounds: grounds, overtakenBy: overtakenBy, drops: drops, setOff: setOff, isImplied: false,
      sentence: sentence)
  }
}
