/// What one decision maker's preferences must satisfy for a wanted state to be stable for it.
///
/// Whether s is Nash, GMR, SMR, SEQ or SSEQ stable for i depends, as far as i's own preferences go,
/// only on which states rank at or below s. (Under SEQ and SSEQ the replies follow the others'
/// preferences, which stay as they are.) The condition is monotone in that set, so it is given by
/// its minimal sets.
public struct Requirement: Sendable {
  /// The decision maker, by position.
  public let decisionMaker: Int
  /// The state that is to hold.
  public let state: Conflict.State
  /// The concept by which it is to hold.
  public let concept: Concept.Sequential
  /// Whether the given preferences satisfy it already.
  public let isMet: Bool
  /// The minimal sets of states of which one must rank at or below the wanted state, by size and
  /// then by state; one empty set where nothing is required.
  public let minimalSets: [[Conflict.State]]
  /// False when there are more minimal sets than were asked for; those listed are still sufficient.
  public let isComplete: Bool
  /// The fewest states that must fall to or below the wanted state while all others stay; empty
  /// when met. The fewest of those listed when ``isComplete`` is false.
  public let fewestToLower: [Conflict.State]
  /// The least the wanted state must rise; nil when met. It changes the fewest pairs of states.
  public let raise: Raise?
  /// How many strict rankings satisfy it; nil where too many states matter to count.
  public let count: Count?

  /// Moving the wanted state up until it ties with others.
  public struct Raise: Sendable, Equatable {
    /// The states it must rise to.
    public let level: [Conflict.State]
    /// The other states at or above its old place and at or below its new one: the pairs whose
    /// order changes. No change of the ranking that makes the state stable alters fewer pairs.
    public let pairs: Int
  }

  /// An exact share of all strict rankings of the states.
  public struct Count: Sendable, Equatable {
    /// The orders of the states that matter under which it is satisfied.
    public let favourable: UInt64
    /// (k + 1)! for the k other states that matter.
    public let total: UInt64
    /// The number of all rankings that satisfy it, where all rankings of the model fit a word.
    public let rankings: UInt64?
  }
}
