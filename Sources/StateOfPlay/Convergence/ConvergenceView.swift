public import CaseModel

/// How near the parties are to agreement, issue by issue.
public struct ConvergenceView: Sendable, Hashable, Codable {
  /// The derivation rule in plain English, for display with the rows; the same for every case.
  public var rule: String
  /// The negotiable issues, in the order of the case.
  public var rows: [Line]

  /// How near the parties are on one issue.
  public struct Line: Sendable, Hashable, Codable {
    /// The issue.
    public var issue: Case.Issue.ID
    /// Its title.
    public var title: String
    /// The parties the issue concerns.
    public var parties: [Case.Actor.ID]
    /// How near they are.
    public var state: State
    /// The answers on which ``state`` rests, or ``among``: agreed, or acceptable to all; empty for
    /// the other states.
    public var answers: [Meeting]
    /// For `apart`: acceptances by one party of one option that would bring all together. Empty if
    /// more than one would be needed, or if ``gap`` is given.
    public var moves: [Move]
    /// For `noEvidence`: the parties with no statement that takes a stance.
    public var silent: [Case.Actor.ID]
    /// Of those in ``silent`` the parties that refused a text or a package that holds ``answers``, or any
    /// answer to the issue, and have said nothing of this part.
    public var refusingWhole: [Otherwise] = []
    /// Of those in ``silent`` the parties that require an answer to the issue by a condition on another
    /// step, with that answer.
    public var requiring: [Otherwise] = []
    /// Whether any party's position on the issue is contested or divided.
    public var isContested: Bool
    /// Parties that only took note of what the others agree.
    public var tookNote: [Case.Actor.ID] = []
    /// For an agreed answer: actors that are no party and must consent, without a recorded consent.
    public var consentMissing: [Case.Actor.ID] = []
    /// For an agreed answer: those who speak for a party and refuse the text that another signed for
    /// it.
    public var disowned: [Disowning] = []
    /// For an agreed answer: whether nothing is agreed until everything is agreed.
    public var isProvisional = false
    /// Legal acts that forbid an answer in ``answers``, each under a reading.
    public var barredBy: [Bar] = []
    /// For `ended`: how and when the issue ended.
    public var ended: PositionsView.Ended?
    /// For numbers and sets: how far apart the parties are, with the unit; nil if their ranges
    /// meet.
    public var gap: String?
    /// For numbers and sets: each party's values over time.
    public var trajectories: [Trajectory] = []
    /// With more than two parties and none of the answers acceptable to all: the largest sets of
    /// parties that accept one answer.
    public var coalitions: [Coalition] = []
    /// For `noEvidence`: how near those are who have taken a stance, if more than one has.
    public var among: State?
    /// Short of an agreement: the red lines in force on the issue, in the parties' own words.
    public var redLines: [RedLine] = []
    /// What newer reports by others say against ``answers``; where these are reported, the last own
    /// words of those who had not said so.
    public var otherwise: [Otherwise] = []
    /// For an agreed answer: other answers that a party maintains all the same, said on the same day.
    public var reservations: [Otherwise] = []
    /// Short of an agreement: clauses of drafts to which all parties agree provisionally.
    public var provisional: [Provisional] = []
    /// Short of an agreement of all: what a text settles that is agreed or in force without the
    /// signatures of all.
    public var inForce: [Provisional] = []
  }

  /// A red line of a party's own.
  public struct RedLine: Sendable, Hashable, Codable {
    /// The party.
    public var party: Case.Actor.ID
    /// The answer at which it is drawn, in words.
    public var title: String
    /// Whether it rules the answer out; false if the party insists on it.
    public var isAgainst: Bool
  }

  /// An answer of one party that differs from those a line rests on.
  public struct Otherwise: Sendable, Hashable, Codable {
    /// The party.
    public var party: Case.Actor.ID
    /// The answer in words.
    public var title: String
    /// Whether the party is against the answer, rather than for it.
    public var isAgainst: Bool
    /// Those who report it; empty if it is the party's own word.
    public var saidBy: [Case.Actor.ID]
    /// The date of the newest of ``statements``; nil if undated.
    public var newest: EDTFDate?
    /// The statements.
    public var statements: [Case.Statement.ID]
    /// Whether the party asks for it on top of what is agreed.
    public var isInAddition = false
  }

  /// A refusal, by someone who speaks for a party, of a text that another signed for it.
  public struct Disowning: Sendable, Hashable, Codable {
    /// The party whose signature is refused.
    public var party: Case.Actor.ID
    /// Those who refuse it.
    public var by: [Case.Actor.ID]
    /// The statement that refuses it.
    public var statement: Case.Statement.ID
  }

  /// A clause of a draft, to which the parties agree provisionally or which is in force.
  public struct Provisional: Sendable, Hashable, Codable {
    /// The draft.
    public var draft: Case.Draft.ID
    /// Its title; its id if it has none.
    public var title: String
    /// The answer in words.
    public var answerTitle: String
    /// Since when; nil if undated.
    public var date: EDTFDate?
    /// The statements that show it.
    public var statements: [Case.Statement.ID]
  }

