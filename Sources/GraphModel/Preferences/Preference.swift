/// How a decision maker orders the states, as an analyst gives it.
public enum Preference: Sendable, Equatable {
  /// Statements, the most important first (option prioritising; Peng, Hipel & Fang 1997).
  ///
  /// A state in which an earlier statement holds ranks above every state in which it does not, no
  /// matter how many later ones the other satisfies. Any number of statements is allowed; states
  /// alike in all of them are equally preferred. The syntax is ``Formula/init(_:options:)``'s.
  case prioritising([String])
  /// A weight for each option taken; the state with the larger sum is preferred.
  case weights([Weight])
  /// All states in tiers, the best first; states of one tier are equally preferred.
  case ranking([Tier])
  /// Comparisons of two states; a pair no one compares stays unknown, even where other comparisons
  /// would imply it.
  case pairwise([Comparison])

  /// What taking an option is worth; what is not listed is worth nothing.
  public struct Weight: Sendable, Equatable {
    /// The option.
    public var option: String
    /// What it weighs where it is taken.
    public var taken: Int
    /// What it weighs where it is not.
    public var notTaken: Int

    /// The weight of an option taken, and not taken.
    public init(_ option: String, taken: Int, notTaken: Int = 0) {
      self.option = option
      self.taken = taken
      self.notTaken = notTaken
    }
  }

  /// States equally preferred; a pattern with dashes stands for every feasible state it covers.
  public struct Tier: Sendable, Equatable {
    /// The states of one rank, each as a pattern or a name.
    public var states: [String]
    /// Whether these are greatly preferred to those of the next tier and of all later ones.
    public var greatly: Bool

    /// States of one rank, perhaps greatly preferred to the next.
    public init(_ states: [String], greatly: Bool = false) {
      self.states = states
      self.greatly = greatly
    }
  }

  /// How the first state compares with the second. Where patterns have dashes, every state the first
  /// covers compares so with every state the second covers.
  public struct Comparison: Sendable, Equatable {
    /// How the first state compares with the second.
    public enum Relation: Sendable, Equatable, CaseIterable {
      case preferred
      case greatlyPreferred
      case equal
    }

    /// The first state, as a pattern or a name.
    public var first: String
    /// How it compares with the second.
    public var relation: Relation
    /// The second state, as a pattern or a name.
    public var second: String

    /// A comparison of two states.
    public init(_ first: String, _ relation: Relation, _ second: String) {
      self.first = first
      self.relation = relation
      self.second = second
    }
  }

  /// A strict ranking from the best state to the worst.
  public static func strict(_ states: [String]) -> Preference {
    .ranking(states.map { Tier([$0]) })
  }
}
