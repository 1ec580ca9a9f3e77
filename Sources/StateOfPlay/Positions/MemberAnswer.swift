public import CaseModel

extension PositionsView {
  /// The answer of a member of a party to a package or a text as a whole, which the party does not
  /// give.
  public struct MemberAnswer: Sendable, Hashable, Codable {
    /// The party, or veto player, to which it belongs.
    public var party: Case.Actor.ID
    /// The member.
    public var member: Case.Actor.ID
    /// The text; nil if the package was only stated.
    public var draft: Case.Draft.ID?
    /// The title of the text; otherwise the first two parts in words.
    public var title: String
    /// What a stated package contains, in words; empty for a text.
    public var parts: [String]
    /// Its stance on the whole.
    public var stance: PositionStance
    /// What it waits for, in words: `if first: Parliament consents`.
    public var conditions: [String]
    /// The statements that answer.
    public var statements: [Case.Statement.ID]
    /// When it answered; nil if undated.
    public var date: EDTFDate?
  }
}
