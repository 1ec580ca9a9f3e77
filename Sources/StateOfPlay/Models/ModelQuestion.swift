/// The parts of a question about a conflict or scenario, so far as an error may have to name one.
public enum ModelQuestion: String, Sendable, Hashable, Codable, CaseIterable {
  /// Which conflict, or which scenario, if there are several.
  case conflict, scenario
  /// The parties that a draft includes.
  case parties
  // Of a conflict.
  case concept, unknownPreferences, state, wantedState, change, samples
  // Of a scenario.
  case package, nextMoves, singleText, comparison, setting, tolerance, division
  // Of a simulation.
  case strategy, discount
}
