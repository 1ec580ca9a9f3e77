/// What the ties of a one-mode network are divided by. For two members, a and b are the weights of
/// all that each says, x and y their weights by concept and level.
public enum Normalisation: String, Sendable, Hashable, CaseIterable, Codable {
  /// 1.
  case none
  /// The mean of a and b.
  case average
  /// What only one of the two says, plus the products of what both say: as published for discourse
  /// networks. Above 1 is possible where a position is repeated.
  case jaccard
  /// a · b: published for discourse networks as cosine, though it is not the cosine of the angle.
  case cosine
  /// The product of the lengths of x and y: the cosine of the angle between the two, for
  /// congruence of agreement.
  case angle
}

/// What a tie of a one-mode network weighs.
public enum Measure: String, Sendable, Hashable, CaseIterable, Codable {
  /// What both speak of, whatever they say.
  case ignore
  /// How far they say the same.
  case congruence
  /// How far they say different things.
  case conflict
  /// Congruence minus conflict. Ties of 0 remain ties.
  case subtract
}
