/// One actor's stance on one concept, as coded from a document.
public struct CodedStatement: Sendable, Hashable {
  /// Who said it; not empty.
  public var actor: String
  /// What it is about; not empty.
  public var concept: String
  /// How the actor stands on it.
  public var stance: Stance
  /// When it was said, in days since 1 January 1970; nil where that is not known.
  public var day: Int?
  /// The document it comes from, by any name; equal names are one document.
  public var document: String
  /// How much it counts, above 0; usually 1.
  public var weight: Double

  /// A statement, which counts once unless `weight` says otherwise.
  public init(
    actor: String, concept: String, stance: Stance, day: Int?, document: String = "",
    weight: Double = 1
  ) {
    self.actor = actor
    self.concept = concept
    self.stance = stance
    self.day = day
    self.document = document
    self.weight = weight
  }
}

/// How an actor stands on a concept. All statements of a table use the same kind.
public enum Stance: Sendable, Hashable {
  /// Agreement or disagreement.
  case agreement(Bool)
  /// A level of a scale, as −5 for strongly against and 5 for strongly for.
  case level(Int)
  /// One of several positions without an order.
  case category(String)
}

/// The kind of stance that the statements of a table use.
public enum StanceKind: Sendable, Hashable {
  /// Agreement or disagreement: levels 1 and 0.
  case agreement
  /// Levels of a scale.
  case level
  /// Categories without an order: their place in the order of their names.
  case category
}
