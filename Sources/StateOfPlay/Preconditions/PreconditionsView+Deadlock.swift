public import CaseModel

extension PreconditionsView {
  /// Conditions that wait on each other in a circle with a *before* in it.
  public struct Deadlock: Sendable, Hashable, Codable {
    public var parties: [Case.Actor.ID]
    public var steps: [StepID]
    /// Every condition within it.
    public var edges: [EdgeID]
    /// A shortest circle; of several the one that rests on the fewest inferences.
    public var cycle: Circle
    /// Where `cycle` rests on an inference or on `sameAs`: a shortest one that rests on neither.
    public var firm: Circle?
    public var openings: Openings
    /// The order in which the steps can be taken once the first opening is given.
    public var order: [Stage]
    /// Standing conditions that hold these steps back besides, from outside the circle.
    public var besides: [EdgeID]
  }

  public struct Circle: Sendable, Hashable, Codable {
    public var edges: [EdgeID]
    public var sentence: String
    public var inferences: [Inference]
    public var sameAs: [SameAs]

    /// Rests neither on an inference nor on `sameAs`.
    public var isFirm: Bool { inferences.isEmpty && sameAs.isEmpty }
  }

  /// A condition that is read into the words, and by whom.
  public struct Inference: Sendable, Hashable, Codable {
    public var edge: EdgeID
    public var by: [Who]
  }

  /// The sets of waivers that open a deadlock: first all smallest, then further minimal ones.
  public struct Openings: Sendable, Hashable, Codable {
    public var sets: [Opening]
    /// How many of `sets`, from the first, are smallest.
    public var smallest: Int
    /// No smaller set exists.
    public var isProven: Bool
    /// Every smallest set is listed.
    public var hasAllSmallest: Bool
    /// Every minimal set is listed; else the search stopped before.
    public var isComplete: Bool
  }

  public struct Opening: Sendable, Hashable, Codable {
    /// The conditions given up.
    public var waivers: [EdgeID]
    /// Who must give them up.
    public var parties: [Case.Actor.ID]
  }

  /// Steps that nothing orders among themselves.
  public struct Stage: Sendable, Hashable, Codable {
    /// Each taken on its own, or several together, in exchange.
    public var bundles: [[StepID]]
  }

  /// Steps given in exchange for each other, with nothing that must come first among them.
  public struct Trade: Sendable, Hashable, Codable {
    public var parties: [Case.Actor.ID]
    public var steps: [StepID]
    public var edges: [EdgeID]
    public var inferences: [Inference]
    public var sameAs: [SameAs]
  }

  /// Each waits for the other's move: no circle, unless the moves wait on each other.
  public struct Standoff: Sendable, Hashable, Codable {
    public var step: StepID
    public var parties: [Case.Actor.ID]
    /// One condition of each holder at least.
    public var edges: [EdgeID]
    public var sentence: String
  }

  /// A step that is waited for and that a party which must take it rejects outright.
  public struct Blocked: Sendable, Hashable, Codable {
    public var step: StepID
    public var rejections: [Rejection]
    /// From a step held back to the one rejected, each as conditions in order; together they hold
    /// every step that waits for it.
    public var chains: [[EdgeID]]
  }

  public struct Rejection: Sendable, Hashable, Codable {
    public var party: Case.Actor.ID
    public var statements: [Case.Statement.ID]
    /// No word of the party's own says so.
    public var asOthersTell: Bool
  }
}
