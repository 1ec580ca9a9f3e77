public import CaseModel

/// Where parties' positions changed, with the words before and after.
public struct ChangesView: Sendable, Hashable, Codable {
  public var rule: String
  public var changes: [Change]
  /// Where a party may have moved and its own words do not settle it.
  public var perhaps: [Perhaps]
  /// Changes that authors claim and no words of the party show.
  public var unsupportedClaims: [Claim]

  public struct Change: Sendable, Hashable, Codable {
    public var party: Case.Actor.ID
    public var issue: Case.Issue.ID
    public var title: String
    /// When the newest of the words that make the change were said.
    public var date: EDTFDate
    /// All that apply.
    public var kinds: [Kind]
    public var answers: [AnswerChange]
    /// Statements that held before; empty where the position is new.
    public var before: [Words]
    /// Statements that made the change.
    public var after: [Words]
    /// What lower voices had said so before: officials not named, others.
    public var foretold: [Words]
    public var claims: [Claim]
  }

  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case reversed, softened, hardened, mixed, changed, new, reaffirmed, withdrawn
    /// What was awaited came about, or the day until which words were to hold has passed.
    case progress
  }

  /// A sign that a party moved, for an analyst to confirm or to set aside.
  public struct Perhaps: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      /// A yes that does not repeat conditions which stand.
      case saidWithout
      /// Lower voices say otherwise than the party's own words.
      case reportedOtherwise
      /// Two of its words differ, and no one knows which is the later.
      case orderUnknown
      /// Others say that it took back a condition which stands.
      case saidDropped
    }

    public var kind: Kind
    public var party: Case.Actor.ID
    public var issue: Case.Issue.ID
    public var title: String
    public var answer: String
    public var answerTitle: String
    /// Conditions that stand and were not repeated.
    public var conditions: [String]
    /// The words that give the sign, the newest first.
    public var words: [Words]
    /// What stands.
    public var against: [Words]
  }

  /// One option or value whose stance is other than before.
  public struct AnswerChange: Sendable, Hashable, Codable {
    public var answer: String
    public var title: String
    public var before: [PositionStance]
    public var after: [PositionStance]
    /// A later *for* on another option took its place.
    public var isSuperseded: Bool
    public var requirementsAdded: [String]
    public var requirementsDropped: [String]
    /// Fulfilled, overtaken or lapsed.
    public var requirementsMet: [String]
    public var redLineAdded: Bool
    public var redLineDropped: Bool
    /// Dropped by a contrary offer of its own, and not in words.
    public var redLineCrossed: Bool
  }

  public struct Words: Sendable, Hashable, Codable {
    public var statement: Case.Statement.ID
    public var gist: String
    public var said: EDTFDate?
    public var toldLater: Bool
    public var voice: Voice
  }

  /// An author's claim that a position changed.
  public struct Claim: Sendable, Hashable, Codable {
    public var statement: Case.Statement.ID
    public var speakers: [Case.Actor.ID]
    public var parties: [Case.Actor.ID]
    public var issue: Case.Issue.ID?
    public var change: Case.Statement.ClaimedChange
    public var gist: String
    public var said: EDTFDate?
  }
}

extension ChangesView {
  static let rule = """
    A change is recorded where a party, in statements made later and on another occasion, adds to \
    what it has said on a subject, takes something back or replaces it. Softened: the party would \
    accept more, its position met another party's, a condition or red line was withdrawn or the \
    step undertaken without it, or a number moved towards the other party's, judged by what each \
    wants. Hardened: the reverse, or a new condition or red line. Mixed: both. A first statement \
    on an option is new, never softened or hardened; it is reaffirmed where the text says that it \
    had been said before, and so is a condition or red line stated again, with or without being \
    marked as such. A demand that others do not accept is no softening; withdrawing a demand is. \
    Refusing what the party had itself promised to do is a reversal. Where something awaited came \
    about, or the date until which a statement was valid has passed, that is progress and not \
    softening. Several reports of one occasion are no change. An acceptance that does not repeat a \
    standing condition, statements by lower-ranking voices, reports by others that something was \
    dropped, and statements whose order is unknown are no changes either; they are listed \
    separately as signs. Claims by authors and opponents are shown alongside.
    """
}

extension ChangesView.Kind {
  public var words: String { rawValue }
}

extension ChangesView.Change {
  /// Neither a first word, nor one said again, nor progress alone.
  public var isMove: Bool { kinds.isMove }
}

extension [ChangesView.Kind] {
  /// More than a first word, one said again, or progress alone.
  var isMove: Bool { !allSatisfy { [.new, .reaffirmed, .progress].contains($0) } }
}
