extension Scenario {
  /// What a package is worth to a party: a base, and interaction terms on top of it.
  public struct Utility: Sendable, Hashable {
    /// How the issues add up.
    public var base: Base
    /// What two options are worth together beyond that.
    public var interactions: [Interaction]

    /// A utility of a base and interactions.
    public init(_ base: Base, interactions: [Interaction] = []) {
      self.base = base
      self.interactions = interactions
    }

    /// The form of a utility.
    public enum Base: Sendable, Hashable {
      case additive(Additive)
      case meanOfIncluded(MeanOfIncluded)
      case table(Table)
    }

    /// Σ weight(issue) × value(option).
    public static func additive(_ additive: Additive) -> Utility { Utility(.additive(additive)) }

    /// The mean of the scores of what a package includes.
    public static func meanOfIncluded(_ mean: MeanOfIncluded) -> Utility {
      Utility(.meanOfIncluded(mean))
    }

    /// A value for each package.
    public static func table(_ table: Table) -> Utility { Utility(.table(table)) }
  }
}

extension Scenario.Utility {
  /// An amount added when a package holds both options.
  public struct Interaction: Sendable, Hashable {
    /// One of the two choices.
    public var first: Scenario.Choice
    /// The other choice.
    public var second: Scenario.Choice
    /// What both together add.
    public var amount: ExactDecimal

    /// What two choices add where a package has both.
    public init(_ first: Scenario.Choice, _ second: Scenario.Choice, adds amount: ExactDecimal) {
      self.first = first
      self.second = second
      self.amount = amount
    }
  }

  /// A weighted sum of one value for each issue.
  public struct Additive: Sendable, Hashable {
    /// One per issue, none negative, not all zero. They need not sum to one.
    public var weights: [Quantity]
    /// One per issue.
    public var valuations: [Valuation]
    /// How values are brought to one scale.
    public var normalisation: Normalisation

    /// Weights and values for each issue, by position.
    public init(
      weights: [Quantity], valuations: [Valuation], normalisation: Normalisation = .raw
    ) {
      self.weights = weights
      self.valuations = valuations
      self.normalisation = normalisation
    }

    /// Certain numbers, option by option.
    public init(
      weights: [ExactDecimal], values: [[ExactDecimal]], normalisation: Normalisation = .raw
    ) {
      self.weights = weights.map { Quantity($0) }
      valuations = values.map { .perOption($0.map { Quantity($0) }) }
      self.normalisation = normalisation
    }

    /// How the values of an issue are brought to one scale.
    public enum Normalisation: Sendable, Hashable {
      /// Values are taken as they stand.
      case raw
      /// A value given option by option is divided by the largest nominal value of its issue, as
      /// GENIUS does with discrete issues; an issue without a positive value is left as it is.
      case byLargest
    }
  }

  /// What the options of one issue are worth.
  public enum Valuation: Sendable, Hashable {
    case perOption([Quantity])
    /// `slope × (x − origin) + offset` of the number x an option stands for; clamped to 0…1 or not.
    case linear(
      slope: ExactDecimal, offset: ExactDecimal, origin: ExactDecimal, clamped: Bool)
    /// Straight between the points, which increase in `at`; level outside them.
    case points([Point])

    /// A point that a piecewise linear value goes through.
    public struct Point: Sendable, Hashable {
      /// The number chosen.
      public var at: ExactDecimal
      /// What it is worth.
      public var value: ExactDecimal

      /// A point that a piecewise linear value goes through.
      public init(at: ExactDecimal, value: ExactDecimal) {
        self.at = at
        self.value = value
      }
    }
  }

  /// The plain mean of the scores of what a package includes. A package that includes nothing has
  /// no mean and is not feasible.
  public struct MeanOfIncluded: Sendable, Hashable {
    /// Per issue and option; `nil` where the option leaves the article out. All parties that score
    /// by the mean leave out the same options.
    public var scores: [[Quantity?]]

    /// Scores by issue and option; nil for an option that leaves its issue out.
    public init(scores: [[Quantity?]]) { self.scores = scores }
  }

  /// A value per package.
  public struct Table: Sendable, Hashable {
    /// The packages listed and what they are worth.
    public var values: [Scenario.Package: ExactDecimal]
    /// The value of every package not listed; without it all must be listed.
    public var otherwise: ExactDecimal?

    /// A table, and what packages not listed are worth.
    public init(values: [Scenario.Package: ExactDecimal], otherwise: ExactDecimal? = nil) {
      self.values = values
      self.otherwise = otherwise
    }
  }
}
