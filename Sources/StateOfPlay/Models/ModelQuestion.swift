/// What can be asked of a conflict or a scenario, as far as an error may have to name it.
public enum ModelQuestion: String, Sendable, Hashable, Codable, CaseIterable {
  /// Which conflict, or which scenario, of several.
  case conflict, scenario
  /// Which parties a draft takes in.
  case parties
  // Of a conflict.
  case concept, unknownPreferences, state, wantedState, change, samples
  // Of a scenario.
  case package, nextMoves, singleText, comparison, setting, tolerance, division
  // Of a simulation.
  case strategy, discount
}
