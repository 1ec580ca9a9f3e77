public import Foundations

extension Analysis {
  /// How firmly a stable state holds for a decision maker.
  public enum Strength: Sendable, Equatable {
    case unstable
    /// Stable, but some improvement meets no greatly less preferred sanction.
    case weak
    /// Every improvement meets a sanction greatly less preferred than the state itself; under SMR
    /// and SSEQ every state the mover can go on to is greatly less preferred too. A state without
    /// improvements is strongly stable.
    case strong
  }

  /// Strong and weak stability of every state for a decision maker, states ascending
  /// (Hamouda, Kilgour & Hipel 2004).
  ///
  /// - Complexity: quadratic in the states.
  public func strength(
    for maker: Int, _ kind: Concept.Sequential, checkpoint: Checkpoint = Checkpoint()
  ) throws -> [(state: Conflict.State, strength: Strength)] {
    try conflict.check(decisionMaker: maker)
    let frame = try PairwiseAnalysis(self, checkpoint)
    let stable = try frame.stable(coalition: [maker], kind, strongly: false, checkpoint)
    let strong = try frame.stable(coalition: [maker], kind, strongly: true, checkpoint)
    return conflict.feasibleSlots.members.map { slot in
      let strength: Strength = !stable[slot] ? .unstable : strong[slot] ? .strong : .weak
      return (conflict.state(at: slot), strength)
    }.sorted { $0.state < $1.state }
  }
}
