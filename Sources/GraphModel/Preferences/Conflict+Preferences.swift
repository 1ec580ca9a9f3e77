public import Foundations

extension Conflict {
  /// Compiles one preference per decision maker, in their order.
  ///
  /// - Throws: ``ConflictError`` naming the decision maker whose preference is at fault; whatever
  ///   `checkpoint` throws.
  public func profile(
    _ preferences: [Preference], checkpoint: Checkpoint = Checkpoint()
  ) throws -> PreferenceProfile {
    guard preferences.count == decisionMakers.count else {
      throw ConflictError.preferenceCount(
        given: preferences.count, decisionMakers: decisionMakers.count)
    }
    return PreferenceProfile(
      orders: try preferences.enumerated().map { maker, preference in
        try checkpoint.report(maker, of: preferences.count)
        return try order(
          preference, place: "preferences of \(decisionMakers[maker])", checkpoint: checkpoint)
      })
  }

  package func order(
    _ preference: Preference, place: String, checkpoint: Checkpoint = Checkpoint()
  ) throws -> PreferenceProfile.Order {
    switch preference {
    case .prioritising(let texts):
      let statements = try statements(texts, place: place)
      return .ranks(
        try Prioritising(conflict: self, statements: statements, place: place)
          .ranking(checkpoint: checkpoint))
    case .weights(let weights):
      guard !options.isEmpty else { throw ConflictError.needsOptionForm(place: place) }
      return .ranks(
        try Weighting(conflict: self, weights: weights, place: place).ranking(checkpoint))
    case .ranking(let tiers):
      return .ranks(
        try DirectRanking(conflict: self, tiers: tiers, place: place).ranking(checkpoint))
    case .pairwise(let comparisons):
      var table = try PairwisePreference(
        conflict: self, comparisons: comparisons, place: place
      ).table(checkpoint)
      table.rank(slots: feasibleSlots.members, of: slots)
      // Comparisons that settle every pair are a ranking, but for strength that no tiers could say.
      if let ranking = table.ranking, !table.hasStrength { return .ranks(ranking) }
      return .pairs(table)
    }
  }

  /// Reads statements about this model's options.
  package func statements(_ texts: [String], place: String) throws -> [Formula] {
    guard !options.isEmpty else { throw ConflictError.needsOptionForm(place: place) }
    let names = options.map(\.name)
    return try texts.enumerated().map { index, text in
      do {
        return try Formula(text, options: names)
      } catch let error as Formula.SyntaxError {
        throw ConflictError.syntax(place: "\(place), statement \(index + 1)", error: error)
      }
    }
  }
}
