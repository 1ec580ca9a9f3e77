public import CaseModel

/// Which steps depend on which: "ACTOR will not take STEP until STEP", and where that goes in a circle.
public struct PreconditionsView: Sendable, Hashable, Codable {
  public var rule: String
  /// Every step that a condition names, in order of first mention.
  public var steps: [StepLine]
  public var edges: [Edge]
  public var deadlocks: [Deadlock]
  /// Circles of exchanges alone: what is to be given together.
  public var trades: [Trade]
  public var blocked: [Blocked]
  /// Steps on which several wait for what another of them must do.
  public var standoffs: [Standoff]
  /// Said to be dropped, where no such condition is on record.
  public var unsupported: [Unsupported]
  /// Statements that require something of no step.
  public var withoutStep: [Case.Statement.ID]

  /// As `issue/ceasefire/truce`, `milestone/results`, `meeting/summit`, `commitment/exchange`.
  public typealias StepID = String
  /// The place of an edge in the whole list, from 1; a lens that hides rows does not renumber.
  public typealias EdgeID = Int

  /// An issue settled on an answer, a milestone reached, a meeting held, a commitment fulfilled.
  public struct StepLine: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      case settled, reached, held, fulfilled, signed
    }

    public var id: StepID
    public var kind: Kind
    public var title: String
    public var issue: Case.Issue.ID?
    public var state: StepState
    /// That it came about or is agreed, where it is.
    public var taken: Taken?
    /// Who has promised it, while it is not done.
    public var promise: Promise?
    /// Those who must take it, where the record names them.
    public var takers: [Case.Actor.ID]
  }

  /// How far a step has come.
  public enum StepState: String, Sendable, Hashable, Codable, CaseIterable {
    case open
    /// Undertaken by one who must take it, and not yet done.
    case promised
    /// Promised for a day that has passed.
    case overdue
    /// All whom it concerns are for it in their own words and ask nothing more.
    case agreed
    /// Reached, held, signed or carried out.
    case done
    /// Rejected by one who must take it, or waiting for what never comes.
    case blocked
    /// Its issue is no longer under negotiation.
    case ended
  }

  /// A promise to take a step.
  public struct Promise: Sendable, Hashable, Codable {
    public var commitment: Case.Commitment.ID
    public var what: String
    public var by: [Case.Actor.ID]
    public var due: EDTFDate?
    public var isOverdue: Bool
    /// Some account says that it failed.
    public var isBroken: Bool
    public var accounts: [CommitmentAccount]
    public var evidence: [Case.Statement.ID]
  }

  /// How it is known that a step was taken.
  public struct Taken: Sendable, Hashable, Codable {
    public var date: EDTFDate?
    public var words: String
    public var evidence: [Case.Statement.ID]
    public var basis: Who?
    /// Another wording was reached, held to be the same by those named.
    public var through: [SameAs]
  }

  /// That two milestones are one, and who says so.
  public struct SameAs: Sendable, Hashable, Codable {
    public var milestone: Case.Milestone.ID
    public var other: Case.Milestone.ID
    public var by: [Who]
    public var evidence: [Case.Statement.ID]
  }

  /// One party's condition: it will not take `step` until `awaited`.
  public struct Edge: Sendable, Hashable, Codable {
    public var id: EdgeID
    public var holder: Case.Actor.ID
    public var kind: Requirement.Kind
    public var step: StepID
    public var awaited: StepID
    /// For a trigger: whose stance sets it off, and which.
    public var party: Case.Actor.ID?
    public var stance: Case.Statement.Stance?
    /// What the statement does that bears a trigger: a threat, an offer.
    public var act: Case.Statement.Act
    public var state: State
    public var known: Known
    /// The statements behind it; those that decide first.
    public var grounds: [Ground]
    /// Why it no longer stands, where it does not.
    public var closing: Closing?
    /// Whose words bear it.
    public var voice: Voice
    /// Of an exchange: who gives the step awaited, where that is known.
    public var givers: [Case.Actor.ID]
    /// By when it must be met.
    public var due: EDTFDate?
    /// Who says that it was dropped.
    public var drops: [Drop]
    /// For a trigger: that what sets it off has come about.
    public var setOff: Taken?
    /// Other conditions together already say so; a picture may leave it out.
    public var isImplied: Bool
    public var sentence: String
  }

  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    case standing
    /// Only others say that it was dropped: it stands.
    case droppedAsOthersSay
    /// What it awaits was done or agreed.
    case fulfilled
    /// Its step was taken without it.
    case overtaken
    /// Ended by its holder's own words, or by the day it was to last until.
    case closed
    /// Only others report it, and its holder's own words on the very step do not ask for it.
    case contradicted
    /// It stands, and was supposed to be given up.
    case waived
    /// What bears it is doubted, or of credibility 5.
    case doubted
    /// What bears it may have been said after as-of.
    case perhapsLater

    /// Still holds its step back.
    public var stands: Bool { self == .standing || self == .droppedAsOthersSay }
  }

  /// How a condition is known; nearest first.
  public struct Known: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      case ownWord, told, inferred
    }

    public var kind: Kind
    /// Who tells or infers it; empty for the party's own word.
    public var by: [Who]
  }

  /// A statement behind an edge.
  public struct Ground: Sendable, Hashable, Codable {
    public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
      case decides
      /// Its holder ended the condition later.
      case closed
      /// Undated, where something dated speaks.
      case undated
      case doubted, perhapsLater
    }

    public var statement: Case.Statement.ID
    public var gist: String
    public var said: EDTFDate?
    public var toldLater: Bool
    public var directness: Directness
    public var voice: Voice
    public var known: Known
    public var role: Role
  }

  /// Someone says that a condition was dropped.
  public struct Drop: Sendable, Hashable, Codable {
    public enum Effect: String, Sendable, Hashable, Codable, CaseIterable {
      /// The holder's own, later than what bears the condition.
      case drops
      /// Others say so.
      case marks
      /// Doubted, perhaps later than as-of, or not later than what bears the condition.
      case none
    }

    public var statement: Case.Statement.ID
    public var by: [Who]
    public var said: EDTFDate?
    public var effect: Effect
  }

  /// A condition said to be dropped that no one is on record as having set.
  public struct Unsupported: Sendable, Hashable, Codable {
    public var statement: Case.Statement.ID
    public var by: [Who]
    public var holder: Case.Actor.ID
    public var step: StepID
    public var awaited: StepID
    public var sentence: String
  }
}

extension PreconditionsView {
  /// How far the search for what opens a deadlock goes.
  public struct Limits: Sendable, Hashable {
    /// Up to this many conditions in a deadlock all smallest sets are found exactly.
    public var exactWaivers = 40
    /// Sets listed in all, unless the smallest alone are more.
    public var sets = 200
    /// Of the smallest sets no more than this are listed.
    public var smallestSets = 10_000
    /// Links looked at in bounded searches, over all deadlocks together: a measure of time that is
    /// the same on every machine.
    public var work = 2_000_000

    public init() {}
  }

  public func edge(_ id: EdgeID) -> Edge? {
    if edges.indices.contains(id - 1), edges[id - 1].id == id { return edges[id - 1] }
    return edges.first { $0.id == id }
  }

  public func step(_ id: StepID) -> StepLine? { steps.first { $0.id == id } }
}

extension PreconditionsView.Edge {
  /// The statements that decide, else all there are.
  public var statements: [Case.Statement.ID] {
    let deciding = grounds.filter { $0.role == .decides }
    return (deciding.isEmpty ? grounds : deciding).map(\.statement)
  }
}
