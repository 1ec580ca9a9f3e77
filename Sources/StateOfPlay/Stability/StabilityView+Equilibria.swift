internal import GraphModel

extension StabilityView {
  /// The share, 0 to 1, of preferences drawn under which a state is an equilibrium; nil if nothing
  /// was drawn or the state's share was not kept.
  public func share(of state: String, _ concept: String) -> Double? {
    guard let robustness, let line = robustness.lines.first(where: { $0.state == state }),
      let share = line.shares.first(where: { $0.concept == concept })
    else { return nil }
    return Double(share.count) / Double(max(1, robustness.samples))
  }
}

extension StabilityView {
  /// What keeps an outcome in place, the firmest first.
  package enum Hold: CaseIterable {
    case nobodyGains, likedAnswers, threats, other
  }

  /// Nil for a state that is no equilibrium.
  package func hold(of state: StateLine) -> Hold? {
    guard !state.equilibrium.isEmpty else { return nil }
    let (nash, gmr, seq) = (label(.nash), label(.gmr), label(.seq))
    // Which it is shows only where the concepts between were decided too.
    guard concepts.contains(nash), concepts.contains(seq) else { return .other }
    if state.equilibrium.contains(nash) { return .nobodyGains }
    if state.equilibrium.contains(seq) { return .likedAnswers }
    return state.equilibrium.contains(gmr) ? .threats : .other
  }

  private func label(_ kind: Concept.Sequential) -> String { Concept.sequential(kind).label }

  /// Whether no equilibrium is missing from `states`.
  package var statesAreAllEquilibria: Bool {
    counts.allSatisfy { count in
      states.count { $0.equilibrium.contains(count.concept) } == count.equilibria
    }
  }
}
