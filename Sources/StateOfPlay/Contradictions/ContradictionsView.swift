public import CaseModel

/// Statements that cannot all be right, listed side by side and never merged.
public struct ContradictionsView: Sendable, Hashable, Codable {
  /// The derivation rule in plain English, for display with the groups; the same for every case.
  public var rule: String
  /// The contradictions, ordered by kind.
  public var groups: [Group]
  /// Statements that differ in wording, act or exactness and are compatible.
  public var variants: [Group]
  /// Every factual issue with each account of it, contradicted or not, and those who leave it open,
  /// in the order of the case.
  public var accounts: [Account]
  /// Readings of the same words by two coders that differ, in the order of the record.
  public var coders: [CoderDifference] = []

  /// Two coders' readings of the same words.
  public struct CoderDifference: Sendable, Hashable, Codable {
    /// The statement that is first on record.
    public var first: Case.Statement.ID
    /// The other.
    public var second: Case.Statement.ID
  }

  /// What the conflicting statements are about.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Different answers to a question of fact, different accounts of a commitment, or assessments
    /// of one thing that differ.
    case account
    /// What a text or one of its clauses says or means: one reads it so, and another disputes that.
    case reading
    /// Sources differ on what one speaker holds or did on one occasion, or an author's assertion is
    /// contradicted by the party's own later words.
    case attribution
    /// Statements of one speaker on one date that are incompatible.
    case selfContradiction
    /// Two of a party's own speakers who differ.
    case divided
  }

  /// Statements in conflict, by side.
  public struct Group: Sendable, Hashable, Codable {
    /// What the conflicting statements are about.
    public var kind: Kind
    /// The issue; nil if the disputed commitment or assessment concerns none.
    public var issue: Case.Issue.ID?
    /// The commitment whose status is disputed; nil for all other groups.
    public var commitment: Case.Commitment.ID?
    /// The title of the issue, commitment or subject.
    public var title: String
    /// The actor whose words or acts are in dispute; nil for accounts and readings.
    public var actor: Case.Actor.ID?
    /// The statements, one side for each answer.
    public var sides: [Side]
    /// What some of them had said before and have since given up, one side for each statement.
    public var givenUp: [Side] = []
    /// The analyst's verdict; `open` if there is none.
    public var verdict: Case.Verdict.Kind
    /// The reason given for the verdict; nil if none.
    public var reason: String?
    /// The analyst who gave it; nil if there is no verdict.
    public var verdictBy: Who?
    /// When it was entered, which may be after as-of; nil if there is none, or its day is not known.
    public var verdictEntered: EDTFDate?
    /// The statements that the verdict accepts as right; nil if it accepts none.
    public var taken: [Case.Statement.ID]?
  }

  /// One answer and the statements that give it.
  public struct Side: Sendable, Hashable, Codable {
    /// The answer in words.
    public var answer: String
    /// The act by which it is given, where that distinguishes the sides.
    public var act: Case.Statement.Act?
    /// Whether the side denies the answer, or refuses it.
    public var isDenied = false
    /// How far a commitment is carried out by this account; nil of other answers. It is left out of the data,
    /// in which ``answer`` has it.
    package var level: Case.Commitment.Level?
    /// The statements that give it, in the order of the record.
    public var statements: [Reporter]

    private enum CodingKeys: String, CodingKey {
      case answer, act, isDenied, statements
    }
  }

  /// A statement as one side cites it, with the chain through which it came.
  public struct Reporter: Sendable, Hashable, Codable {
    /// The statement.
    public var statement: Case.Statement.ID
    /// The coder's one-line summary of it.
    public var gist: String
    /// Those who said it.
    public var speakers: [Case.Actor.ID]
    /// Those who relayed it, nearest the speaker first; empty if the source quotes the speaker
    /// directly.
    public var via: [Case.Actor.ID]
    /// The source it was taken from.
    public var source: Case.Source.ID
    /// When it was said; nil if undated.
    public var said: EDTFDate?
    /// Whether an analyst doubts it or graded its credibility 5. A doubted statement is listed and
    /// conflicts with nothing.
    public var isDoubted: Bool
  }

  /// All accounts of one factual issue.
  public struct Account: Sendable, Hashable, Codable {
    /// The issue.
    public var issue: Case.Issue.ID
    /// Its title.
    public var title: String
    /// The accounts, one side for each answer.
    public var sides: [Side]
    /// Whether some of the sides cannot all be right.
    public var isContradicted: Bool
  }
}

extension ContradictionsView {
  static let rule = """
    A speaker's statements are compared where they come from one occasion or carry exactly the \
    same dates. Where dates merely overlap, the order is unknown and a difference is a variant, \
    perhaps a change. In each group every two options conflict. Where two of a party's own \
    speakers differ, the party is divided, and neither contradicts himself; officials who do not \
    speak for it are said to speak of what it holds. Who asks for more and takes less on one \
    occasion has given way. What another actor states of a party's position is compared with the \
    party's own statements; authors' assessments of the same thing are compared with each other. A \
    promise that one account calls broken and another denies is disputed; a denial of one report \
    is set against that report alone, and where each only blames a breach on another of those who \
    owe it, both may be right. Two coders' different readings of the same words of one speaker \
    are listed separately: they are no contradiction. On a question of fact, what its author has \
    since taken \
    back by saying otherwise contradicts no one, and is listed as given up. A denial that names a \
    statement is set against it, whatever their dates, and so is a refusal of what was declared; \
    on a question of fact a denial or confirmation of an account is an account itself. An author's \
    claim that a party gave something up is contradicted by the party's own words of the same \
    time, and by later ones that say it never did; other later words may be a return to it, and \
    are a variant; a debtor who denies a promise before anyone reports how far it was kept denies \
    having made it. Each side names who reports it. An answer to a clause of a text is compared as \
    one to what the clause would settle; to refuse a clause on several things refuses none of \
    them. Reports of one time of which one says that a party accepted or signed a text as a whole, and \
    another that it refused it or did not, are set against each other; so is a later denial that it had \
    accepted or signed, while to refuse later what one had accepted is a change. Who disputes what a text says or means disputes a reading of it, and not what happened. \
    Stances conflict when one is for and one against; other differences of act or stance are \
    variants. Quantities conflict only when their intervals are disjoint: on an issue of which a \
    party wants more, or less, the number it asks for or gives does not exclude anything better \
    for it; and a number, date or set given for the case that something comes about, or only with \
    something else, contradicts none that is given without that or on other terms. Two closed sets \
    conflict when they differ, a set with exceptions counting without them; an open set conflicts \
    with a closed one only when it contains something the closed one lacks; two open sets never \
    conflict. Where several options may be right at once, such as causes, only for and against the \
    same option conflict. Doubted statements are shown but conflict with nothing. A verdict is an \
    analyst's, and holds whatever the as-of date; the day on which it was entered stands with it.
    """
}

extension ContradictionsView.Kind {
  /// The kind in English, as a heading.
  public var words: String {
    switch self {
    case .account: "accounts of what happened"
    case .reading: "readings of a text"
    case .attribution: "what one side is said to hold"
    case .selfContradiction: "contradictions of one speaker"
    case .divided: "a party's own speakers differ"
    }
  }
}
