public import CaseModel

/// How near the parties are to each other, issue by issue.
public struct ConvergenceView: Sendable, Hashable, Codable {
  public var rule: String
  public var rows: [Line]

  public struct Line: Sendable, Hashable, Codable {
    public var issue: Case.Issue.ID
    public var title: String
    public var parties: [Case.Actor.ID]
    public var state: State
    /// The options on which it rests: agreed, or acceptable to all.
    public var answers: [Meeting]
    /// For *apart*: the moves of one option that would bring the sets together.
    public var moves: [Move]
    /// For *noEvidence*: whose words are missing or say nothing.
    public var silent: [Case.Actor.ID]
    /// Some cell of the row is contested or divided.
    public var isContested: Bool
  }

  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// Every party is for it, in its own words or a joint text.
    case agreed
    /// Every party is said to be for it, some only as others tell.
    case saidAgreed
    /// What all accept meets, and whatever is required for it is acceptable to who must give it.
    case withinReach
    /// They meet only through requirements not accepted.
    case conditional
    case apart
    /// Some party is silent.
    case noEvidence
  }

  /// An answer that all accept.
  public struct Meeting: Sendable, Hashable, Codable {
    public var answer: String
    public var title: String
    public var statements: [Case.Statement.ID]
    /// Dates of the newest of them: what all accept may be old.
    public var newest: EDTFDate?
    /// Who says that others are for it.
    public var saidBy: [Case.Actor.ID]
    public var obstacles: [Obstacle]
  }

  /// A requirement that stands in the way.
  public struct Obstacle: Sendable, Hashable, Codable {
    public var holder: Case.Actor.ID
    public var requirement: String
    public var kind: Requirement.Kind
    public var inferred: Who?
    /// Who has rejected it; empty where nobody who must meet it has accepted it.
    public var rejectedBy: [Case.Actor.ID]
    public var statements: [Case.Statement.ID]
  }

  /// One party's yes to one option, which would make it acceptable to all.
  public struct Move: Sendable, Hashable, Codable {
    public var party: Case.Actor.ID
    public var answer: String
    public var title: String
    /// The party has spoken against it, rather than not at all.
    public var isAgainst: Bool
  }
}

extension ConvergenceView {
  static let rule = """
    Agreed: every party is for the same option in its own words or a joint text; said agreed: some \
    only as others tell. Within reach: an option is acceptable to all (for, for if, open), and each \
    requirement attached is acceptable to who must meet it, and not only after the very option. \
    Conditional: only through requirements \
    not accepted. Apart: no option is acceptable to all. No evidence: some party is silent.
    """
}

extension ConvergenceView.State {
  public var words: String {
    switch self {
    case .agreed: "agreed"
    case .saidAgreed: "said to be agreed"
    case .withinReach: "within reach"
    case .conditional: "conditional"
    case .apart: "apart"
    case .noEvidence: "no evidence"
    }
  }
}