  /// A legal act that forbids an answer, as some actor reads it.
  public struct Bar: Sendable, Hashable, Codable {
    /// The legal act.
    public var constraint: Case.Constraint.ID
    /// Its title; its id if it has none.
    public var title: String
    /// The title of the reading; its id if it has none.
    public var reading: String
    /// The actors who hold the reading.
    public var heldBy: [Case.Actor.ID]
  }

  /// One party's values over time.
  public struct Trajectory: Sendable, Hashable, Codable {
    /// The party.
    public var party: Case.Actor.ID
    /// What it would accept, and the values that led there.
    public var values: ValuePosition
  }

  /// Parties that accept one answer while others do not.
  public struct Coalition: Sendable, Hashable, Codable {
    /// The option's id or the value's key.
    public var answer: String
    /// The answer in words.
    public var title: String
    /// The parties that accept it.
    public var parties: [Case.Actor.ID]
    /// The parties that do not.
    public var outside: [Case.Actor.ID]
    /// Those in ``outside`` that reject it.
    public var rejectedBy: [Case.Actor.ID]
  }

  /// How near the parties are to agreement on an issue; nearest first, then ended and unknown.
  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// Every party is for it, in its own words or in a joint text.
    case agreed
    /// Every party is said to be for it, some only by others' reports.
    case saidAgreed
    /// Every party is for it in its own words, and newer reports by others say otherwise of one.
    case contested
    /// An answer is acceptable to all, and every requirement attached to it is acceptable to those
    /// who must meet it.
    case withinReach
    /// An answer is acceptable to all, but only with requirements that are not accepted.
    case conditional
    /// An answer is acceptable to all, but depends on a deadlock or on a step rejected by an actor
    /// who must take it.
    case blocked
    /// No answer is acceptable to all.
    case apart
    /// No longer under negotiation.
    case ended
    /// Some party has no statement that takes a stance.
    case noEvidence
  }

  /// An answer that all parties accept, with what it depends on.
  public struct Meeting: Sendable, Hashable, Codable {
    /// The option's id, the value's key, for overlapping ranges the overlap in words, or of an option
    /// that all refuse *not* and its id.
    public var answer: String
    /// The answer in words.
    public var title: String
    /// The statements that decide each party's position on it, each once.
    public var statements: [Case.Statement.ID]
    /// The date of the newest of ``statements``; nil if all are undated.
    public var newest: EDTFDate?
    /// Those who report that others are for it; empty if all say so themselves.
    public var saidBy: [Case.Actor.ID]
    /// Of an answer said to be agreed: parties that said so themselves, in hedged or doubtful words.
    public var hedgedBy: [Case.Actor.ID] = []
    /// Requirements not met and not accepted.
    public var obstacles: [Obstacle]
    /// Requirements accepted by those who must meet them, and not yet met.
    public var awaited: [Obstacle] = []
    /// Packages and texts, not yet accepted by all, as a part of which parties take the answer.
    public var partOf: [Whole] = []
    /// For an agreed answer: the date from which it has been agreed; nil if not known.
    public var since: EDTFDate?
    /// For an agreed answer: the promise to carry it out, if by some account it was broken.
    public var broken: PreconditionsView.Promise?
    /// Whether it is part of a deadlock or depends on one.
    public var isDeadlocked = false
    /// Threats in force to end it, or to turn against it.
    public var threats: [Threat] = []
  }

  /// A package or a text of which an answer is a part.
  public struct Whole: Sendable, Hashable, Codable {
    /// Its title; of a package that is no text, what it holds.
    public var title: String
    /// The parties that take the answer with it.
    public var parties: [Case.Actor.ID]
    /// The statements by which they do.
    public var statements: [Case.Statement.ID]
  }

  /// A requirement attached to an answer.
  public struct Obstacle: Sendable, Hashable, Codable {
    /// The party that sets it.
    public var holder: Case.Actor.ID
    /// The step required, in words.
    public var requirement: String
    /// Whether the step must come before, or is asked in exchange.
    public var kind: Requirement.Kind
    /// The analyst who inferred the requirement; nil if it was stated.
    public var inferred: Who?
    /// Those who have rejected it; empty if it is merely not accepted.
    public var rejectedBy: [Case.Actor.ID]
    /// The statements that set it and those that reject it.
    public var statements: [Case.Statement.ID]
    /// How far the step required has come.
    public var state: PreconditionsView.StepState = .open
    /// The promise to take the step; nil if there is none.
    public var promise: PreconditionsView.Promise?
    /// Those who must take the step and agree to it only on a condition of their own; nil if there are
    /// none.
    public var tiedBy: [Case.Actor.ID]?
  }

  /// What one party alone could do to bring all together: accept one option, or give one up.
  public struct Move: Sendable, Hashable, Codable {
    /// The party that would have to accept.
    public var party: Case.Actor.ID
    /// The option's id.
    public var answer: String
    /// The option in words.
    public var title: String
    /// Whether the party has spoken against it; false if it has said nothing on it.
    public var isAgainst: Bool
    /// The answer that it accepts now, in words; nil if it accepts none.
    public var instead: String?
    /// Whether the party would have to give the option up, rather than accept it.
    public var givesUp = false
    /// What the others ask for the option, not yet met or accepted.
    public var obstacles: [Obstacle] = []
  }
}
