public import CaseModel

extension PreconditionsView {
  /// Conditions that wait for each other in a circle, at least one of them a *before*.
  ///
  /// A strongly connected part of the graph of conditions in force.
  public struct Deadlock: Sendable, Hashable, Codable {
    /// The parties that hold the conditions, each once.
    public var parties: [Case.Actor.ID]
    /// The steps that lie on a circle.
    public var steps: [StepID]
    /// Every condition within it.
    public var edges: [EdgeID]
    /// A shortest circle; of several, one that depends on the fewest inferences.
    public var cycle: Circle
    /// A shortest circle without inferences or `sameAs`; nil if ``cycle`` has neither, and if there
    /// is no such circle.
    public var firm: Circle?
    /// The sets of waivers that would open it.
    public var openings: Openings
    /// The order in which the steps can be taken once the first opening is given.
    public var order: [Stage]
    /// Conditions in force that hold these steps back from outside the circle.
    public var externalConditions: [EdgeID]
  }

  /// Conditions each of which waits for the next, and the last for the first.
  public struct Circle: Sendable, Hashable, Codable {
    /// The conditions in order, starting with the lowest number.
    public var edges: [EdgeID]
    /// The circle as one sentence.
    public var sentence: String
    /// The conditions in it that are inferred.
    public var inferences: [Inference]
    /// The identities of milestones on which it depends.
    public var sameAs: [SameAs]

    /// Whether it depends on no inference and no `sameAs`.
    public var isFirm: Bool { inferences.isEmpty && sameAs.isEmpty }
  }

  /// A condition that was inferred, and by whom.
  public struct Inference: Sendable, Hashable, Codable {
    /// The condition.
    public var edge: EdgeID
    /// Those who infer it.
    public var by: [Who]
  }

  /// The sets of waivers that open a deadlock: first all smallest, then further minimal ones.
  public struct Openings: Sendable, Hashable, Codable {
    /// The sets; no set contains another. Ordered by size, then by number of parties.
    public var sets: [Opening]
    /// The number of sets, from the first, that are of the smallest size.
    public var smallest: Int
    /// Whether it is proven that no smaller set exists.
    public var isProven: Bool
    /// Whether every smallest set is listed.
    public var hasAllSmallest: Bool
    /// Whether every minimal set is listed; false if the search reached its limits.
    public var isComplete: Bool
  }

  /// Waivers that together open a deadlock.
  public struct Opening: Sendable, Hashable, Codable {
    /// The conditions waived.
    public var waivers: [EdgeID]
    /// The parties that must waive them.
    public var parties: [Case.Actor.ID]
  }

  /// Steps that can be taken at the same stage, since none waits for another of them.
  public struct Stage: Sendable, Hashable, Codable {
    /// The steps, in bundles: of one step each, or of several to be taken together in exchange.
    public var bundles: [[StepID]]
  }

  /// Steps to be given in exchange for each other, none of which must come first.
  public struct Trade: Sendable, Hashable, Codable {
    /// The parties that hold the conditions.
    public var parties: [Case.Actor.ID]
    /// The steps to be exchanged.
    public var steps: [StepID]
    /// The conditions that tie them.
    public var edges: [EdgeID]
    /// The conditions among them that are inferred.
    public var inferences: [Inference]
    /// The identities of milestones on which it depends.
    public var sameAs: [SameAs]
  }

  /// Parties each of which waits for another's move on one step. It is no circle unless the moves
  /// wait for each other.
  public struct Standoff: Sendable, Hashable, Codable {
    /// The step on which they wait.
    public var step: StepID
    /// The parties.
    public var parties: [Case.Actor.ID]
    /// The conditions, at least one held by each party.
    public var edges: [EdgeID]
    /// The stand-off as one sentence.
    public var sentence: String
  }

  /// A step that is awaited and that an actor who must take it rejects, or that has failed.
  public struct Blocked: Sendable, Hashable, Codable {
    /// The step.
    public var step: StepID
    /// The rejections; empty only if the step failed.
    public var rejections: [Rejection]
    /// How it is known that the step failed, as a vote that was lost; nil if it did not.
    public var failure: Taken?
    /// Chains of conditions that end in the step, each from a step held back. Together they include
    /// every step that waits for it.
    public var chains: [[EdgeID]]
  }

  /// One actor's rejection of a step it must take.
  public struct Rejection: Sendable, Hashable, Codable {
    /// The actor.
    public var party: Case.Actor.ID
    /// The statements that reject it, or that rule it out as beyond a limit.
    public var statements: [Case.Statement.ID]
    /// Whether only others report the rejection.
    public var reportedByOthersOnly: Bool
  }
}
