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
    /// Parties that only took note of what the others agree.
    public var tookNote: [Case.Actor.ID] = []
    /// Actors that are no party and must consent, whose consent is not on record.
    public var consentMissing: [Case.Actor.ID] = []
    /// Nothing is agreed until everything is agreed.
    public var isProvisional = false
    /// Laws that bar an answer on which the row rests, under a reading.
    public var barredBy: [Bar] = []
    /// For *ended*.
    public var ended: PositionsView.Ended?
    /// Of numbers and sets: how far apart the parties are, in words; nil where they meet.
    public var gap: String?
    /// Of numbers and sets: how each party came to what it would take.
    public var ways: [Way] = []
    /// With more than two parties: the largest sets that accept one answer.
    public var coalitions: [Coalition] = []
  }

  /// A law that forbids an answer, as someone reads it.
  public struct Bar: Sendable, Hashable, Codable {
    public var constraint: Case.Constraint.ID
    public var title: String
    public var reading: String
    public var heldBy: [Case.Actor.ID]
  }

  /// One party's values over time.
  public struct Way: Sendable, Hashable, Codable {
    public var party: Case.Actor.ID
    public var values: ValuePosition
  }

  /// Parties that accept one answer while others do not.
  public struct Coalition: Sendable, Hashable, Codable {
    public var answer: String
    public var title: String
    public var parties: [Case.Actor.ID]
    public var outside: [Case.Actor.ID]
    /// Those outside that reject it.
    public var rejectedBy: [Case.Actor.ID]
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
    /// They meet, and it waits for what never comes while things stand: a deadlock, or a step that
    /// who must take it rejects.
    case blocked
    case apart
    /// No longer under negotiation.
    case ended
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
    /// Requirements that stand in the way.
    public var obstacles: [Obstacle]
    /// Requirements accepted by who must meet them, and not yet met.
    public var awaited: [Obstacle] = []
    /// Of what is agreed, since when, where that rests on a condition that was met.
    public var since: EDTFDate?
    /// It lies in a deadlock, or waits for one.
    public var isDeadlocked = false
  }

  /// A requirement that stands in the way.
  public struct Obstacle: Sendable, Hashable, Codable {
    public var holder: Case.Actor.ID
    public var requirement: String
    public var kind: Requirement.Kind
    public var inferred: Who?
    /// Who has rejected it; empty where no one who must meet it has accepted it.
    public var rejectedBy: [Case.Actor.ID]
    public var statements: [Case.Statement.ID]
    /// How far the step required has come.
    public var state: PreconditionsView.StepState = .open
    /// Whoever has promised it.
    public var promise: PreconditionsView.Promise?
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
    Derived from the positions that stand, and no more certain than they are. Agreed: every party \
    is for the same option or the same value in its own words with no condition of its own \
    outstanding, or a joint text says so. Said to be agreed: for some party only as others report. \
    A party that merely took note of what the others agree is named. Within reach: an option is \
    acceptable to all (for, for if, open), or the ranges of their numbers or sets overlap, and \
    each requirement attached is acceptable to the party that must meet it. Conditional: \
    acceptable to all only with requirements that are not accepted. Blocked: it waits for a step \
    that the party which must take it rejects, or is part of a deadlock. Apart: no option is \
    acceptable to all; for numbers the gap is given, and with more than two parties, between which \
    of them it lies. A party that rejects a condition as such is named with it, and has not \
    refused the step. Consent to a text is consent to what it settles. Ended: no longer under \
    negotiation. No evidence: some party has said nothing.
    """
}

extension ConvergenceView.State {
  public var words: String {
    switch self {
    case .agreed: "agreed"
    case .saidAgreed: "said to be agreed"
    case .withinReach: "within reach"
    case .conditional: "conditional"
    case .blocked: "blocked"
    case .ended: "ended"
    case .apart: "apart"
    case .noEvidence: "no evidence"
    }
  }
}
