public import CaseModel

extension PreconditionsView {
  /// One party's condition: it will not take ``step`` until ``awaited``.
  public struct Edge: Sendable, Hashable, Codable {
    /// The condition's number, from 1.
    public var id: EdgeID
    /// The party that sets it.
    public var holder: Case.Actor.ID
    /// Whether the awaited step must come before, is asked in exchange, or triggers the step.
    public var kind: Requirement.Kind
    /// The step held back, or for a trigger the step announced.
    public var step: StepID
    /// The step required, or for a trigger the event that sets it off.
    public var awaited: StepID
    /// For a trigger: the party whose stance sets it off; nil if the event itself does.
    public var party: Case.Actor.ID?
    /// For a trigger: the stance that sets it off; nil if the event itself does.
    public var stance: Case.Statement.Stance?
    /// For a trigger: whether it is a threat, an offer or another act.
    public var act: Case.Statement.Act
    /// Whether it is in force, and if not, why.
    public var state: State
    /// Whether it is stated by the party, reported or inferred.
    public var known: Known
    /// The statements that support it, those that decide first.
    public var grounds: [Ground]
    /// How it ended; nil while it is in force.
    public var closing: Closing?
    /// Of one that is fulfilled by a milestone, those who deny that it was reached; nil if no one does.
    public var denied: [MilestoneDenial]?
    /// Whose words support it, the nearest of those that decide.
    public var voice: Voice
    /// For an exchange: those who must give the awaited step; empty if not known.
    public var givers: [Case.Actor.ID]
    /// By when it must be met; nil if no date was given.
    public var due: EDTFDate?
    /// Those who reject the condition as such, with their statements; empty if no one does.
    public var rejections: [Rejection]
    /// How it was met for a time, where what met it was undone before the holder took the step; nil
    /// otherwise.
    public var metBefore: Taken?
    /// The body of the holder that sets it, where several speak for the holder and only one does, or the
    /// person who announces an act of his own or no longer speaks for the holder; nil otherwise.
    public var body: Case.Actor.ID?
    /// Statements that it was dropped, whether or not they take effect.
    public var drops: [Drop]
    /// For a trigger: how it is known that it was set off; nil if it was not.
    public var setOff: Taken?
    /// The day by which something had to come about for a threat not to be carried out, where it has
    /// passed and no one says whether it did; nil otherwise.
    public var dayPassed: EDTFDate?
    /// Whether other conditions together already imply it, so that a drawing may omit it.
    public var isImplied: Bool
    /// For a trigger: the sentence up to its holder, with whom it ends, so that several who announce the
    /// same can be named together; nil otherwise.
    public var announcement: String?
    /// The condition as a sentence without its full stop.
    public var sentence: String
  }

  /// Whether a condition is in force, and if not, why.
  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    case standing
    /// In force; only others report it dropped.
    case droppedAsOthersSay
    /// What it awaited was done or agreed.
    case fulfilled
    /// Its step was taken without it.
    case overtaken
    /// Ended by its holder's own words, or by the last day it was to hold.
    case closed
    /// Only others report it, and its holder's own words on the same step do not ask for it.
    case contradicted
    /// In force, and supposed to be waived.
    case waived
    /// Supported only by statements that are doubted or of credibility 5.
    case doubted
    /// Supported only by statements made perhaps after as-of.
    case possiblyLater

    /// Whether it still holds its step back.
    public var stands: Bool { self == .standing || self == .droppedAsOthersSay }
  }

  /// How a condition is known; most direct first.
  public struct Known: Sendable, Hashable, Codable {
    /// How a condition is known: stated by the party, reported of it, or inferred by an analyst or
    /// author.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      case ownWord, told, inferred
    }

    /// How it is known.
    public var kind: Kind
    /// Those who report or infer it; empty if the party states it.
    public var by: [Who]
  }

  /// A statement that supports a condition.
  public struct Ground: Sendable, Hashable, Codable {
    /// What a statement contributes to a condition.
    public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
      case decides
      /// Ended by its holder later.
      case closed
      /// Undated, where something dated decides.
      case undated
      case doubted, possiblyLater
    }

    /// The statement.
    public var statement: Case.Statement.ID
    /// The coder's one-line summary of it.
    public var gist: String
    /// When it was said; nil if undated.
    public var said: EDTFDate?
    /// Whether it was said by as-of but reported only after.
    public var reportedLater: Bool
    /// How direct it is as evidence of the holder's position.
    public var directness: Directness
    /// Whose words it is, relative to the holder.
    public var voice: Voice
    /// Whether it states, reports or infers the condition.
    public var known: Known
    /// What it contributes to the condition.
    public var role: Role
  }

  /// A statement that a condition was dropped.
  public struct Drop: Sendable, Hashable, Codable {
    /// The effect of such a statement.
    public enum Effect: String, Sendable, Hashable, Codable, CaseIterable {
      /// It ends what its holder had said earlier.
      case drops
      /// It is marked on the condition, which stays in force, as others say it.
      case marks
      /// None: doubted, perhaps after as-of, or not later than what supports the condition.
      case none
    }

    /// The statement.
    public var statement: Case.Statement.ID
    /// Those who say it.
    public var by: [Who]
    /// When it was said; nil if undated.
    public var said: EDTFDate?
    /// The effect it has.
    public var effect: Effect
  }
}

extension PreconditionsView.Edge {
  /// The statements that decide, or all that support it if none decides.
  public var statements: [Case.Statement.ID] {
    let deciding = grounds.filter { $0.role == .decides }
    return (deciding.isEmpty ? grounds : deciding).map(\.statement)
  }
}
