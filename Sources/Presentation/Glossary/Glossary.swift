/// The terms that pages, help and documentation use, each with its definition and source.
package enum Glossary {
  /// Every term, by subject and then in the order in which a newcomer meets them.
  package static let sections: [(title: String, terms: [GlossaryTerm])] = [
    ("The record", record), ("Whose words", voices), ("The state of play", stateOfPlay),
    ("Promises and texts", promises), ("Possible agreements", bargaining),
    ("Which outcomes last", graphModel),
  ]

  package static var terms: [GlossaryTerm] { sections.flatMap(\.terms) }

  private static let record = [
    GlossaryTerm(
      "Case", "One negotiation: its actors, issues, documents and everything coded from them.",
      type: "Case"),
    GlossaryTerm(
      "Actor", "Anyone who appears in the record: a state, an organisation, a group or a person.",
      type: "Case.Actor"),
    GlossaryTerm(
      "Party",
      "An actor that decides for itself in this dispute. Mediators, hosts, guarantors and observers "
        + "are not parties; their roles carry dates."),
    GlossaryTerm(
      "Issue",
      "A question to be settled (negotiable), or a question of what happened (factual).",
      type: "Case.Issue"),
    GlossaryTerm("Option", "One discrete answer to an issue.", type: "Case.Issue.Option"),
    GlossaryTerm(
      "Source", "One dated document by one publisher. Once added, it does not change.",
      type: "Case.Source"),
    GlossaryTerm(
      "Quote", "The exact words in a source, with their position in its text.",
      literature: "W3C (2017), Web Annotation Data Model, section 4.2", type: "Quote"),
    GlossaryTerm(
      "Statement",
      "The typed reading of one quote: who says it, through whom, to whom, when, with which act, "
        + "on which issue.", type: "Case.Statement"),
    GlossaryTerm(
      "Act",
      "What a statement does: demand, propose, offer, accept, reject, threaten, concede and so on.",
      literature: "Searle (1969), Speech Acts", type: "Case.Statement.Act"),
    GlossaryTerm(
      "Stance", "What a statement says of an option: for, against, open or unclear.",
      type: "Case.Statement.Stance"),
    GlossaryTerm(
      "Milestone",
      "A state of the world that steps depend on and that is not itself negotiated, such as a "
        + "report being published or a vote being held.", type: "Case.Milestone"),
    GlossaryTerm(
      "Reliability and credibility",
      "Two independent grades: A to F for a source, 1 to 6 for a single statement.",
      literature: "NATO AJP-2.1, the Admiralty grading system", type: "Credibility"),
    GlossaryTerm(
      "As of", "The date a view describes: only what had been said or done by then counts.",
      type: "Lens"),
    GlossaryTerm(
      "Known at", "The date up to which entries had been made in the record.", type: "Lens"),
    GlossaryTerm(
      "Uncertain date",
      "A date given to the month, the season or the year, or as an interval. One date is later "
        + "than another only if it begins after the other ends.",
      literature: "ISO 8601-2:2019, Extended Date/Time Format", type: "EDTFDate"),
  ]

  private static let voices = [
    GlossaryTerm(
      "Attribution",
      "The chain from speaker to reporter to publisher. Its length is the number of steps between "
        + "the speaker and the reader."),
    GlossaryTerm(
      "Directness",
      "How close a statement is to a party's own words: quoted, reported, by a third party, by "
        + "another party.", type: "Directness"),
    GlossaryTerm(
      "Reported by others",
      "Only third parties or opponents ascribe the statement to the party. It is shown as theirs."),
    GlossaryTerm(
      "Contested",
      "Sources of equal standing differ, or a party's own words differ from reports by others."),
    GlossaryTerm("Divided", "A party's own speakers differ from each other."),
    GlossaryTerm(
      "Contradiction", "Two statements that cannot both be right.", type: "ContradictionsView"),
    GlossaryTerm(
      "Verdict", "A named analyst's judgement on a contradiction, with the reason.",
      type: "Case.Verdict"),
  ]

  private static let stateOfPlay = [
    GlossaryTerm(
      "Position", "Where a party stands on an issue at a date, read from its statements.",
      literature: "Fisher and Ury (1981), Getting to Yes", type: "PositionsView"),
    GlossaryTerm(
      "Interest", "Why a party wants what it asks for.",
      literature: "Fisher and Ury (1981), Getting to Yes", type: "Case.Interest"),
    GlossaryTerm(
      "Commitment store",
      "What a party has said and not taken back. Saying something opens an item; silence, "
        + "repetition or another's words do not close it. Also called the ledger.",
      literature:
        "Hamblin (1970), Fallacies; Walton and Krabbe (1995), Commitment in Dialogue"),
    GlossaryTerm(
      "Red line", "A limit stated as one that must not be crossed."),
    GlossaryTerm(
      "Concession", "A change that brings a party's acceptable options closer to another's.",
      literature: "Pruitt (1981), Negotiation Behavior", type: "ChangesView"),
    GlossaryTerm(
      "Precondition", "A step that a party requires before it takes another step.",
      type: "Requirement"),
    GlossaryTerm(
      "Deadlock", "Preconditions that depend on each other in a circle.",
      literature: "Narlikar (ed., 2010), Deadlocks in Multilateral Negotiations",
      type: "PreconditionsView.Deadlock"),
    GlossaryTerm(
      "Mutual precondition", "A deadlock of two: each requires the other's step first."),
    GlossaryTerm("Waiver", "A precondition given up, which resolves a deadlock."),
    GlossaryTerm(
      "Convergence",
      "How close the parties are on an issue: agreed, within reach, conditional, apart, or no "
        + "evidence.", type: "ConvergenceView"),
    GlossaryTerm(
      "Calendar",
      "What falls due, and what has passed, with its outcome: done, missed, or not reported.",
      type: "CalendarView"),
    GlossaryTerm("Gap", "The distance between two parties' ranges on a number, with its unit."),
    GlossaryTerm(
      "Veto player",
      "An actor that is not a party but must consent, or can block: a parliament, a court, a "
        + "members' ballot.",
      literature: "Tsebelis (2002), Veto Players; Putnam (1988), Diplomacy and Domestic Politics"),
    GlossaryTerm(
      "Legal constraint",
      "A law, mandate or treaty that limits who may negotiate or sign, with its rival readings.",
      type: "Case.Constraint"),
  ]

  private static let promises = [
    GlossaryTerm(
      "Commitment", "One checkable promise: who owes what to whom, how much and by when.",
      type: "Case.Commitment"),
    GlossaryTerm(
      "Implementation status",
      "Not initiated, minimal, intermediate or full, each by whose account; or breached, or "
        + "superseded.",
      literature:
        "Joshi, Quinn and Regan (2015), Annualized Implementation Data on Comprehensive "
        + "Intrastate Peace Accords",
      type: "Case.Commitment.Report"),
    GlossaryTerm(
      "Draft", "A text under negotiation, clause by clause.", type: "Case.Draft"),
    GlossaryTerm(
      "Bracketed clause", "A clause that is not agreed, with the party that holds it back."),
    GlossaryTerm(
      "Delegation", "The people one party sends to a meeting: head, rank and role.",
      type: "Case.Meeting"),
    GlossaryTerm(
      "Issue category", "The family of an issue, such as ceasefire, prisoners or sanctions.",
      literature: "Bell and Badanjak (2019), Introducing PA-X"),
  ]

  private static let bargaining = [
    GlossaryTerm(
      "Scenario",
      "Issues, options, values, minimum values and exclusions, each number with its basis: the "
        + "input of the search for possible agreements.", type: "Case.Scenario"),
    GlossaryTerm("Package", "One option for every issue of a scenario."),
    GlossaryTerm(
      "Reservation value",
      "The lowest value at which a party would still accept rather than walk away.",
      literature: "Raiffa (1982), The Art and Science of Negotiation"),
    GlossaryTerm(
      "BATNA", "The best alternative to a negotiated agreement.",
      literature: "Fisher and Ury (1981), Getting to Yes"),
    GlossaryTerm(
      "ZOPA", "The zone of possible agreement: all packages that every party could accept.",
      literature: "Raiffa (1982), The Art and Science of Negotiation"),
    GlossaryTerm(
      "Pareto-efficient",
      "No party can be better off without another being worse off. The efficient packages form "
        + "the efficiency frontier.",
      literature: "Raiffa (1982), The Art and Science of Negotiation"),
    GlossaryTerm(
      "Logrolling", "Giving way on what matters less to gain on what matters more.",
      literature: "Froman and Cohen (1970), Compromise and Logroll"),
    GlossaryTerm(
      "Nash solution", "The package with the largest product of gains over the minimum values.",
      literature: "Nash (1950), The Bargaining Problem"),
    GlossaryTerm(
      "Kalai–Smorodinsky solution",
      "The efficient package at which each party gains the same share of the most it could gain.",
      literature: "Kalai and Smorodinsky (1975), Other Solutions to Nash's Bargaining Problem"),
    GlossaryTerm(
      "Sensitivity", "How far a result depends on inputs that are uncertain."),
  ]

  private static let graphModel = [
    GlossaryTerm(
      "Conflict model",
      "Who can do what, which combinations are possible and what each decision maker prefers.",
      literature: "Fang, Hipel and Kilgour (1993), Interactive Decision Making",
      type: "Case.Conflict"),
    GlossaryTerm(
      "Decision maker", "An actor in a conflict model that controls options.",
      literature: "Fang, Hipel and Kilgour (1993), Interactive Decision Making"),
    GlossaryTerm("State", "One combination of options taken and not taken."),
    GlossaryTerm(
      "Equilibrium", "A state that no decision maker gains by leaving, under a stated foresight."),
    GlossaryTerm(
      "Nash stability", "The decision maker has no move to a state it prefers.",
      literature: "Nash (1951), Non-cooperative Games"),
    GlossaryTerm(
      "General and symmetric metarationality",
      "Every improvement can be answered by others to the mover's loss (GMR), even after the "
        + "mover's own reply (SMR).",
      literature: "Howard (1971), Paradoxes of Rationality"),
    GlossaryTerm(
      "Sequential stability",
      "Every improvement can be answered by a move that others themselves prefer (SEQ).",
      literature: "Fraser and Hipel (1984), Conflict Analysis: Models and Resolutions"),
    GlossaryTerm(
      "Witness", "The moves that show why a state is, or is not, stable."),
  ]
}
