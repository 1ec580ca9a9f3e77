/// A conflict in option form: who can change what, and which combinations cannot be.
///
/// Names are given here once; ``compile(limits:checkpoint:)`` turns them into bit positions
/// (Howard 1971; Fang, Hipel & Kilgour 1993, ch. 2).
public struct OptionForm: Sendable, Equatable {
  /// Which way a decision maker can change an option.
  public enum Direction: Sendable, Equatable, CaseIterable {
    case both
    /// From not taken to taken only.
    case forward
    /// From taken to not taken only.
    case back
  }

  /// Something one decision maker, or several each alone, can do or leave.
  public struct Option: Sendable, Equatable {
    /// Its name, by which formulas and weights know it.
    public var name: String
    /// Every decision maker who can change the option; more than one makes it a common option.
    public var owners: [String]
    /// Whether it can be taken, taken back, or both.
    public var direction: Direction

    /// An option and who can change it.
    public init(_ name: String, owners: [String], direction: Direction = .both) {
      self.name = name
      self.owners = owners
      self.direction = direction
    }
  }

  /// A rule that excludes combinations of options.
  public enum Infeasibility: Sendable, Equatable {
    /// Combinations matching a pattern such as `YN-`.
    case pattern(String)
    /// Combinations where a statement holds.
    case formula(String)
    /// At most one of these options can be taken.
    case mutuallyExclusive([String])
    /// One of these options at least must be taken.
    case atLeastOne([String])
  }

  /// A single move that its mover cannot make; the patterns may have dashes and then forbid every
  /// move from a state the first covers to one the second covers.
  public struct ForbiddenMove: Sendable, Equatable {
    /// The decision maker who cannot make the move.
    public var mover: String
    /// The pattern of the states it leads from.
    public var from: String
    /// The pattern of the states it leads to.
    public var to: String

    /// A move that cannot be made.
    public init(mover: String, from: String, to: String) {
      self.mover = mover
      self.from = from
      self.to = to
    }
  }

  /// The decision makers' names.
  public var decisionMakers: [String]
  /// The options; patterns keep their order.
  public var options: [Option]
  /// Which combinations cannot be.
  public var infeasible: [Infeasibility]
  /// If given, only these states exist; those with dashes are coalesced.
  public var states: [String]?
  /// Patterns with dashes whose combinations count as one state.
  public var coalesced: [String]
  /// Single moves that cannot be made.
  public var forbidden: [ForbiddenMove]

  /// A model in option form, to be compiled.
  public init(
    decisionMakers: [String], options: [Option], infeasible: [Infeasibility] = [],
    states: [String]? = nil, coalesced: [String] = [], forbidden: [ForbiddenMove] = []
  ) {
    self.decisionMakers = decisionMakers
    self.options = options
    self.infeasible = infeasible
    self.states = states
    self.coalesced = coalesced
    self.forbidden = forbidden
  }
}
