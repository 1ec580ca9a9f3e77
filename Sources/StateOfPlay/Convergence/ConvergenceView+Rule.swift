extension ConvergenceView {
  static let rule = """
    Derived from the positions that stand, and no more certain than they are. Agreed: every party \
    is for the same option or the same value in its own words with no condition of its own \
    outstanding, or a joint text says so; or all refuse the one option of an issue. Said to be agreed: for some party only as others report, or \
    others, or the other party of the two that are said to have settled it, report it of a day after \
    the party's last own statements, which are shown beside it. \
    A party that merely took note of what the others agree is named. Contested: agreed by the \
    parties' own words, while newer reports by others than opponents say otherwise. Within reach: an option is \
    acceptable to all (for, for if, open), or the ranges of their numbers, dates or sets overlap, and \
    each requirement attached is acceptable to the party that must meet it. Conditional: \
    acceptable to all only with requirements that are not accepted. Blocked: it waits for a step \
    that the party which must take it rejects, or is part of a deadlock. Apart: no option is \
    acceptable to all; what one party alone could do is named, with what the others ask for it, and may be to give up what \
    it alone asks for; for numbers and dates the gap is given, and with more than two parties, \
    between which of them it lies. Two parties of which each claims one thing for itself are for different options, whether or not \
    the record says that these exclude each other, and apart until one accepts the other's. A party that rejects a condition as such is named with it, and \
    has not refused the step. A party that would accept a range accepts each number in it. A \
    package of several parts refused is no refusal of \
    each of its parts. Who puts a package forward asks for its other parts in exchange for each; who takes \
    an answer as part of a package or text that another wrote, or several wrote together, asks for nothing by that, and is shown \
    with it until all have accepted it or accept each of its parts; what is asked for a whole package or text is asked for each \
    part. A condition for a number, a date or a set is met by whatever lies within it, or is better by what its holder wants. \
    An acceptance of an issue without a value takes any. Where a party has only refused numbers, the gap is measured from what it refuses. Where someone who speaks for a signatory refuses what another signed for it, that is said; so is what a text settles that is agreed or in force, where not all have agreed to it. \
    A body whose consent is needed, to everything, to the issue or to a text that is signed, agreed or \
    what all have accepted, and which accepts with a condition has not consented until that is met, \
    and is named with it; so is a member of such a body with what it asks for. A threat to end what is agreed makes it \
    no newer and no less agreed, and is shown with it. Consent to everything or to an issue is \
    required from the first mention of those who must give it, and throughout if they are never \
    mentioned, or mentioned anywhere without a date. Consent to a text is consent to \
    what it settles, and a body that won its vote has consented to what it voted on. Ended: no longer under \
    negotiation. No evidence: some party has said nothing; how near the others are \
    is shown all the same. A party that names an answer only in a condition on another step has taken no \
    stance on the issue, and is shown with what it requires.
    """
}

extension ConvergenceView.State {
  /// The state in English.
  public var words: String {
    switch self {
    case .agreed: "agreed"
    case .saidAgreed: "said to be agreed"
    case .contested: "contested"
    case .withinReach: "within reach"
    case .conditional: "conditional"
    case .blocked: "blocked"
    case .ended: "ended"
    case .apart: "apart"
    case .noEvidence: "no evidence"
    }
  }
}

extension ConvergenceView.State {
  var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
