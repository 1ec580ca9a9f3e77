public import CaseModel

/// Which steps depend on which, from the conditions parties set, and where those conditions form a
/// circle.
///
/// A condition reads "ACTOR will not take STEP until STEP".
public struct PreconditionsView: Sendable, Hashable, Codable {
  /// The derivation rule in plain English, for display with the graph; the same for every case.
  public var rule: String
  /// Every step that a condition names, in order of first mention.
  public var steps: [StepLine]
  /// The conditions on record, in force or not, numbered from 1; see ``Edge/id``.
  public var edges: [Edge]
  /// Circles of conditions in force with at least one that must come before.
  public var deadlocks: [Deadlock]
  /// Circles of exchanges only: steps to be taken together.
  public var trades: [Trade]
  /// Steps that are awaited and that an actor who must take them rejects.
  public var blocked: [Blocked]
  /// Steps on which several parties each wait for a move by another of them.
  public var standoffs: [Standoff]
  /// Conditions reported as dropped that are not on record.
  public var unsupported: [Unsupported]
  /// Statements with a requirement that is tied to no step; excluded from the graph.
  public var withoutStep: [Case.Statement.ID]

  /// A step as `issue/ceasefire/truce`, `milestone/results`, `meeting/summit`,
  /// `commitment/exchange`.
  public typealias StepID = String
  /// The position of a condition in the full list, from 1; a lens that hides rows does not
  /// renumber.
  public typealias EdgeID = Int

  /// A step: an issue settled on an answer, a milestone reached, a meeting held, a commitment
  /// carried out or a text signed.
  public struct StepLine: Sendable, Hashable, Codable {
    /// What taking the step means.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      case settled, reached, held, fulfilled, signed, accepted
    }

    /// The step's id.
    public var id: StepID
    /// What taking the step means.
    public var kind: Kind
    /// The step in words.
    public var title: String
    /// The issue that the step settles; nil for steps of other kinds.
    public var issue: Case.Issue.ID?
    /// How far the step has come.
    public var state: StepState
    /// How it is known that the step was done or agreed; nil if it was neither.
    public var taken: Taken?
    /// The promise to take it; nil if there is none or once it is kept.
    public var promise: Promise?
    /// The actors who must take it; empty if the record names none.
    public var takers: [Case.Actor.ID]
  }

  /// How far a step has come.
  public enum StepState: String, Sendable, Hashable, Codable, CaseIterable {
    case open
    /// Promised by an actor who must take it, and not yet done.
    case promised
    /// Promised for a day that is past.
    case overdue
    /// All whom it concerns are for it in their own words, with no requirement in force.
    case agreed
    /// Reached, held, signed or carried out.
    case done
    /// Rejected by an actor who must take it, or dependent on a step that cannot come about as
    /// things are.
    case blocked
    /// Its issue is no longer under negotiation.
    case ended
  }

  /// A promise to take a step that is not yet kept.
  public struct Promise: Sendable, Hashable, Codable {
    /// The commitment.
    public var commitment: Case.Commitment.ID
    /// What was promised, as the record words it.
    public var what: String
    /// Those who promised it, as the parties for which they act.
    public var by: [Case.Actor.ID]
    /// By when, of several due dates the next or the one that was missed; nil if no date is known.
    public var due: EDTFDate?
    /// Of several due dates, how much falls due on ``due``, with its unit; nil if that is not given.
    public var share: String?
    /// Of several due dates, the last, where ``due`` is an earlier one; nil if they have no end.
    public var last: EDTFDate?
    /// Whether ``due`` is past.
    public var isOverdue: Bool
    /// Whether the newest account reports it breached or missed.
    public var isBroken: Bool
    /// The newest account of each actor of how far it is carried out.
    public var accounts: [CommitmentAccount]
    /// The statements that support the promise.
    public var evidence: [Case.Statement.ID]
  }

  /// How it is known that a step was done or agreed.
  public struct Taken: Sendable, Hashable, Codable {
    /// When it was; nil if not known.
    public var date: EDTFDate?
    /// What happened, in words.
    public var words: String
    /// The statements that show it.
    public var evidence: [Case.Statement.ID]
    /// The analyst on whose judgement it rests where no source supports it; nil otherwise.
    public var basis: Who?
    /// The links by which another milestone that was reached counts as this one; empty if it was
    /// reached itself.
    public var through: [SameAs]
  }

  /// That two milestones are the same, and on whose authority.
  public struct SameAs: Sendable, Hashable, Codable {
    /// One milestone.
    public var milestone: Case.Milestone.ID
    /// The other milestone.
    public var other: Case.Milestone.ID
    /// Those who say or judge that they are the same.
    public var by: [Who]
    /// The statements that say so; empty if it is an analyst's judgement.
    public var evidence: [Case.Statement.ID]
  }

  /// A condition reported as dropped that no one is on record as having set.
  public struct Unsupported: Sendable, Hashable, Codable {
    /// The statement that reports it.
    public var statement: Case.Statement.ID
    /// Those who report it.
    public var by: [Who]
    /// The party said to have held it.
    public var holder: Case.Actor.ID
    /// The step it is said to have held back.
    public var step: StepID
    /// The step it is said to have required.
    public var awaited: StepID
    /// The condition as a sentence without its full stop.
    public var sentence: String
  }
}

extension PreconditionsView {
  /// Bounds on the search for the waivers that open a deadlock.
  public struct Limits: Sendable, Hashable {
    /// The largest number of conditions in a deadlock for which all smallest sets are searched
    /// exactly.
    public var exactWaivers = 40
    /// The number of sets listed for one deadlock, unless the smallest alone are more.
    public var sets = 200
    /// The number of smallest sets listed for one deadlock.
    public var smallestSets = 10_000
    /// The number of links examined in bounded searches, over all deadlocks together. It bounds
    /// time, equally on every machine.
    public var work = 2_000_000

    /// Creates the standard bounds.
    public init() {}
  }

  /// The condition with a number; nil if the view has none.
  /// - Complexity: O(1) if no rows are hidden, else O(conditions).
  public func edge(_ id: EdgeID) -> Edge? {
    if edges.indices.contains(id - 1), edges[id - 1].id == id { return edges[id - 1] }
    return edges.first { $0.id == id }
  }

  /// The step with an id; nil if the view has none.
  /// - Complexity: O(steps).
  public func step(_ id: StepID) -> StepLine? { steps.first { $0.id == id } }
}
