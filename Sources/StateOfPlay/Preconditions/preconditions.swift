public import CaseModel
public import Foundations

extension PreconditionsView {
  static let rule = """
    A condition says that a party will not take a step until another, or only in exchange for it; it \
    is the party's own word, reported of it, or inferred by those named. Conditions add up, and one \
    stands until its holder takes it back in words, later offers, promises or concedes the very step \
    and asks for nothing, unless the text says that this is no more than was said before, signs a text that holds it, refuses the step outright, or takes it without \
    the condition; until what it awaits is fulfilled; until the day it was to last until; until the \
    issue of its step has ended; or until its holder's next answer, where answers exclude each other. The first of these ends it. \
    Of options that exclude each other any one awaited is enough. \
    Only who came to a meeting has dropped a condition on coming. A number or a set beyond what a \
    party refuses, or draws a red line at, is rejected; so is a meeting that it last said it will not \
    attend. Silence, a vaguer yes and another's \
    word end nothing; nor does the denial of a breach. One tie worded as before and as in exchange is one tie. Fulfilled is done where \
    a deed is awaited, agreed where terms are; what is promised is not yet done, and stands. What is \
    agreed has all concerned for it in their own words with nothing standing attached, or is signed. \
    What is doubted decides nothing; what only others report of a party does not stand against its \
    own words on the step. A circle of conditions with one that must come before another is a \
    deadlock; a circle of exchanges alone is a trade, unless one who must give his half rejects it: \
    then it is blocked; two things given for one price are two trades. Where each waits for a move of the other, it is a stand-off, and no circle \
    unless the moves wait on each other. Threats and promises that something sets off stand in no \
    circle.
    """
}

/// Derives which steps depend on which; see ``PreconditionsView``.
/// - Parameter waived: conditions supposed to be waived, by number; they stay listed and hold
///   nothing back.
/// - Throws: what `checkpoint` throws, and nothing else.
/// - Complexity: near-linear in statements and O(steps × conditions) in the graph; for the openings
///   of a deadlock see ``PreconditionsView/Limits``.
public func preconditions(
  _ theCase: Case, _ lens: Lens = Lens(), waiving waived: Set<PreconditionsView.EdgeID> = [],
  limits: PreconditionsView.Limits = PreconditionsView.Limits(),
  checkpoint: Checkpoint = Checkpoint()
) throws -> PreconditionsView {
  try preconditions(
    Ledger(FilteredCase(theCase, lens)), shown: lens, waiving: waived, limits: limits,
    checkpoint: checkpoint)
}

/// `shown` chooses the rows.
func preconditions(
  _ ledger: Ledger, shown lens: Lens, waiving waived: Set<PreconditionsView.EdgeID> = [],
  limits: PreconditionsView.Limits, checkpoint: Checkpoint
) throws -> PreconditionsView {
  let words = ConditionWords(ledger)
  var steps = StepList(ledger)
  let conditions = ledger.conditions
  var edges: [PreconditionsView.Edge] = []
  for (place, condition) in conditions.enumerated() {
    steps.add(condition.step, condition.stepID)
    steps.add(condition.awaited, condition.awaitedID)
    let state =
      condition.state.stands && waived.contains(place + 1) ? .waived : condition.state
    edges.append(
      condition.edge(
        place + 1, state, setOff: steps.setOff(condition), givers: words.givers(condition),
        sentence: words.sentence(condition)))
  }
  for claim in ledger.unsupported {
    steps.add(claim.condition.step, claim.condition.stepID)
    steps.add(claim.condition.awaited, claim.condition.awaitedID)
  }
  let standing = edges.indices.filter { edges[$0].state.stands }
  let outlook = StepOutlook(ledger, standing: standing)
  for place in outlook.network.implied() { edges[place].isImplied = true }
  let finder = DeadlockFinder(
    network: outlook.network, rejected: outlook.refused, words: words,
    limits: limits, checkpoint: checkpoint)
  let (deadlocks, trades) = try finder.find()
  steps.block(outlook.hopeless)
  let found = PreconditionsView(
    rule: PreconditionsView.rule, steps: steps.lines, edges: edges, deadlocks: deadlocks,
    trades: trades, blocked: outlook.blocked,
    standoffs: Standoffs(
      ledger, words, standing: standing, circling: Set(deadlocks.flatMap(\.edges))
    ).find(),
    unsupported: ledger.unsupported.map { claim in
      .init(
        statement: claim.drop.statement, by: claim.drop.by, holder: claim.condition.key.holder,
        step: claim.condition.stepID, awaited: claim.condition.awaitedID,
        sentence: words.sentence(claim.condition))
    }, withoutStep: ledger.withoutStep)
  return found.shown(lens)
}

extension Condition {
  fileprivate func edge(
    _ id: PreconditionsView.EdgeID, _ state: PreconditionsView.State,
    setOff: PreconditionsView.Taken?, givers: [Case.Actor.ID], sentence: String
  ) -> PreconditionsView.Edge {
    PreconditionsView.Edge(
      id: id, holder: key.holder, kind: kind, step: stepID, awaited: awaitedID,
      party: key.party, stance: key.stance, act: act, state: state, known: known,
      grounds: grounds, closing: closing, voice: voice, givers: givers, due: due, drops: drops,
      setOff: setOff, isImplied: false, sentence: sentence)
  }
}
