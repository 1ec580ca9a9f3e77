extension Scenario {
  /// What a package is worth to a party: a base, and interaction terms on top of it.
  public struct Utility: Sendable, Hashable {
    public var base: Base
    public var interactions: [Interaction]

    public init(_ base: Base, interactions: [Interaction] = []) {
      self.base = base
      self.interactions = interactions
    }

    public enum Base: Sendable, Hashable {
      case additive(Additive)
      case meanOfIncluded(MeanOfIncluded)
      case table(Table)
    }

    /// Σ weight(issue) × value(option).
    public static func additive(_ additive: Additive) -> Utility { Utility(.additive(additive)) }

    public static func meanOfIncluded(_ mean: MeanOfIncluded) -> Utility {
      Utility(.meanOfIncluded(mean))
    }

    public static func table(_ table: Table) -> Utility { Utility(.table(table)) }
  }
}

extension Scenario.Utility {
  /// An amount added when a package holds both options.
  public struct Interaction: Sendable, Hashable {
    public var first: Scenario.Choice
    public var second: Scenario.Choice
    public var amount: ExactDecimal

    public init(_ first: Scenario.Choice, _ second: Scenario.Choice, adds amount: ExactDecimal) {
      self.first = first
      self.second = second
      self.amount = amount
    }
  }

  public struct Additive: Sendable, Hashable {
    /// One per issue, none negative, not all zero. They need not sum to one.
    public var weights: [Quantity]
    /// One per issue.
    public var valuations: [Valuation]
    public var normalisation: Normalisation

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

    public struct Point: Sendable, Hashable {
      public var at: ExactDecimal
      public var value: ExactDecimal

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

    public init(scores: [[Quantity?]]) { self.scores = scores }
  }

  /// A value per package.
  public struct Table: Sendable, Hashable {
    public var values: [Scenario.Package: ExactDecimal]
    /// The value of every package not listed; without it all must be listed.
    public var otherwise: ExactDecimal?

    public init(values: [Scenario.Package: ExactDecimal], otherwise: ExactDecimal? = nil) {
      self.values = values
      self.otherwise = otherwise
    }
  }
}
