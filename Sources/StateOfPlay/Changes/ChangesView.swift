public import CaseModel

/// Changes in the parties' positions, with the statements before and after each.
public struct ChangesView: Sendable, Hashable, Codable {
  /// The derivation rule in plain English, for display with the changes; the same for every case.
  public var rule: String
  /// The changes, oldest first; with `since` in the lens, only those after that date.
  public var changes: [Change]
  /// Possible moves that the party's own statements do not settle.
  public var possibleMoves: [PossibleMove]
  /// Changes asserted by authors or opponents for which no statement of the party gives evidence.
  public var unsupportedClaims: [Claim]

  /// One change in one party's position on one issue, made on one occasion.
  public struct Change: Sendable, Hashable, Codable {
    /// The party whose position changed.
    public var party: Case.Actor.ID
    /// The issue concerned.
    public var issue: Case.Issue.ID
    /// The title of ``issue``.
    public var title: String
    /// When it happened: the date of the newest statement in ``after``, or, for progress, of the
    /// event or the expiry.
    public var date: EDTFDate
    /// Every kind that applies; never empty.
    public var kinds: [Kind]
    /// The options or values affected, each with its stance before and after.
    public var answers: [AnswerChange]
    /// The statements in force before; empty if the party had said nothing on the answer.
    public var before: [Words]
    /// The statements that made the change; empty if what was said merely lapsed.
    public var after: [Words]
    /// Earlier reports of the same change by others than the party's own speakers, opponents
    /// excluded.
    public var announced: [Words]
    /// Assertions by authors or opponents that this change supports.
    public var claims: [Claim]
    /// The body that speaks, if several speak for the party side by side; nil if it speaks as one.
    public var body: Case.Actor.ID?
    /// Whether the party, or the body, had said nothing on the issue before; false for progress.
    public var isFirst = false
  }

  /// How a position changed, as the view's ``ChangesView/rule`` defines it.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// `changed` is a change without a direction; `mixed` is softened in one respect and hardened
    /// in another.
    case reversed, softened, hardened, mixed, changed, new, reaffirmed, withdrawn
    /// A condition was fulfilled, overtaken or lapsed, or a statement reached its end date.
    case progress
  }

  /// A sign that a party moved, for an analyst to confirm or to set aside.
  public struct PossibleMove: Sendable, Hashable, Codable {
    /// What suggests a move.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      /// The party accepts an answer without repeating a condition that stands.
      case saidWithout
      /// Reports by others differ from the party's own statements.
      case reportedOtherwise
      /// Someone of its own side says otherwise, whose words are not the party's as they stand: an
      /// official not named, or a minister in doubtful words. It is a difference within the party, or its
      /// newer words.
      case sideSaysOtherwise
      /// Two of its statements differ, and their dates do not show which is later.
      case orderUnknown
      /// Others say that it dropped a condition which stands.
      case saidDropped
    }

    /// What suggests the move.
    public var kind: Kind
    /// The party that may have moved.
    public var party: Case.Actor.ID
    /// The issue concerned.
    public var issue: Case.Issue.ID
    /// The title of ``issue``.
    public var title: String
    /// The option's id or the value's key; empty if the step is not an answer to an issue.
    public var answer: String
    /// The option, value or step in words.
    public var answerTitle: String
    /// The standing conditions that were not repeated or are said to be dropped, each as kind and
    /// step.
    public var conditions: [String]
    /// The statements that suggest the move.
    public var words: [Words]
    /// The statements in force that it would change.
    public var against: [Words]
  }

  /// One option or value on which the party's stance, conditions or red line changed.
  public struct AnswerChange: Sendable, Hashable, Codable {
    /// The option's id or the value's key; empty for a condition on the issue as a whole, whatever
    /// it is settled on, or on a step that is not an answer.
    public var answer: String
    /// The option, value or step in words.
    public var title: String
    /// The stances before, in the order of ``PositionStance``; empty if the party had taken none.
    public var before: [PositionStance]
    /// The stances after; empty if none is in force, and for progress, which derives none.
    public var after: [PositionStance]
    /// Whether a later acceptance of another, exclusive option replaced it.
    public var isSuperseded: Bool
    /// Conditions newly set, each as kind and step, sorted.
    public var requirementsAdded: [String]
    /// Conditions withdrawn, or waived by undertaking the step without them; sorted.
    public var requirementsDropped: [String]
    /// Conditions fulfilled, overtaken or lapsed, each with how.
    public var requirementsMet: [String]
    /// Whether the party drew a red line here.
    public var redLineAdded: Bool
    /// Whether a red line is no longer in force, given up in words or crossed.
    public var redLineDropped: Bool
    /// Whether the red line was crossed by a later offer of the party's own, without being given up
    /// in words.
    public var redLineCrossed: Bool
    /// The last day of what ``before`` says, where that had lapsed; nil if it stood.
    public var lapsedOn: EDTFDate?
  }

  /// A statement as a change cites it.
  public struct Words: Sendable, Hashable, Codable {
    /// The statement cited.
    public var statement: Case.Statement.ID
    /// The coder's one-line summary of the statement.
    public var gist: String
    /// When it was said; nil if undated.
    public var said: EDTFDate?
    /// Whether it was said by as-of but reported only after; false without as-of.
    public var reportedLater: Bool
    /// Whose words it is, relative to the party that changed.
    public var voice: Voice
    /// Of what was in force before: the last day on which it held, where that had passed by the
    /// change.
    public var lapsedOn: EDTFDate?
    /// Of an earlier report of the change: the party's own words that had denied it; nil if none.
    public var denials: [Case.Statement.ID]?
  }

  /// An assertion by an author or actor that a position changed.
  public struct Claim: Sendable, Hashable, Codable {
    /// The statement that makes the assertion.
    public var statement: Case.Statement.ID
    /// Those who assert it.
    public var speakers: [Case.Actor.ID]
    /// The parties said to have changed, each resolved from the actor named; may be empty.
    public var parties: [Case.Actor.ID]
    /// The issue concerned; nil if the statement is about no issue.
    public var issue: Case.Issue.ID?
    /// The kind of change asserted.
    public var change: Case.Statement.ClaimedChange
    /// The coder's one-line summary of the statement.
    public var gist: String
    /// When it was asserted; nil if undated.
    public var said: EDTFDate?
  }
}

