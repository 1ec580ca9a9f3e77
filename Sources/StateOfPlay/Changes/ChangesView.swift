public import CaseModel

/// Where parties' positions changed, with the words before and after.
public struct ChangesView: Sendable, Hashable, Codable {
  public var rule: String
  public var changes: [Change]
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
    /// Only others tell it of the party.
    public var toldByOthersOnly: Bool
    public var claims: [Claim]
  }

  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case reversed, softened, hardened, mixed, changed, new, reaffirmed, withdrawn
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
    public var redLineAdded: Bool
    public var redLineDropped: Bool
  }

  public struct Words: Sendable, Hashable, Codable {
    public var statement: Case.Statement.ID
    public var gist: String
    public var said: EDTFDate?
    public var toldLater: Bool
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
    A change is where what a party accepts (for, for if, open), a red line or a requirement becomes \
    other than before, by words said later and on another occasion. Softened: it meets another \
    party's where it did not, or grew, or a requirement or red line was dropped; hardened the \
    contrary; mixed both. A demand withdrawn is softened. A demanded set that grows is hardened, an offered one softened; where the \
    case says which way a party wants it to go, by that. Where several answers may hold at once, \
    those asked for are such a set: to ask for one more that no other party accepts, or that some \
    other rejects, is hardened, and to ask for it no longer softened. Tellings of one occasion make no \
    change, and neither do authors' claims, which stand beside it or apart.
    """
}

extension ChangesView.Kind {
  public var words: String { rawValue }
}
