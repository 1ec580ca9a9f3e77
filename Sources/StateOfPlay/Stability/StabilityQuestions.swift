/// What to compute for a conflict in addition to its equilibria.
public struct StabilityQuestions: Sendable, Hashable {
  /// Short names of the stability concepts, several in one text separated by commas. Empty for
  /// Nash, GMR, SMR, SEQ and SSEQ; `all` for every one that applies.
  public var concepts: [String] = []
  /// How unknown preferences are treated: extension `a`, `b`, `c` or `d` of Li, Hipel, Kilgour and
  /// Fang 2004.
  public var unknown = "a"
  /// States to show and explain, each by its pattern (`YNNY`), its name, `status-quo`, or the
  /// options taken, separated by commas.
  public var states: [String] = []
  /// Whether to explain equilibria and the status quo if ``states`` is empty.
  public var why = false
  /// A state for which to find what would have to be true for it to be an equilibrium; nil for
  /// none.
  public var want: String?
  /// Changes of the model to compare with.
  public var whatIf: [ConflictChange] = []
  /// How many preferences to draw within what is uncertain. Nil for as many as the model's size
  /// allows, if something is uncertain; 0 for none.
  public var samples: Int?
  /// The seed of the draws; the same seed gives the same draws.
  public var seed: UInt64 = 1
  /// Whether to find the coalitions that would leave an equilibrium together.
  public var coalitions = false

  /// Creates the standard questions.
  public init() {}
}