extension ChangesView {
  static let rule = """
    A change is recorded where a party, in statements made later and on another occasion, adds to \
    what it has said on a subject, takes something back or replaces it. Softened: the party would \
    accept more, its position met another party's, it gives what it had demanded, a condition or \
    red line was withdrawn or the step undertaken without it, or a number or date moved towards \
    the other party's, judged by what each wants. Hardened: the reverse, a new condition or red \
    line, or the end of an option that the party had given or that all the others accept. Mixed: \
    both. A number with a condition that the number before it did not have is harder by that, \
    unless the party had set it for the issue as a whole or for another of its numbers: what was \
    asked for already is no new requirement, and the number alone decides. A lower price asked in \
    place of a higher one is softened, a higher one hardened. A number that the party says by itself is \
    measured against the last that it said by itself, and not against that of a package or text which it \
    has taken meanwhile and which is still open. To settle an issue without what had \
    been asked for it as a whole is softened, and no first statement. Changed: one demand in place \
    of another that neither meets another party nor leaves one, or a further option of a party \
    content with several. Reversed: from for to against, or the reverse; what is left open in \
    between is softer or harder. A value by which it would accept the same, a number that it gives \
    within a range it had accepted, and what the text calls a repetition, are reaffirmed: of a repetition nothing is a new requirement, and \
    what it had said otherwise in between is named as no longer standing. What is \
    asked for or given in addition to a set that the party signed replaces nothing of it. Where \
    several bodies speak for a party side by side, each is measured against its own statements. A \
    first statement on an option is new, never softened or hardened; it is reaffirmed where the \
    text says that it had been said before, and so is a condition or red line stated again, with \
    or without being marked as such. A demand that others do not accept is no softening; \
    withdrawing a demand is, though others still make it, as long as no one has given it and \
    another party is silent. To leave open an option that others reject is softened, one that they \
    accept hardened. On an issue that concerns the party alone nothing is softer or harder. What \
    is said again once it had lapsed is measured against what was said last; if it replaces once \
    more what it had replaced before it lapsed, that is no second change. Where a text or a \
    package is accepted on a condition, so is each of its parts. Not answering is no change. \
    Refusing what the party had itself promised to do, or leaving what it had signed or promised \
    for less, is a reversal. Where something awaited came about, or the date until which a \
    statement was valid has passed, that is progress and not softening. Several reports of one \
    occasion are no change. An acceptance that does not repeat a standing condition, statements by \
    lower-ranking voices, reports by others that something was dropped, and statements whose order \
    is unknown are no changes either; they are listed separately as signs. What someone of the \
    party's own side says otherwise is listed as that, and not as others' report: a difference within \
    the party, or newer words of it. To take a text or a \
    package that contains what a condition asks for repeats the condition and drops nothing. What \
    others had reported of a change before it was made stands beside it, with the party's denial \
    of it. Claims by authors and opponents are shown alongside; what a coder notes of a party's \
    own words is not a claim.
    """
}

extension ChangesView.Kind {
  /// The kind in English; equal to its raw value.
  public var words: String { rawValue }
}

extension ChangesView.Change {
  /// Whether it is more than a first statement, a repetition or progress.
  public var isMove: Bool { kinds.isMove }
}

extension ChangesView.AnswerChange {
  /// Whether it is what was asked for the issue as a whole, of which no answer has a stance.
  public var isOfWholeIssue: Bool { answer.isEmpty && before.isEmpty && after.isEmpty }
}

extension [ChangesView.Kind] {
  /// More than a first word, one said again, or progress alone.
  var isMove: Bool { !allSatisfy { [.new, .reaffirmed, .progress].contains($0) } }
}
