public import CaseModel
public import Foundations

extension PreconditionsView {
  static let rule = """
    A condition says that a party will not take one step until another is taken, or only in \
    exchange for it; it is stated by the party, reported of it, or inferred by those named. \
    A yes with a condition of one who is no party, and whose consent to the step or to a text that \
    settles it, or that of the body to which it belongs, is due, refuses nothing: the consent is \
    pending until the condition is met. Conditions add up. A condition stands until its holder takes it back in words, later offers, \
    promises or concedes the same step and asks for nothing (unless the text says that this was \
    said before, or it only repeats an answer that it had given before it asked for something \
    whatever the answer), signs a text that contains the step or joins one that is agreed or in force, \
    has said so on the same day through one who speaks for it still, where who asked for it no longer does, \
    refuses the step outright (which a threat to end it does not), or takes it without the condition. It also ends when what it \
    requires is fulfilled, when the day it was to last until has passed, when the issue of its \
    step has ended or, where options exclude each other, with its holder's next one. What is asked for \
    a package or a text as a whole holds its acceptance back, and ends when another text that is signed \
    or agreed, or the same party's next package, takes its place. The first of \
    these ends it. A number, a date or a set is met by whatever lies within it, or is better by what its \
    holder wants; where its holder has since named less itself, that is said with it. Where any of several exclusive options is required, one is enough. A \
    condition on coming to a meeting is dropped only by a party that came. A number or a set \
    beyond what a party refuses, or beyond its red line, is rejected; so is a meeting that it last \
    said it would not attend, a step that has failed, as a vote that was lost, and one whose \
    opposite was carried out by who must take it. Who rejects a condition as such is named with it, \
    and refuses neither step. What is required by a day and comes later is shown \
    as fulfilled so many days after that day. Where an event is recorded that meets a \
    condition, those who deny that it came about are named with it. Silence, a vaguer acceptance and another actor's words end nothing; \
    nor does denying a breach. What was done before a condition was set does not meet it. Where what \
    met it is undone before its holder has taken the step, or said yes to it without the \
    condition, it stands again. What is said with the act that takes a step, as a signature \
    subject to a vote, holds back its effect, not the step. \
    One condition worded both as before and as in exchange counts once. Fulfilled means done where \
    an action is required, and agreed where terms are: an answer requires an action where someone is named who must \
    take it; what is promised is not yet done, and the \
    condition stands. A step is agreed when all concerned are for it in their own words with no \
    condition standing, on it or on its issue as a whole, or when it is signed. Doubted statements decide nothing; what only others \
    report of a party does not count against its own words on the step. A circle of conditions in \
    which one step must come before another is a deadlock; a circle of exchanges alone is a trade, \
    or blocked if a party that must give its half rejects it; two things given for one price, and \
    one thing at two prices, are two trades. Where each waits for a move by the \
    other, on one step or on one after the other, it is a stand-off, and a circle only if the moves wait on each other. Threats and \
    promises that depend on an event are part of no circle; a number within the range named sets them \
    off as the range would. Once set off they remain so, and they have ended when what was threatened \
    is done after that; what was done before, or for another reason, carries no threat out. A threat \
    for the case that something is not done is averted when it is done by the day named, and until \
    that day it stands, though the same promise was broken before. Where the \
    day by which something had to come about has passed without a report, a threat may be triggered.
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
  var parts = PreconditionParts()
  return try preconditions(
    ledger, nil, shown: lens, waiving: waived, limits: limits, &parts, checkpoint: checkpoint)
}

/// `parts` are the lines of steps and the conditions, as far as they are kept; `known` is the outlook of the ledger, where
/// it is made and nothing is waived.
func preconditions(
  _ ledger: Ledger, _ known: StepOutlook?, shown lens: Lens,
  waiving waived: Set<PreconditionsView.EdgeID> = [], limits: PreconditionsView.Limits,
  _ parts: inout PreconditionParts,
  checkpoint: Checkpoint
) throws -> PreconditionsView {
  let words = ConditionWords(ledger)
  var steps = StepList()
  for condition in ledger.allConditions {
    steps.add(condition.step, condition.stepID)
    steps.add(condition.awaited, condition.awaitedID)
  }
  var edges = parts.edges(ledger, waiving: waived)
  for claim in ledger.unsupported {
    steps.add(claim.condition.step, claim.condition.stepID)
    steps.add(claim.condition.awaited, claim.condition.awaitedID)
  }
  let standing = edges.indices.filter { edges[$0].state.stands }
  let outlook = known ?? StepOutlook(ledger, standing: standing)
  let lines = steps.lines(ledger, outlook.hopeless, &parts.steps)
  let circles = try parts.circles(
    ledger, outlook, waiving: waived, limits: limits, checkpoint: checkpoint)
  for place in circles.implied { edges[place].isImplied = true }
  parts.forget()
  let found = PreconditionsView(
    rule: PreconditionsView.rule, steps: lines, edges: edges, deadlocks: circles.deadlocks,
    trades: circles.trades, blocked: outlook.blocked,
    standoffs: Standoffs(
      ledger, words, standing: standing, circling: Set(circles.deadlocks.flatMap(\.edges))
    ).find(),
    unsupported: ledger.unsupported.map { claim in
      .init(
        statement: claim.drop.statement, by: claim.drop.by, holder: claim.condition.key.holder,
        step: claim.condition.stepID, awaited: claim.condition.awaitedID,
        sentence: words.sentence(claim.condition))
    }, withoutStep: ledger.withoutStep)
  return found.shown(lens)
}
