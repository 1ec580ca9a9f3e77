public import CaseModel

/// Statements that cannot all be right, side by side and never merged.
public struct ContradictionsView: Sendable, Hashable, Codable {
  public var rule: String
  public var groups: [Group]
  /// Compatible but differently told.
  public var variants: [Group]
  /// Every factual issue with who tells what, conflicting or not.
  public var accounts: [Account]

  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Different answers to a question of what happened, or of what one thing is.
    case account
    /// Sources differ on what one speaker holds or did on one occasion, or an author's claim is
    /// belied by the party's own later words.
    case attribution
    /// One speaker, incompatible on one date.
    case selfContradiction
    /// Two of a party's own speakers who differ.
    case divided
  }

  public struct Group: Sendable, Hashable, Codable {
    public var kind: Kind
    /// Nil where a promise settles no issue of the case.
    public var issue: Case.Issue.ID?
    /// The promise whose state is disputed.
    public var commitment: Case.Commitment.ID?
    public var title: String
    /// For attribution and self-contradiction: whose words they are.
    public var actor: Case.Actor.ID?
    public var sides: [Side]
    public var verdict: Case.Verdict.Kind
    public var reason: String?
    public var verdictBy: Who?
    /// The statements that the verdict takes to be right; nil where it takes none.
    public var taken: [Case.Statement.ID]?
  }

  /// What some of them say.
  public struct Side: Sendable, Hashable, Codable {
    public var answer: String
    public var statements: [Reporter]
  }

  public struct Reporter: Sendable, Hashable, Codable {
    public var statement: Case.Statement.ID
    public var gist: String
    public var speakers: [Case.Actor.ID]
    /// Who reported it, nearest the speaker first.
    public var via: [Case.Actor.ID]
    public var source: Case.Source.ID
    public var said: EDTFDate?
    public var isDoubted: Bool
  }

  public struct Account: Sendable, Hashable, Codable {
    public var issue: Case.Issue.ID
    public var title: String
    public var sides: [Side]
    /// Some sides cannot all be right.
    public var isContradicted: Bool
  }
}

extension ContradictionsView {
  static let rule = """
    A speaker's statements are compared where they come from one occasion or carry exactly the \
    same dates. Where dates merely overlap, the order is unknown and a difference is a variant, \
    perhaps a change. In each group every two options conflict. Where two of a party's own \
    speakers differ, the party is divided, and neither contradicts himself. What another actor \
    states of a party's position is compared with the party's own statements; authors' assessments \
    of the same thing are compared with each other. A promise that one account calls broken and \
    another denies is disputed. Each side names who reports it. Stances conflict when one is for \
    and one against; other differences of act or stance are variants. Quantities conflict only \
    when their intervals are disjoint: on an issue of which a party wants more, or less, the \
    number it asks for or gives does not exclude anything better for it. Two closed sets conflict \
    when they differ, a set with exceptions counting without them; an open set conflicts with a \
    closed one only when it contains something the closed one lacks; two open sets never conflict. \
    Where several options may be right at once, such as causes, only for and against the same \
    option conflict. Doubted statements are shown but conflict with nothing. A verdict is an \
    analyst's.
    """
}

extension ContradictionsView.Kind {
  public var words: String {
    switch self {
    case .account: "accounts of what happened"
    case .attribution: "what one side is said to hold"
    case .selfContradiction: "contradictions of one speaker"
    case .divided: "a party's own speakers differ"
    }
  }
}
