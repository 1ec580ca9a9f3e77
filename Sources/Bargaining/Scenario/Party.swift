extension Scenario {
  /// One side: what it wants, the least it takes, and what it rules out.
  public struct Party: Sendable, Hashable {
    /// What people call it.
    public var name: String
    /// What packages are worth to it.
    public var utility: Utility
    /// The worst value still acceptable, on the scale of `utility`.
    public var reservation: Quantity
    /// What it rules out, whatever else a package holds.
    public var redLines: [RedLine]
    /// Comparisons that hold whatever the uncertain numbers are.
    public var orderings: [Ordering]

    /// A party with its utility, reservation value and red lines.
    public init(
      name: String, utility: Utility, reservation: Quantity = 0, redLines: [RedLine] = [],
      orderings: [Ordering] = []
    ) {
      self.name = name
      self.utility = utility
      self.reservation = reservation
      self.redLines = redLines
      self.orderings = orderings
    }
  }

  /// What a party rules out: every package for which the formula is true. Never traded.
  public struct RedLine: Sendable, Hashable {
    /// What people call it.
    public var name: String
    /// The packages it rules out.
    public var ruledOut: Formula

    /// A red line that rules out the packages in which the formula holds.
    public init(name: String, ruledOut: Formula) {
      self.name = name
      self.ruledOut = ruledOut
    }
  }

  /// Options that depend on each other, regardless of who gains by it.
  public enum Link: Sendable, Hashable {
    /// No package holds both.
    case excludes(Choice, Choice)
    /// A package that holds the first holds the second.
    case requires(Choice, Choice)

    /// The packages the link rules out.
    public var ruledOut: Formula {
      switch self {
      case .excludes(let first, let second): .all([.choice(first), .choice(second)])
      case .requires(let first, let second): .all([.choice(first), .not(.choice(second))])
      }
    }
  }

  /// “This matters at least as much as that.”
  public enum Ordering: Sendable, Hashable {
    /// The weight of the first issue is at least that of the second.
    case weight(of: Int, atLeast: Int)
    /// The value of the first option is at least that of the second.
    case value(of: Choice, atLeast: Choice)
  }
}
