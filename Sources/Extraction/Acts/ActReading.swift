package import CaseModel

/// What words do: the act, what they say of what they are about, and their reservations and conditions.
package struct ActReading: Hashable, Sendable {
  package var act = Case.Statement.Act.state
  /// Nil where the act leaves it open, as taking note does.
  package var stance: Case.Statement.Stance?
  /// A change of position that the words themselves claim.
  package var change: Case.Statement.ClaimedChange?
  /// The words' own reservation, as `reportedly`.
  package var hedge: String?
  /// A limit stated as such.
  package var redLine = false
  /// The speaker denies that something was so, whatever the words that are denied say.
  package var isDenial = false
  /// Something said earlier is taken back.
  package var drops = false
  package var conditions: [ConditionReading] = []
  /// The acts that words of the text speak for, the likeliest first, each once.
  package var ranking: [Case.Statement.Act] = [.state]
  /// The words that speak most for the act, in code points of the text.
  package var phrase: Range<Int>?
  /// What was found, by names that a person can read.
  package var rules: [String] = []
}

/// That one step waits on another, by the words that say so.
package struct ConditionReading: Hashable, Sendable {
  package var kind: Requirement.Kind
  /// The words of the step awaited, in code points of the text.
  package var awaited: Range<Int>
  /// The words of the step that waits, or of what follows as a threat.
  package var step: Range<Int>?
  /// `unless`: what follows is set off where the step awaited does not come about.
  package var isNegated = false
  /// The step that waits is refused till then: `will not sign until`.
  package var isRefused = false
  /// `the ban stays until`: the step that waits is the end of what is named.
  package var endsStep = false
  /// The step that waits is something that someone will do, not a rule that the text reports.
  package var isOwn = true
  /// `only if`, `until`, `in exchange for`
  package var marker: String
}
