/// Why a state is, or is not, stable.
///
/// A state is stable exactly if every one of ``answers`` has a reply; a state without improvements
/// has no answers. In words: "If the mover goes to `improvement`, the others can go to `end`, which
/// it likes no better than where it started."
public struct Witness: Sendable, Equatable {
  /// How the others bring the mover down.
  public struct Reply: Sendable, Equatable {
    /// Moves in sequence, or the others' moves at the same time as the improvement.
    public let steps: [Step]
    /// Whether the others answer at the same time.
    public let isSimultaneous: Bool
    /// Where the mover then is.
    public let end: Conflict.State
    /// Under SMR and SSEQ, all the mover can go on to from there; none is an escape.
    public let counters: [Conflict.State]
  }

  /// One improvement and what it meets.
  public struct Answer: Sendable, Equatable {
    /// The moves that lead to the improvement; one, unless a coalition moves.
    public let path: [Step]
    /// Nil if no reply deters.
    public let reply: Reply?

    /// The state improved to; nil where there is no improvement.
    public var improvement: Conflict.State? { path.last?.to }
  }

  /// The stability concept.
  public let concept: Concept
  /// The decision maker asked about, or the members of the coalition.
  public let movers: [Int]
  /// The state explained.
  public let state: Conflict.State
  /// By improvement, ascending. Under limited-move concepts only the move with the best end, and as
  /// its reply the moves expected after it.
  public let answers: [Answer]
  /// Whether the state is stable for the decision maker.
  public let isStable: Bool
}
